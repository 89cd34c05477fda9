// Ctrl-C, turned into a cancel.
#pragma once

#include <thread>

#include "core/work/cancel.h"

namespace threadmart {

// While it lives, the first Ctrl-C cancels the token; a second one ends the program at once, with exit code 130.
//
// It blocks SIGINT in the calling thread, and so in every thread and process started from there meanwhile: a terminal
// sends Ctrl-C to worker processes too, and those are to be stopped by the run, not by the signal.
class InterruptCancels {
 public:
  explicit InterruptCancels(CancelToken& cancel);
  ~InterruptCancels();
  InterruptCancels(const InterruptCancels&) = delete;
  InterruptCancels& operator=(const InterruptCancels&) = delete;

 private:
  void watch(CancelToken& cancel) const;

  int signals_ = -1;  // signalfd
  int leave_ = -1;    // eventfd
  std::thread thread_;
};

}  // namespace threadmart
