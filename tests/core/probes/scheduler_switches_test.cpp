#include "core/probes/scheduler_switches.h"

#include <algorithm>
#include <condition_variable>
#include <ctime>
#include <gtest/gtest.h>
#include <map>
#include <mutex>
#include <sched.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "core/probes/machine.h"

namespace threadmart {
namespace {

Nanos now(clockid_t clock = CLOCK_MONOTONIC) {
  timespec time{};
  clock_gettime(clock, &time);
  return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

void burn(Nanos cpu_time) {
  const Nanos end = now(CLOCK_THREAD_CPUTIME_ID) + cpu_time;
  while (now(CLOCK_THREAD_CPUTIME_ID) < end) {
  }
}

unsigned pinToFirstCore() {
  const unsigned core = readMachine().allowed_cores.front();
  cpu_set_t only;
  CPU_ZERO(&only);
  CPU_SET(core, &only);
  sched_setaffinity(0, sizeof only, &only);
  return core;
}

using ByThread = std::map<std::uint32_t, std::vector<SchedulerSwitch>>;

// All records so far; on and off take turns within each thread, and times lie between `begin` and now.
ByThread readChecked(SchedulerSwitches& probe, Nanos begin) {
  std::vector<SchedulerSwitch> all;
  probe.read(all);
  const Nanos end = now();
  std::ranges::stable_sort(all, {}, &SchedulerSwitch::time);
  ByThread by_thread;
  for (const SchedulerSwitch& one : all) {
    EXPECT_GE(one.time, begin);
    EXPECT_LE(one.time, end);
    std::vector<SchedulerSwitch>& own = by_thread[one.tid];
    if (!own.empty()) {
      EXPECT_NE(own.back().in, one.in) << "thread " << one.tid << " after " << own.size() << " switches";
    }
    own.push_back(one);
  }
  EXPECT_EQ(probe.lost(), 0u);
  return by_thread;
}

class Switches : public testing::Test {
 protected:
  void SetUp() override {
    std::string why;
    begin_ = now();
    probe_ = SchedulerSwitches::open(why);
    if (!probe_) GTEST_SKIP() << why;
  }
  Nanos begin_ = 0;
  std::unique_ptr<SchedulerSwitches> probe_;
};

// Two threads that hand a ball to and fro.
class PingPong {
 public:
  void play(bool side, int rounds) {
    std::unique_lock lock(mutex_);
    for (int i = 0; i < rounds; ++i) {
      turn_.wait(lock, [&] { return ball_ == side; });
      ball_ = !ball_;
      turn_.notify_one();
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable turn_;
  bool ball_ = false;
};

TEST_F(Switches, SeeTwoThreadsTakeTurns) {
  PingPong game;
  constexpr int kRounds = 200;
  std::uint32_t tids[2] = {};
  const auto play = [&](int side) {
    tids[side] = static_cast<std::uint32_t>(gettid());
    game.play(side != 0, kRounds);
  };
  std::thread first(play, 0), second(play, 1);
  first.join();
  second.join();
  const ByThread seen = readChecked(*probe_, begin_);
  for (const std::uint32_t tid : tids) {
    ASSERT_TRUE(seen.contains(tid));
    const std::vector<SchedulerSwitch>& own = seen.at(tid);
    EXPECT_GT(own.size(), std::size_t{kRounds});  // off and on again for most of its turns
    EXPECT_EQ(own.front().pid, static_cast<std::uint32_t>(getpid()));
    EXPECT_TRUE(own.front().in);
  }
}

TEST_F(Switches, SeeBusyThreadsShareOneCore) {
  unsigned core = 0;
  Nanos cpu_by_clock = 0;
  std::uint32_t tid = 0;
  const auto work = [&](bool measured) {
    const unsigned pinned = pinToFirstCore();
    burn(60'000'000);
    if (!measured) return;
    core = pinned;
    tid = static_cast<std::uint32_t>(gettid());
    cpu_by_clock = now(CLOCK_THREAD_CPUTIME_ID);
  };
  std::thread other(work, false), busy(work, true);
  other.join();
  busy.join();
  const Nanos ended = now();
  const std::vector<SchedulerSwitch> own = readChecked(*probe_, begin_)[tid];
  ASSERT_GT(own.size(), 3u);  // pre-empted at least once
  Nanos on_core = 0;
  for (std::size_t i = 0; i < own.size(); i += 2) {
    ASSERT_TRUE(own[i].in);
    on_core += (i + 1 < own.size() ? own[i + 1].time : ended) - own[i].time;
  }
  EXPECT_EQ(own[own.size() / 2].core, core);
  // The last interval ends when the thread was joined, a little after it left its core.
  EXPECT_GE(on_core, cpu_by_clock - 1'000'000);
  EXPECT_LT(on_core, 2 * cpu_by_clock);
}

TEST_F(Switches, SeeProcessesStartedLater) {
  const pid_t child = fork();
  if (child == 0) {
    usleep(2000);
    usleep(2000);
    _exit(0);
  }
  ASSERT_GT(child, 0);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  const ByThread seen = readChecked(*probe_, begin_);
  ASSERT_TRUE(seen.contains(static_cast<std::uint32_t>(child)));
  const std::vector<SchedulerSwitch>& own = seen.at(static_cast<std::uint32_t>(child));
  EXPECT_GE(own.size(), 4u);
  EXPECT_EQ(own.front().pid, static_cast<std::uint32_t>(child));
}

TEST_F(Switches, AreReadOnceAndGoOn) {
  usleep(1000);
  std::vector<SchedulerSwitch> first, second;
  probe_->read(first);
  EXPECT_GE(first.size(), 2u);
  const Nanos between = now();
  usleep(1000);
  probe_->read(second);
  ASSERT_GE(second.size(), 2u);
  for (const SchedulerSwitch& one : second) EXPECT_EQ(std::ranges::count(first, one), 0);
  EXPECT_GE(second.back().time, between);
}

TEST(SwitchesBuffer, GoesRoundItsEndAndCountsWhatItHadNoRoomFor) {
  SchedulerSwitchesOptions options;
  options.bytes_per_core = 1;  // rounded up to a page: 128 records
  std::string why;
  const auto probe = SchedulerSwitches::open(why, options);
  if (!probe) GTEST_SKIP() << why;
  std::vector<SchedulerSwitch> all;
  for (int i = 0; i < 30; ++i) {
    for (int nap = 0; nap < 20; ++nap) usleep(20);
    probe->read(all);
  }
  EXPECT_GE(all.size(), 600u);  // several times round; a nap that is over at once makes no record
  EXPECT_EQ(probe->lost(), 0u);

  // Each core has a buffer and reports its own losses: stay on one.
  cpu_set_t before, here;
  ASSERT_EQ(sched_getaffinity(0, sizeof before, &before), 0);
  CPU_ZERO(&here);
  CPU_SET(sched_getcpu(), &here);
  ASSERT_EQ(sched_setaffinity(0, sizeof here, &here), 0);
  for (int nap = 0; nap < 600; ++nap) usleep(20);  // nobody reads
  probe->read(all);
  usleep(1000);  // the kernel reports the loss with the next record that has room
  probe->read(all);
  EXPECT_GT(probe->lost(), 0u);
  sched_setaffinity(0, sizeof before, &before);
}

TEST(SwitchesRefused, SayWhatToDo) {
  SchedulerSwitchesOptions options;
  options.permitted = false;
  std::string why;
  EXPECT_EQ(SchedulerSwitches::open(why, options), nullptr);
  EXPECT_NE(why.find("THREADMART_NO_PERF"), std::string::npos);
}

}  // namespace
}  // namespace threadmart
