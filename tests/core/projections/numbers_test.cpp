#include "core/projections/numbers.h"

#include <gmock/gmock.h>

#include "tests/core/projections/literal_run.h"

namespace threadmart {
namespace {

RunInfo infoOf(std::size_t tasks, std::size_t workers, bool has_gil = false) {
  RunInfo info;
  info.source = CoreTimeSource::SchedulerSwitches;
  info.tasks.resize(tasks);
  info.workers_info.resize(workers);
  info.has_gil = has_gil;
  return info;
}

Numbers numbersOf(const LiteralRun& run, const RunInfo& info) {
  const Snapshot snapshot = run.snapshot();
  return makeNumbers(makeSlices(snapshot), snapshot, info);
}

Nanos in(const Numbers& numbers, TaskState state) {
  return numbers.in_state[static_cast<std::size_t>(state)];
}

// Two tasks on two workers: 0 runs 0–10, is away 10–40, runs 40–50; 1 waits until 10, for the lock until 20, runs
// 20–60.
LiteralRun twoTasks() {
  return LiteralRun()
      .submitted(0, 0)
      .submitted(0, 1)
      .running(0, 0, 0, 0)
      .state(10, 0, TaskState::Io, 0)
      .state(10, 1, TaskState::Lock, 1)
      .running(20, 1, 1, 1)
      .running(40, 0, 0, 0)
      .finished(50, 0, 0)
      .finished(60, 1, 1, Outcome::Failed)
      .runFinished(75);
}

TEST(Numbers, OfARunOnTwoWorkers) {
  const Numbers numbers = numbersOf(twoTasks(), infoOf(2, 2));
  EXPECT_EQ(numbers.makespan, 60) << "the last task's end, not the run's";
  EXPECT_EQ(numbers.cpu, 60);
  EXPECT_EQ(numbers.sum_of_parts, 90);
  EXPECT_DOUBLE_EQ(numbers.speedup, 1.5);
  EXPECT_DOUBLE_EQ(numbers.cores_used, 1.0);
  EXPECT_EQ(numbers.peak_running, 2u);
  EXPECT_DOUBLE_EQ(numbers.lock_share, 10.0 / 100.0);
  EXPECT_EQ(in(numbers, TaskState::Queued), 10);
  EXPECT_EQ(in(numbers, TaskState::Io), 30);
  EXPECT_EQ(in(numbers, TaskState::Lock), 10);
  EXPECT_EQ(numbers.finished, 2u);
  EXPECT_EQ(numbers.failed, 1u);
  EXPECT_EQ(numbers.cancelled, 0u);
  EXPECT_EQ(numbers.events, 10u);
}

TEST(Numbers, OfEachTask) {
  const Numbers numbers = numbersOf(twoTasks(), infoOf(2, 2));
  ASSERT_EQ(numbers.tasks.size(), 2u);
  EXPECT_EQ(numbers.tasks[1].task, 1u);
  EXPECT_EQ(numbers.tasks[1].worker, 1u);
  EXPECT_EQ(numbers.tasks[1].submitted, 0);
  EXPECT_EQ(numbers.tasks[1].start, 10);
  EXPECT_EQ(numbers.tasks[1].end, 60);
  EXPECT_EQ(numbers.tasks[1].in_state[static_cast<std::size_t>(TaskState::Running)], 40);
  EXPECT_TRUE(numbers.tasks[1].finished);
  EXPECT_EQ(numbers.tasks[1].outcome, Outcome::Failed);
}

TEST(Numbers, WhileTheRunGoesOnEverythingEndsAtTheLastEvent) {
  const Numbers numbers =
      numbersOf(LiteralRun().submitted(0, 0).submitted(0, 1).running(10, 0).submitted(30, 2), infoOf(3, 1));
  EXPECT_EQ(numbers.makespan, 30);
  EXPECT_EQ(numbers.cpu, 20);
  EXPECT_EQ(numbers.finished, 0u);
  EXPECT_EQ(numbers.tasks[0].end, 30);
  EXPECT_EQ(numbers.tasks[1].start, 30) << "not yet started";
}

TEST(Numbers, ATaskCancelledInTheQueueTakesNoTime) {
  const Numbers numbers = numbersOf(
      LiteralRun().submitted(0, 0).finished(8, 0, kSubmitter, Outcome::Cancelled).runFinished(9), infoOf(1, 2));
  EXPECT_EQ(numbers.cancelled, 1u);
  EXPECT_EQ(numbers.tasks[0].start, 8);
  EXPECT_EQ(numbers.tasks[0].end, 8);
  EXPECT_DOUBLE_EQ(numbers.lock_share, 0);
}

TEST(Numbers, OfNothingAreZero) {
  const Numbers numbers = numbersOf(LiteralRun(), infoOf(0, 0));
  EXPECT_EQ(numbers.makespan, 0);
  EXPECT_DOUBLE_EQ(numbers.speedup, 0);
  EXPECT_EQ(numbers.peak_running, 0u);
}

TEST(Numbers, TheThreadsOwnClockCountsWhereNobodyToldOfCores) {
  const LiteralRun run = LiteralRun().running(0, 0).finished(100, 0, 0, Outcome::Done, 40).runFinished(100);
  RunInfo info = infoOf(1, 1);
  EXPECT_EQ(numbersOf(run, info).cpu, 100);
  info.source = CoreTimeSource::None;
  EXPECT_EQ(numbersOf(run, info).cpu, 40);
}

TEST(Numbers, StartingUpIsNobodysTime) {
  const LiteralRun run = LiteralRun().worker(0, EventKind::WorkerSpawned, 0).worker(50, EventKind::WorkerStarted, 0);
  EXPECT_EQ(in(numbersOf(run, infoOf(0, 1)), TaskState::Queued), 0);
}

// ---- Switches: 0 and 1 take turns, on two workers and two cores, then 1 alone.
LiteralRun turns() {
  return LiteralRun()
      .running(0, 0, 0, 0)
      .state(5, 0, TaskState::Lock, 0)
      .running(5, 1, 1, 1)
      .state(9, 1, TaskState::Lock, 1)
      .running(9, 0, 0, 0)
      .finished(12, 0, 0)
      .running(12, 1, 1, 1)
      .finished(20, 1, 1);
}

TEST(Switches, WithAGilTheProcessIsOneTill) {
  EXPECT_EQ(countSwitches(makeSlices(turns().snapshot()), infoOf(2, 2, true)), 3u);
}

TEST(Switches, WithOneWorkerTheProcessIsOneTill) {
  EXPECT_EQ(countSwitches(makeSlices(turns().snapshot()), infoOf(2, 1)), 3u);
}

TEST(Switches, OtherwiseEachCoreIsATill) {
  EXPECT_EQ(countSwitches(makeSlices(turns().snapshot()), infoOf(2, 2)), 0u);
  const LiteralRun shared = LiteralRun()
                                .running(0, 0, 0, 7)
                                .state(5, 0, TaskState::Ready)
                                .running(5, 1, 1, 7)
                                .finished(9, 1, 1)
                                .running(9, 0, 0, 7)
                                .finished(12, 0);
  EXPECT_EQ(countSwitches(makeSlices(shared.snapshot()), infoOf(2, 2)), 2u);
}

TEST(Switches, WhereTheCoreIsUnknownTheWorkerIsATill) {
  const LiteralRun run =
      LiteralRun().running(0, 0, 0).running(0, 1, 1).finished(5, 0).finished(5, 1, 1).running(6, 2, 0).finished(9, 2,
                                                                                                                0);
  EXPECT_EQ(countSwitches(makeSlices(run.snapshot()), infoOf(3, 2)), 1u);
}

TEST(Switches, TheSameCustomerAfterAPauseIsNoSwitch) {
  const LiteralRun run = LiteralRun().running(0, 0).state(5, 0, TaskState::Io).running(9, 0).finished(12, 0);
  EXPECT_EQ(countSwitches(makeSlices(run.snapshot()), infoOf(1, 1)), 0u);
}

}  // namespace
}  // namespace threadmart
