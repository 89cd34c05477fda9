#include "core/projections/moments.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

#include "literal_run.h"

namespace threadmart {
namespace {

using Times = std::vector<Nanos>;

std::shared_ptr<const std::vector<Slice>> slicesOf(const LiteralRun& run) {
  return std::make_shared<const std::vector<Slice>>(makeSlices(run.snapshot()));
}

LiteralRun twoTasks() {
  return LiteralRun()
      .submitted(0, 0)
      .worker(5, EventKind::WorkerSpawned, 0)
      .worker(8, EventKind::WorkerStarted, 0)
      .running(10, 0)
      .state(20, 0, TaskState::Io)
      .running(25, 1, 1)
      .running(30, 0)
      .finished(40, 0)
      .state(50, 1, TaskState::Lock, 1);
}

Times forward(const Moments& moments, Nanos from) {
  Times times;
  for (auto at = moments.next(from); at; at = moments.next(*at)) times.push_back(*at);
  return times;
}

Times forward(const Moments& moments, Nanos from, TaskId task) {
  Times times;
  for (auto at = moments.next(from, task); at; at = moments.next(*at, task)) times.push_back(*at);
  return times;
}

Times backward(const Moments& moments, Nanos from) {
  Times times;
  for (auto at = moments.previous(from); at; at = moments.previous(*at)) times.push_back(*at);
  std::reverse(times.begin(), times.end());
  return times;
}

Times backward(const Moments& moments, Nanos from, TaskId task) {
  Times times;
  for (auto at = moments.previous(from, task); at; at = moments.previous(*at, task)) times.push_back(*at);
  std::reverse(times.begin(), times.end());
  return times;
}

// Every begin, and the end of every slice that has ended, each once.
Times timesOf(const std::vector<Slice>& slices, TaskId task = kNoTask) {
  Times times;
  for (const Slice& slice : slices) {
    if (task != kNoTask && slice.task != task) continue;
    times.push_back(slice.begin);
    if (!slice.open) times.push_back(slice.end);
  }
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

TEST(MomentsTest, AreEveryBeginAndEveryEndOnce) {
  Moments moments;
  moments.update(slicesOf(twoTasks()), 0);
  EXPECT_EQ(forward(moments, -1), (Times{0, 5, 8, 10, 20, 25, 30, 40, 50}));
  EXPECT_EQ(backward(moments, 1000), (Times{0, 5, 8, 10, 20, 25, 30, 40, 50}));
}

TEST(MomentsTest, OfOneTaskAreItsChangesOfState) {
  Moments moments;
  moments.update(slicesOf(twoTasks()), 0);
  EXPECT_EQ(forward(moments, -1, 0), (Times{0, 10, 20, 30, 40}));
  EXPECT_EQ(backward(moments, 1000, 0), (Times{0, 10, 20, 30, 40}));
  EXPECT_EQ(forward(moments, -1, 1), (Times{25, 50})) << "what is still going on has no end";
  EXPECT_EQ(moments.next(0, 7), std::nullopt);
}

TEST(MomentsTest, BetweenTwoChangesTheNearestOnEachSideIsFound) {
  Moments moments;
  moments.update(slicesOf(twoTasks()), 0);
  EXPECT_EQ(moments.next(32), 40);
  EXPECT_EQ(moments.previous(32), 30);
  EXPECT_EQ(moments.previous(0), std::nullopt);
  EXPECT_EQ(moments.next(50), std::nullopt);
}

TEST(MomentsTest, OfNothingThereAreNone) {
  Moments moments;
  EXPECT_EQ(moments.next(0), std::nullopt);
  moments.update(std::make_shared<const std::vector<Slice>>(), 0);
  EXPECT_EQ(moments.next(0), std::nullopt);
  EXPECT_EQ(moments.previous(0), std::nullopt);
}

// Tasks that begin, end, and begin again; workers that start up and die.
std::vector<Event> randomEvents(unsigned seed) {
  std::mt19937 random(seed);
  LiteralRun run;
  Nanos time = 0;
  for (int i = 0; i < 400; ++i) {
    time += static_cast<Nanos>(random() % 4);
    const auto id = static_cast<std::uint32_t>(random() % 6);
    switch (random() % 8) {
      case 0:
        run.finished(time, id, id);
        break;
      case 1:
        run.worker(time, EventKind::WorkerSpawned, id);
        break;
      case 2:
        run.worker(time, random() % 2 == 0 ? EventKind::WorkerStarted : EventKind::WorkerDied, id);
        break;
      default:
        run.state(time, id, static_cast<TaskState>(random() % 5), id);
    }
  }
  return run.events();
}

TEST(MomentsTest, AreTheSameWhileTheRecordingGrowsAsWhenItIsReadAtOnce) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const std::vector<Event> events = randomEvents(seed);
    Recording recording{RunInfo{}};
    const auto builder = std::make_shared<SliceBuilder>();
    const auto slices = std::shared_ptr<const std::vector<Slice>>(builder, &builder->slices());
    Moments growing;
    std::mt19937 random(seed);
    for (std::size_t from = 0; from < events.size();) {
      const std::size_t to = std::min(events.size(), from + 1 + random() % 9);
      recording.append(std::span(events).subspan(from, to - from));
      from = to;
      builder->update(recording.snapshot());
      growing.update(slices, recording.snapshot().generation());
      ASSERT_EQ(forward(growing, -1), timesOf(*slices)) << "seed " << seed << ", " << to << " events";
    }
    ASSERT_EQ(backward(growing, 1'000'000), timesOf(*slices));
    for (TaskId task = 0; task < 6; ++task) {
      ASSERT_EQ(forward(growing, -1, task), timesOf(*slices, task)) << "seed " << seed << ", task " << task;
      ASSERT_EQ(backward(growing, 1'000'000, task), timesOf(*slices, task));
    }
  }
}

TEST(MomentsTest, AreReadAgainWhenAnEventComesLate) {
  Recording recording{RunInfo{}};
  recording.append(twoTasks().events());
  const auto builder = std::make_shared<SliceBuilder>();
  const auto slices = std::shared_ptr<const std::vector<Slice>>(builder, &builder->slices());
  Moments moments;
  builder->update(recording.snapshot());
  moments.update(slices, recording.snapshot().generation());
  EXPECT_EQ(moments.next(10), 20);
  recording.insertLate({.time = 12, .task = 0, .worker = 0, .kind = EventKind::TaskState, .detail = 4});
  builder->update(recording.snapshot());
  moments.update(slices, recording.snapshot().generation());
  EXPECT_EQ(moments.next(10), 12);
}

}  // namespace
}  // namespace threadmart
