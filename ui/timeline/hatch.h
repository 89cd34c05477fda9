// Diagonal stripes as polygons, cut to their rectangle by geometry: SVG and PDF have no clip that can be relied on.
#pragma once

#include <vector>

#include <QPainterPath>
#include <QRectF>

namespace threadmart {

struct Hatch {
  double spacing = 7;  // from stripe to stripe, across
  double thickness = 2.2;
};

// The stripes '/' inside `rect`. They stay where they are relative to `anchor_x`, so that a slice keeps them when it
// moves. In paths of a few stripes each: the time to fill a path grows with the square of its stripes.
std::vector<QPainterPath> hatchPaths(const QRectF& rect, double anchor_x, const Hatch& hatch = {});

}  // namespace threadmart
