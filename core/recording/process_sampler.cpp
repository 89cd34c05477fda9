#include "core/recording/process_sampler.h"

#include <algorithm>
#include <cmath>

#include "core/probes/machine.h"

namespace threadmart {
namespace {

// Reading /proc costs some 50 µs a process; a table of thousands would be read by nobody.
constexpr std::size_t kMostProcesses = 65;

}  // namespace

ProcessSampler::ProcessSampler(std::uint32_t parent_pid) : processes_{{parent_pid, kSubmitter}} {}

void ProcessSampler::follow(const Event& event) {
  if (event.kind == EventKind::WorkerStarted && pidOf(event.value) != processes_.front().pid &&
      processes_.size() < kMostProcesses) {
    processes_.push_back({pidOf(event.value), event.worker});
  } else if (event.kind == EventKind::WorkerExited || event.kind == EventKind::WorkerDied) {
    std::erase_if(processes_, [&](const Process& process) { return process.worker == event.worker; });
  }
}

void ProcessSampler::sample(Nanos time, std::vector<Event>& out) {
  for (Process& process : processes_) {
    const auto use = readProcess(process.pid);
    if (!use) continue;
    Event sampled;
    sampled.time = time;
    sampled.worker = process.worker;
    sampled.kind = EventKind::ProcessSample;
    sampled.value = use->resident_bytes;
    sampled.detail = use->state == 'R' ? 1 : 0;
    if (process.at > 0) {
      const double share = static_cast<double>(use->cpu - process.cpu) / static_cast<double>(time - process.at);
      sampled.count = static_cast<std::uint32_t>(std::lround(std::max(0.0, share) * 1'000));
    }
    out.push_back(sampled);
    sampled.kind = EventKind::ProcessShared;
    sampled.value = use->shared_bytes;
    sampled.count = sampled.detail = 0;
    out.push_back(sampled);
    process.cpu = use->cpu;
    process.at = time;
  }
}

}  // namespace threadmart
