#include <gmock/gmock.h>

#include "core/projections/slices.h"
#include "tests/core/projections/literal_run.h"

namespace threadmart {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

RunInfo infoOfPool() {
  RunInfo info;
  info.tasks = {{"customer 1", 3}, {"customer 2", 3}, {"customer 3", 3}};
  info.workers_info = {{"Thread-1", WorkerKind::Thread},
                       {"Thread-2", WorkerKind::Thread},
                       {"Thread-3", WorkerKind::Thread},
                       {"Thread-4", WorkerKind::Thread},
                       {"Thread-5", WorkerKind::Thread}};
  info.core_ids = {4, 5};
  return info;
}

Lanes lanesOf(const LiteralRun& run, LaneBy by) {
  return makeLanes(makeSlices(run.snapshot()), infoOfPool(), by);
}

LiteralRun threeTasksOnThreeOfFiveWorkers() {
  LiteralRun run;
  for (WorkerId worker : {0u, 1u, 2u}) run.worker(0, EventKind::WorkerSpawned, worker);
  for (TaskId task : {0u, 1u, 2u}) run.submitted(1, task);
  for (WorkerId worker : {0u, 1u, 2u}) run.worker(5, EventKind::WorkerStarted, worker, packThread(1, 10 + worker));
  for (TaskId task : {0u, 1u, 2u}) run.running(6, task, task, 4);
  for (TaskId task : {0u, 1u, 2u}) run.finished(9, task, task);
  return run.runFinished(10);
}

TEST(Lanes, ByWorkerShowTrolleysThatWereNeverUsed) {
  const Lanes lanes = lanesOf(threeTasksOnThreeOfFiveWorkers(), LaneBy::Worker);
  ASSERT_THAT(lanes.lanes, SizeIs(5));
  EXPECT_EQ(lanes.lanes[0].name, "Thread-1");
  EXPECT_THAT(lanes.lanes[0].slices, SizeIs(2)) << "starting up, running; the queue is nobody's";
  EXPECT_EQ(lanes.lanes[0].slices[0].task, kNoTask);
  EXPECT_EQ(lanes.lanes[4].name, "Thread-5");
  EXPECT_THAT(lanes.lanes[3].slices, IsEmpty());
  EXPECT_THAT(lanes.lanes[4].slices, IsEmpty());
  EXPECT_EQ(lanes.end, 9);
}

TEST(Lanes, ByTaskAreNamedAndHoldNoStartUp) {
  const Lanes lanes = lanesOf(threeTasksOnThreeOfFiveWorkers(), LaneBy::Task);
  ASSERT_THAT(lanes.lanes, SizeIs(3));
  EXPECT_EQ(lanes.lanes[2].name, "customer 3");
  EXPECT_THAT(lanes.lanes[2].slices,
              ElementsAre(Field(&Slice::state, TaskState::Queued), Field(&Slice::state, TaskState::Running)));
}

TEST(Lanes, ByCoreHoldRunningOnlyAndShowIdleCores) {
  const Lanes lanes = lanesOf(threeTasksOnThreeOfFiveWorkers(), LaneBy::Core);
  ASSERT_THAT(lanes.lanes, SizeIs(2));
  EXPECT_EQ(lanes.lanes[0].name, "core 4");
  EXPECT_THAT(lanes.lanes[0].slices, SizeIs(3));
  EXPECT_THAT(lanes.lanes[0].slices, Each(Field(&Slice::state, TaskState::Running)));
  EXPECT_EQ(lanes.lanes[1].id, 5u);
  EXPECT_THAT(lanes.lanes[1].slices, IsEmpty());
}

TEST(Lanes, ZeroLengthSlicesAreLeftOut) {
  const Lanes lanes = lanesOf(LiteralRun().running(3, 0).state(3, 0, TaskState::Io).finished(5, 0), LaneBy::Task);
  EXPECT_THAT(lanes.lanes[0].slices, ElementsAre(Field(&Slice::state, TaskState::Io)));
}

TEST(Lanes, TheSubmitterHasALaneIfSomethingHappenedThere) {
  EXPECT_THAT(lanesOf(LiteralRun().running(0, 0, 1).finished(5, 0, 1), LaneBy::Worker).lanes, SizeIs(5));
  const Lanes lanes = lanesOf(LiteralRun().running(0, 0, kSubmitter).finished(5, 0, kSubmitter), LaneBy::Worker);
  ASSERT_THAT(lanes.lanes, SizeIs(6));
  EXPECT_EQ(lanes.lanes.back().id, kSubmitter);
  EXPECT_EQ(lanes.lanes.back().name, "MainThread");
  EXPECT_THAT(lanes.lanes.back().slices, SizeIs(1));
}

TEST(Lanes, WhatTheInfoDoesNotNameHasALaneAllTheSame) {
  const LiteralRun run = LiteralRun().running(0, 7, 9, 2).finished(5, 7, 9);
  EXPECT_EQ(lanesOf(run, LaneBy::Task).lanes.back().name, "task 7");
  EXPECT_EQ(lanesOf(run, LaneBy::Worker).lanes.back().name, "worker 9");
  EXPECT_EQ(lanesOf(run, LaneBy::Core).lanes.front().name, "core 2");
}

}  // namespace
}  // namespace threadmart
