// The numbers of one thing and of a range of time.
#include <algorithm>
#include <chrono>
#include <gtest/gtest.h>

#include "tests/support/hand_made_run.h"
#include "ui/numbers/number_rows.h"

namespace threadmart {
namespace {

using namespace testing_support;

std::string valueOf(const std::vector<NumberRow>& rows, const QString& label) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const NumberRow& r) { return r.label == label; });
  return row == rows.end() ? "no such row" : row->value.toStdString();
}

class Things : public testing::Test {
 protected:
  std::vector<NumberRow> of(const Thing& thing, Words words = Words::Shop) const {
    return thingRows(thing, run_.numbers, *run_.slices, run_.info, words);
  }
  std::vector<NumberRow> between(Nanos begin, Nanos end, Words words = Words::Shop) const {
    return rangeRows(*run_.slices, {begin, end}, run_.info, words);
  }
  const Projected run_{*allStates()};
};

TEST_F(Things, ACustomersTimesAreThoseOfItsSlices) {
  const auto rows = of(customerThing(0));  // from 10 to 220 ms: 100 scanning, 80 away, 30 waiting
  EXPECT_EQ(valueOf(rows, "Scanning"), "100 ms · 48 %");
  EXPECT_EQ(valueOf(rows, "Away"), "80 ms · 38 %");
  EXPECT_EQ(valueOf(rows, "Waiting for the scanner"), "30 ms · 14 %");
  EXPECT_EQ(valueOf(rows, "No assistant free"), "no such row");
  EXPECT_EQ(valueOf(rows, "In the line"), "10 ms");
  EXPECT_EQ(valueOf(rows, "Left the line at"), "10 ms");
  EXPECT_EQ(valueOf(rows, "Gone at"), "220 ms");
  EXPECT_EQ(valueOf(of(customerThing(1)), "No assistant free"), "30 ms · 23 %");
  EXPECT_EQ(valueOf(of(ticketThing(0), Words::Computing), "On a core"), "100 ms · 48 %");
  EXPECT_EQ(valueOf(of(customerThing(0), Words::Computing), "Waiting for the GIL"), "30 ms · 14 %");
}

TEST_F(Things, HowACustomerLeftIsSaid) {
  const auto rows = of(customerThing(1));
  EXPECT_EQ(rows.back().sentence, "Failed.");
  EXPECT_EQ(rows.back().tone, Tone::Bad);
  EXPECT_EQ(of(customerThing(2)).back().sentence, "Cancelled.");
  EXPECT_EQ(of(customerThing(0)).back().sentence, "");
}

TEST_F(Things, TillsAndAssistantsCountWhomTheyServed) {
  const auto till = of(tillThing(0));  // customer 1 twice, then 4: 205 of 330 ms
  EXPECT_EQ(valueOf(till, "Busy"), "205 ms · 62 %");
  EXPECT_EQ(valueOf(till, "Customers it served"), "2");
  EXPECT_EQ(valueOf(till, "Next customer, please"), "once");
  const auto core = of(assistantThing(1), Words::Computing);  // task 2, then 1: 60 to 160 and 170 to 220
  EXPECT_EQ(valueOf(core, "Busy"), "150 ms · 45 %");
  EXPECT_EQ(valueOf(core, "Tasks it ran"), "2");
  EXPECT_EQ(valueOf(of(assistantThing(7)), "Busy"), "0 ns · 0 %");
}

TEST_F(Things, WhatTheRunDoesNotKnowHasNoRows) {
  for (const Thing& thing : {Thing{}, customerThing(4), ticketThing(9), tillThing(2)}) EXPECT_TRUE(of(thing).empty());
}

TEST_F(Things, ARangeCutsSlicesAtItsEnds) {
  const auto rows = between(50 * kMs, 100 * kMs);  // 10 + 40 scanning, 40 away, 10 without an assistant
  EXPECT_EQ(valueOf(rows, "Length"), "50 ms");
  EXPECT_EQ(valueOf(rows, "Assistants busy, on average"), "1.00 of 2");
  EXPECT_EQ(valueOf(rows, "Scanning"), "50 ms · 50 %");
  EXPECT_EQ(valueOf(rows, "Away"), "40 ms · 40 %");
  EXPECT_EQ(valueOf(rows, "No assistant free"), "10 ms · 10 %");
  EXPECT_EQ(valueOf(rows, "Waiting for the scanner"), "no such row");
  EXPECT_EQ(valueOf(rows, "Customers scanned"), "2");
  EXPECT_EQ(valueOf(rows, "Next customer, please"), "once");
  EXPECT_TRUE(between(50 * kMs, 50 * kMs).empty());
  EXPECT_EQ(valueOf(between(500 * kMs, 600 * kMs, Words::Computing), "Tasks on a core"), "0");
}

// The parts of a run come to the whole: whatever is said of two ranges beside each other adds up.
TEST_F(Things, TheWholeRunAsARangeSaysWhatTheNumbersSay) {
  const auto rows = between(0, run_.numbers.makespan);
  const auto running = run_.numbers.in_state[static_cast<std::size_t>(TaskState::Running)];
  EXPECT_TRUE(QString::fromStdString(valueOf(rows, "Scanning")).startsWith(formatDuration(running)));
  EXPECT_EQ(valueOf(rows, "Next customer, please"), timesText(run_.numbers.switches).toStdString());
}

TEST(Texts, SharesAndCounts) {
  EXPECT_EQ(percentText(0), "0 %");
  EXPECT_EQ(percentText(0.001), "< 1 %");
  EXPECT_EQ(percentText(0.748), "75 %");
  EXPECT_EQ(timesText(0), "never");
  EXPECT_EQ(timesText(1), "once");
  EXPECT_EQ(timesText(12'345), "12,345 times");
  EXPECT_EQ(ratioText(12.34), "12.3");
}

// Once per selection, so a tenth of a second for a million slices is enough; a square would take minutes.
TEST(RangeRows, TakeTimeInProportionToTheSlices) {
  std::vector<Slice> slices;
  for (std::uint32_t i = 0; i < 1'000'000; ++i)
    slices.push_back({i * Nanos{100}, (i + 1) * Nanos{100}, i % 5000, i % 4, 0, static_cast<std::uint16_t>(i % 4),
                      TaskState::Running, false});
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(valueOf(rangeRows(slices, {0, 100'000'000}, {}, Words::Shop), "Customers scanned"), "5,000");
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(5));
}

}  // namespace
}  // namespace threadmart
