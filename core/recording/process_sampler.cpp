#include "core/recording/process_sampler.h"

#include <algorithm>
#include <cmath>

#include "core/probes/machine.h"

namespace threadmart {
namespace {

// Reading /proc costs some 50 µs a process; a table of thousands would be read by nobody.
constexpr std::size_t kMostProcesses = 65;

}  // namespace

ProcessSampler::ProcessSampler(std::uint32_t parent_pid) : processes_{{parent_pid, kSubmitter}} {
  if (const auto use = readProcess(parent_pid)) processes_.front().cpu = use->cpu;
}

std::vector<ProcessSampler::Process>::iterator ProcessSampler::find(WorkerId worker) {
  return std::find_if(processes_.begin() + 1, processes_.end(),
                      [worker](const Process& process) { return process.worker == worker; });
}

void ProcessSampler::follow(const Event& event) {
  if (event.kind == EventKind::WorkerSpawned && processes_.size() < kMostProcesses) {
    processes_.push_back({0, event.worker, 0, event.time});
  } else if (event.kind == EventKind::WorkerStarted) {
    start(event);
  } else if (event.kind == EventKind::WorkerExited || event.kind == EventKind::WorkerDied) {
    std::erase_if(processes_, [&](const Process& process) { return process.worker == event.worker; });
  }
}

void ProcessSampler::start(const Event& event) {
  const auto known = find(event.worker);
  const bool is_process = pidOf(event.value) != processes_.front().pid;
  if (known != processes_.end() && is_process)
    known->pid = pidOf(event.value);
  else if (known != processes_.end())
    processes_.erase(known);  // a thread lives in the parent
  else if (is_process && processes_.size() < kMostProcesses)
    processes_.push_back({pidOf(event.value), event.worker, 0, event.time});
}

void ProcessSampler::sample(Nanos time, std::vector<Event>& out) {
  for (Process& process : processes_) {
    if (process.pid == 0) continue;
    const auto use = readProcess(process.pid);
    if (!use) continue;
    Event sampled;
    sampled.time = time;
    sampled.worker = process.worker;
    sampled.kind = EventKind::ProcessSample;
    sampled.value = use->resident_bytes;
    sampled.detail = use->state == 'R' ? 1 : 0;
    if (time > process.at) {
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
