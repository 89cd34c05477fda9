// Which event begins a slice and which one ends it: the one rule that timelines and the trace file share.
//
// A task is in one state at a time: TaskSubmitted (queued) and every TaskState begin a slice and end the one before it,
// and TaskFinished ends it. A worker starts up from WorkerSpawned until WorkerStarted. A death ends what the worker was
// doing, and the end of the run ends everything.
#pragma once

#include <cstdint>
#include <vector>

#include "core/events/event.h"

namespace threadmart {

// Tasks and workers are counted from 0; ids from here on stand for no task and no worker, and damaged ones cost no
// memory.
inline constexpr std::uint32_t kMaxIds = 1u << 24;
inline bool isTask(TaskId task) {
  return task < kMaxIds;
}
inline bool isWorker(WorkerId worker) {
  return worker < kMaxIds;
}

inline bool beginsSlice(const Event& event) {
  switch (event.kind) {
    case EventKind::TaskSubmitted:
      return isTask(event.task);
    case EventKind::TaskState:
      return isTask(event.task) && event.detail < static_cast<std::uint8_t>(TaskState::Done);
    case EventKind::WorkerSpawned:
      return isWorker(event.worker);
    default:
      return false;
  }
}

// Keeps the number of the open slice of each task and each worker. The caller numbers the slices from 0.
class OpenSlices {
 public:
  // Calls `ended(number)` for every slice that the event ends. Call it before begin().
  template <class Ended>
  void end(const Event& event, Ended&& ended) {
    switch (event.kind) {
      case EventKind::TaskSubmitted:
      case EventKind::TaskState:
      case EventKind::TaskFinished:
        if (event.task < by_task_.size()) endOne(by_task_[event.task], ended);
        break;
      case EventKind::WorkerSpawned:
      case EventKind::WorkerStarted:
      case EventKind::WorkerExited:
        if (event.worker < by_worker_.size()) endOne(by_worker_[event.worker], ended);
        break;
      case EventKind::WorkerDied:
        if (event.worker < by_worker_.size()) endOne(by_worker_[event.worker], ended);
        for (Open& open : by_task_)
          if (open.worker == event.worker && event.worker != kNoWorker) endOne(open, ended);
        break;
      case EventKind::RunFinished:
        for (Open& open : by_worker_) endOne(open, ended);
        for (Open& open : by_task_) endOne(open, ended);
        break;
      default:
        break;
    }
  }

  // `number` is now the open slice of the event's task or worker. Only for events that begin a slice.
  void begin(const Event& event, std::uint32_t number) {
    if (event.kind == EventKind::WorkerSpawned)
      slot(by_worker_, event.worker) = {number, event.worker};
    else
      slot(by_task_, event.task) = {number, event.kind == EventKind::TaskState ? event.worker : kNoWorker};
  }

  template <class Visit>
  void forEach(Visit&& visit) const {
    for (const Open& open : by_worker_)
      if (open.number != kNone) visit(open.number);
    for (const Open& open : by_task_)
      if (open.number != kNone) visit(open.number);
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Open {
    std::uint32_t number = kNone;
    WorkerId worker = kNoWorker;
  };

  static Open& slot(std::vector<Open>& opens, std::uint32_t id) {
    if (id >= opens.size()) opens.resize(id + 1);
    return opens[id];
  }

  template <class Ended>
  static void endOne(Open& open, Ended& ended) {
    if (open.number == kNone) return;
    ended(open.number);
    open = {};
  }

  std::vector<Open> by_task_, by_worker_;
};

}  // namespace threadmart
