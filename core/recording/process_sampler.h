// What `top` would show of a run's processes: memory and CPU share of the parent and of each worker process, as events.
#pragma once

#include <cstdint>
#include <vector>

#include "core/events/event.h"

namespace threadmart {

class ProcessSampler {
 public:
  explicit ProcessSampler(std::uint32_t parent_pid);

  void follow(const Event& event);  // notices worker processes that are asked for, start and end
  // Appends two events for each process that is still there. The share of CPU is that since the sample before, at first
  // since the process was asked for; the parent's, since the sampler was made.
  void sample(Nanos time, std::vector<Event>& out);

 private:
  struct Process {
    std::uint32_t pid = 0;  // 0: asked for, not there yet
    WorkerId worker = kNoWorker;
    Nanos cpu = 0, at = 0;  // at the last sample
  };
  std::vector<Process>::iterator find(WorkerId worker);
  void start(const Event& event);

  std::vector<Process> processes_;  // the parent first
};

}  // namespace threadmart
