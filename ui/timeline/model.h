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
#include "ui/words/words.h"

namespace threadmart {

// Shared, not copied. A SliceBuilder's own: SharedSlices(builder, &builder->slices()) with a shared_ptr to the builder.
using SharedSlices = std::shared_ptr<const std::vector<Slice>>;

// One strip of the timeline. Knows its slices by their place in the recording's vector: 4 bytes a slice, and the mip.
class TimelineLane {
 public:
  TimelineLane(std::uint32_t id, QString name) : id_(id), name_(std::move(name)) {}

  std::uint32_t id() const { return id_; }  // task, worker or core number
  const QString& name() const { return name_; }
  std::span<const std::uint32_t> index() const { return index_; }
  const Mip& mip() const { return mip_; }
  std::size_t bytes() const;

  // Its slices that may have a part in [from, to): none that has is missing.
  std::span<const std::uint32_t> within(Nanos from, Nanos to, std::span<const Slice> slices) const;

 private:
  friend class TimelineModel;
  void settle(std::span<const Slice> slices, Nanos end);
  std::size_t firstReaching(Nanos from, std::span<const Slice> slices) const;

  std::uint32_t id_;
  QString name_;
  std::vector<std::uint32_t> index_;
  std::size_t closed_ = 0;    // slices before this one have ended
  std::vector<Nanos> reach_;  // for each full block of ended slices: the latest end up to its last
  Mip mip_;
};

class TimelineModel {
 public:
  explicit TimelineModel(LaneBy by = LaneBy::Task, Words words = Words::Shop) : by_(by), words_(words) {}

  // Takes what is new. `generation` is the snapshot's: when it changes everything is read again. Until then slices were
  // only appended, and those still open moved their end. The vector may grow between two updates, nothing may be taken
  // from it.
  void update(SharedSlices slices, const RunInfo& info, const Numbers& numbers, std::uint64_t generation = 0);

  LaneBy by() const { return by_; }
  Words words() const { return words_; }
  const std::vector<TimelineLane>& lanes() const { return lanes_; }
  std::span<const Slice> slices() const {
    return slices_ ? std::span(slices_->data(), read_) : std::span<const Slice>();
  }

  Nanos end() const { return end_; }                  // of the last slice
  Nanos sumOfParts() const { return sum_of_parts_; }  // what one till, one line would take; 0: unknown
  bool hasState(TaskState state) const { return seen_[static_cast<std::size_t>(state)]; }
  bool hasGil() const { return has_gil_; }
  std::optional<std::size_t> laneNumber(std::uint32_t id) const;  // of the lane with this id, in lanes()
  const TaskNumbers* task(TaskId task) const;                     // null if nothing is known of it
  QString taskName(TaskId task) const;

  // The slice of a lane at a time; where slices overlap the one on a core. Null if there is none.
  const Slice* sliceAt(std::size_t lane, Nanos time) const;
  std::size_t bytes() const;  // of memory, besides the slices themselves

 private:
  void restart();
  void nameLanes(const RunInfo& info);
  void reserve();
  void readSlices(const RunInfo& info);
  TimelineLane& laneFor(std::uint32_t id, const RunInfo& info);

  LaneBy by_;
  Words words_;
  SharedSlices slices_;
  std::size_t read_ = 0;  // slices read so far
  std::uint64_t generation_ = 0;
  std::vector<TimelineLane> lanes_;   // by id
  std::vector<std::uint32_t> place_;  // of a lane in lanes_, by id
  std::vector<QString> task_names_;
  std::vector<TaskNumbers> tasks_;
  std::size_t named_ = 0;  // how many things `info` had names for
  std::array<bool, kTaskStates> seen_{};
  Nanos end_ = 0;
  Nanos sum_of_parts_ = 0;
  bool has_gil_ = false;
};

}  // namespace threadmart
