#include "core/projections/slices.h"

#include <algorithm>

namespace threadmart {

void SliceBuilder::update(const Snapshot& snapshot) {
  const bool restart = snapshot.generation() != generation_ || snapshot.size() < read_;
  if (restart) {
    const std::uint64_t version = version_;
    *this = SliceBuilder();
    version_ = version;
    generation_ = snapshot.generation();
  }
  if (!restart && snapshot.size() == read_) return;
  for (std::span<const Event> events : snapshot.spans(read_))
    for (const Event& event : events) consume(event);
  read_ = snapshot.size();
  open_.forEach([this](std::uint32_t slice) { slices_[slice].end = end_; });
  ++version_;
}

void SliceBuilder::consume(const Event& event) {
  end_ = std::max(end_, event.time);
  open_.end(event, [&](std::uint32_t number) {
    slices_[number].end = event.time;
    slices_[number].open = false;
  });
  if (!beginsSlice(event)) return;

  Slice slice{.begin = event.time, .end = event.time, .task = event.task, .worker = event.worker, .open = true};
  if (event.kind == EventKind::TaskState) {
    slice.state = static_cast<TaskState>(event.detail);
    slice.items = event.count;
    if (slice.state == TaskState::Running) slice.core = event.core;
  }
  if (event.kind == EventKind::WorkerSpawned) slice.task = kNoTask;
  if (event.kind == EventKind::TaskSubmitted || (slice.state == TaskState::Queued && slice.task != kNoTask))
    slice.worker = kNoWorker;
  open_.begin(event, static_cast<std::uint32_t>(slices_.size()));
  slices_.push_back(slice);
}

std::vector<Slice> makeSlices(const Snapshot& snapshot) {
  SliceBuilder builder;
  builder.update(snapshot);
  return builder.slices();
}

}  // namespace threadmart
