// The shop for those who do not see it.
#include <gtest/gtest.h>

#include "tests/ui/words/shop_at_noon.h"
#include "ui/words/words.h"

namespace threadmart {
namespace {

using namespace testing_support;

TEST(Sentences, TellEveryStateInTheWordsOfTheShop) {
  EXPECT_EQ(shopInSentences(noon(), noonInfo(), Words::Shop).toStdString(),
            "At 112 ms: customer 2 is scanning, assistant 0, trolley 2. 1 customer is waiting for the scanner: 4. "
            "1 customer finds no assistant free: 5. 1 customer is away: 3. 1 customer is in the line: 1. "
            "1 of 6 customers is gone. Bell in 3.2 ms. 1 of 2 assistants has nothing to do.");
}

TEST(Sentences, TellTheSameInTheWordsOfTheComputer) {
  EXPECT_EQ(shopInSentences(noon(), noonInfo(), Words::Computing).toStdString(),
            "At 112 ms: task 2 is on core 0, Thread-2. 1 task is waiting for the GIL: 4. 1 task has no core free: 5. "
            "1 task is waiting for I/O: 3. 1 task is submitted, not started: 1. 1 of 6 tasks is finished. "
            "Drop request for the GIL in 3.2 ms. 1 of 2 cores has nothing to do.");
}

TEST(Sentences, NameAFewAndCountTheOthers) {
  ShopState state;
  RunInfo info = noonInfo();
  for (TaskId task = 0; task < 4; ++task) state.customers.push_back(customerIn(TaskState::Lock, task));
  EXPECT_EQ(shopInSentences(state, info, Words::Shop).toStdString(),
            "At 0 ns: 4 customers are waiting for the scanner: 1, 2, 3 and 4.");
  info.tasks[1].name = "page";
  for (TaskId task = 4; task < 2000; ++task) state.customers.push_back(customerIn(TaskState::Lock, task));
  EXPECT_EQ(shopInSentences(state, info, Words::Shop).toStdString(),
            "At 0 ns: 2,000 customers are waiting for the scanner: 1, page, 3 and 1,997 more.");
}

TEST(Sentences, DoNotCountWhoHasNotComeIn) {
  ShopState state = noon();
  for (ShopCustomer& customer : state.customers) customer.submitted = false;
  state.scanner.reset();
  EXPECT_EQ(shopInSentences(state, noonInfo(), Words::Shop).toStdString(),
            "At 112 ms: nobody is in the shop yet. 1 of 2 assistants has nothing to do.");
}

TEST(Sentences, SayWhoFailedAndWhatTheStockSheetSays) {
  ShopState state;
  for (TaskId task = 0; task < 3; ++task) state.customers.push_back(customerIn(TaskState::Done, task));
  state.customers[1].outcome = Outcome::Failed;
  state.sheet = ShopSheet{1998, 2000};
  EXPECT_EQ(shopInSentences(state, noonInfo(), Words::Shop).toStdString(),
            "At 0 ns: 3 of 3 customers are gone. 1 failed. The stock sheet says 1,998 and should say 2,000.");
}

// Whatever the number of customers, and however long their names are.
TEST(Sentences, StayShort) {
  ShopState state = noon();
  state.sheet = ShopSheet{1'999'998, 2'000'000};
  RunInfo info = noonInfo();
  info.tasks.assign(5000, {"a customer with quite an unusually long name", 0});
  for (TaskId task = 6; task < 5000; ++task)
    state.customers.push_back(customerIn(static_cast<TaskState>(task % kTaskStates), task));
  EXPECT_LE(shopInSentences(state, noonInfo(), Words::Both).size(), 640);
  for (const Words words : {Words::Shop, Words::Computing}) EXPECT_LE(shopInSentences(state, info, words).size(), 640);
}

}  // namespace
}  // namespace threadmart
