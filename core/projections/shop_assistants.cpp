#include "core/projections/shop_assistants.h"

#include <algorithm>

#include "core/recording/open_slices.h"

namespace threadmart {

void ShopAssistants::consume(const Event& event) {
  switch (event.kind) {
    case EventKind::TaskSubmitted:
    case EventKind::TaskState:
    case EventKind::TaskFinished: {
      if (!isTask(event.task)) break;
      Run& run = slotOf(runs_, event.task);
      leave(event.time, run);
      const bool runs =
          event.kind == EventKind::TaskState && event.detail == static_cast<std::uint8_t>(TaskState::Running);
      if (!runs || event.core == kNoCore) break;
      run = {event.worker, event.core};
      Core& core = slotOf(cores_, event.core);
      count(event.time, core);
      ++core.running;
      break;
    }
    case EventKind::WorkerDied:
      for (Run& run : runs_)
        if (run.worker == event.worker) leave(event.time, run);
      break;
    case EventKind::RunFinished:
      for (Run& run : runs_) leave(event.time, run);
      break;
    case EventKind::CoreLoad:
      if (event.core != kNoCore) sample(event);
      break;
    default:
      break;
  }
}

void ShopAssistants::leave(Nanos time, Run& run) {
  if (run.core == kNoCore) return;
  Core& core = cores_[run.core];
  count(time, core);
  --core.running;
  run = {};
}

void ShopAssistants::count(Nanos time, Core& core) {
  if (core.running > 0) core.own += time - core.counted;
  core.counted = time;
}

// What was busy and was not ours. The kernel counts in steps of 10 ms, so the difference may come out below nothing.
void ShopAssistants::sample(const Event& event) {
  Core& core = slotOf(cores_, event.core);
  count(event.time, core);
  const Nanos interval = event.time - core.sampled;
  const double busy = static_cast<double>(event.value) / 1000.0;
  const double own = interval > 0 ? static_cast<double>(core.own) / static_cast<double>(interval) : 0;
  core.samples.push_back({event.time, std::clamp(busy - own, 0.0, 1.0)});
  core.own = 0;
  core.sampled = event.time;
}

void ShopAssistants::at(Nanos time, const RunInfo& info, std::vector<ShopAssistant>& out) const {
  const bool named = !info.core_ids.empty();
  const std::size_t count = named ? info.core_ids.size() : info.machine.cores;
  out.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned core = named ? info.core_ids[i] : static_cast<unsigned>(i);
    const Sample* sample = core < cores_.size() ? lastUntil(cores_[core].samples, time) : nullptr;
    out[i] = {.core = core, .others = sample == nullptr ? 0 : sample->others};
  }
  const auto by_core = [](const ShopAssistant& a, const ShopAssistant& b) { return a.core < b.core; };
  if (!std::is_sorted(out.begin(), out.end(), by_core)) std::sort(out.begin(), out.end(), by_core);
}

}  // namespace threadmart
