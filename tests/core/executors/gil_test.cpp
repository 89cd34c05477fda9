#include "core/executors/gil.h"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

#include "core/events/clock.h"

namespace threadmart {
namespace {

constexpr Nanos kInterval = 2'000'000;

void doNothing() {}

TEST(Gil, IsTakenAtOnceWhenFree) {
  Gil gil(kInterval);
  bool waited = false;
  const Gil::Taken taken = gil.take(1, [&] { waited = true; });
  EXPECT_FALSE(waited);
  EXPECT_FALSE(taken.handed_over) << "nobody had it before";
  gil.drop(1);
}

TEST(Gil, TakingItAgainIsNoHandOver) {
  Gil gil(kInterval);
  gil.take(1, doNothing);
  gil.drop(1);
  EXPECT_FALSE(gil.take(1, doNothing).handed_over);
  gil.drop(1);
  const Gil::Taken taken = gil.take(2, doNothing);
  EXPECT_TRUE(taken.handed_over);
  EXPECT_EQ(taken.from, 1U);
  gil.drop(2);
}

TEST(Gil, AWaiterAsksOnceItsIntervalIsOver) {
  Gil gil(kInterval);
  gil.take(1, doNothing);
  const Nanos began = monotonicNow();
  std::atomic<bool> waits{false};
  Gil::Taken taken;
  std::thread other([&] {
    taken = gil.take(2, [&] { waits = true; });
    gil.drop(2);
  });
  while (!gil.dropRequested()) std::this_thread::yield();
  EXPECT_TRUE(waits);
  EXPECT_GE(monotonicNow() - began, kInterval) << "nobody rings before the bell";
  gil.drop(1);
  other.join();
  EXPECT_TRUE(taken.asked);
  EXPECT_EQ(taken.from, 1U);
  EXPECT_FALSE(gil.dropRequested()) << "a request is answered once";
}

// Forced switching: who drops it on request cannot have it back before the other has had it.
TEST(Gil, DroppingOnRequestReallyHandsItOver) {
  Gil gil(kInterval);
  std::atomic<int> turns_of_other{0};
  gil.take(1, doNothing);
  std::thread other([&] {
    for (int i = 0; i < 20; ++i) {
      gil.take(2, doNothing);
      ++turns_of_other;
      gil.drop(2);
    }
  });
  for (int turn = 1; turn <= 20; ++turn) {
    while (!gil.dropRequested() && turns_of_other < 20) std::this_thread::yield();
    const int before = turns_of_other;
    if (before >= 20) break;
    gil.drop(1);
    gil.take(1, doNothing);
    EXPECT_GT(turns_of_other, before);
  }
  gil.drop(1);
  other.join();
}

TEST(Gil, OnlyOneHoldsItEver) {
  Gil gil(200'000);
  std::atomic<int> holders{0};
  std::atomic<bool> two_at_once{false};
  std::vector<std::thread> threads;
  for (WorkerId me = 0; me < 6; ++me) {
    threads.emplace_back([&, me] {
      gil.take(me, doNothing);
      for (int i = 0; i < 20'000; ++i) {
        if (holders.fetch_add(1) != 0) two_at_once = true;
        holders.fetch_sub(1);
        if (gil.dropRequested() || i % 1'000 == 0) {
          gil.drop(me);
          gil.take(me, doNothing);
        }
      }
      gil.drop(me);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_FALSE(two_at_once);
}

}  // namespace
}  // namespace threadmart
