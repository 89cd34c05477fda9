// The numbers of a run, all read from its slices and events.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/projections/slices.h"

namespace threadmart {

struct TaskNumbers {
  TaskId task = kNoTask;
  WorkerId worker = kNoWorker;  // the last that carried it
  Nanos submitted = 0, start = 0,
        end = 0;  // start: first time not queued. A task still on its way ends at the last event
  std::array<Nanos, kTaskStates> in_state{};  // by TaskState
  bool finished = false;
  Outcome outcome = Outcome::Done;
};

struct Numbers {
  Nanos makespan = 0;          // from the run's start to the end of the last task (or the last event while it runs)
  Nanos cpu = 0;               // time on a core, all tasks together
  Nanos sum_of_parts = 0;      // what one till, one line would take: on a core and away, all tasks together
  double speedup = 0;          // sum_of_parts / makespan
  double cores_used = 0;       // cpu / makespan
  std::uint64_t switches = 0;  // how often a till went over from one customer to another: see countSwitches()
  std::array<Nanos, kTaskStates> in_state{};
  std::uint64_t events = 0, lost = 0;
  unsigned finished = 0;               // tasks that ended, however they ended
  unsigned failed = 0, cancelled = 0;  // of those
  unsigned peak_running = 0;           // most tasks on a core at the same instant
  double lock_share = 0;               // Lock time / (time of all tasks between start and end)
  std::vector<TaskNumbers> tasks;
};

// How often a till went from one customer to another. With a GIL, or with a single worker (sequential, event loop), the
// process is one till: changes of task in the time-ordered Running slices of the whole run. Otherwise each core is a
// till, and where the core of a slice is not known, its worker is.
std::uint64_t countSwitches(const std::vector<Slice>& slices, const RunInfo& info);

Numbers makeNumbers(const std::vector<Slice>& slices, const Snapshot& snapshot, const RunInfo& info);

}  // namespace threadmart
