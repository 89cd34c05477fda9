// What the slider of the transport looks like: a pure painter.
#pragma once

#include <optional>

#include <QRectF>

#include "ui/theme/theme.h"
#include "ui/timeline/coordinates.h"

class QPainter;

namespace threadmart {

struct ScrubLook {
  Nanos position = 0, end = 0;
  std::optional<TimeRange> loop;
  bool usable = true, focus = false, hover = false;

  friend bool operator==(const ScrubLook&, const ScrubLook&) = default;
};

// Where times are, on a slider of this size: the knob stays inside it.
TimeScale scrubScale(QSizeF size, Nanos end, const Theme& theme);
void paintScrub(QPainter& painter, QSizeF size, const ScrubLook& look, const Theme& theme);

}  // namespace threadmart
