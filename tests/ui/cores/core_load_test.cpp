#include "ui/cores/core_load.h"

#include <gtest/gtest.h>

namespace threadmart {
namespace {

constexpr Nanos kMs = 1'000'000;

Slice running(Nanos begin, Nanos end, std::uint16_t core) {
  Slice slice;
  slice.begin = begin;
  slice.end = end;
  slice.task = 0;
  slice.core = core;
  slice.state = TaskState::Running;
  return slice;
}

TEST(LoadsOfRecording, OwnIsTheShareOfEachStepThatWasRunning) {
  const std::vector<Slice> slices{running(0, 15 * kMs, 0), running(20 * kMs, 40 * kMs, 1)};
  const CoreLoads loads = loadsOfRecording(slices, {}, 2, 40 * kMs, 4);
  ASSERT_EQ(loads.cores.size(), 2u);
  EXPECT_FALSE(loads.live);
  EXPECT_DOUBLE_EQ(loads.cores[0].steps[0].own, 1.0);
  EXPECT_DOUBLE_EQ(loads.cores[0].steps[1].own, 0.5);
  EXPECT_DOUBLE_EQ(loads.cores[0].steps[2].own, 0.0);
  EXPECT_DOUBLE_EQ(loads.cores[1].steps[1].own, 0.0);
  EXPECT_DOUBLE_EQ(loads.cores[1].steps[3].own, 1.0);
}

TEST(LoadsOfRecording, OnlyRunningOnAKnownCoreCounts) {
  std::vector<Slice> slices{running(0, 10 * kMs, kNoCore), running(0, 10 * kMs, 7), running(0, 10 * kMs, 0)};
  slices[2].state = TaskState::Io;
  const CoreLoads loads = loadsOfRecording(slices, {}, 2, 10 * kMs, 2);
  for (const CoreStrip& strip : loads.cores)
    for (const CoreShare& share : strip.steps) EXPECT_EQ(share.busy(), 0.0);
}

TEST(LoadsOfRecording, OthersAreWhatTheMachineDidBesides) {
  const std::vector<Slice> slices{running(0, 20 * kMs, 0)};
  const std::vector<CoreSeries> machine{{0, {{20 * kMs - 1, 1.0, 0}, {40 * kMs - 1, 0.25, 0}}}};
  const CoreLoads loads = loadsOfRecording(slices, machine, 1, 40 * kMs, 4);
  EXPECT_NEAR(loads.cores[0].steps[0].others, 0.0, 1e-9);
  EXPECT_NEAR(loads.cores[0].steps[1].others, 0.0, 1e-9);
  EXPECT_NEAR(loads.cores[0].steps[2].others, 0.25, 1e-9);
  EXPECT_NEAR(loads.cores[0].steps[3].others, 0.25, 1e-9);
}

TEST(LoadsOfRecording, AnEmptyRunHasNoSteps) {
  EXPECT_TRUE(loadsOfRecording({}, {}, 2, 0, 10).cores.empty());
}

TEST(LiveLoads, KeepsTheLastReadingsOldestFirst) {
  LiveLoads live(3, 200 * kMs);
  EXPECT_TRUE(live.loads().cores.empty());
  for (const double busy : {0.1, 0.2, 0.3, 0.4}) live.add({busy}, {});
  const CoreLoads loads = live.loads();
  ASSERT_EQ(loads.cores.size(), 1u);
  ASSERT_EQ(loads.cores[0].steps.size(), 3u);
  EXPECT_TRUE(loads.live);
  EXPECT_DOUBLE_EQ(loads.cores[0].steps.front().others, 0.2);
  EXPECT_DOUBLE_EQ(loads.cores[0].steps.back().others, 0.4);
}

TEST(LiveLoads, BeforeThereAreEnoughReadingsTheRestIsIdle) {
  LiveLoads live(4, 200 * kMs);
  live.add({0.5, 0.5}, {0.5});
  const CoreLoads loads = live.loads();
  ASSERT_EQ(loads.cores[0].steps.size(), 4u);
  EXPECT_EQ(loads.cores[0].steps[0].busy(), 0.0);
  EXPECT_DOUBLE_EQ(loads.cores[0].steps[3].own, 0.5);
  EXPECT_DOUBLE_EQ(loads.cores[0].steps[3].others, 0.0);
  EXPECT_DOUBLE_EQ(loads.cores[1].steps[3].others, 0.5);
}

TEST(LiveLoads, OwnAndOthersAreNeverMoreThanTheWhole) {
  LiveLoads live(1, 200 * kMs);
  live.add({0.4, 1.0}, {0.9, 1.7});  // the machine's clock is the coarser one
  for (const CoreStrip& strip : live.loads().cores) {
    EXPECT_GE(strip.steps[0].others, 0.0);
    EXPECT_LE(strip.steps[0].busy(), 1.0);
  }
  EXPECT_DOUBLE_EQ(live.loads().cores[0].steps[0].own, 0.9);
}

CoreLoads fourSteps() {
  return {0, 40, false, {{0, {{0.1, 0}, {0.2, 0.1}, {0.3, 0}, {1, 0}}}}};
}

TEST(SharesInTime, AreThoseOfTheStepThatHoldsTheTime) {
  const CoreLoads loads = fourSteps();
  const double own[] = {0.1, 0.1, 0.2, 0.3, 1, 1};
  const Nanos times[] = {0, 9, 10, 25, 39, 40};
  for (int i = 0; i < 6; ++i) {
    ASSERT_TRUE(shareAt(loads, 0, times[i])) << times[i];
    EXPECT_DOUBLE_EQ(shareAt(loads, 0, times[i])->own, own[i]) << times[i];
  }
  EXPECT_FALSE(shareAt(loads, 0, -1));
  EXPECT_FALSE(shareAt(loads, 0, 41));
  EXPECT_FALSE(shareAt(loads, 1, 5));
  EXPECT_FALSE(shareAt(CoreLoads{}, 0, 0));
}

TEST(SharesInTime, NamedIsNowOrAtThePlayheadOrTheAverage) {
  CoreLoads loads = fourSteps();
  EXPECT_DOUBLE_EQ(shareToName(loads, 0, 12).busy(), 0.3);
  EXPECT_DOUBLE_EQ(shareToName(loads, 0, std::nullopt).own, 0.4);
  EXPECT_DOUBLE_EQ(shareToName(loads, 0, 99).own, 0.4);
  loads.live = true;
  EXPECT_DOUBLE_EQ(shareToName(loads, 0, 12).own, 1);
}

TEST(SharesInTime, WhatIsLiveHasNoPlayhead) {
  CoreLoads loads = fourSteps();
  EXPECT_EQ(placeOf(loads, 10), 0.25);
  EXPECT_EQ(placeOf(loads, 40), 1.0);
  EXPECT_FALSE(placeOf(loads, 41));
  EXPECT_FALSE(placeOf(loads, std::nullopt));
  loads.live = true;
  EXPECT_FALSE(placeOf(loads, 10));
}

TEST(SharesInTime, AreSaidInWords) {
  EXPECT_EQ(shareText({0.931, 0.049}), QStringLiteral("98 % busy, 95 % of it this run"));
  EXPECT_EQ(shareText({0, 0.2}), QStringLiteral("20 % busy, 0 % of it this run"));
  EXPECT_EQ(shareText({0, 0}), QStringLiteral("0 % busy"));
}

}  // namespace
}  // namespace threadmart
