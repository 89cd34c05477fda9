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
  Nanos submitted = 0, start = 0, end = 0;        // start: first time not queued
  std::array<Nanos, kTaskStates> in_state{};      // by TaskState
  bool finished = false;
  Outcome outcome = Outcome::Done;
};

struct Numbers {
  Nanos makespan = 0;      // from the run's start to the end of the last task (or the last event while it runs)
  Nanos cpu = 0;           // time on a core, all tasks together
  Nanos sum_of_parts = 0;  // what one till, one line would take: on a core and away, all tasks together
  double speedup = 0;      // sum_of_parts / makespan
  double cores_used = 0;   // cpu / makespan
  std::uint64_t switches = 0;  // how often a till went over from one customer to another (see numbers.cpp for each kind of till)
  std::array<Nanos, kTaskStates> in_state{};
  std::uint64_t events = 0, lost = 0;
  unsigned failed = 0, cancelled = 0, finished = 0;
  unsigned peak_running = 0;   // most tasks on a core at the same instant
  double lock_share = 0;       // Lock time / (time of all tasks between start and end)
  std::vector<TaskNumbers> tasks;
};

Numbers makeNumbers(const std::vector<Slice>& slices, const Snapshot& snapshot, const RunInfo& info);

}  // namespace threadmart
