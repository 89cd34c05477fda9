#include "core/recording/refiner.h"

#include <gtest/gtest.h>
#include <tuple>

#include "core/probes/scheduler_switches.h"

namespace threadmart {
namespace {

constexpr std::uint32_t kTid = 101;

Event started(WorkerId worker, std::uint32_t tid) {
  Event event;
  event.kind = EventKind::WorkerStarted;
  event.worker = worker;
  event.value = packThread(100, tid);
  return event;
}

Event state(Nanos time, TaskState state, TaskId task, WorkerId worker = 0, std::uint32_t items = 0) {
  Event event;
  event.time = time;
  event.kind = EventKind::TaskState;
  event.task = task;
  event.worker = worker;
  event.detail = static_cast<std::uint8_t>(state);
  event.count = items;
  event.core = 0;
  return event;
}

SchedulerSwitch switched(bool in, std::uint16_t core = 0, std::uint32_t tid = kTid) {
  return {0, 100, tid, core, in};
}

using Told = std::tuple<Nanos, TaskState, TaskId, std::uint16_t>;

std::vector<Told> statesOf(const std::vector<Event>& events) {
  std::vector<Told> told;
  for (const Event& event : events) {
    if (event.kind == EventKind::TaskState)
      told.emplace_back(event.time, static_cast<TaskState>(event.detail), event.task, event.core);
  }
  return told;
}

class RefinerTest : public testing::Test {
 protected:
  RefinerTest() { refiner_.feed(started(0, kTid), out_); }
  Refiner refiner_;
  std::vector<Event> out_;
};

TEST_F(RefinerTest, LosingTheCoreInTheMiddleOfRunningIsReady) {
  refiner_.feed(state(10, TaskState::Running, 3), out_);
  refiner_.feed(switched(false), 20, out_);
  refiner_.feed(switched(true, 1), 35, out_);
  refiner_.feed(state(50, TaskState::Io, 3), out_);
  EXPECT_EQ(statesOf(out_), (std::vector<Told>{{10, TaskState::Running, 3, 0},
                                               {20, TaskState::Ready, 3, kNoCore},
                                               {35, TaskState::Running, 3, 1},
                                               {50, TaskState::Io, 3, 0}}));
}

TEST_F(RefinerTest, HowLongSomebodyWillBeAwayIsKeptAndIsOfNothingElse) {
  Event away = state(50, TaskState::Io, 3);
  away.value = 700;
  refiner_.feed(state(10, TaskState::Running, 3), out_);
  refiner_.feed(switched(false), 20, out_);
  refiner_.feed(switched(true, 1), 35, out_);
  refiner_.feed(away, out_);
  refiner_.feed(state(90, TaskState::Running, 3), out_);
  for (const Event& event : out_) {
    if (event.kind != EventKind::TaskState) continue;
    const bool is_away = event.detail == static_cast<std::uint8_t>(TaskState::Io);
    EXPECT_EQ(event.value, is_away ? 700U : 0U) << "at " << event.time;
  }
}

TEST_F(RefinerTest, LeavingTheCoreWhileAwayIsNothingNew) {
  refiner_.feed(state(10, TaskState::Io, 3), out_);
  refiner_.feed(switched(false), 11, out_);
  refiner_.feed(switched(true), 90, out_);
  refiner_.feed(state(91, TaskState::Running, 3), out_);
  EXPECT_EQ(statesOf(out_).size(), 2U);
}

TEST_F(RefinerTest, OtherThreadsDoNotMatter) {
  refiner_.feed(state(10, TaskState::Running, 3), out_);
  refiner_.feed(switched(false, 0, 999), 20, out_);
  EXPECT_EQ(statesOf(out_).size(), 1U);
}

TEST_F(RefinerTest, TheItemsScannedAreKeptAcrossTheGap) {
  refiner_.feed(state(10, TaskState::Running, 3), out_);
  Event item;
  item.kind = EventKind::ItemScanned;
  item.worker = 0;
  item.task = 3;
  item.count = 4;
  refiner_.feed(item, out_);
  refiner_.feed(switched(false), 20, out_);
  EXPECT_EQ(out_.back().count, 4U);
}

TEST_F(RefinerTest, AfterTheTaskHasFinishedSwitchesAreNothingNew) {
  refiner_.feed(state(10, TaskState::Running, 3), out_);
  Event finished = state(20, TaskState::Done, 3);
  finished.kind = EventKind::TaskFinished;
  refiner_.feed(finished, out_);
  const std::size_t events = out_.size();
  refiner_.feed(switched(false), 30, out_);
  EXPECT_EQ(out_.size(), events);
}

TEST_F(RefinerTest, InAnEventLoopOnlyTheRunningTaskLosesTheCore) {
  refiner_.feed(state(10, TaskState::Running, 1), out_);
  refiner_.feed(state(20, TaskState::Io, 1), out_);
  refiner_.feed(state(21, TaskState::Running, 2), out_);
  refiner_.feed(state(22, TaskState::Ready, 1), out_);  // its turn has not come yet
  refiner_.feed(switched(false), 30, out_);
  EXPECT_EQ(statesOf(out_).back(), (Told{30, TaskState::Ready, 2, kNoCore}));
}

TEST_F(RefinerTest, ARunDelayBecomesTheLastPartOfTheTimeBefore) {
  refiner_.feed(state(100, TaskState::Running, 3), out_);
  Event delay;
  delay.kind = EventKind::RunDelay;
  delay.time = 500;
  delay.worker = 0;
  delay.value = 150;
  delay.core = 1;
  refiner_.feed(delay, out_);
  EXPECT_EQ(statesOf(out_), (std::vector<Told>{{100, TaskState::Running, 3, 0},
                                               {350, TaskState::Ready, 3, kNoCore},
                                               {500, TaskState::Running, 3, 1}}));
  for (const Event& event : out_) EXPECT_NE(event.kind, EventKind::RunDelay) << "not kept in recordings";
}

}  // namespace
}  // namespace threadmart
