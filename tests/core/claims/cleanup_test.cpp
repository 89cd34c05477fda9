// The context manager cleans up: nothing is left behind, also by a run that is cancelled in the middle (claim 29).
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <thread>

#include "experiment.h"

namespace threadmart::claims {
namespace {

std::size_t entriesOf(const char* folder) {
  const std::filesystem::directory_iterator entries(folder);
  return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

// What this process holds. A thread that was joined may still be in the kernel's list for an instant.
struct Holdings {
  std::size_t descriptors = entriesOf("/proc/self/fd");
  std::size_t threads = entriesOf("/proc/self/task");
};

void expectNothingLeft(const Experiment& experiment, const Holdings& before) {
  for (int i = 0; i < 200 && Holdings().threads > before.threads; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_EQ(Holdings().threads, before.threads);
  EXPECT_EQ(Holdings().descriptors, before.descriptors);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child process is left";
  EXPECT_EQ(errno, ECHILD);
  for (const Slice& slice : experiment.slices) EXPECT_FALSE(slice.open) << "task " << slice.task;
  EXPECT_EQ(experiment.numbers.finished, experiment.info.tasks.size()) << "every task has an end";
  EXPECT_TRUE(experiment.info.finished);
}

// Cancels as soon as one task has ended and another is away.
class CancelInTheMiddle : public Status {
 public:
  CancelInTheMiddle(CancelToken& cancel, TaskId ended, TaskId away) : cancel_(cancel), ended_(ended), away_(away) {}
  ~CancelInTheMiddle() override {
    over_ = true;
    if (watcher_.joinable()) watcher_.join();
  }
  void started(std::shared_ptr<const Recording> recording) override {
    watcher_ = std::thread([this, recording = std::move(recording)] {
      while (!over_ && !reached(recording->snapshot())) std::this_thread::sleep_for(std::chrono::milliseconds(2));
      cancel_.cancel();
    });
  }

 private:
  bool reached(const Snapshot& snapshot) const {
    bool ended = false, away = false;
    for (std::size_t i = 0; i < snapshot.size(); ++i) {
      const Event& event = snapshot[i];
      const bool io = event.kind == EventKind::TaskState && event.detail == static_cast<std::uint8_t>(TaskState::Io);
      ended |= event.kind == EventKind::TaskFinished && event.task == ended_;
      away |= io && event.task == away_;
    }
    return ended && away;
  }

  CancelToken& cancel_;
  const TaskId ended_, away_;
  std::atomic<bool> over_{false};
  std::thread watcher_;
};

class Claim29 : public testing::TestWithParam<std::string> {
 protected:
  // Some libraries open something for good when they are first used: that is not of the run.
  void SetUp() override {
    perform(fromTasks(R"([{"name": "first", "steps": [{"step": "fetch", "url": "/"}]}])"), how());
  }
  How how() const { return {.executor = GetParam(), .workers = 2}; }
};

TEST_P(Claim29, NothingIsLeftAfterTheBlock) {
  const Scenario bit_of_everything = fromTasks(R"([{"name": "customer", "count": 4, "steps": [
      {"step": "scan", "items": 2}, {"step": "sleep", "ms": 2}, {"step": "fetch", "url": "/", "delay_ms": 2},
      {"step": "upload", "bytes": 70000, "delay_ms": 2}, {"step": "send", "bytes": 200000},
      {"step": "count", "times": 1000, "locked": true}]}])");
  const Holdings before;
  expectNothingLeft(perform(bit_of_everything, how()), before);
}

// In the middle of every kind of wait and of computing. Nobody would wait for the end of these tasks.
constexpr const char* kForever = R"([
  {"name": "quick",  "steps": [{"step": "scan", "items": 1}]},
  {"name": "sleeps", "steps": [{"step": "scan", "items": 1}, {"step": "sleep", "ms": 3000000}]},
  {"name": "loads",  "steps": [{"step": "fetch", "url": "/", "delay_ms": 3000000}]},
  {"name": "scans",  "steps": [{"step": "scan", "items": 1000000}]},
  {"name": "raises", "steps": [{"step": "power", "from": 200000, "to": 900000}]}
])";

TEST_P(Claim29, NothingIsLeftAfterACancelInMidRun) {
  const Scenario forever = fromTasks(kForever);
  CancelToken cancel;
  const Holdings before;
  Experiment experiment;
  {
    CancelInTheMiddle status(cancel, 0, 1);
    experiment = readResult(run(forever, optionsFor(how()), status, cancel));
  }
  EXPECT_EQ(experiment.result.outcome, Outcome::Cancelled) << experiment.result.error;
  expectNothingLeft(experiment, before);
  ASSERT_EQ(experiment.numbers.tasks.size(), 5u);
  EXPECT_EQ(experiment.numbers.tasks[0].outcome, Outcome::Done);
  for (TaskId task = 1; task < 5; ++task) EXPECT_EQ(experiment.numbers.tasks[task].outcome, Outcome::Cancelled) << task;
  for (const std::uint32_t pid : workerPids(experiment)) {
    if (pid != static_cast<std::uint32_t>(getpid())) {
      EXPECT_EQ(kill(static_cast<pid_t>(pid), 0), -1) << pid;
    }
  }
}

std::vector<std::string> allExecutors() {
  std::vector<std::string> names;
  for (const ExecutorDescription& executor : executors()) names.push_back(executor.name);
  return names;
}

INSTANTIATE_TEST_SUITE_P(AllExecutors, Claim29, testing::ValuesIn(allExecutors()), executorOf);

}  // namespace
}  // namespace threadmart::claims
