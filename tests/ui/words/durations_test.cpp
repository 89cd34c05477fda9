#include "ui/words/durations.h"

#include <gtest/gtest.h>

#include "ui/words/bytes.h"

namespace threadmart {
namespace {

constexpr Nanos kMs = 1'000'000, kSecond = 1'000'000'000;

TEST(Durations, TicksAreWrittenInOneUnit) {
  EXPECT_EQ(formatTick(0, 40 * kMs, 320 * kMs).toStdString(), "0 ms");
  EXPECT_EQ(formatTick(120 * kMs, 40 * kMs, 320 * kMs).toStdString(), "120 ms");
  EXPECT_EQ(formatTick(500 * kMs, 500 * kMs, 3500 * kMs).toStdString(), "0.5 s");
  EXPECT_EQ(formatTick(3 * kSecond, 500 * kMs, 3500 * kMs).toStdString(), "3.0 s");
  EXPECT_EQ(formatTick(120'020'000, 20'000, 120'400'000).toStdString(), "120.02 ms");
  EXPECT_EQ(formatTick(40, 20, 100).toStdString(), "40 ns");
  EXPECT_EQ(formatTick(1500, 500, 9000).toStdString(), "1.5 µs");
}

TEST(Durations, DurationsHaveThreeDigits) {
  EXPECT_EQ(formatDuration(0).toStdString(), "0 ns");
  EXPECT_EQ(formatDuration(850).toStdString(), "850 ns");
  EXPECT_EQ(formatDuration(5'100'000).toStdString(), "5.1 ms");
  EXPECT_EQ(formatDuration(238'400'000).toStdString(), "238 ms");
  EXPECT_EQ(formatDuration(3'360'000'000).toStdString(), "3.36 s");
  EXPECT_EQ(formatDuration(999'960'000).toStdString(), "1 s");
  EXPECT_EQ(formatDuration(12'345).toStdString(), "12.3 µs");
  EXPECT_EQ(formatDuration(2'500 * kSecond).toStdString(), "2500 s");
}

TEST(Durations, IntervalsShowTheirDifference) {
  EXPECT_EQ(formatInterval(105'100'000, 110'200'000).toStdString(), "105.1–110.2 ms");
  EXPECT_EQ(formatInterval(0, 500'000'000).toStdString(), "0–500 ms");
  EXPECT_EQ(formatInterval(2'000'000'000, 2'000'004'000).toStdString(), "2.0000000–2.0000040 s");
}

TEST(Durations, WhatIsLeftKeepsItsDigitsWhileItRunsDown) {
  for (const Nanos left : {500 * kMs, 300 * kMs, 20 * kMs})
    EXPECT_TRUE(formatRemaining(left, 500 * kMs).endsWith(" s"));
  EXPECT_EQ(formatRemaining(300 * kMs, 500 * kMs).toStdString(), "0.3 s");
  EXPECT_EQ(formatRemaining(3'200'000, 5 * kMs).toStdString(), "3.2 ms");
  EXPECT_EQ(formatRemaining(32 * kMs, 50 * kMs).toStdString(), "32 ms");
  EXPECT_EQ(formatRemaining(70'000, 500'000).toStdString(), "70 µs");
}

TEST(Bytes, OfMemoryAndOfMessages) {
  EXPECT_EQ(formatMemory(8'598'323).toStdString(), "8.2 MB");
  EXPECT_EQ(formatMemory(120ULL << 20).toStdString(), "120 MB");
  EXPECT_EQ(formatMemory(1200ULL << 20).toStdString(), "1.2 GB");
  EXPECT_EQ(formatBytes(812).toStdString(), "812 B");
  EXPECT_EQ(formatBytes(64 << 10).toStdString(), "64 KiB");
  EXPECT_EQ(formatBytes(1 << 20).toStdString(), "1 MiB");
}

}  // namespace
}  // namespace threadmart
