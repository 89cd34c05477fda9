// What is written into a bar when there is room: whole or not at all.
#pragma once

#include <QPainter>
#include <QStringList>

#include "ui/theme/theme.h"
#include "ui/timeline/model.h"

namespace threadmart {

// How many items were scanned in the slice: until the next slice of the same task. 0 if not known.
std::uint32_t itemsIn(const TimelineModel& model, const TimelineLane& lane, const Slice& slice);

// In a customer's lane 'scanning 12.3 ms', 'away 500 ms'; in a till's or core's lane whom it serves. The longest first,
// each shorter one still says something; none for states whose pattern says it all.
QStringList sliceLabels(const TimelineModel& model, const TimelineLane& lane, const Slice& slice);

// The first that fits into `rect`. The longest may be as long as it likes.
void paintSliceLabel(QPainter& painter, const QRectF& rect, const Slice& slice, const QStringList& labels,
                     const Theme& theme);
// No label fits into a bar this small: ask before putting any together.
bool hasRoomForLabel(const QRectF& rect, const Theme& theme);

}  // namespace threadmart
