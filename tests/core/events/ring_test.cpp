#include "core/events/ring.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <memory>
#include <thread>
#include <vector>

#include "core/events/ring_set.h"

namespace threadmart {
namespace {

Event numbered(std::uint64_t number) {
  Event event;
  event.value = number;
  return event;
}

class RingTest : public testing::Test {
 protected:
  Ring make(std::uint32_t slots) {
    memory_ = std::make_unique<std::byte[]>(Ring::bytesFor(slots) + 64);
    void* at = memory_.get();
    std::size_t space = Ring::bytesFor(slots) + 64;
    return Ring::create(std::align(64, Ring::bytesFor(slots), at, space), slots);
  }
  Clock clock_{ClockKind::ClockGettime};
  std::atomic<std::uint32_t> bell_{0};

 private:
  std::unique_ptr<std::byte[]> memory_;
};

TEST_F(RingTest, GivesEventsBackInOrder) {
  Ring ring = make(8);
  for (std::uint64_t i = 0; i < 5; ++i) ring.push(clock_, bell_, numbered(i));
  ASSERT_EQ(ring.available(), 5U);
  for (std::uint64_t i = 0; i < 5; ++i) EXPECT_EQ(ring.peek(i).value, i);
  ring.take(3);
  EXPECT_EQ(ring.available(), 2U);
  EXPECT_EQ(ring.peek(0).value, 3U);
}

TEST_F(RingTest, StampsTimeAndCore) {
  Ring ring = make(8);
  const Nanos before = monotonicNow();
  ring.push(clock_, bell_, numbered(1));
  ring.push(clock_, bell_, numbered(2));
  EXPECT_LE(before, ring.peek(0).time);
  EXPECT_LE(ring.peek(0).time, ring.peek(1).time);
  EXPECT_LE(ring.peek(1).time, monotonicNow());
  EXPECT_LT(ring.peek(0).core, std::thread::hardware_concurrency());
}

TEST_F(RingTest, RingsTheBellWhenHalfFull) {
  Ring ring = make(16);
  for (std::uint64_t i = 0; i < 7; ++i) ring.push(clock_, bell_, numbered(i));
  EXPECT_EQ(bell_.load(), 0U);
  ring.push(clock_, bell_, numbered(7));
  EXPECT_EQ(bell_.load(), 1U);
}

TEST_F(RingTest, AFullRingMakesItsWriterWaitAndLosesNothing) {
  Ring ring = make(8);
  constexpr std::uint64_t kEvents = 20'000;
  std::thread writer([&] {
    Ring mine = ring;
    for (std::uint64_t i = 0; i < kEvents; ++i) mine.push(clock_, bell_, numbered(i));
  });
  std::uint64_t next = 0;
  Nanos last = 0;
  while (next < kEvents) {
    const std::uint64_t available = ring.available();
    ASSERT_LE(available, 8U);
    for (std::uint64_t i = 0; i < available; ++i, ++next) {
      ASSERT_EQ(ring.peek(i).value, next);
      ASSERT_LE(last, ring.peek(i).time);
      last = ring.peek(i).time;
    }
    if (available > 0) ring.take(available);
    std::this_thread::yield();
  }
  writer.join();
  EXPECT_EQ(ring.available(), 0U);
}

TEST_F(RingTest, AnEventBearsNoTimeFromBeforeItsWait) {
  Ring ring = make(2);
  ring.push(clock_, bell_, numbered(0));
  ring.push(clock_, bell_, numbered(1));
  std::thread writer([&] {
    Ring mine = ring;
    mine.push(clock_, bell_, numbered(2));
  });
  while (bell_.load() < 2) std::this_thread::yield();  // it has rung because it waits
  const Nanos made_room = monotonicNow();
  ring.take(2);
  writer.join();
  EXPECT_GE(ring.peek(0).time, made_room);
}

TEST(RingSet, GivesEachWorkerARingOfItsOwn) {
  RingSet rings(3, true);
  EXPECT_GE(rings.descriptor(), 0);
  EXPECT_FALSE(rings.inUse(RingSet::ringOf(1)));
  EventWriter writer = rings.writer(RingSet::ringOf(1), 1);
  writer.push(EventKind::TaskSubmitted, 7);
  EXPECT_TRUE(rings.inUse(RingSet::ringOf(1)));
  EXPECT_FALSE(rings.inUse(RingSet::ringOf(0)));
  const Ring ring = rings.ring(RingSet::ringOf(1));
  ASSERT_EQ(ring.available(), 1U);
  EXPECT_EQ(ring.peek(0).worker, 1U);
  EXPECT_EQ(ring.peek(0).task, 7U);
}

TEST(EventWriter, WithoutARingItWritesNothing) {
  EventWriter writer;
  writer.push(EventKind::TaskSubmitted, 1);  // must not crash
  EXPECT_EQ(writer.worker(), kSubmitter);
}

}  // namespace
}  // namespace threadmart
