#include "core/projections/arrows.h"

#include <algorithm>

#include "core/recording/open_slices.h"

namespace threadmart {
namespace {

constexpr std::size_t kBlock = 64;

template <class Entry>
Entry& at(std::vector<Entry>& entries, std::uint32_t id) {
  if (id >= entries.size()) entries.resize(id + 1);
  return entries[id];
}

bool isFinal(FutureState state) {
  return state != FutureState::Pending && state != FutureState::Running;
}

}  // namespace

void ArrowBuilder::update(const Snapshot& snapshot) {
  const bool restart = snapshot.generation() != generation_ || snapshot.size() < read_;
  const std::size_t before = arrows_.size();
  if (restart) {
    const std::uint64_t version = version_;
    *this = ArrowBuilder();
    version_ = version;
    generation_ = snapshot.generation();
  }
  for (std::span<const Event> events : snapshot.spans(read_))
    for (const Event& event : events) consume(event);
  read_ = snapshot.size();
  if (restart || arrows_.size() != before) ++version_;
}

void ArrowBuilder::consume(const Event& event) {
  switch (event.kind) {
    case EventKind::TaskState:
    case EventKind::TaskFinished:
      return changeState(event);
    case EventKind::GilHandedOver:
      return handOver(event);
    case EventKind::ParcelSent:
      pairs_.sent(event, static_cast<std::uint32_t>(sent_.size()));
      sent_.push_back({event.time, event.value});
      return;
    case EventKind::ParcelReceived:
      return arrive(event);
    case EventKind::FutureState:
      if (isTask(event.task) && isFinal(static_cast<FutureState>(event.detail)))
        at(carried_, event.task).settled = event.time;
      return;
    case EventKind::Callback:
      return ring(event);
    default:
      return;
  }
}

// Who scans on a worker, and since when no more. It says so before it lets go of the scanner; one that loses its core
// (Ready) keeps the scanner.
void ArrowBuilder::changeState(const Event& event) {
  if (!isTask(event.task) || !isWorker(event.worker)) return;
  at(carried_, event.task).worker = event.worker;
  const bool ends = event.kind == EventKind::TaskFinished;
  const auto state = static_cast<TaskState>(event.detail);
  Scanning& scanning = at(scanning_, event.worker);
  if (!ends && state == TaskState::Running) {
    scanning = {event.task, std::nullopt};
  } else if (scanning.task == event.task && !scanning.stopped && (ends || state != TaskState::Ready)) {
    scanning.stopped = event.time;
  }
}

void ArrowBuilder::handOver(const Event& event) {
  const auto from = static_cast<WorkerId>(event.value);
  if (!isWorker(event.worker) || !isWorker(from) || from >= scanning_.size() || scanning_[from].task == kNoTask) return;
  add({.from_time = scanning_[from].stopped.value_or(event.time),
       .to_time = event.time,
       .from_task = scanning_[from].task,
       .to_task = event.task,
       .from_worker = from,
       .to_worker = event.worker,
       .kind = ArrowKind::Scanner,
       .asked = event.detail == 1});
}

void ArrowBuilder::arrive(const Event& event) {
  const auto number = pairs_.received(event);
  if (!number) return;
  const bool out = event.detail == static_cast<std::uint8_t>(ParcelLeg::TaskOut);
  add({.from_time = sent_[*number].time,
       .to_time = event.time,
       .from_task = event.task,
       .to_task = event.task,
       .from_worker = out ? kSubmitter : event.worker,
       .to_worker = out ? event.worker : kSubmitter,
       .bytes = sent_[*number].bytes,
       .kind = ArrowKind::Parcel});
}

void ArrowBuilder::ring(const Event& event) {
  if (!isTask(event.task) || event.task >= carried_.size() || !carried_[event.task].settled) return;
  const Carried& carried = carried_[event.task];
  add({.from_time = *carried.settled,
       .to_time = event.time,
       .from_task = event.task,
       .to_task = event.task,
       .from_worker = carried.worker,
       .to_worker = event.worker,
       .kind = ArrowKind::Callback});
}

void ArrowBuilder::add(const Arrow& arrow) {
  if (arrows_.size() % kBlock == 0) earliest_.push_back(arrow.from_time);
  arrows_.push_back(arrow);
  arrows_.back().from_time = std::min(arrow.from_time, arrow.to_time);
  earliest_.back() = std::min(earliest_.back(), arrows_.back().from_time);
}

std::vector<Arrow> ArrowBuilder::within(Nanos begin, Nanos end, std::size_t most) const {
  std::vector<Arrow> found;
  const auto first = std::lower_bound(arrows_.begin(), arrows_.end(), begin,
                                      [](const Arrow& arrow, Nanos time) { return arrow.to_time < time; });
  for (auto i = static_cast<std::size_t>(first - arrows_.begin()); i < arrows_.size() && found.size() < most;) {
    if (earliest_[i / kBlock] > end) {  // none of its block has left by then
      i = (i / kBlock + 1) * kBlock;
      continue;
    }
    if (arrows_[i].from_time <= end) found.push_back(arrows_[i]);
    ++i;
  }
  return found;
}

std::vector<Arrow> makeArrows(const Snapshot& snapshot) {
  ArrowBuilder builder;
  builder.update(snapshot);
  return builder.arrows();
}

}  // namespace threadmart
