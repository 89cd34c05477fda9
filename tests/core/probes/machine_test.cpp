#include "core/probes/machine.h"

#include <algorithm>
#include <ctime>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace threadmart {
namespace {

Nanos now(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

void burn(Nanos cpu_time) {
  const Nanos end = now(CLOCK_THREAD_CPUTIME_ID) + cpu_time;
  while (now(CLOCK_THREAD_CPUTIME_ID) < end) {
  }
}

TEST(Machine, SaysWhereItRuns) {
  const Machine machine = readMachine();
  EXPECT_GE(machine.cores, 1u);
  EXPECT_FALSE(machine.cpu.empty());
  EXPECT_TRUE(machine.kernel.starts_with("Linux "));
  ASSERT_FALSE(machine.allowed_cores.empty());
  EXPECT_TRUE(std::ranges::is_sorted(machine.allowed_cores));
}

TEST(Machine, AllowedCoresFollowTheAffinityOfTheThread) {
  const unsigned last = readMachine().allowed_cores.back();
  std::vector<unsigned> seen;
  std::thread([&] {
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(last, &only);
    sched_setaffinity(0, sizeof only, &only);
    seen = readMachine().allowed_cores;
  }).join();
  EXPECT_EQ(seen, std::vector<unsigned>{last});
}

TEST(Machine, SharesAreBetweenTwoReadings) {
  const CoreTimes before{{10, 50, 5, 7}, {100, 100, 100, 100}};
  const CoreTimes after{{60, 50, 4, 27}, {200, 200, 200, 110}};
  // Half busy; idle; a counter that stepped back; more busy than there was time.
  EXPECT_EQ(busyShares(before, after), (std::vector<double>{0.5, 0.0, 0.0, 1.0}));
  EXPECT_EQ(busyShares(before, before), (std::vector<double>{0.0, 0.0, 0.0, 0.0}));
  EXPECT_TRUE(busyShares({}, after).empty());
}

TEST(Machine, ABusyThreadShowsInTheLoadOfItsCore) {
  const CoreTimes before = readCoreTimes();
  burn(200'000'000);
  const std::vector<double> shares = busyShares(before, readCoreTimes());
  ASSERT_FALSE(shares.empty());
  EXPECT_GT(*std::ranges::max_element(shares), 0.0);
}

TEST(Machine, ReadsItsOwnProcess) {
  burn(50'000'000);
  const auto use = readProcess(static_cast<std::uint32_t>(getpid()));
  ASSERT_TRUE(use);
  EXPECT_EQ(use->pid, static_cast<std::uint32_t>(getpid()));
  EXPECT_EQ(use->state, 'R');
  EXPECT_GT(use->resident_bytes, use->shared_bytes);
  EXPECT_GE(use->cpu, 40'000'000);  // steps of 10 ms
}

TEST(Machine, AProcessThatIsGoneIsNotThere) {
  EXPECT_FALSE(readProcess(0x7FFFFFFF));
}

TEST(RunDelay, GrowsWhenTwoThreadsShareOneCore) {
  const RunDelayReader mine;
  if (!mine.read()) GTEST_SKIP() << "this kernel keeps no schedstat";
  const unsigned core = readMachine().allowed_cores.front();
  Nanos delay = 0;
  const auto work = [core](Nanos* waited) {
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(core, &only);
    sched_setaffinity(0, sizeof only, &only);
    const RunDelayReader reader;
    const Nanos before = reader.read().value_or(0);
    burn(60'000'000);
    if (waited) *waited = reader.read().value_or(0) - before;
  };
  std::thread other(work, nullptr), measured(work, &delay);
  other.join();
  measured.join();
  EXPECT_GT(delay, 5'000'000);  // it had to wait for about as long as the other worked
}

TEST(Limits, DescriptorsRiseToTheHardLimit) {
  rlimit original{};
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &original), 0);
  const rlimit lowered{std::min<rlim_t>(64, original.rlim_max), original.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &lowered), 0);
  EXPECT_EQ(raiseDescriptorLimit(), original.rlim_max);
  rlimit raised{};
  getrlimit(RLIMIT_NOFILE, &raised);
  EXPECT_EQ(raised.rlim_cur, original.rlim_max);
  setrlimit(RLIMIT_NOFILE, &original);
}

TEST(Limits, SomeProcessesMayBeStarted) {
  EXPECT_GT(processLimit(), 0u);
  EXPECT_LT(processLimit(), 5'000'000u);  // pid_max is 4,194,304 at most
}

}  // namespace
}  // namespace threadmart
