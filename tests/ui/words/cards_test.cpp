// What the cards say.
#include <gtest/gtest.h>

#include "tests/ui/words/shop_at_noon.h"
#include "ui/words/words.h"

namespace threadmart {
namespace {

using namespace testing_support;

std::string card(const Thing& thing, const ShopState& state = noon()) {
  return cardLines(thing, state, noonInfo()).join(" / ").toStdString();
}

TEST(Cards, OfCustomersSayTheirStateInBothLanguagesAndForHowLong) {
  EXPECT_EQ(card(customerThing(0)), "customer 1 · task 1: in the line · submitted, not started / 12.4 ms so far");
  EXPECT_EQ(
      card(customerThing(1)),
      "customer 2 · task 2: scanning · on core 0 / 12.4 ms so far / trolley 2 · Thread-2 / 5 of 60 items scanned");
  EXPECT_EQ(card(customerThing(2)),
            "customer 3 · task 3: away · waiting for I/O / 12.4 ms so far, another 0.5 s / trolley 1 · Thread-1");
  EXPECT_EQ(
      card(customerThing(3)),
      "customer 4 · task 4: waiting for the scanner · waiting for the GIL / 12.4 ms so far / trolley 2 · Thread-2");
  EXPECT_EQ(card(customerThing(4)),
            "customer 5 · task 5: no assistant free · no core free / 12.4 ms so far / trolley 1 · Thread-1");
  EXPECT_EQ(card(customerThing(5)), "customer 6 · task 6: gone · finished / done at 100 ms / trolley 2 · Thread-2");
}

TEST(Cards, SayHowATaskEndedAndWhenItHasNotComeYet) {
  ShopState state = noon();
  state.customers[5].outcome = Outcome::Failed;
  EXPECT_NE(card(customerThing(5), state).find("failed at 100 ms"), std::string::npos);
  state.customers[0].submitted = false;
  EXPECT_EQ(card(customerThing(0), state), "customer 1 · task 1: not in the shop yet · not submitted yet");
}

TEST(Cards, OfSomebodyWhoIsLongerAwayThanAskedPromiseNothing) {
  ShopState state = noon();
  state.customers[2].wait = 10 * kMilli;
  EXPECT_NE(card(customerThing(2), state).find("12.4 ms so far, asked for 10 ms"), std::string::npos);
}

TEST(Cards, OfTillsSayPidStateAndMemory) {
  EXPECT_EQ(card(tillThing(1)),
            "trolley 2 · Thread-2: open · alive / pid 4127 · tid 4131 / customer 2 · task 2 / scanning · on a core / "
            "12.0 MB of memory, 8.0 MB of it shared · 98 % of a core");
  EXPECT_EQ(card(tillThing(0)), "trolley 1 · Thread-1: open · alive / pid 4127 · tid 4130 / no customer · no task");
  ShopState state = noon();
  state.tills[1].state = TillState::Died;
  EXPECT_EQ(card(tillThing(1), state),
            "trolley 2 · Thread-2: closed in the middle of it · killed or crashed / pid 4127 · tid 4131");
}

TEST(Cards, OfAssistantsSayWhomTheyServeOrThatTheyHaveNothingToDo) {
  EXPECT_EQ(card(assistantThing(0)),
            "assistant · core 0: scanning · on a core / customer 2 · task 2 / trolley 2 · Thread-2");
  EXPECT_EQ(card(assistantThing(1)), "assistant · core 1: a cup of tea: nothing to do");
  ShopState state = noon();
  state.assistants[1].others = 0.9;
  EXPECT_EQ(
      card(assistantThing(1), state),
      "assistant · core 1: no customer of this shop · runs nothing of this run / other programs: 90 % of the core");
}

TEST(Cards, OfTicketsSayStateAndResult) {
  EXPECT_EQ(card(ticketThing(2)), "ticket of customer 3 · Future of task 3: running / 12.4 ms so far");
  EXPECT_EQ(
      card(ticketThing(5)),
      "ticket of customer 6 · Future of task 6: done / since 90 ms / result: 42 / its bell rang · its callback ran");
}

TEST(Cards, AreEmptyForWhatTheShopDoesNotHave) {
  for (const Thing& thing : {Thing{}, customerThing(6), tillThing(2), assistantThing(7), ticketThing(0)})
    EXPECT_TRUE(cardLines(thing, noon(), noonInfo()).isEmpty());
}

}  // namespace
}  // namespace threadmart
