// Slices and lanes: the intervals that timelines show, as a pure function of a recording's events.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/events/event.h"
#include "core/recording/open_slices.h"
#include "core/recording/recording.h"

namespace threadmart {

// An interval [begin, end) in which a task was in one state. A slice with task kNoTask and state Queued is a worker
// starting up.
struct Slice {
  Nanos begin = 0;
  Nanos end = 0;
  TaskId task = kNoTask;
  WorkerId worker = kNoWorker;   // kNoWorker while queued
  std::uint32_t items = 0;       // items scanned by its begin
  std::uint16_t core = kNoCore;  // known for Running only
  TaskState state = TaskState::Queued;
  bool open = false;  // still going on: `end` is the time of the last event so far

  Nanos duration() const { return end - begin; }
  friend bool operator==(const Slice&, const Slice&) = default;
};

// Feeds on events in time order and keeps the slices; works while the recording grows.
class SliceBuilder {
 public:
  // Reads what is new in the recording. Starts again from nothing if the generation changed.
  void update(const Snapshot& snapshot);
  // Ordered by begin time (ties: in the recording's order), zero-length ones among them. Slices still open end at the
  // last event.
  const std::vector<Slice>& slices() const { return slices_; }
  Nanos end() const { return end_; }
  std::uint64_t version() const { return version_; }  // changes with every update that changed anything

 private:
  void consume(const Event& event);

  std::vector<Slice> slices_;
  OpenSlices open_;
  std::size_t read_ = 0;
  std::uint64_t generation_ = 0;
  std::uint64_t version_ = 0;
  Nanos end_ = 0;
};

std::vector<Slice> makeSlices(const Snapshot& snapshot);

enum class LaneBy : std::uint8_t { Task, Worker, Core };

// The lane a slice belongs to (a task, worker or core number), or kNoLane; and what a lane is called.
inline constexpr std::uint32_t kNoLane = 0xFFFFFFFF;
std::uint32_t laneOf(const Slice& slice, LaneBy by);
std::string laneName(std::uint32_t id, const RunInfo& info, LaneBy by);

struct Lane {
  std::uint32_t id = 0;  // task, worker or core number
  std::string name;
  std::vector<Slice> slices;  // by begin time. By task: never overlapping. By worker: may overlap in an event loop. By
                              // core: Running only

  friend bool operator==(const Lane&, const Lane&) = default;
};

struct Lanes {
  LaneBy by = LaneBy::Task;
  std::vector<Lane> lanes;
  Nanos end = 0;
};

// Every task, worker and core that `info` names has a lane, also an idle one; kSubmitter and what `info` does not name
// have one if something happened there. Zero-length slices are left out.
Lanes makeLanes(const std::vector<Slice>& slices, const RunInfo& info, LaneBy by);

}  // namespace threadmart
