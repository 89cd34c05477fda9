// The moments of a recording at which something changes: what stepping goes to. Also the index that says which slices
// belong to a task, in their order.
//
// Grows with the recording: reads only slices that are new or were open. 4 bytes a slice.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/projections/slices.h"

namespace threadmart {

class Moments {
 public:
  // `generation` is the snapshot's: when it changes, or the vector is another one, everything is read again. Until then
  // slices were only appended, and those still open moved their end.
  void update(std::shared_ptr<const std::vector<Slice>> slices, std::uint64_t generation);

  // The nearest begin or end of a slice after, or before, `time`. Empty if there is none. The end of a slice that is
  // still open is not one.
  std::optional<Nanos> next(Nanos time) const;
  std::optional<Nanos> previous(Nanos time) const;
  // The same for one task: its next change of state.
  std::optional<Nanos> next(Nanos time, TaskId task) const;
  std::optional<Nanos> previous(Nanos time, TaskId task) const;

  std::span<const Slice> slices() const { return {slices_ ? slices_->data() : nullptr, read_}; }
  // Its slices as places in slices(), by begin. Empty for a task without any.
  std::span<const std::uint32_t> ofTask(TaskId task) const {
    return task < tasks_.size() ? std::span<const std::uint32_t>(tasks_[task].slices)
                                : std::span<const std::uint32_t>();
  }

 private:
  struct OfTask {
    std::vector<std::uint32_t> slices;
    bool watched = false;  // its last slice was open when it was last looked at
  };
  void restart();
  void readSlice(std::uint32_t number);
  void settle();

  std::shared_ptr<const std::vector<Slice>> slices_;
  std::size_t read_ = 0;
  std::uint64_t generation_ = 0;
  std::vector<OfTask> tasks_;
  std::vector<TaskId> watched_;           // tasks whose last slice may still end
  std::vector<std::uint32_t> start_ups_;  // slices of workers that may still end
  std::vector<Nanos> ends_;               // in order: ends at which the same task or worker begins nothing else
};

}  // namespace threadmart
