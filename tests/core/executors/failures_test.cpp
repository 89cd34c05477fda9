// What goes wrong in the middle of a run: what had happened until then is kept, the message is clear, nothing is left
// behind.
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>

#include "core/projections/numbers.h"
#include "core/projections/slices.h"
#include "core/run/run.h"

namespace threadmart {
namespace {

Scenario scenarioOf(const std::string& tasks) {
  return Scenario::parse(R"({"title": "Test", "description": "Test", "tasks": [)" + tasks + "]}", "test.json");
}

std::size_t entries(const char* folder) {
  const std::filesystem::directory_iterator all(folder);
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

// Waits for the worker's pid in the growing recording and does something to it once its task has scanned an item.
class OnFirstItem : public Status {
 public:
  explicit OnFirstItem(std::function<void(pid_t)> act) : act_(std::move(act)) {}
  ~OnFirstItem() override {
    if (watcher_.joinable()) watcher_.join();
  }
  void started(std::shared_ptr<const Recording> recording) override {
    watcher_ = std::thread([this, recording] { watch(*recording); });
  }

 private:
  void watch(const Recording& recording) {
    for (;;) {
      std::map<WorkerId, pid_t> pids;
      const Snapshot snapshot = recording.snapshot();
      for (const auto span : snapshot.spans()) {
        for (const Event& event : span) {
          if (event.kind == EventKind::WorkerStarted) pids[event.worker] = static_cast<pid_t>(pidOf(event.value));
          if (event.kind == EventKind::RunFinished) return;
          if (event.kind == EventKind::ItemScanned) {
            act_(pids[event.worker]);
            return;
          }
        }
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  std::function<void(pid_t)> act_;
  std::thread watcher_;
};

struct Ended {
  RunResult result;
  RunInfo info;
  Numbers numbers;
};

Ended runWith(const Scenario& scenario, const std::string& executor, Status& status, const CancelToken& cancel,
              unsigned workers = 2) {
  RunOptions options;
  options.executor = executor;
  options.workers = workers;
  Ended ended{run(scenario, options, status, cancel), {}, {}};
  ended.info = ended.result.recording->info();
  const Snapshot snapshot = ended.result.recording->snapshot();
  ended.numbers = makeNumbers(makeSlices(snapshot), snapshot, ended.info);
  return ended;
}

std::string nameOf(const testing::TestParamInfo<const char*>& parameter) {
  std::string name = parameter.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

class KilledWorker : public testing::TestWithParam<const char*> {};

TEST_P(KilledWorker, FailsItsTaskAndKeepsWhatHadRun) {
  const std::size_t descriptors = entries("/proc/self/fd");
  const Scenario scenario = scenarioOf(R"({"name": "long", "count": 2, "steps": [{"step": "scan", "items": 150}]})");
  CancelToken cancel;
  Ended ended;
  {
    OnFirstItem kill([](pid_t pid) { ::kill(pid, SIGKILL); });
    ended = runWith(scenario, GetParam(), kill, cancel);
  }
  EXPECT_EQ(ended.result.outcome, Outcome::Failed);
  EXPECT_NE(ended.result.error.find("broken pool"), std::string::npos) << ended.result.error;
  EXPECT_NE(ended.result.error.find("signal 9"), std::string::npos) << ended.result.error;
  EXPECT_EQ(ended.numbers.failed, 1U);
  bool died = false;
  std::uint32_t items_of_the_dead = 0;
  WorkerId dead = kNoWorker;
  const Snapshot snapshot = ended.result.recording->snapshot();
  for (const auto span : snapshot.spans()) {
    for (const Event& event : span) {
      if (event.kind != EventKind::WorkerDied) continue;
      died = true;
      dead = event.worker;
      EXPECT_EQ(event.value, 9U);
    }
  }
  for (const auto span : snapshot.spans()) {
    for (const Event& event : span) {
      if (event.kind == EventKind::ItemScanned && event.worker == dead) items_of_the_dead = event.count;
    }
  }
  EXPECT_TRUE(died);
  EXPECT_GE(items_of_the_dead, 1U) << "its events up to its death are kept";
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "no process is left";
  EXPECT_EQ(entries("/proc/self/fd"), descriptors + 1) << "only the cancel token's own descriptor is new";
}

INSTANTIATE_TEST_SUITE_P(Executors, KilledWorker,
                         testing::Values("process-pool", "process-per-task", "futures-processes"), nameOf);

class EachExecutor : public testing::TestWithParam<const char*> {};

TEST_P(EachExecutor, CanBeCancelledInTheMiddleAndLeavesNothingBehind) {
  std::thread([] {}).join();  // a sanitizer starts a thread of its own with the first one
  const std::size_t threads = entries("/proc/self/task");
  const Scenario scenario = scenarioOf(R"({"name": "long", "count": 6, "steps": [{"step": "scan", "items": 3},
      {"step": "sleep", "ms": 60000}, {"step": "scan", "items": 100000}]})");
  CancelToken cancel;
  Ended ended;
  {
    OnFirstItem stop([&](pid_t) { cancel.cancel(); });
    ended = runWith(scenario, GetParam(), stop, cancel);
  }
  EXPECT_EQ(ended.result.outcome, Outcome::Cancelled) << ended.result.error;
  EXPECT_EQ(ended.numbers.cancelled, 6U);
  EXPECT_GT(ended.numbers.cpu, 0) << "what had run is kept";
  for (const Slice& slice : makeSlices(ended.result.recording->snapshot())) EXPECT_FALSE(slice.open);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(entries("/proc/self/task"), threads);
}

TEST_P(EachExecutor, AFailingTaskFailsTheRunAndOnlyItself) {
  const Scenario scenario = scenarioOf(R"({"name": "good", "count": 2, "steps": [{"step": "scan", "items": 1}]},
      {"name": "bad", "steps": [{"step": "fetch", "url": "http://127.0.0.1:1/nobody"}]})");
  CancelToken cancel;
  Status status;
  const Ended ended = runWith(scenario, GetParam(), status, cancel);
  EXPECT_EQ(ended.result.outcome, Outcome::Failed);
  EXPECT_NE(ended.result.error.find("127.0.0.1:1"), std::string::npos) << ended.result.error;
  EXPECT_EQ(ended.result.error.find('\n'), std::string::npos) << "one line";
  EXPECT_EQ(ended.numbers.failed, 1U);
  EXPECT_EQ(ended.numbers.finished, 3U);
}

TEST_P(EachExecutor, GivesTheSameResultsInInputOrder) {
  const Scenario scenario =
      scenarioOf(R"({"name": "n", "count": 5, "steps": [{"step": "scan", "items": {"from": 1, "to": 4}}]},
      {"name": "p", "count": 3, "steps": [{"step": "power", "from": 0, "to": 50}]})");
  CancelToken cancel;
  Status status;
  const Ended here = runWith(scenario, GetParam(), status, cancel);
  const Ended sequential = runWith(scenario, "sequential", status, cancel);
  EXPECT_EQ(here.result.outcome, Outcome::Done) << here.result.error;
  EXPECT_EQ(here.info.results_digest, sequential.info.results_digest);
  EXPECT_EQ(here.info.results_digest.size(), 64U);
  EXPECT_EQ(here.info.lost, 0U);
}

TEST_P(EachExecutor, RunsWithoutRecordingToo) {
  const Scenario scenario = scenarioOf(
      R"({"name": "busy", "count": 4, "steps": [{"step": "scan", "items": 12}, {"step": "sleep", "ms": 1}]})");
  Status status;
  const CancelToken cancel;
  const RunOptions options{.executor = GetParam(), .record = false};
  const RunResult result = run(scenario, options, status, cancel);
  EXPECT_EQ(result.outcome, Outcome::Done) << result.error;
  EXPECT_GT(result.makespan, 0);
}

INSTANTIATE_TEST_SUITE_P(Executors, EachExecutor,
                         testing::Values("sequential", "threads", "threads-gil", "thread-pool", "thread-pool-gil",
                                         "process-pool", "process-per-task", "futures-threads", "futures-processes",
                                         "event-loop"),
                         nameOf);

// In a child, so that the lowered limit is nobody else's.
void withFewDescriptors(const char* executor) {
  const rlimit few{64, 64};
  setrlimit(RLIMIT_NOFILE, &few);
  const Scenario scenario =
      scenarioOf(R"({"name": "file", "count": 200, "steps": [{"step": "upload", "bytes": 10, "delay_ms": 300}]})");
  CancelToken cancel;
  Status status;
  const Ended ended = runWith(scenario, executor, status, cancel);
  const bool named = ended.result.error.find("ulimit -n") != std::string::npos;
  const bool kept = ended.numbers.finished == 200 && (!ended.info.uploads || ended.info.uploads->digests_equal);
  std::fprintf(stderr, "%s\n", ended.result.error.c_str());
  std::exit(ended.result.outcome == Outcome::Failed && named && kept ? 0 : 1);
}

TEST(Limits, RunningOutOfDescriptorsNamesTheLimitAndKeepsWhatRan) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(withFewDescriptors("process-per-task"), testing::ExitedWithCode(0), "ulimit -n");
  EXPECT_EXIT(withFewDescriptors("event-loop"), testing::ExitedWithCode(0), "ulimit -n");
  EXPECT_EXIT(withFewDescriptors("threads"), testing::ExitedWithCode(0), "ulimit -n");
}

}  // namespace
}  // namespace threadmart
