// The GIL: what it allows and what it does not (claims 12, 13, 14, 20 and 30).
#include <algorithm>
#include <gtest/gtest.h>

#include "experiment.h"

namespace threadmart::claims {
namespace {

const std::map<std::string, double> kBusy{{"tasks", 4}, {"items", 30}, {"bell", 1}};

void expectOneAtATime(const Experiment& experiment) {
  ASSERT_TRUE(experiment.info.has_gil);
  EXPECT_EQ(experiment.numbers.peak_running, 1u);
  EXPECT_TRUE(runningOverlaps(experiment.slices).empty());
  EXPECT_LE(experiment.numbers.speedup, 1.0 + 1e-9);
}

class Claim12 : public testing::TestWithParam<std::string> {};

TEST_P(Claim12, TheGilLetsOnlyOneThreadExecuteAtATime) {
  const Experiment till = perform("gil-cpu", {.executor = GetParam(), .parameters = kBusy, .workers = 4});
  expectOneAtATime(till);
  EXPECT_GT(till.numbers.lock_share, 0.0) << "nobody ever waited for the scanner";
  EXPECT_GE(gilHandovers(till.events).count, 3u);
}

INSTANTIATE_TEST_SUITE_P(AllWithGil, Claim12, testing::Values("threads-gil", "thread-pool-gil", "futures-threads"),
                         executorOf);

// At an instant: every task that has started and not ended is in exactly one state.
TEST(Claim13, OneThreadRunsWhileOthersSleepOrAwaitIo) {
  const Experiment till =
      perform("gil-mixed",
              {.executor = "threads-gil", .parameters = {{"tasks", 4}, {"items", 10}, {"delay", 60}, {"rounds", 4}}});
  EXPECT_TRUE(runningOverlaps(till.slices).empty());
  EXPECT_GT(gilHandovers(till.events).count, 0u);
  const std::vector<Interval> spans = taskSpans(till);
  std::size_t most_away = 0;
  for (const Slice& served : inState(till, TaskState::Running)) {
    std::size_t away = 0;
    for (TaskId other = 0; other < spans.size(); ++other) {
      const bool here = spans[other].begin <= served.begin && served.begin < spans[other].end;
      if (other == served.task || !here) continue;
      const auto now = std::find_if(till.slices.begin(), till.slices.end(), [&](const Slice& slice) {
        return slice.task == other && slice.begin <= served.begin && served.begin < slice.end;
      });
      ASSERT_NE(now, till.slices.end()) << "task " << other << " is in no state at " << served.begin;
      EXPECT_TRUE(now->state == TaskState::Io || now->state == TaskState::Lock || now->state == TaskState::Ready)
          << "task " << other << " is in state " << static_cast<int>(now->state) << " at " << served.begin;
      away += now->state == TaskState::Io ? 1 : 0;
    }
    most_away = std::max(most_away, away);
  }
  EXPECT_GE(most_away, 2u) << "while one computes, several are away";
}

TEST(Claim14, CodeInCCanLetGoOfTheGil) {
  if (coresHere() < 2) GTEST_SKIP() << kOneCore;
  const auto seen = [](const Experiment& till) {
    EXPECT_TRUE(till.info.has_gil);
    return ranOnTwoCoresAtOnce(till);
  };
  EXPECT_TRUE(seenInTime(fromCatalogue("gil-released"),
                         {.executor = "threads-gil", .parameters = {{"tasks", 4}, {"items", 40}}}, seen));
}

TEST(Claim20, ForComputingThreadsWillNotCutIt) {
  const std::map<std::string, double> numbers{{"tasks", 4}, {"to", 1500}};
  const Experiment threads = perform("power", {.executor = "threads-gil", .parameters = numbers});
  expectOneAtATime(threads);
  EXPECT_GE(gilHandovers(threads.events).count, 3u) << "four threads took part";
  const Experiment line = perform("power", {.executor = "sequential", .parameters = numbers});
  EXPECT_EQ(threads.info.results_digest, line.info.results_digest);
}

TEST(Claim30, WithoutTheGilTheSameThreadsDoRunAtTheSameTime) {
  if (coresHere() < 2) GTEST_SKIP() << kOneCore;
  const Scenario work = fromCatalogue("gil-cpu");
  const Experiment with = perform(work, {.executor = "threads-gil", .parameters = kBusy});
  expectOneAtATime(with);
  const auto seen = [&](const Experiment& without) {
    EXPECT_FALSE(without.info.has_gil);
    EXPECT_EQ(without.info.results_digest, with.info.results_digest) << "the same work";
    EXPECT_EQ(gilHandovers(without.events).count, 0u);
    EXPECT_TRUE(inState(without, TaskState::Lock).empty()) << "there is nothing to wait for";
    return ranOnTwoCoresAtOnce(without);
  };
  EXPECT_TRUE(seenInTime(work, {.executor = "threads", .parameters = kBusy}, seen));
}

}  // namespace
}  // namespace threadmart::claims
