#include "core/work/cancel.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <thread>

#include "core/events/clock.h"
#include "tests/core/work/descriptors.h"

namespace threadmart {
namespace {

constexpr Nanos kMillisecond = 1'000'000;
constexpr Nanos kLong = 3600 * 1000 * kMillisecond;

bool readable(const CancelToken& token) {
  pollfd fd{token.descriptor(), POLLIN, 0};
  return poll(&fd, 1, 0) == 1;
}

TEST(CancelToken, IsReadableOnceCancelledAndStaysSo) {
  CancelToken token;
  EXPECT_FALSE(token.cancelled());
  EXPECT_FALSE(readable(token));
  token.cancel();
  token.cancel();
  EXPECT_TRUE(token.cancelled());
  EXPECT_TRUE(readable(token));
  EXPECT_TRUE(readable(token));
}

TEST(CancelToken, NeverSleepsLessThanAsked) {
  const CancelToken token;
  for (const Nanos duration : {Nanos{1}, Nanos{999}, 50'000 * Nanos{1}, 3 * kMillisecond, 17 * kMillisecond + 345}) {
    const Nanos start = monotonicNow();
    EXPECT_TRUE(token.sleep(duration));
    EXPECT_GE(monotonicNow() - start, duration);
  }
}

TEST(CancelToken, DoesNotSleepForNothing) {
  const CancelToken token;
  EXPECT_TRUE(token.sleep(0));
  EXPECT_TRUE(token.sleep(-kLong));
}

TEST(CancelToken, WakesEverySleeper) {
  CancelToken token;
  bool first = true, second = true;
  std::thread one([&] { first = token.sleep(kLong); });
  std::thread two([&] { second = token.sleep(kLong); });
  token.sleep(5 * kMillisecond);
  token.cancel();
  one.join();
  two.join();
  EXPECT_FALSE(first);
  EXPECT_FALSE(second);
  EXPECT_FALSE(token.sleep(kLong)) << "who sleeps afterwards does not fall asleep";
}

TEST(CancelToken, SleepsOnThroughSignals) {
  struct sigaction before {
  }, ignore{};
  ignore.sa_handler = [](int) {};
  sigaction(SIGUSR1, &ignore, &before);
  const CancelToken token;
  Nanos slept = 0;
  std::thread sleeper([&] {
    const Nanos start = monotonicNow();
    EXPECT_TRUE(token.sleep(30 * kMillisecond));
    slept = monotonicNow() - start;
  });
  for (int i = 0; i < 5; ++i) {
    pthread_kill(sleeper.native_handle(), SIGUSR1);
    token.sleep(2 * kMillisecond);
  }
  sleeper.join();
  sigaction(SIGUSR1, &before, nullptr);
  EXPECT_GE(slept, 30 * kMillisecond);
}

TEST(CancelToken, LeavesNoDescriptorBehindAndHandsNoneDown) {
  const auto before = openDescriptors(), inherited = inheritedDescriptors();
  {
    const CancelToken token;
    EXPECT_EQ(inheritedDescriptors(), inherited);
    EXPECT_EQ(openDescriptors().size(), before.size() + 1);
  }
  EXPECT_EQ(openDescriptors(), before);
}

}  // namespace
}  // namespace threadmart
