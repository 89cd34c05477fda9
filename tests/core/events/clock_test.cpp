#include "core/events/clock.h"

#include <gtest/gtest.h>
#include <sched.h>

namespace threadmart {
namespace {

TEST(Clock, NeverGoesBack) {
  const Clock clock(bestClock());
  Ticks last = clock.now();
  for (int i = 0; i < 100'000; ++i) {
    const Ticks now = clock.now();
    ASSERT_LE(last, now);
    last = now;
  }
}

TEST(Clock, TheCoreIsTheOneTheKernelNames) {
  cpu_set_t before;
  ASSERT_EQ(sched_getaffinity(0, sizeof before, &before), 0);
  for (unsigned core = 0; core < CPU_SETSIZE; ++core) {
    if (!CPU_ISSET(core, &before)) continue;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    ASSERT_EQ(sched_setaffinity(0, sizeof one, &one), 0);
    EXPECT_EQ(currentCore(), core);
  }
  sched_setaffinity(0, sizeof before, &before);
}

TEST(TickLine, IsExactAtThePairsAndStraightBetweenThem) {
  TickLine line{Clock(ClockKind::Tsc)};
  const Ticks ticks = line.lastTicks();
  const Nanos nanos = line.lastNanos();
  line.addPair(ticks + 3'000, nanos + 1'000);
  line.addPair(ticks + 6'000, nanos + 3'000);
  EXPECT_EQ(line.toNanos(ticks + 3'000), nanos + 1'000);
  EXPECT_EQ(line.toNanos(ticks + 6'000), nanos + 3'000);
  EXPECT_EQ(line.toNanos(ticks + 4'500), nanos + 2'000);
  EXPECT_EQ(line.toNanos(ticks + 1'500), nanos + 500) << "a late event lies on an earlier stretch";
}

TEST(TickLine, IgnoresAPairThatWouldTurnTimeBack) {
  TickLine line{Clock(ClockKind::Tsc)};
  const Ticks ticks = line.lastTicks();
  const Nanos nanos = line.lastNanos();
  line.addPair(ticks + 100, nanos - 1);
  EXPECT_EQ(line.lastTicks(), ticks);
}

TEST(TickLine, AgreesWithTheKernelsClock) {
  const Clock clock(bestClock());
  TickLine line(clock);
  for (int i = 0; i < 200; ++i) {
    const Nanos before = monotonicNow();
    const Ticks ticks = clock.now();
    const Nanos after = monotonicNow();
    line.addPair();
    // The conversion may be off by what a reading of both clocks is uncertain by, not by more.
    EXPECT_GE(line.toNanos(ticks), before - 2'000);
    EXPECT_LE(line.toNanos(ticks), after + 2'000);
  }
}

}  // namespace
}  // namespace threadmart
