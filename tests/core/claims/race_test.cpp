// Units can run in any order: if they are independent (claim 8).
#include <gtest/gtest.h>

#include "experiment.h"

namespace threadmart::claims {
namespace {

TEST(Claim08, IndependentTasksGiveTheSameResultInAnyOrder) {
  const Scenario tasks = fromCatalogue("shuffle");
  const auto shuffled = [&](const char* executor, double shuffle) {
    return perform(tasks, {.executor = executor, .parameters = {{"tasks", 6}, {"to", 200}, {"shuffle", shuffle}}});
  };
  const Experiment first = shuffled("threads", 1), second = shuffled("threads", 2);
  EXPECT_NE(orderOfFinishing(first), orderOfFinishing(second)) << "another shuffle, another order";
  const Experiment line = shuffled("sequential", 1);
  EXPECT_FALSE(line.info.results_digest.empty());
  EXPECT_EQ(first.info.results_digest, line.info.results_digest);
  EXPECT_EQ(second.info.results_digest, line.info.results_digest);
}

const std::map<std::string, double> kCorrections{{"tasks", 4}, {"times", 100'000}};

CounterResult counterOf(const Experiment& experiment) {
  EXPECT_TRUE(experiment.info.counter.has_value());
  return experiment.info.counter.value_or(CounterResult{});
}

TEST(Claim08, TasksThatShareACounterLoseUpdates) {
  if (coresHere() < 2) GTEST_SKIP() << kOneCore;
  const auto lost = [](const Experiment& race) {
    EXPECT_EQ(counterOf(race).expected, 400'000u);
    EXPECT_LE(counterOf(race).actual, 400'000u);
    EXPECT_FALSE(counterHistory(race.events).empty());
    return counterOf(race).actual < counterOf(race).expected;
  };
  EXPECT_TRUE(seenInTime(fromCatalogue("race"), {.executor = "threads", .parameters = kCorrections}, lost));
}

// Between reading and writing the bell may ring: a GIL does not make `x += 1` one step.
TEST(Claim08, TheGilDoesNotSaveThem) {
  const auto lost = [](const Experiment& race) {
    EXPECT_TRUE(runningOverlaps(race.slices).empty());
    return counterOf(race).actual < counterOf(race).expected;
  };
  const std::map<std::string, double> corrections{{"tasks", 4}, {"times", 2'000'000}};
  EXPECT_TRUE(seenInTime(fromCatalogue("race"), {.executor = "threads-gil", .parameters = corrections}, lost));
}

TEST(Claim08, WithALockNothingIsLost) {
  for (const char* executor : {"threads-gil", "event-loop"}) {
    const Experiment locked =
        perform("race-locked", {.executor = executor, .parameters = {{"tasks", 4}, {"times", 20'000}}});
    EXPECT_EQ(counterOf(locked), (CounterResult{80'000, 80'000})) << executor;
  }
}

TEST(Claim08, AlsoWhereSeveralWantTheLockAtOnce) {
  const auto wanted = [](const Experiment& locked) {
    EXPECT_EQ(counterOf(locked), (CounterResult{400'000, 400'000}));
    return !inState(locked, TaskState::Lock).empty();
  };
  EXPECT_TRUE(seenInTime(fromCatalogue("race-locked"), {.executor = "threads", .parameters = kCorrections}, wanted));
}

// In the recording: with a lock no correction overwrites another, so the sheet never says less than before.
TEST(Claim08, ALockedCounterOnlyGrows) {
  const Experiment locked = perform("race-locked", {.parameters = kCorrections});
  std::vector<std::uint64_t> says(4, 0);
  for (const CounterWrite& write : counterHistory(locked.events)) {
    ASSERT_LT(write.task, 4u);
    EXPECT_GT(write.says, says[write.task]);
    EXPECT_GE(write.says, write.at_least) << "at least what this task added itself";
    says[write.task] = write.says;
  }
}

TEST(Claim08, ProcessesDoNotShareTheSheetAtAll) {
  const Experiment walls = perform("race", {.executor = "process-pool", .parameters = kCorrections, .workers = 2});
  EXPECT_EQ(counterOf(walls), (CounterResult{400'000, 0})) << "each corrected a sheet of its own";
}

}  // namespace
}  // namespace threadmart::claims
