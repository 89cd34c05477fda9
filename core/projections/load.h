// How busy the machine was: load of each core, memory and CPU of each process, as series over time.
#pragma once

#include <cstdint>
#include <vector>

#include "core/events/event.h"
#include "core/projections/slices.h"

namespace threadmart {

struct LoadSample {
  Nanos time = 0;
  double busy = 0;  // 0…1: the whole machine's use of the core since the sample before
  double own = 0;   // 0…1: ours of that

  friend bool operator==(const LoadSample&, const LoadSample&) = default;
};

struct CoreSeries {
  std::uint16_t core = 0;
  std::vector<LoadSample> samples;
};
std::vector<CoreSeries> coreLoad(const Snapshot& snapshot);  // by core number

struct ProcessUseSample {
  Nanos time = 0;
  std::uint64_t resident_bytes = 0, shared_bytes = 0;
  double cores = 0;  // CPU time per time since the sample before: 1 is one core, all the time
  bool running = false;

  friend bool operator==(const ProcessUseSample&, const ProcessUseSample&) = default;
};

struct ProcessSeries {
  WorkerId worker = kNoWorker;  // kSubmitter: the parent
  std::vector<ProcessUseSample> samples;
};
std::vector<ProcessSeries> processUse(const Snapshot& snapshot);  // by worker number, the parent last

// The share of [from, to) in which each core ran a task of this run, 0…1, by the Running slices whose core is known.
// One entry for each core up to the highest that ran something.
std::vector<double> ownLoad(const std::vector<Slice>& slices, Nanos from, Nanos to);

}  // namespace threadmart
