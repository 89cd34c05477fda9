// What is sampled of processes, with real ones.
#include "core/recording/process_sampler.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "core/probes/machine.h"

namespace threadmart {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr Nanos kMs = 1'000'000;

// A child that only works, until it is no longer wanted.
class BusyChild {
 public:
  BusyChild() : pid_(fork()) {
    if (pid_ == 0) prctl(PR_SET_PDEATHSIG, SIGKILL);  // should the test crash
    std::atomic<unsigned> work{0};
    while (pid_ == 0) work.fetch_add(1, std::memory_order_relaxed);
  }
  BusyChild(const BusyChild&) = delete;
  BusyChild& operator=(const BusyChild&) = delete;
  ~BusyChild() {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  std::uint32_t pid() const { return static_cast<std::uint32_t>(pid_); }
  bool waitForCpu(Nanos least) const {
    const auto until = steady_clock::now() + std::chrono::seconds(30);
    while (steady_clock::now() < until) {
      if (const auto use = readProcess(pid()); use && use->cpu >= least) return true;
      std::this_thread::sleep_for(milliseconds(5));
    }
    return false;
  }

 private:
  pid_t pid_;
};

Event ofWorker(EventKind kind, Nanos time, WorkerId worker, std::uint32_t pid = 0) {
  Event event;
  event.kind = kind;
  event.time = time;
  event.worker = worker;
  event.value = packThread(pid, pid);
  return event;
}

const Event* sampleOf(const std::vector<Event>& events, WorkerId worker) {
  for (const Event& event : events)
    if (event.kind == EventKind::ProcessSample && event.worker == worker) return &event;
  return nullptr;
}

TEST(ProcessSampler, TheFirstSampleAlreadyKnowsTheShareOfCpu) {
  ProcessSampler sampler(static_cast<std::uint32_t>(getpid()));
  const BusyChild child;
  sampler.follow(ofWorker(EventKind::WorkerSpawned, 10 * kMs, 0));
  sampler.follow(ofWorker(EventKind::WorkerStarted, 11 * kMs, 0, child.pid()));
  ASSERT_TRUE(child.waitForCpu(40 * kMs));
  std::vector<Event> events;
  sampler.sample(110 * kMs, events);  // of a hundred milliseconds at least forty
  const Event* sample = sampleOf(events, 0);
  ASSERT_NE(sample, nullptr);
  EXPECT_GE(sample->count, 400u);
  ASSERT_NE(sampleOf(events, kSubmitter), nullptr);
  EXPECT_LT(sampleOf(events, kSubmitter)->count, 5'000u);  // not all that it used before the run
}

TEST(ProcessSampler, ThreadsAndWhatIsNotThereYetOrNoMoreAreNotSampled) {
  const auto self = static_cast<std::uint32_t>(getpid());
  ProcessSampler sampler(self);
  const BusyChild child;
  for (const WorkerId worker : {0u, 1u, 2u}) sampler.follow(ofWorker(EventKind::WorkerSpawned, 1, worker));
  sampler.follow(ofWorker(EventKind::WorkerStarted, 2, 0, self));
  sampler.follow(ofWorker(EventKind::WorkerStarted, 2, 1, child.pid()));
  sampler.follow(ofWorker(EventKind::WorkerExited, 3, 1));
  std::vector<Event> events;
  sampler.sample(100 * kMs, events);
  EXPECT_EQ(events.size(), 2u);  // the parent's
  EXPECT_NE(sampleOf(events, kSubmitter), nullptr);
}

TEST(ProcessSampler, NoMoreThanSixtyFourWorkersAreFollowed) {
  ProcessSampler sampler(static_cast<std::uint32_t>(getpid()));
  const BusyChild child;
  for (WorkerId worker = 0; worker < 200; ++worker) {
    sampler.follow(ofWorker(EventKind::WorkerSpawned, 1, worker));
    sampler.follow(ofWorker(EventKind::WorkerStarted, 2, worker, child.pid()));
  }
  std::vector<Event> events;
  sampler.sample(100 * kMs, events);
  EXPECT_EQ(events.size(), 2u * 65);
}

}  // namespace
}  // namespace threadmart
