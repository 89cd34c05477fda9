// A timeline in sentences, for those who do not see it.
#pragma once

#include <optional>

#include <QString>

#include "ui/timeline/model.h"
#include "ui/words/thing.h"

namespace threadmart {

// What a person looks at besides the model itself.
struct TimelineView {
  TimeRange shown;
  std::optional<Nanos> playhead;
  Thing selected;
  std::optional<TimeRange> range;
};

// '4 lanes by customer. 0–250 ms of 240 ms is shown. At 105 ms: customer 1 is waiting for the scanner; …' Of many lanes
// the first twenty are told.
QString timelineInSentences(const TimelineModel& model, const RunInfo& info, const TimelineView& view);

}  // namespace threadmart
