// Threads that are joined when the group goes, whatever happened meanwhile.
#pragma once

#include <functional>
#include <thread>
#include <vector>

#include "core/executors/executor.h"

namespace threadmart {

class ThreadGroup {
 public:
  explicit ThreadGroup(Job& job) : job_(job), submitter_(job.submitter()) {}
  ~ThreadGroup() { join(); }
  ThreadGroup(const ThreadGroup&) = delete;
  ThreadGroup& operator=(const ThreadGroup&) = delete;

  // Starts a thread that carries tasks as worker `id`; `life` is all it does. Returns once the thread has begun, as
  // Python's Thread.start does: threads begin in the order in which they are started. `needed`: how many threads the
  // run wants. False if the system has no more threads: the job has failed then, and what has been started goes on.
  bool start(WorkerId id, Gil* gil, std::size_t needed, std::function<void(Worker&)> life);
  void join();
  EventWriter& submitter() { return submitter_; }

 private:
  Job& job_;
  EventWriter submitter_;
  std::vector<std::thread> threads_;
};

}  // namespace threadmart
