// A Future: the ticket that submit() hands back at once, for a result that comes later. As in Python's
// concurrent.futures it goes pending → running → done or failed, or pending → cancelled.
//
// Any thread. Every change is in the recording, in the order in which it happened.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

#include "core/events/event_writer.h"
#include "core/executors/task_result.h"

namespace threadmart {

// What fits on a ticket: of the task's last value the first eight bytes, as a number; of a value of eight bytes or
// fewer (a scan's, a small power, a count of bytes) that is the value itself. 0: there is none. The same for threads
// and processes.
std::uint64_t shortForm(const TaskResult& result);

class Future {
 public:
  // Called with the writer of the thread that it runs in.
  using Callback = std::function<void(Future&, EventWriter&)>;

  Future(TaskId task, EventWriter& submitter);
  Future(const Future&) = delete;
  Future& operator=(const Future&) = delete;

  TaskId task() const { return task_; }
  FutureState state() const;
  bool done() const;  // finished in whatever way

  // Runs `callback` when the future is done, in the thread that finishes it; at once and in this thread if it is done
  // already.
  void addDoneCallback(Callback callback, EventWriter& here);

  bool start(EventWriter& here);   // pending → running; false if it has been cancelled
  bool cancel(EventWriter& here);  // only while pending
  void finish(Outcome outcome, EventWriter& here, std::uint64_t result = 0);  // `result`: shortForm(), of Done
  void wait() const;

 private:
  static bool isFinal(FutureState state);
  void enter(FutureState state, EventWriter& here, std::uint64_t result = 0);  // with the mutex held
  void settle(FutureState state, EventWriter& here, std::unique_lock<std::mutex> lock, std::uint64_t result = 0);
  void ring(Callback& callback, EventWriter& here);

  const TaskId task_;
  mutable std::mutex mutex_;
  mutable std::condition_variable settled_;
  FutureState state_ = FutureState::Pending;
  std::vector<Callback> callbacks_;
};

}  // namespace threadmart
