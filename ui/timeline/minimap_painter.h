// The whole run in one slim strip, and which part of it is visible. Pure functions, as in painter.h.
#pragma once

#include <optional>
#include <span>

#include <QPainter>

#include "ui/theme/theme.h"
#include "ui/timeline/coordinates.h"
#include "ui/timeline/density.h"

namespace threadmart {

struct MinimapLayout {
  TimeScale scale;  // of the whole run
  QRectF strip;

  QRectF window(const TimeRange& visible) const;  // of the visible part, never narrower than can be grasped
  bool showsAll(const TimeRange& visible) const;  // nothing to be dragged
};

// As wide as the lanes of the timeline above or below it: [left, left + width].
MinimapLayout layoutMinimap(const TimeRange& whole, double left, double width, double height, const Theme& theme);

// Customers on a core stand in front of those that wait; each as high as its share of its own highest.
void paintMinimap(QPainter& painter, const MinimapLayout& layout, std::span<const Density::Bin> bins,
                  const Theme& theme);
// What moves over it: the visible part and the playhead.
void paintMinimapWindow(QPainter& painter, const MinimapLayout& layout, const TimeRange& visible,
                        std::optional<Nanos> playhead, const Theme& theme);

}  // namespace threadmart
