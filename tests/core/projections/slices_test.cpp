#include "core/projections/slices.h"

#include <gmock/gmock.h>
#include <random>

#include "tests/core/projections/literal_run.h"

namespace threadmart {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Slice queued(Nanos begin, Nanos end, TaskId task, bool open = false) {
  return {.begin = begin, .end = end, .task = task, .state = TaskState::Queued, .open = open};
}
Slice slice(Nanos begin, Nanos end, TaskId task, TaskState state, WorkerId worker, std::uint16_t core = kNoCore,
            bool open = false) {
  return {.begin = begin, .end = end, .task = task, .worker = worker, .core = core, .state = state, .open = open};
}

TEST(Slices, OneTaskFromQueueToEnd) {
  const LiteralRun run = LiteralRun()
                             .submitted(1, 0)
                             .running(5, 0, 2, 1)
                             .state(9, 0, TaskState::Io, 2)
                             .state(20, 0, TaskState::Ready, 2)
                             .running(23, 0, 2, 0)
                             .finished(30, 0, 2);
  EXPECT_THAT(makeSlices(run.snapshot()),
              ElementsAre(queued(1, 5, 0), slice(5, 9, 0, TaskState::Running, 2, 1), slice(9, 20, 0, TaskState::Io, 2),
                          slice(20, 23, 0, TaskState::Ready, 2), slice(23, 30, 0, TaskState::Running, 2, 0)));
}

TEST(Slices, AWorkerStartsUpFromItsSpawnToItsFirstInstruction) {
  const LiteralRun run =
      LiteralRun().worker(10, EventKind::WorkerSpawned, 3).worker(510, EventKind::WorkerStarted, 3, packThread(7, 7));
  EXPECT_THAT(makeSlices(run.snapshot()), ElementsAre(slice(10, 510, kNoTask, TaskState::Queued, 3)));
}

TEST(Slices, AWorkerThatDiesBeforeItsFirstInstructionStopsStartingUp) {
  const LiteralRun run =
      LiteralRun().worker(10, EventKind::WorkerSpawned, 3).worker(40, EventKind::WorkerDied, 3, 9).submitted(90, 0);
  EXPECT_EQ(makeSlices(run.snapshot()).front(), slice(10, 40, kNoTask, TaskState::Queued, 3));
}

TEST(Slices, ItemsAndCoreStandInTheSlice) {
  const LiteralRun run = LiteralRun().state(0, 0, TaskState::Running, 1, 5, 17).state(4, 0, TaskState::Io, 1, 5, 18);
  const std::vector<Slice> slices = makeSlices(run.snapshot());
  ASSERT_EQ(slices.size(), 2u);
  EXPECT_EQ(slices[0].items, 17u);
  EXPECT_EQ(slices[0].core, 5);
  EXPECT_EQ(slices[1].items, 18u);
  EXPECT_EQ(slices[1].core, kNoCore) << "a core is known for running only";
}

TEST(Slices, TheEndOfTheRunClosesWhatIsOpen) {
  const LiteralRun run = LiteralRun().submitted(0, 0).submitted(0, 1).running(2, 0).runFinished(10);
  EXPECT_THAT(makeSlices(run.snapshot()),
              ElementsAre(queued(0, 2, 0), queued(0, 10, 1), slice(2, 10, 0, TaskState::Running, 0)));
}

TEST(Slices, ADeathClosesOnlyWhatThatWorkerCarried) {
  const LiteralRun run = LiteralRun()
                             .submitted(0, 2)
                             .running(1, 0, 0)
                             .running(1, 1, 1)
                             .worker(6, EventKind::WorkerDied, 1, 9)
                             .finished(9, 0, 0)
                             .finished(9, 1, kSubmitter, Outcome::Failed);
  EXPECT_THAT(makeSlices(run.snapshot()), ElementsAre(queued(0, 9, 2, true), slice(1, 9, 0, TaskState::Running, 0),
                                                      slice(1, 6, 1, TaskState::Running, 1)));
}

TEST(Slices, WhatGoesOnEndsAtTheLastEventAndMovesWithIt) {
  Recording recording{RunInfo{}};
  SliceBuilder builder;
  recording.append(LiteralRun().submitted(0, 0).running(3, 0, 0, 1).events());
  builder.update(recording.snapshot());
  EXPECT_THAT(builder.slices(), ElementsAre(queued(0, 3, 0), slice(3, 3, 0, TaskState::Running, 0, 1, true)));

  recording.append(LiteralRun().submitted(8, 1).events());
  builder.update(recording.snapshot());
  EXPECT_THAT(builder.slices(),
              ElementsAre(queued(0, 3, 0), slice(3, 8, 0, TaskState::Running, 0, 1, true), queued(8, 8, 1, true)));
  EXPECT_EQ(builder.end(), 8);
}

TEST(Slices, TheVersionChangesOnlyWithNews) {
  Recording recording{RunInfo{}};
  SliceBuilder builder;
  builder.update(recording.snapshot());
  const auto empty = builder.version();
  recording.append(LiteralRun().submitted(0, 0).events());
  builder.update(recording.snapshot());
  const auto one = builder.version();
  EXPECT_NE(one, empty);
  builder.update(recording.snapshot());
  EXPECT_EQ(builder.version(), one);
}

TEST(Slices, ALateEventStartsThemAnew) {
  Recording recording{RunInfo{}};
  SliceBuilder builder;
  recording.append(LiteralRun().running(0, 0).finished(10, 0).events());
  builder.update(recording.snapshot());
  const auto before = builder.version();
  recording.insertLate(LiteralRun().state(4, 0, TaskState::Io).events().front());
  builder.update(recording.snapshot());
  EXPECT_THAT(builder.slices(), ElementsAre(slice(0, 4, 0, TaskState::Running, 0), slice(4, 10, 0, TaskState::Io, 0)));
  EXPECT_NE(builder.version(), before);
}

TEST(Slices, IdsBeyondAllBoundsCostNoMemory) {
  const LiteralRun run = LiteralRun()
                             .submitted(0, 0xFFFFFFF0)
                             .running(1, kNoTask)
                             .worker(2, EventKind::WorkerSpawned, kSubmitter)
                             .finished(3, 0xFFFFFFF0);
  EXPECT_THAT(makeSlices(run.snapshot()), IsEmpty());
}

std::vector<Event> randomWalk(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<Event> events;
  Nanos time = 0;
  for (std::size_t i = 0; i < count; ++i) {
    time += random() % 3;
    Event event{
        .time = time, .task = static_cast<TaskId>(random() % 20), .worker = static_cast<WorkerId>(random() % 4)};
    event.kind = static_cast<EventKind>(random() % kEventKinds);
    event.detail = static_cast<std::uint8_t>(random() % kTaskStates);
    events.push_back(event);
  }
  return events;
}

// However the recording grows, the slices come out as if it had been there at once; and no task is in two states at a
// time.
TEST(Slices, StepByStepEqualsAllAtOnce) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const std::vector<Event> events = randomWalk(seed, 500);
    Recording recording{RunInfo{}};
    SliceBuilder builder;
    std::mt19937 random(seed);
    for (std::size_t at = 0; at < events.size();) {
      const std::size_t step = std::min<std::size_t>(1 + random() % 40, events.size() - at);
      recording.append(std::span(events).subspan(at, step));
      builder.update(recording.snapshot());
      at += step;
    }
    EXPECT_EQ(builder.slices(), makeSlices(recording.snapshot())) << "seed " << seed;

    std::vector<Nanos> free_from(20, 0);
    for (const Slice& one : builder.slices()) {
      EXPECT_LE(one.begin, one.end);
      if (one.task == kNoTask) continue;
      EXPECT_GE(one.begin, free_from[one.task]) << "seed " << seed;
      free_from[one.task] = one.end;
    }
  }
}

}  // namespace
}  // namespace threadmart
