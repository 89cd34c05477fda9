// A recording written by hand: what happened, at which literal times.
#pragma once

#include <vector>

#include "core/recording/recording.h"

namespace threadmart {

class LiteralRun {
 public:
  LiteralRun& add(Event event) {
    events_.push_back(event);
    return *this;
  }
  LiteralRun& submitted(Nanos time, TaskId task) {
    return add({.time = time, .task = task, .kind = EventKind::TaskSubmitted});
  }
  LiteralRun& state(Nanos time, TaskId task, TaskState state, WorkerId worker = 0, std::uint16_t core = kNoCore,
                    std::uint32_t items = 0) {
    return add({.time = time,
                .task = task,
                .worker = worker,
                .count = items,
                .core = core,
                .kind = EventKind::TaskState,
                .detail = static_cast<std::uint8_t>(state)});
  }
  LiteralRun& running(Nanos time, TaskId task, WorkerId worker = 0, std::uint16_t core = kNoCore) {
    return state(time, task, TaskState::Running, worker, core);
  }
  LiteralRun& finished(Nanos time, TaskId task, WorkerId worker = 0, Outcome outcome = Outcome::Done,
                       std::uint64_t cpu = 0) {
    return add({.time = time,
                .value = cpu,
                .task = task,
                .worker = worker,
                .kind = EventKind::TaskFinished,
                .detail = static_cast<std::uint8_t>(outcome)});
  }
  LiteralRun& worker(Nanos time, EventKind kind, WorkerId worker, std::uint64_t value = 0) {
    return add({.time = time, .value = value, .worker = worker, .kind = kind});
  }
  LiteralRun& runFinished(Nanos time) { return add({.time = time, .kind = EventKind::RunFinished}); }

  const std::vector<Event>& events() const { return events_; }
  Snapshot snapshot() const {
    Recording recording{RunInfo{}};
    recording.append(events_);
    return recording.snapshot();
  }

 private:
  std::vector<Event> events_;
};

}  // namespace threadmart
