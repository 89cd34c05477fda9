// The moments of a recording at which something changes: what stepping goes to.
#pragma once

#include <optional>

#include "core/projections/slices.h"

namespace threadmart {

// Of all slices, ordered by begin: the nearest begin or end after, or before, `time`. Empty if there is none.
std::optional<Nanos> nextMoment(const std::vector<Slice>& slices, Nanos time);
std::optional<Nanos> previousMoment(const std::vector<Slice>& slices, Nanos time);

// The same for one task: its next change of state.
std::optional<Nanos> nextMoment(const std::vector<Slice>& slices, Nanos time, TaskId task);
std::optional<Nanos> previousMoment(const std::vector<Slice>& slices, Nanos time, TaskId task);

}  // namespace threadmart
