// A request to stop, that wakes whoever sleeps. Any thread may ask; many may listen.
#pragma once

#include <atomic>
#include <memory>

#include "core/events/event.h"

namespace threadmart {

class CancelToken {
 public:
  CancelToken();
  // Cancelled once `watched` becomes readable, e.g. because its other end was closed. Not taken over.
  explicit CancelToken(int watched) : fd_(watched), owned_(false) {}
  ~CancelToken();
  CancelToken(const CancelToken&) = delete;
  CancelToken& operator=(const CancelToken&) = delete;

  void cancel();  // safe from a signal handler
  bool cancelled() const { return cancelled_.load(std::memory_order_relaxed); }
  bool look() const;                      // the same, and looks at the watched descriptor first: a system call
  int descriptor() const { return fd_; }  // readable once cancelled: for poll and epoll

  // Sleeps for `duration`, to the nanosecond as far as the kernel allows. False if it was woken by a cancel.
  bool sleep(Nanos duration) const;

 private:
  mutable std::atomic<bool> cancelled_{false};
  int fd_ = -1;
  bool owned_ = true;
};

}  // namespace threadmart
