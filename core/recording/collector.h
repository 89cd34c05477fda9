// Drains the rings of a run into its recording, in time order, in a thread of its own.
//
// Each round takes `cut = now` first, then drains: everything stamped before the cut and published is merged and
// appended, what is newer stays in its ring for the next round. A writer that was pre-empted between stamping and
// publishing comes late; its event is then inserted where it belongs.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "core/events/ring_set.h"
#include "core/probes/machine.h"
#include "core/probes/scheduler_switches.h"
#include "core/recording/process_sampler.h"
#include "core/recording/recording.h"
#include "core/recording/refiner.h"

namespace threadmart {

// Sorts a batch that consists of sorted runs, `ends` being where each run ends. Stable: of equal times the earlier run
// comes first.
void mergeRuns(std::vector<Event>& events, std::vector<std::size_t> ends, std::vector<Event>& scratch);

class Collector {
 public:
  // Starts the thread. `rings` and `recording` must outlive it.
  Collector(RingSet& rings, Recording& recording);
  ~Collector();
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

  void watch(std::unique_ptr<SchedulerSwitches> switches);  // from now on
  // Now is time 0 of the recording; before the first event. Returns it, in CLOCK_MONOTONIC.
  Nanos begin();
  // Drains what is left, once everybody has stopped writing, and ends the thread.
  void stop();
  std::uint64_t lostSwitches() const { return lost_switches_; }  // after stop()

 private:
  void loop();
  void drain();
  void collectEvents(Ticks cut);
  void collectSwitches();
  void refine(Nanos cut);
  void append();
  void sample(Nanos now, Nanos origin);
  void sampleCores(Nanos time);

  RingSet& rings_;
  Recording& recording_;
  std::atomic<Nanos> origin_{INT64_MAX};
  TickLine line_;
  Refiner refiner_;
  std::vector<Ring> attached_;
  std::vector<Event> events_, refined_, scratch_;  // of this round
  std::vector<SchedulerSwitch> switches_read_;     // some may be newer than the cut
  std::mutex switches_mutex_;
  std::unique_ptr<SchedulerSwitches> switches_;
  std::uint64_t lost_switches_ = 0;
  Nanos last_appended_ = 0;
  CoreTimes core_times_;
  ProcessSampler processes_;
  Nanos next_core_sample_ = 0, next_process_sample_ = 0;  // since the run's start
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

}  // namespace threadmart
