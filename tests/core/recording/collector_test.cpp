#include "core/recording/collector.h"

#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace threadmart {
namespace {

Event at(Nanos time, WorkerId worker = 0) {
  Event event;
  event.time = time;
  event.worker = worker;
  return event;
}

TEST(MergeRuns, PutsSortedRunsInOrderAndKeepsTheOrderOfEquals) {
  std::vector<Event> events{at(1, 0), at(5, 0), at(9, 0), at(2, 1), at(5, 1), at(0, 2), at(5, 2), at(6, 2), at(3, 3)};
  std::vector<Event> scratch;
  mergeRuns(events, {3, 5, 8, 9}, scratch);
  std::vector<std::pair<Nanos, WorkerId>> seen;
  for (const Event& event : events) seen.emplace_back(event.time, event.worker);
  EXPECT_EQ(seen, (std::vector<std::pair<Nanos, WorkerId>>{
                      {0, 2}, {1, 0}, {2, 1}, {3, 3}, {5, 0}, {5, 1}, {5, 2}, {6, 2}, {9, 0}}));
}

TEST(MergeRuns, OneRunAndNoneStayAsTheyAre) {
  std::vector<Event> none, scratch;
  mergeRuns(none, {}, scratch);
  EXPECT_TRUE(none.empty());
  std::vector<Event> one{at(1), at(2)};
  mergeRuns(one, {2}, scratch);
  EXPECT_EQ(one.size(), 2U);
}

// Sixteen workers push as fast as they can: nothing is lost, and the recording is in time order.
TEST(Collector, LosesNothingUnderFullLoad) {
  constexpr unsigned kWorkers = 16;
  constexpr std::uint32_t kEvents = 40'000;
  RingSet rings(kWorkers, false);
  Recording recording{RunInfo{}};
  Collector collector(rings, recording);
  collector.begin();
  std::vector<std::thread> workers;
  for (WorkerId worker = 0; worker < kWorkers; ++worker) {
    workers.emplace_back([&rings, worker] {
      EventWriter writer = rings.writer(RingSet::ringOf(worker), worker);
      for (std::uint32_t i = 0; i < kEvents; ++i) writer.push(EventKind::CounterWritten, worker, 0, i, i);
    });
  }
  for (std::thread& worker : workers) worker.join();
  collector.stop();

  std::vector<std::uint32_t> next(kWorkers);
  Nanos last = 0;
  for (const auto span : recording.snapshot().spans()) {
    for (const Event& event : span) {
      ASSERT_GE(event.time, last);
      last = event.time;
      if (event.kind != EventKind::CounterWritten) continue;
      ASSERT_EQ(event.count, next[event.worker]++);
    }
  }
  for (const std::uint32_t seen : next) EXPECT_EQ(seen, kEvents);
}

TEST(Collector, TheRecordingGrowsWhileTheRunGoesOn) {
  RingSet rings(1, false);
  Recording recording{RunInfo{}};
  Collector collector(rings, recording);
  collector.begin();
  EventWriter writer = rings.writer(RingSet::kSubmitterRing, kSubmitter);
  writer.push(EventKind::RunStarted);
  while (recording.size() == 0) std::this_thread::yield();  // the test's own time limit is the bound
  EXPECT_EQ(recording.snapshot()[0].kind, EventKind::RunStarted);
}

TEST(Collector, TimesAreCountedFromTheBeginning) {
  RingSet rings(1, false);
  Recording recording{RunInfo{}};
  Collector collector(rings, recording);
  const Nanos origin = collector.begin();
  EventWriter writer = rings.writer(RingSet::kSubmitterRing, kSubmitter);
  writer.push(EventKind::RunStarted);
  const Nanos after = monotonicNow();
  collector.stop();
  ASSERT_GE(recording.size(), 1U);
  EXPECT_GE(recording.snapshot()[0].time, 0);
  EXPECT_LE(recording.snapshot()[0].time, after - origin + 2'000);
}

}  // namespace
}  // namespace threadmart
