// What a timeline draws: the slices of a recording as lanes, with a mip (see mip.h) so that ten million slices take no
// longer to draw than a thousand. Grows with the recording.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include <QString>

#include "core/projections/numbers.h"
#include "core/projections/slices.h"
#include "ui/timeline/coordinates.h"
#include "ui/timeline/mip.h"

namespace threadmart {

// Shared, not copied. A SliceBuilder's own: SharedSlices(builder, &builder->slices()) with a shared_ptr to the builder.
using SharedSlices = std::shared_ptr<const std::vector<Slice>>;

// Where a task ended: its end mark.
struct TaskEnd {
  Nanos at = 0;
  Outcome outcome = Outcome::Done;
};

// One strip of the timeline. Knows its slices by their place in the recording's vector: 4 bytes a slice, and the mip.
class TimelineLane {
 public:
  TimelineLane(std::uint32_t id, QString name) : id_(id), name_(std::move(name)) {}

  std::uint32_t id() const { return id_; }  // task, worker or core number
  const QString& name() const { return name_; }
  std::size_t size() const { return index_.size(); }
  const std::vector<std::uint32_t>& index() const { return index_; }
  const Mip& mip() const { return mip_; }

  // The first slice that may reach into the time `from`; and the first that begins at `to` or later.
  std::size_t firstReaching(Nanos from, std::span<const Slice> slices) const;
  std::size_t firstFrom(Nanos to, std::span<const Slice> slices) const;

 private:
  friend class TimelineModel;
  std::uint32_t id_;
  QString name_;
  std::vector<std::uint32_t> index_;
  std::vector<Nanos> reach_;  // for each block of slices: the latest end of any slice up to its last
  Mip mip_;
};

class TimelineModel {
 public:
  explicit TimelineModel(LaneBy by = LaneBy::Task) : by_(by) {}

  // Takes what is new. `generation` is the snapshot's: when it changes everything is read again, until then slices were
  // only appended, and those still open moved their end. The vector may grow between two updates, nothing may be taken
  // from it.
  void update(SharedSlices slices, const RunInfo& info, const Numbers& numbers, std::uint64_t generation = 0);

  LaneBy by() const { return by_; }
  const std::vector<TimelineLane>& lanes() const { return lanes_; }
  std::span<const Slice> slices() const {
    return slices_ ? std::span(slices_->data(), read_) : std::span<const Slice>();
  }
  const SharedSlices& shared() const { return slices_; }

  Nanos end() const { return end_; }                  // of the last slice
  Nanos sumOfParts() const { return sum_of_parts_; }  // what one till, one line would take; 0: unknown
  bool finished() const { return finished_; }
  bool hasState(TaskState state) const { return seen_[static_cast<std::size_t>(state)]; }
  std::optional<TaskEnd> endOf(TaskId task) const;
  const QString& taskName(TaskId task) const;

  // The slice of a lane at a time; where slices overlap the one on a core.
  const Slice* sliceAt(std::size_t lane, Nanos time) const;
  std::size_t bytes() const;  // of memory, besides the slices themselves

 private:
  void restart();
  void nameLanes(const RunInfo& info);
  void forgetFrom(std::size_t slice);
  void indexFrom(std::size_t slice);
  TimelineLane* laneFor(const Slice& slice);
  void readEnds(const Numbers& numbers);

  LaneBy by_;
  SharedSlices slices_;
  std::size_t read_ = 0;      // slices read so far
  std::size_t last_tie_ = 0;  // the first slice that begins when the last one does: those may still change places
  std::uint64_t generation_ = 0;
  std::vector<TimelineLane> lanes_;
  std::vector<std::uint32_t> lane_of_id_;
  std::vector<QString> task_names_;
  std::vector<std::optional<TaskEnd>> ends_;
  std::array<bool, kTaskStates> seen_{};
  Nanos end_ = 0;
  Nanos sum_of_parts_ = 0;
  bool finished_ = false;
};

}  // namespace threadmart
