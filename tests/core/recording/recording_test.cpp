#include "core/recording/recording.h"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace threadmart {
namespace {

Event at(Nanos time, std::uint64_t value = 0) {
  Event event;
  event.time = time;
  event.value = value;
  return event;
}

std::vector<Nanos> timesOf(const Snapshot& snapshot) {
  std::vector<Nanos> times;
  for (const auto span : snapshot.spans()) {
    for (const Event& event : span) times.push_back(event.time);
  }
  return times;
}

TEST(Recording, KeepsWhatIsAppendedAcrossChunks) {
  Recording recording{RunInfo{}};
  std::vector<Event> events;
  for (std::size_t i = 0; i < kChunkEvents * 2 + 10; ++i) events.push_back(at(static_cast<Nanos>(i), i));
  recording.append({events.data(), 100});
  recording.append({events.data() + 100, events.size() - 100});
  const Snapshot snapshot = recording.snapshot();
  ASSERT_EQ(snapshot.size(), events.size());
  EXPECT_EQ(snapshot.spans().size(), 3U);
  EXPECT_EQ(snapshot[kChunkEvents], events[kChunkEvents]);
  EXPECT_EQ(snapshot[events.size() - 1], events.back());
}

TEST(Recording, SpansFromTheMiddleGiveWhatIsNew) {
  Recording recording{RunInfo{}};
  std::vector<Event> events;
  for (Nanos i = 0; i < 10; ++i) events.push_back(at(i));
  recording.append(events);
  const auto spans = recording.snapshot().spans(7);
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_EQ(spans[0].size(), 3U);
  EXPECT_EQ(spans[0][0].time, 7);
  EXPECT_TRUE(recording.snapshot().spans(10).empty());
}

TEST(Recording, ASnapshotDoesNotChange) {
  Recording recording{RunInfo{}};
  recording.append(std::vector{at(1), at(3)});
  const Snapshot before = recording.snapshot();
  recording.append(std::vector{at(4)});
  recording.insertLate(at(2));
  EXPECT_EQ(timesOf(before), (std::vector<Nanos>{1, 3}));
  EXPECT_EQ(timesOf(recording.snapshot()), (std::vector<Nanos>{1, 2, 3, 4}));
}

TEST(Recording, ALateEventChangesTheGeneration) {
  Recording recording{RunInfo{}};
  recording.append(std::vector{at(1), at(3)});
  const std::uint64_t generation = recording.snapshot().generation();
  recording.append(std::vector{at(4)});
  EXPECT_EQ(recording.snapshot().generation(), generation);
  recording.insertLate(at(2));
  EXPECT_NE(recording.snapshot().generation(), generation);
}

TEST(Recording, ALateEventGoesIntoTheRightChunk) {
  Recording recording{RunInfo{}};
  std::vector<Event> events;
  for (std::size_t i = 0; i < kChunkEvents + 5; ++i) events.push_back(at(static_cast<Nanos>(i) * 2));
  recording.append(events);
  recording.insertLate(at(11));
  recording.insertLate(at(-5));
  recording.insertLate(at(static_cast<Nanos>(kChunkEvents) * 2 + 1));
  const std::vector<Nanos> times = timesOf(recording.snapshot());
  EXPECT_EQ(times.size(), events.size() + 3);
  EXPECT_TRUE(std::is_sorted(times.begin(), times.end()));
  EXPECT_EQ(times.front(), -5);
  recording.append(std::vector{at(static_cast<Nanos>(kChunkEvents) * 3)});
  EXPECT_EQ(recording.size(), events.size() + 4);
}

TEST(Recording, ALateEventIsTheFirstOfAnEmptyRecording) {
  Recording recording{RunInfo{}};
  recording.insertLate(at(5));
  EXPECT_EQ(timesOf(recording.snapshot()), (std::vector<Nanos>{5}));
}

TEST(Recording, CanBeReadWhileItGrows) {
  Recording recording{RunInfo{}};
  constexpr Nanos kEvents = 300'000;
  std::atomic<bool> done{false};
  std::thread reader([&] {
    std::size_t seen = 0;
    while (!done.load() || seen < static_cast<std::size_t>(kEvents)) {
      const Snapshot snapshot = recording.snapshot();
      for (const auto span : snapshot.spans(seen)) {
        for (const Event& event : span) ASSERT_EQ(event.time, static_cast<Nanos>(seen++));
      }
    }
  });
  std::vector<Event> batch;
  for (Nanos i = 0; i < kEvents;) {
    batch.clear();
    for (int k = 0; k < 777 && i < kEvents; ++k) batch.push_back(at(i++));
    recording.append(batch);
  }
  done.store(true);
  reader.join();
}

}  // namespace
}  // namespace threadmart
