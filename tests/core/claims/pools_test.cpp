// Pools: results in hand, workers that are used again, and too many of them (claims 11, 19 and 22).
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "experiment.h"

namespace threadmart::claims {
namespace {

// The second half of the claim; the first is in loop_test.cpp.
TEST(Claim11, EightProcessesOnOneCoreGainNothing) {
  const Experiment pool =
      perform("second-till",
              {.executor = "process-pool", .parameters = {{"tasks", 8}, {"items", 20}}, .workers = 8, .cores = 1});
  ASSERT_EQ(pool.info.core_ids.size(), 1u);
  EXPECT_EQ(startUps(pool).size(), 8u);
  for (const Slice& slice : inState(pool, TaskState::Running)) EXPECT_EQ(slice.core, pool.info.core_ids[0]);
  if (!runningIsExact(pool)) GTEST_SKIP() << kNotExact;
  EXPECT_EQ(pool.numbers.peak_running, 1u);
  EXPECT_LE(pool.numbers.speedup, 1.0 + 1e-9);
}

constexpr const char* kSlowOneFirst = R"([
  {"name": "slow",  "steps": [{"step": "sleep", "ms": 400}, {"step": "power", "from": 90, "to": 99}]},
  {"name": "quick", "count": 5, "steps": [{"step": "power", "from": 10, "to": 59}]}
])";

class Claim19 : public testing::TestWithParam<std::string> {};

TEST_P(Claim19, MapGivesResultsInInputOrderWhateverTheOrderOfFinishing) {
  const Scenario tasks = fromTasks(kSlowOneFirst);
  const Experiment line = perform(tasks, {.executor = "sequential"});
  EXPECT_THAT(orderOfFinishing(line), testing::ElementsAre(0, 1, 2, 3, 4, 5));
  const Experiment pool = perform(tasks, {.executor = GetParam(), .workers = 3});
  ASSERT_EQ(orderOfFinishing(pool).size(), 6u);
  EXPECT_NE(orderOfFinishing(pool).front(), 0u) << "the slow one is not the first to finish";
  EXPECT_FALSE(line.info.results_digest.empty());
  EXPECT_EQ(pool.info.results_digest, line.info.results_digest);
}

INSTANTIATE_TEST_SUITE_P(Pools, Claim19, testing::Values("thread-pool", "thread-pool-gil", "process-pool"), executorOf);

// The same with pages: multiprocessing.dummy.Pool(3).map(urlopen, urls).
TEST(Claim19, TheSameCallsButThreads) {
  const std::map<std::string, double> pages{{"tasks", 6}};
  const Experiment pool = perform("pool-map", {.executor = "thread-pool-gil", .parameters = pages, .workers = 3});
  const Experiment line = perform("pool-map", {.executor = "sequential", .parameters = pages});
  EXPECT_EQ(pool.info.results_digest, line.info.results_digest);
  std::set<std::uint32_t> threads;
  for (const Event& started : eventsOf(pool, EventKind::WorkerStarted)) {
    EXPECT_EQ(pidOf(started.value), pidOf(eventsOf(pool, EventKind::RunStarted).at(0).value)) << "not a process";
    threads.insert(tidOf(started.value));
  }
  EXPECT_EQ(threads.size(), 3u);
  EXPECT_GT(maxConcurrency(pool.slices, TaskState::Io), 1u);
  EXPECT_LE(maxConcurrency(pool.slices, TaskState::Io), 3u) << "three trolleys, no more";
}

// Each start-up is over before the worker carries anything.
void expectPaidFirst(const Experiment& experiment) {
  for (const Slice& start_up : startUps(experiment)) {
    EXPECT_FALSE(start_up.open);
    EXPECT_GT(start_up.duration(), 0);
    for (const Slice& slice : experiment.slices) {
      if (slice.task == kNoTask || slice.worker != start_up.worker) continue;
      EXPECT_GE(slice.begin, start_up.end);
    }
  }
}

TEST(Claim22, AProcessForEachTaskIsPaidForEachTime) {
  const std::map<std::string, double> sweets{{"tasks", 12}};
  const Experiment each = perform("small-tasks", {.executor = "process-per-task", .parameters = sweets});
  EXPECT_EQ(startUps(each).size(), 12u);
  const std::vector<std::uint32_t> pids = workerPids(each);
  EXPECT_EQ(std::set<std::uint32_t>(pids.begin(), pids.end()).size(), 12u);
  expectPaidFirst(each);
}

TEST(Claim22, APoolIsPaidForOnceAWorker) {
  for (const unsigned workers : {1u, 2u, 8u}) {
    const Experiment pool =
        perform("small-tasks", {.executor = "process-pool", .parameters = {{"tasks", 12}}, .workers = workers});
    EXPECT_EQ(startUps(pool).size(), workers);
    EXPECT_EQ(workerPids(pool).size(), workers);
    expectPaidFirst(pool);
  }
}

}  // namespace
}  // namespace threadmart::claims
