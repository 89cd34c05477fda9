// The queue between those who submit tasks and those who carry them. Any thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

#include "core/events/event.h"

namespace threadmart {

class TaskQueue {
 public:
  // True if somebody was idle and will take it.
  bool put(TaskId task) {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(task);
    changed_.notify_one();
    return idle_ >= tasks_.size();
  }
  // Nothing will be put any more.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  // Waits for a task; nothing once the queue is closed and empty.
  std::optional<TaskId> take() {
    std::unique_lock lock(mutex_);
    ++idle_;
    changed_.wait(lock, [this] { return closed_ || !tasks_.empty(); });
    --idle_;
    if (tasks_.empty()) return std::nullopt;
    const TaskId task = tasks_.front();
    tasks_.pop_front();
    return task;
  }
  std::size_t idle() const {
    const std::lock_guard lock(mutex_);
    return idle_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<TaskId> tasks_;
  std::size_t idle_ = 0;
  bool closed_ = false;
};

}  // namespace threadmart
