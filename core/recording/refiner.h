// Says where a task really was on a core: takes the workers' events and the kernel's switch records in time order and
// inserts `Ready` where a worker lost its core in the middle of running, and `Running` on the new core where it got one
// again.
//
// A worker believes that it runs from one announcement to the next; only the scheduler knows better.
#pragma once

#include <unordered_map>
#include <vector>

#include "core/events/event.h"

namespace threadmart {

struct SchedulerSwitch;

class Refiner {
 public:
  // Appends what becomes of it to `out`. An event inserted for a run delay may lie before events already given out.
  void feed(const Event& event, std::vector<Event>& out);
  void feed(const SchedulerSwitch& record, Nanos time, std::vector<Event>& out);

 private:
  struct Carrier {
    TaskId running = kNoTask;  // the task that this worker believes it runs
    std::uint32_t items = 0;
    bool off_core = false;
    std::uint16_t core = kNoCore;
  };
  Carrier& carrier(WorkerId worker);
  void follow(const Event& event);
  static Event state(Nanos time, TaskState state, WorkerId worker, const Carrier& carrier, std::uint16_t core);

  std::unordered_map<std::uint32_t, WorkerId> worker_of_thread_;
  std::unordered_map<WorkerId, Carrier> carriers_;
};

}  // namespace threadmart
