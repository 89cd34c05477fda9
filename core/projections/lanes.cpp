// The slices sorted into lanes: one strip for each task, worker or core.
#include <algorithm>
#include <map>

#include "core/projections/slices.h"

namespace threadmart {

std::uint32_t laneOf(const Slice& slice, LaneBy by) {
  switch (by) {
    case LaneBy::Task:
      return slice.task;
    case LaneBy::Worker:
      return isWorker(slice.worker) || slice.worker == kSubmitter ? slice.worker : kNoLane;
    case LaneBy::Core:
      return slice.state == TaskState::Running && slice.core != kNoCore ? slice.core : kNoLane;
  }
  return kNoLane;
}

std::string laneName(std::uint32_t id, const RunInfo& info, LaneBy by) {
  switch (by) {
    case LaneBy::Task:
      return id < info.tasks.size() ? info.tasks[id].name : "task " + std::to_string(id);
    case LaneBy::Worker:
      if (id == kSubmitter) return "MainThread";
      return id < info.workers_info.size() ? info.workers_info[id].name : "worker " + std::to_string(id);
    case LaneBy::Core:
      return "core " + std::to_string(id);
  }
  return {};
}

namespace {

// How many slices each lane holds, with a 0 for the lanes that stay idle; ordered by id.
std::map<std::uint32_t, std::size_t> countLanes(const std::vector<Slice>& slices, const RunInfo& info, LaneBy by) {
  std::map<std::uint32_t, std::size_t> counts;
  if (by == LaneBy::Task)
    for (std::uint32_t i = 0; i < info.tasks.size(); ++i) counts[i] = 0;
  if (by == LaneBy::Worker)
    for (std::uint32_t i = 0; i < info.workers_info.size(); ++i) counts[i] = 0;
  if (by == LaneBy::Core)
    for (unsigned core : info.core_ids) counts[core] = 0;

  std::vector<std::size_t> dense;  // counting in a map costs ten times as much
  for (const Slice& slice : slices) {
    const std::uint32_t lane = laneOf(slice, by);
    if (lane == kNoLane || slice.duration() <= 0) continue;
    if (lane >= kMaxIds) {
      ++counts[lane];
      continue;
    }
    if (lane >= dense.size()) dense.resize(lane + 1);
    ++dense[lane];
  }
  for (std::uint32_t lane = 0; lane < dense.size(); ++lane)
    if (dense[lane] > 0) counts[lane] = dense[lane];
  return counts;
}

}  // namespace

Lanes makeLanes(const std::vector<Slice>& slices, const RunInfo& info, LaneBy by) {
  Lanes result;
  result.by = by;
  std::vector<std::uint32_t> position;  // of a lane in result.lanes
  for (const auto& [id, count] : countLanes(slices, info, by)) {
    if (id < kMaxIds) {
      position.resize(id + 1, kNoLane);
      position[id] = static_cast<std::uint32_t>(result.lanes.size());
    }
    Lane& lane = result.lanes.emplace_back();
    lane.id = id;
    lane.name = laneName(id, info, by);
    lane.slices.reserve(count);
  }
  for (const Slice& slice : slices) {
    result.end = std::max(result.end, slice.end);
    const std::uint32_t id = laneOf(slice, by);
    if (id == kNoLane || slice.duration() <= 0) continue;
    Lane& lane =
        id < kMaxIds ? result.lanes[position[id]] : result.lanes.back();  // only kSubmitter is beyond: the last
    lane.slices.push_back(slice);
  }
  return result;
}

}  // namespace threadmart
