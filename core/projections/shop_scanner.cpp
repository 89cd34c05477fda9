#include "core/projections/shop_scanner.h"

#include <algorithm>
#include <utility>

#include "core/recording/open_slices.h"

namespace threadmart {

void ShopScannerLog::consume(const Event& event) {
  switch (event.kind) {
    case EventKind::TaskState:
    case EventKind::TaskFinished:
      if (isWorker(event.worker) && isTask(event.task)) follow(event);
      break;
    case EventKind::GilHandedOver:
      if (!isWorker(event.worker)) break;
      handovers_.push_back(event.time);
      handed_to_ = event.worker;
      // It came back from work in C, which it did as `running` without the scanner.
      if (const WorkerNow now = slotOf(workers_, event.worker); now.runs) take(event.time, event.worker, now.task);
      break;
    case EventKind::WorkerDied:
    case EventKind::WorkerExited:
      letGo(event.time, event.worker);
      break;
    case EventKind::RunFinished:
      letGo(event.time, holder());
      break;
    default:
      break;
  }
}

void ShopScannerLog::follow(const Event& event) {
  WorkerNow& now = slotOf(workers_, event.worker);
  const auto state = event.kind == EventKind::TaskFinished ? TaskState::Done : static_cast<TaskState>(event.detail);
  if (state == TaskState::Ready) return;
  if (state != TaskState::Running) {
    now = {};
    letGo(event.time, event.worker);
    return;
  }
  const bool ran = std::exchange(now, {event.task, true}).runs;
  if (handed_to_ == event.worker || (!held() && !ran)) take(event.time, event.worker, event.task);
}

void ShopScannerLog::take(Nanos time, WorkerId worker, TaskId task) {
  handed_to_ = kNoWorker;
  if (held() && changes_.back().holder == worker && changes_.back().task == task) return;
  changes_.push_back({time, worker, task});
}

void ShopScannerLog::letGo(Nanos time, WorkerId worker) {
  if (held() && holder() == worker) changes_.push_back({time, worker, kNoTask});
}

ShopScanner ShopScannerLog::at(Nanos time, Nanos switch_interval, unsigned waiting, Nanos first_since) const {
  ShopScanner scanner;
  scanner.waiting = waiting;
  if (const Change* now = lastUntil(changes_, time)) {
    scanner.holder = now->holder;
    scanner.task = now->task;
    scanner.since = now->time;
  }
  const auto later = std::upper_bound(handovers_.begin(), handovers_.end(), time);
  scanner.handovers = static_cast<std::uint64_t>(later - handovers_.begin());
  if (waiting == 0) return scanner;
  const Nanos changed_hands = later == handovers_.begin() ? first_since : *(later - 1);
  scanner.bell_in = std::max<Nanos>(0, std::max(first_since, changed_hands) + switch_interval - time);
  return scanner;
}

}  // namespace threadmart
