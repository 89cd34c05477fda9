// Part of ShopIndex: who has the scanner of the one process, the GIL.
#pragma once

#include <vector>

#include "core/projections/shop.h"
#include "core/projections/shop_history.h"

namespace threadmart {

class ShopScannerLog {
 public:
  void consume(const Event& event);  // in the recording's order
  // `waiting`: how many customers wait for it, the first of them since `first_since`.
  ShopScanner at(Nanos time, Nanos switch_interval, unsigned waiting, Nanos first_since) const;

 private:
  struct Change {
    Nanos time = 0;
    WorkerId holder = kNoWorker;
    TaskId task = kNoTask;  // kNoTask: it was let go of
  };
  // What a worker's own announcements say; the scheduler's `ready` in between does not take the scanner away.
  struct WorkerNow {
    TaskId task = kNoTask;
    bool runs = false;
  };
  void follow(const Event& event);
  void take(Nanos time, WorkerId worker, TaskId task);
  void letGo(Nanos time, WorkerId worker);
  bool held() const { return !changes_.empty() && changes_.back().task != kNoTask; }
  WorkerId holder() const { return changes_.empty() ? kNoWorker : changes_.back().holder; }

  std::vector<Change> changes_;
  std::vector<Nanos> handovers_;
  std::vector<WorkerNow> workers_;
  WorkerId handed_to_ = kNoWorker;  // took it, and has not said yet that it runs
};

}  // namespace threadmart
