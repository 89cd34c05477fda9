#include "core/executors/gil.h"

#include <chrono>
#include <utility>

namespace threadmart {

Gil::Taken Gil::takeFree(WorkerId me) {
  Taken taken;
  {
    const std::lock_guard switching(switch_mutex_);
    locked_ = true;
    taken.from = last_holder_;
    taken.handed_over = last_holder_ != me && last_holder_ != kNoWorker;
    if (last_holder_ != me) {
      last_holder_ = me;
      ++switch_number_;
    }
    switched_.notify_one();
  }
  taken.asked = std::exchange(dropped_on_request_, false);
  drop_request_.store(false, std::memory_order_relaxed);
  return taken;
}

void Gil::waitUntilFree(std::unique_lock<std::mutex>& lock) {
  while (locked_) {
    const std::uint64_t seen = switch_number_;
    const bool timed_out = free_.wait_for(lock, std::chrono::nanoseconds(interval_)) == std::cv_status::timeout;
    if (timed_out && locked_ && switch_number_ == seen) {
      drop_request_.store(true, std::memory_order_relaxed);
    }
  }
}

void Gil::drop(WorkerId me) {
  {
    const std::lock_guard lock(mutex_);
    locked_ = false;
    dropped_on_request_ = dropRequested();
    free_.notify_one();
  }
  if (dropRequested()) waitForSwitch(me);
}

void Gil::waitForSwitch(WorkerId me) {
  std::unique_lock lock(switch_mutex_);
  // Whoever asked stays in take() until it has the lock, so this wait ends.
  if (last_holder_ != me) return;
  drop_request_.store(false, std::memory_order_relaxed);
  switched_.wait(lock, [&] { return last_holder_ != me; });
}

}  // namespace threadmart
