// How a run is carried out: one function an executor, one file each. Every one of them is a different way of running
// the same shop.
#pragma once

#include <filesystem>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "core/events/ring_set.h"
#include "core/executors/services.h"
#include "core/executors/task_result.h"
#include "core/scenario/scenario.h"

namespace threadmart {

// What stopped a run, as opposed to one task: the first message is kept. Any thread.
class FirstFailure {
 public:
  void set(const std::string& message) {
    const std::lock_guard lock(mutex_);
    if (message_.empty()) message_ = message;
  }
  std::string message() const {
    const std::lock_guard lock(mutex_);
    return message_;
  }

 private:
  mutable std::mutex mutex_;
  std::string message_;
};

// Everything that an executor is given, and where it leaves what came of it. Lives as long as the run.
struct Job {
  std::span<const Task> tasks;
  unsigned workers = 1;
  RingSet& rings;
  const CancelToken& cancel;
  Services& services;
  Nanos switch_interval = 5'000'000;
  std::filesystem::path worker_program;
  const std::string& goods;                 // what `send` steps hand over: as many bytes as the largest of them wants
  std::vector<TaskResult> results = {};     // by task; written by whoever carries the task, read when all have finished
  std::function<void()> task_done = [] {};  // any thread

  bool record = true;
  FirstFailure failure = {};

  void fail(const std::string& message) { failure.set(message); }

  EventWriter submitter() { return writer(RingSet::kSubmitterRing, kSubmitter); }
  EventWriter helper() { return writer(RingSet::kHelperRing, kSubmitter); }
  EventWriter writer(std::size_t ring, WorkerId worker) {
    return record ? rings.writer(ring, worker) : EventWriter(worker);
  }
  Worker makeWorker(WorkerId id, Gil* gil = nullptr);
  // Carries the task in the calling thread and keeps its result.
  void carry(Worker& worker, TaskId task);
  void announceSubmitted(EventWriter& events);  // all tasks at once, as map() does
};

void runSequential(Job& job);
void runThreads(Job& job);  // one a task
void runThreadsWithGil(Job& job);
void runThreadPool(Job& job);
void runThreadPoolWithGil(Job& job);
void runProcessPool(Job& job);
void runProcessPerTask(Job& job);
void runThreadFutures(Job& job);
void runProcessFutures(Job& job);
void runEventLoop(Job& job);

}  // namespace threadmart
