#include "core/projections/moments.h"

#include <algorithm>
#include <utility>

namespace threadmart {
namespace {

bool beginsAfter(Nanos time, const Slice& slice) {
  return time < slice.begin;
}
bool beginsBefore(const Slice& slice, Nanos time) {
  return slice.begin < time;
}

}  // namespace

void Moments::update(std::shared_ptr<const std::vector<Slice>> slices, std::uint64_t generation) {
  const bool other = slices != slices_ || generation != generation_ || (slices && slices->size() < read_);
  slices_ = std::move(slices);
  generation_ = generation;
  if (other) restart();
  if (!slices_) return;
  const std::size_t ends_before = ends_.size();
  for (const std::size_t count = slices_->size(); read_ < count; ++read_) {
    readSlice(static_cast<std::uint32_t>(read_));
  }
  settle();
  // What was open at the last update ended after it, so the new ends follow the old ones.
  std::sort(ends_.begin() + static_cast<std::ptrdiff_t>(ends_before), ends_.end());
}

void Moments::restart() {
  read_ = 0;
  tasks_.clear();
  watched_.clear();
  start_ups_.clear();
  ends_.clear();
}

void Moments::readSlice(std::uint32_t number) {
  const Slice& slice = (*slices_)[number];
  if (!isTask(slice.task)) {
    start_ups_.push_back(number);
    return;
  }
  if (slice.task >= tasks_.size()) tasks_.resize(slice.task + 1);
  OfTask& task = tasks_[slice.task];
  if (task.watched && !task.slices.empty()) {
    const Nanos end = (*slices_)[task.slices.back()].end;
    if (end != slice.begin) ends_.push_back(end);
  }
  task.slices.push_back(number);
  if (!std::exchange(task.watched, true)) watched_.push_back(slice.task);
}

// Ends of last slices, once they are known.
void Moments::settle() {
  std::erase_if(watched_, [this](TaskId id) {
    const Slice& last = (*slices_)[tasks_[id].slices.back()];
    if (last.open) return false;
    ends_.push_back(last.end);
    tasks_[id].watched = false;
    return true;
  });
  std::erase_if(start_ups_, [this](std::uint32_t number) {
    const Slice& start_up = (*slices_)[number];
    if (!start_up.open) ends_.push_back(start_up.end);
    return !start_up.open;
  });
}

std::optional<Nanos> Moments::next(Nanos time) const {
  const auto all = slices();
  const auto begin = std::upper_bound(all.begin(), all.end(), time, beginsAfter);
  const auto end = std::upper_bound(ends_.begin(), ends_.end(), time);
  if (begin == all.end()) return end == ends_.end() ? std::nullopt : std::optional(*end);
  return end == ends_.end() ? begin->begin : std::min(begin->begin, *end);
}

std::optional<Nanos> Moments::previous(Nanos time) const {
  const auto all = slices();
  const auto begin = std::lower_bound(all.begin(), all.end(), time, beginsBefore);
  const auto end = std::lower_bound(ends_.begin(), ends_.end(), time);
  if (begin == all.begin()) return end == ends_.begin() ? std::nullopt : std::optional(*(end - 1));
  return end == ends_.begin() ? (begin - 1)->begin : std::max((begin - 1)->begin, *(end - 1));
}

std::optional<Nanos> Moments::next(Nanos time, TaskId task) const {
  const auto places = ofTask(task);
  const auto later = std::upper_bound(places.begin(), places.end(), time, [this](Nanos at, std::uint32_t place) {
    return beginsAfter(at, (*slices_)[place]);
  });
  if (later != places.begin()) {
    const Slice& now = (*slices_)[*(later - 1)];
    if (!now.open && now.end > time) return now.end;
  }
  return later == places.end() ? std::nullopt : std::optional((*slices_)[*later].begin);
}

std::optional<Nanos> Moments::previous(Nanos time, TaskId task) const {
  const auto places = ofTask(task);
  const auto later = std::lower_bound(places.begin(), places.end(), time, [this](std::uint32_t place, Nanos at) {
    return beginsBefore((*slices_)[place], at);
  });
  if (later == places.begin()) return std::nullopt;
  const Slice& before = (*slices_)[*(later - 1)];
  return !before.open && before.end < time ? before.end : before.begin;
}

}  // namespace threadmart
