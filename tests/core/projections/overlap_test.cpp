#include "core/projections/overlap.h"

#include <gmock/gmock.h>
#include <random>

namespace threadmart {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Slice running(Nanos begin, Nanos end, TaskId task, std::uint16_t core = 0) {
  return {.begin = begin, .end = end, .task = task, .worker = task, .core = core, .state = TaskState::Running};
}
Slice away(Nanos begin, Nanos end, TaskId task) {
  return {.begin = begin, .end = end, .task = task, .worker = task, .state = TaskState::Io};
}

TEST(Overlap, OneAfterTheOtherIsNone) {
  const std::vector<Slice> slices{running(0, 10, 0), away(10, 30, 0), running(10, 20, 1), running(20, 20, 2),
                                  running(20, 25, 2)};
  EXPECT_THAT(runningOverlaps(slices), IsEmpty());
  EXPECT_EQ(maxConcurrency(slices, TaskState::Running), 1u);
  EXPECT_EQ(timeWithAtLeast(1, slices, TaskState::Running), 25);
  EXPECT_DOUBLE_EQ(runningOverlapShare(slices), 0);
}

TEST(Overlap, TwoAtOnceAreNamedWithTheirCores) {
  const std::vector<Slice> slices{running(0, 10, 0, 3), running(4, 14, 1, 5)};
  ASSERT_THAT(runningOverlaps(slices), ElementsAre(Overlap{{4, 10}, slices[0], slices[1]}));
  EXPECT_EQ(runningOverlaps(slices)[0].second.core, 5);
  EXPECT_EQ(timeWithAtLeast(2, slices, TaskState::Running), 6);
  EXPECT_DOUBLE_EQ(runningOverlapShare(slices), 6.0 / 14.0);
}

TEST(Overlap, AGapInBetweenIsNotCounted) {
  const std::vector<Slice> slices{running(0, 5, 0), running(100, 110, 1), running(100, 110, 2)};
  EXPECT_EQ(timeWithAtLeast(1, slices, TaskState::Running), 15);
  EXPECT_EQ(timeWithAtLeast(2, slices, TaskState::Running), 10);
}

TEST(Overlap, OfOneStateOnly) {
  const std::vector<Slice> slices{away(0, 10, 0), running(0, 10, 1), away(2, 8, 2), away(8, 9, 3)};
  EXPECT_EQ(maxConcurrency(slices, TaskState::Io), 2u);
  EXPECT_EQ(timeWithAtLeast(2, slices, TaskState::Io), 7);
  EXPECT_EQ(maxConcurrency(slices, TaskState::Lock), 0u);
}

TEST(Overlap, StartingUpIsNoQueue) {
  const std::vector<Slice> slices{{.begin = 0, .end = 9, .worker = 1}, {.begin = 0, .end = 9, .task = 0}};
  EXPECT_EQ(maxConcurrency(slices, TaskState::Queued), 1u);
}

TEST(Overlap, AgreesWithCountingEachInstant) {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<Slice> slices;
    Nanos begin = 0;
    for (TaskId task = 0; task < 12; ++task) {
      begin += random() % 5;
      slices.push_back(running(begin, begin + random() % 12, task));
    }
    unsigned most = 0;
    Nanos two = 0;
    for (Nanos at = 0; at < 100; ++at) {
      unsigned now = 0;
      for (const Slice& slice : slices) now += slice.begin <= at && at < slice.end;
      most = std::max(most, now);
      two += now >= 2;
    }
    EXPECT_EQ(maxConcurrency(slices, TaskState::Running), most);
    EXPECT_EQ(timeWithAtLeast(2, slices, TaskState::Running), two);
    EXPECT_EQ(runningOverlaps(slices).empty(), two == 0);
  }
}

TEST(Overlap, SpansAndGapsOfATask) {
  const std::vector<Slice> slices{{.begin = 0, .end = 5, .task = 1},
                                  running(5, 10, 1),
                                  running(6, 7, 2),
                                  away(10, 12, 1),
                                  running(12, 13, 1),
                                  away(13, 40, 1),
                                  running(40, 41, 1)};
  EXPECT_EQ(taskSpan(slices, 1), (Interval{5, 41}));
  EXPECT_EQ(longestGap(slices, 1), (Interval{13, 40}));
  EXPECT_EQ(longestGap(slices, 2), (Interval{}));
  EXPECT_EQ(taskSpan(slices, 9), (Interval{}));
  EXPECT_EQ(maxOverlap({taskSpan(slices, 2), taskSpan(slices, 1), {41, 50}}), 2u);
}

}  // namespace
}  // namespace threadmart
