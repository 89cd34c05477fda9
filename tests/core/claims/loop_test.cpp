// The ticket board: coroutines on an event loop (claims 11 and 28).
#include <algorithm>
#include <gtest/gtest.h>
#include <set>

#include "experiment.h"

namespace threadmart::claims {
namespace {

std::set<std::uint64_t> threadsOf(const Experiment& experiment) {
  std::set<std::uint64_t> threads;
  for (const Event& started : eventsOf(experiment, EventKind::WorkerStarted)) threads.insert(started.value);
  return threads;
}

// The second half of the claim is in pools_test.cpp.
TEST(Claim11, HundredsOfTasksRunConcurrentlyOnOneCore) {
  const Experiment board = perform("many-on-one-core", {.executor = "event-loop", .cores = 1, .pace = 0.5});
  EXPECT_EQ(board.info.tasks.size(), 300u);
  EXPECT_EQ(threadsOf(board).size(), 1u);
  ASSERT_EQ(board.info.core_ids.size(), 1u);
  for (const Slice& slice : inState(board, TaskState::Running)) ASSERT_EQ(slice.core, board.info.core_ids[0]);
  EXPECT_EQ(board.numbers.peak_running, 1u);
  const Nanos away = board.numbers.in_state[static_cast<std::size_t>(TaskState::Io)];
  EXPECT_LT(board.numbers.makespan, away / 4) << "many were away at the same time";
}

TEST(Claim28, CoroutinesShareOneThread) {
  const Experiment board = perform("event-loop", {.parameters = {{"tasks", 8}}});
  EXPECT_EQ(board.info.executor, "event-loop");
  EXPECT_EQ(threadsOf(board).size(), 1u);
  EXPECT_EQ(*threadsOf(board).begin(), eventsOf(board, EventKind::RunStarted).at(0).value) << "it is the main thread";
  EXPECT_EQ(board.numbers.peak_running, 1u);
  EXPECT_GT(maxOverlap(taskSpans(board)), 1u);
  EXPECT_GT(maxConcurrency(board.slices, TaskState::Io), 1u);
}

// The state that a task entered when it stopped running; Done if that was its end.
TaskState stateAfter(const Experiment& experiment, const Slice& served) {
  for (const Slice& slice : experiment.slices) {
    if (slice.task == served.task && slice.begin >= served.end) return slice.state;
  }
  return TaskState::Done;
}

// The loop goes over to another task only where the one before steps aside or ends; never in the middle, even where
// the operating system takes the thread's core away.
TEST(Claim28, TheLoopSwitchesOnlyAtAwait) {
  const Experiment board = perform("event-loop", {.parameters = {{"tasks", 8}, {"items", 6}}});
  const std::vector<Slice> served = inState(board, TaskState::Running);
  std::size_t handovers = 0;
  for (std::size_t i = 1; i < served.size(); ++i) {
    if (served[i].task == served[i - 1].task) continue;
    ++handovers;
    const TaskState left_for = stateAfter(board, served[i - 1]);
    EXPECT_TRUE(left_for == TaskState::Io || left_for == TaskState::Done)
        << "task " << served[i - 1].task << " was left in state " << static_cast<int>(left_for);
  }
  EXPECT_GT(handovers, 8u) << "each comes to the front more than once";
}

// Items between two awaits are scanned without anybody else in between.
TEST(Claim28, NobodyIsInterruptedBetweenTwoAwaits) {
  const Experiment board = perform(fromTasks(R"([{"name": "busy", "count": 3, "steps": [
      {"step": "scan", "items": 15}, {"step": "sleep", "ms": 5}, {"step": "scan", "items": 15}]}])"),
                                   {.executor = "event-loop"});
  std::size_t changes = 0;
  const std::vector<Event> items = eventsOf(board, EventKind::ItemScanned);
  ASSERT_EQ(items.size(), 90u);
  for (std::size_t i = 1; i < items.size(); ++i) changes += items[i].task != items[i - 1].task ? 1 : 0;
  EXPECT_GE(changes, 3u);
  EXPECT_LE(changes, 5u) << "six baskets in a row: five changes at most";
}

TEST(Claim28, WhoBlocksWithoutAwaitStopsTheWholeBoard) {
  const Experiment board = perform("blocked-loop", {.parameters = {{"tasks", 5}, {"block", 300}}});
  const TaskId blocking = 5;
  Slice longest;
  for (const Slice& away : slicesOf(board, blocking, TaskState::Io)) {
    if (away.duration() > longest.duration()) longest = away;
  }
  EXPECT_GE(longest.duration(), 300'000'000);
  for (const Slice& slice : inState(board, TaskState::Running))
    EXPECT_FALSE(overlap(slice, longest)) << "task " << slice.task << " ran while the board stood still";
}

}  // namespace
}  // namespace threadmart::claims
