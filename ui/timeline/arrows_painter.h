// Who woke whom, as thin arrows between the lanes. Geometry first, then what it looks like and what it says.
#pragma once

#include <span>
#include <vector>

#include <QPainter>
#include <QPainterPath>
#include <QStringList>

#include "core/projections/arrows.h"
#include "ui/timeline/layout.h"
#include "ui/words/words.h"

namespace threadmart {

// From a point to a point; the bends are those of a cubic curve.
struct ArrowShape {
  Arrow arrow;
  QPointF from, bend_from, bend_to, to;

  QPainterPath path() const;
};

// Those that can be seen: none by core, none where they would be too many, only between lanes that are visible. What
// comes from outside the lanes, or goes there, is a short arrow at the lane's upper edge.
inline constexpr std::size_t kMostArrows = 200;
std::vector<ArrowShape> layoutArrows(const ArrowBuilder& arrows, const TimelineModel& model,
                                     const TimelineLayout& layout, const Theme& theme);

// The one nearest to the point, if it is near enough to be meant; null if none is.
const ArrowShape* arrowAt(std::span<const ArrowShape> shapes, QPointF at, const Theme& theme);

// Scanner: solid, dashed if nobody had asked for it; parcels: long dashes; callbacks: dots. Each in its own colour.
// Those that do not concern the highlighted thing are paler.
void paintArrows(QPainter& painter, std::span<const ArrowShape> shapes, const Theme& theme,
                 const Thing& highlight = {});
void paintArrow(QPainter& painter, const ArrowShape& shape, const Theme& theme, bool strong = false);

// 'scanner handed over by customer 1 to customer 2 (asked for)' / '105.1 ms', by till in the tills' names.
QStringList arrowLines(const Arrow& arrow, const RunInfo& info, LaneBy by, Words words);

}  // namespace threadmart
