// A request to stop, that wakes whoever sleeps. Any thread may ask; many may listen.
#pragma once

#include <atomic>
#include <memory>

#include "core/events/event.h"

namespace threadmart {

class CancelToken {
 public:
  CancelToken();
  ~CancelToken();
  CancelToken(const CancelToken&) = delete;
  CancelToken& operator=(const CancelToken&) = delete;

  void cancel();  // safe from a signal handler
  bool cancelled() const { return cancelled_.load(std::memory_order_relaxed); }
  int descriptor() const { return fd_; }  // readable once cancelled: for poll and epoll

  // Sleeps for `duration`, to the nanosecond as far as the kernel allows. False if it was woken by a cancel.
  bool sleep(Nanos duration) const;

 private:
  std::atomic<bool> cancelled_{false};
  int fd_ = -1;
};

}  // namespace threadmart
