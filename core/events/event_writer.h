// What a worker writes its events with. Cheap to copy into the worker, never shared between threads. Without a ring it
// writes nothing: that is how a run without recording is measured.
#pragma once

#include <atomic>

#include "core/events/ring.h"

namespace threadmart {

class EventWriter {
 public:
  // Writes nothing, but knows whose it is: workers are told apart by it.
  explicit EventWriter(WorkerId worker = kSubmitter) : clock_(ClockKind::ClockGettime), worker_(worker) {}
  EventWriter(Ring ring, RingsHeader& shared, WorkerId worker)
      : ring_(ring), bell_(&shared.bell), clock_(shared.clock), worker_(worker) {}

  WorkerId worker() const { return worker_; }

  void push(EventKind kind, TaskId task = kNoTask, std::uint8_t detail = 0, std::uint64_t value = 0,
            std::uint32_t count = 0) {
    pushFor(worker_, kind, task, detail, value, count);
  }
  // `asked`: of Io, for how long it was asked to stay away.
  void push(EventKind kind, TaskId task, TaskState state, std::uint32_t items, Nanos asked = 0) {
    push(kind, task, static_cast<std::uint8_t>(state), static_cast<std::uint64_t>(asked), items);
  }
  // On behalf of another worker: the submitter reports spawns, deaths and what it sends.
  void pushFor(WorkerId worker, EventKind kind, TaskId task = kNoTask, std::uint8_t detail = 0, std::uint64_t value = 0,
               std::uint32_t count = 0) {
    if (!ring_) return;
    ring_.push(clock_, *bell_, Event{0, value, task, worker, count, kNoCore, kind, detail});
  }

 private:
  Ring ring_;
  std::atomic<std::uint32_t>* bell_ = nullptr;
  Clock clock_;
  WorkerId worker_ = kSubmitter;
};

}  // namespace threadmart
