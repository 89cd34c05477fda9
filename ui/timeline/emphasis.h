// What belongs to the thing that is selected: it is drawn as it is, everything else paler.
#pragma once

#include <optional>

#include "ui/timeline/model.h"
#include "ui/words/thing.h"

namespace threadmart {

Thing laneThing(LaneBy by, std::uint32_t id);           // what a lane stands for
bool hasLaneOf(LaneBy by, const Thing& thing);          // lanes are of the thing's own kind
bool concerns(const Thing& thing, const Slice& slice);  // of a core: only what it ran; never for no thing

// From the thing's first time not in the line to its last: what it is to see all of it. Empty if it never began.
std::optional<TimeRange> lifeOf(const TimelineModel& model, const Thing& thing);

}  // namespace threadmart
