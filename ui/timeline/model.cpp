#include "ui/timeline/model.h"

#include <algorithm>

namespace threadmart {
namespace {

bool liesBefore(const TimelineLane& lane, std::uint32_t id) {
  return lane.id() < id;
}

}  // namespace

void TimelineModel::update(SharedSlices slices, const RunInfo& info, const Numbers& numbers, std::uint64_t generation) {
  const bool other = slices != slices_ || generation != generation_ || (slices && slices->size() < read_);
  slices_ = std::move(slices);
  generation_ = generation;
  if (other) restart();
  nameLanes(info);
  readSlices(info);
  tasks_ = numbers.tasks;
  sum_of_parts_ = numbers.sum_of_parts;
  has_gil_ = info.has_gil;
  end_ = std::max(end_, numbers.makespan);
  for (const TimelineLane& lane : lanes_)  // slices still open at the last update have a new end
    for (const std::uint32_t number : lane.index().subspan(lane.closed_))
      end_ = std::max(end_, slices_->at(number).end);
  for (TimelineLane& lane : lanes_) lane.settle(this->slices(), end_);
}

void TimelineModel::restart() {
  lanes_.clear();
  place_.clear();
  read_ = named_ = 0;
  seen_ = {};
  end_ = 0;
}

// makeLanes knows which lanes a run has whether or not anything happens in them.
void TimelineModel::nameLanes(const RunInfo& info) {
  const std::size_t named = info.tasks.size() + info.workers_info.size() + info.core_ids.size();
  if (named == named_) return;
  named_ = named;
  task_names_.clear();
  for (TaskId task = 0; task < info.tasks.size(); ++task) task_names_.push_back(taskWords(task, info, words_));
  for (const Lane& lane : makeLanes({}, info, by_).lanes)
    laneFor(lane.id, info).name_ = laneWords(lane.id, info, by_, words_);
}

void TimelineModel::readSlices(const RunInfo& info) {
  if (!slices_) return;
  const std::size_t count = slices_->size();
  if (count - read_ > read_ && count > 100'000) reserve();
  for (; read_ < count; ++read_) {
    const Slice& slice = (*slices_)[read_];
    if (slice.task != kNoTask) seen_[static_cast<std::size_t>(slice.state)] = true;
    end_ = std::max(end_, slice.end);
    const std::uint32_t id = laneOf(slice, by_);
    if (id != kNoLane) laneFor(id, info).index_.push_back(static_cast<std::uint32_t>(read_));
  }
}

// Many at once: count first, so that the lists are as long as they have to be and no longer.
void TimelineModel::reserve() {
  std::vector<std::size_t> counts(place_.size());
  for (std::size_t i = read_; i < slices_->size(); ++i) {
    const std::uint32_t id = laneOf((*slices_)[i], by_);
    if (id < counts.size()) ++counts[id];
  }
  for (TimelineLane& lane : lanes_)
    if (lane.id() < counts.size()) lane.index_.reserve(lane.index_.size() + counts[lane.id()]);
}

TimelineLane& TimelineModel::laneFor(std::uint32_t id, const RunInfo& info) {
  if (id < place_.size() && place_[id] != kNoLane) return lanes_[place_[id]];
  const auto at = std::lower_bound(lanes_.begin(), lanes_.end(), id, liesBefore);
  if (at != lanes_.end() && at->id() == id) return *at;
  const auto added = lanes_.insert(at, TimelineLane(id, laneWords(id, info, by_, words_)));
  const std::size_t position = static_cast<std::size_t>(added - lanes_.begin());
  for (std::size_t i = position; i < lanes_.size() && lanes_[i].id() < kMaxIds; ++i) {
    if (lanes_[i].id() >= place_.size()) place_.resize(lanes_[i].id() + 1, kNoLane);
    place_[lanes_[i].id()] = static_cast<std::uint32_t>(i);
  }
  return lanes_[position];
}

std::optional<std::size_t> TimelineModel::laneNumber(std::uint32_t id) const {
  const auto at = std::lower_bound(lanes_.begin(), lanes_.end(), id, liesBefore);
  if (at == lanes_.end() || at->id() != id) return std::nullopt;
  return static_cast<std::size_t>(at - lanes_.begin());
}

const TaskNumbers* TimelineModel::task(TaskId task) const {
  return task < tasks_.size() ? &tasks_[task] : nullptr;
}

QString TimelineModel::taskName(TaskId task) const {
  return task < task_names_.size() ? task_names_[task] : taskWords(task, {}, words_);
}

const Slice* TimelineModel::sliceAt(std::size_t lane, Nanos time) const {
  if (lane >= lanes_.size()) return nullptr;
  const Slice* found = nullptr;
  for (const std::uint32_t number : lanes_[lane].within(time, time + 1, slices())) {
    const Slice& slice = slices()[number];
    if (slice.begin > time || slice.end <= time) continue;
    if (!found || slice.state == TaskState::Running || found->state == TaskState::Queued) found = &slice;
    if (found->state == TaskState::Running) break;
  }
  return found;
}

std::size_t TimelineModel::bytes() const {
  std::size_t bytes = place_.capacity() * sizeof(std::uint32_t);
  for (const TimelineLane& lane : lanes_) bytes += sizeof(TimelineLane) + lane.bytes();
  return bytes;
}

}  // namespace threadmart
