// What is written into a bar when there is room: whole or not at all.
#pragma once

#include <functional>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/theme/theme.h"
#include "ui/timeline/model.h"

namespace threadmart {

// How many items were scanned in the slice: until the next slice of the same task. 0 if not known.
std::uint32_t itemsIn(const TimelineModel& model, const TimelineLane& lane, const Slice& slice);

// The longest text that fits, or none. In a customer's lane '12.3 ms', 'scanning 12.3 ms', 'scanning 12.3 ms · 5
// items', 'away 500 ms'; in a till's or core's lane whom it serves. Nothing for states whose pattern says it all.
using Fits = std::function<bool(const QString&)>;
QString sliceLabel(const TimelineModel& model, const TimelineLane& lane, const Slice& slice, const Fits& fits);

// Writes them, into bars that are all as high.
class SliceLabelPainter {
 public:
  SliceLabelPainter(const TimelineModel& model, double bar_height, const Theme& theme);

  const QFont& font() const { return font_; }  // the painter has it set when paint() is called: setting it costs
  void paint(QPainter& painter, const QRectF& rect, const TimelineLane& lane, const Slice& slice) const;

 private:
  const TimelineModel& model_;
  const Theme& theme_;
  QFont font_;
  QFontMetricsF metrics_;
  double narrowest_ = 0;  // bar with a label in it
};

}  // namespace threadmart
