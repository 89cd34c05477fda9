#include "ui/timeline/hatch.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <QPolygonF>

namespace threadmart {
namespace {

constexpr int kStripesInPath = 6;

// The part of { from <= x + y <= to } that lies inside the rectangle, corner by corner.
QPolygonF stripe(const QRectF& rect, double from, double to) {
  from = std::max(from, rect.left() + rect.top());
  to = std::min(to, rect.right() + rect.bottom());
  const auto low = [&](double c) {  // where the line x + y = c leaves the rectangle at its lower left end
    const double y = std::min(rect.bottom(), c - rect.left());
    return QPointF(c - y, y);
  };
  const auto high = [&](double c) {  // and at its upper right end
    const double x = std::min(rect.right(), c - rect.top());
    return QPointF(x, c - x);
  };
  QPolygonF polygon;
  polygon << high(from) << low(from);
  const double lower_left = rect.left() + rect.bottom(), upper_right = rect.right() + rect.top();
  if (from < lower_left && lower_left < to) polygon << rect.bottomLeft();
  polygon << low(to) << high(to);
  if (from < upper_right && upper_right < to) polygon << rect.topRight();
  return polygon;
}

}  // namespace

std::vector<QPainterPath> hatchPaths(const QRectF& rect, double anchor_x, const Hatch& hatch) {
  std::vector<QPainterPath> paths;
  int stripes = 0;
  const double step = hatch.spacing * std::numbers::sqrt2, width = hatch.thickness * std::numbers::sqrt2;
  const double start = rect.left() + rect.top(), stop = rect.right() + rect.bottom();
  const double anchor = anchor_x + rect.top();
  const double first = anchor + std::floor((start - anchor) / step) * step;
  const int count = static_cast<int>(std::ceil((stop - first) / step));
  for (int i = 0; i < count; ++i) {
    const double from = first + i * step;
    if (from + width <= start) continue;
    if (stripes++ % kStripesInPath == 0) paths.emplace_back();
    paths.back().addPolygon(stripe(rect, from, from + width));
    paths.back().closeSubpath();
  }
  return paths;
}

}  // namespace threadmart
