// The global interpreter lock, as CPython has it: a port of the ideas of take_gil and drop_gil in Python/ceval_gil.c
// (3.11/3.12).
//
// Whoever waits sleeps for the switch interval (the bell, 5 ms). If nobody let go of the lock meanwhile, it asks: it
// sets the drop request, which the holder looks at between two bits of work. A holder that drops on request then waits
// until somebody else has really taken the lock (forced switching): otherwise it would take it again at once, before
// the sleeper is awake.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "core/events/event.h"

namespace threadmart {

class Gil {
 public:
  explicit Gil(Nanos switch_interval) : interval_(switch_interval) {}

  struct Taken {
    bool handed_over = false;   // the last holder was another worker
    bool asked = false;         // the holder had been asked to drop it
    WorkerId from = kNoWorker;  // the last holder
  };
  // Any thread; `me` is told apart by its number. Blocks until the lock is held. `before_wait` is called once if it has
  // to wait, before it does, under the lock's mutex: keep it short.
  template <typename BeforeWait>
  Taken take(WorkerId me, BeforeWait&& before_wait) {
    std::unique_lock lock(mutex_);
    if (locked_) {
      before_wait();
      waitUntilFree(lock);
    }
    return takeFree(me);
  }
  // Only the holder.
  void drop(WorkerId me);
  // True if somebody asks for it. Cheap: the holder looks every few microseconds.
  bool dropRequested() const { return drop_request_.load(std::memory_order_relaxed); }

 private:
  void waitUntilFree(std::unique_lock<std::mutex>& lock);
  Taken takeFree(WorkerId me);
  void waitForSwitch(WorkerId me);

  const Nanos interval_;
  std::mutex mutex_;
  std::condition_variable free_;
  bool locked_ = false;
  bool dropped_on_request_ = false;
  std::atomic<bool> drop_request_{false};
  WorkerId last_holder_ = kNoWorker;  // written under both mutexes, so that either is enough to read it
  std::uint64_t switch_number_ =
      0;  // counts changes of the holder: a waiter asks only if it saw none during its interval

  std::mutex switch_mutex_;
  std::condition_variable switched_;
};

}  // namespace threadmart
