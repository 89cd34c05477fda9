#include "core/recording/refiner.h"

#include "core/probes/scheduler_switches.h"

namespace threadmart {

Event Refiner::state(Nanos time, TaskState state, WorkerId worker, const Carrier& carrier, std::uint16_t core) {
  Event event;
  event.time = time;
  event.kind = EventKind::TaskState;
  event.detail = static_cast<std::uint8_t>(state);
  event.task = carrier.running;
  event.worker = worker;
  event.count = carrier.items;
  event.core = core;
  return event;
}

Refiner::Carrier& Refiner::carrier(WorkerId worker) {
  return carriers_[worker];
}

void Refiner::follow(const Event& event) {
  Carrier& on = carrier(event.worker);
  const bool runs = event.kind == EventKind::TaskState && event.detail == static_cast<std::uint8_t>(TaskState::Running);
  if (runs) {
    on = Carrier{event.task, event.count, false, event.core};
  } else if (event.task == on.running) {
    on.running = kNoTask;
  }
}

void Refiner::feed(const Event& event, std::vector<Event>& out) {
  switch (event.kind) {
    case EventKind::WorkerStarted:
      worker_of_thread_[tidOf(event.value)] = event.worker;
      break;
    case EventKind::WorkerDied:
      carrier(event.worker).running = kNoTask;
      break;
    case EventKind::TaskState:
    case EventKind::TaskFinished:
      follow(event);
      break;
    case EventKind::ItemScanned:
      carrier(event.worker).items = event.count;
      break;
    case EventKind::RunDelay: {
      // Known only afterwards, and only its length: shown as the last part of the time since the worker's event before.
      const Carrier& on = carrier(event.worker);
      if (on.running == kNoTask) return;
      out.push_back(state(event.time - static_cast<Nanos>(event.value), TaskState::Ready, event.worker, on, kNoCore));
      out.push_back(state(event.time, TaskState::Running, event.worker, on, event.core));
      return;
    }
    default:
      break;
  }
  out.push_back(event);
}

void Refiner::feed(const SchedulerSwitch& record, Nanos time, std::vector<Event>& out) {
  const auto found = worker_of_thread_.find(record.tid);
  if (found == worker_of_thread_.end()) return;
  Carrier& on = carrier(found->second);
  if (on.running == kNoTask) {
    on.off_core = false;
  } else if (!record.in && !on.off_core) {
    out.push_back(state(time, TaskState::Ready, found->second, on, kNoCore));
    on.off_core = true;
  } else if (record.in && on.off_core) {
    out.push_back(state(time, TaskState::Running, found->second, on, record.core));
    on.off_core = false;
  }
}

}  // namespace threadmart
