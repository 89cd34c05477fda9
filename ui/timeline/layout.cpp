#include "ui/timeline/layout.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QRegularExpression>

namespace threadmart {
namespace {

constexpr double kHandle = 16, kAxis = 26, kGhost = 24;  // heights of the strips above and below the lanes
constexpr double kGap = 14;                              // between the names and the lanes
constexpr int kMeasured = 16;
constexpr double kRightMargin = 20;
constexpr double kGhostFits = 2.2;  // a sum of parts that is more times as long as the run would squeeze the lanes

// As wide as the longest names need. Of thousands only some are measured, so all digits count as wide as the widest.
double labelWidth(const TimelineModel& model, const Theme& theme, double most) {
  static const QRegularExpression digit(QStringLiteral("\\d"));
  const QFontMetricsF metrics(theme.font(kLabelSize, QFont::DemiBold));
  qsizetype longest = 0;
  for (const TimelineLane& lane : model.lanes()) longest = std::max(longest, lane.name().size());
  double width = 0;
  int measured = 0;
  for (const TimelineLane& lane : model.lanes()) {
    if (lane.name().size() < longest || measured == kMeasured) continue;
    width = std::max(width, metrics.horizontalAdvance(QString(lane.name()).replace(digit, QStringLiteral("0"))));
    ++measured;
  }
  return std::min(std::ceil(width) + 4, most);
}

}  // namespace

std::optional<std::size_t> Rows::laneAt(double y) const {
  if (count == 0 || y < clip_top || y >= clip_bottom) return std::nullopt;
  const double lane = std::floor((y - top) / pitch);
  if (lane < 0 || lane >= static_cast<double>(count)) return std::nullopt;
  return static_cast<std::size_t>(lane);
}

std::pair<std::size_t, std::size_t> Rows::visible() const {
  const double lanes = static_cast<double>(count);
  const double first = std::clamp(std::floor((clip_top - top) / pitch), 0.0, lanes);
  const double last = std::clamp(std::ceil((clip_bottom - top) / pitch), first, lanes);
  return {static_cast<std::size_t>(first), static_cast<std::size_t>(last)};
}

TimeRange wholeRange(const TimelineModel& model, bool finished) {
  const auto end = static_cast<double>(std::max<Nanos>(model.end(), kShortestRange));
  if (!finished) {
    double shown = 100'000'000;
    while (shown < end * 1.02) shown *= 1.25;
    return {0, static_cast<Nanos>(shown)};
  }
  const auto sum = static_cast<double>(model.sumOfParts());
  return {0, static_cast<Nanos>((sum <= end * kGhostFits ? std::max(end, sum) : end) * 1.04)};
}

Nanos furthestTime(const TimelineModel& model, bool finished) {
  const auto sum = static_cast<Nanos>(static_cast<double>(model.sumOfParts()) * 1.04);
  return std::max(wholeRange(model, finished).end, sum);
}

double barHeight(double pitch) {
  if (pitch >= 12) return std::round(pitch * 0.66);  // air between the lanes, as long as there is room for it
  if (pitch >= 3) return std::floor(pitch) - 1;
  return pitch;
}

std::size_t labelStride(double pitch, double line) {
  std::size_t stride = 1;
  for (std::size_t factor = 1; static_cast<double>(stride) * pitch < line; factor *= 10)
    for (const std::size_t step : {1, 2, 5}) {
      stride = step * factor;
      if (static_cast<double>(stride) * pitch >= line) break;
    }
  return stride;
}

TimelineLayout layoutTimeline(const TimelineModel& model, const Viewport& viewport, QSizeF size, const Theme& theme) {
  TimelineLayout layout;
  const double labels = labelWidth(model, theme, std::max(theme.px(60), size.width() * 0.22));
  const double left = std::round(labels + theme.px(kGap));
  const double width = std::max(1.0, size.width() - left - theme.px(kRightMargin));
  const double top = theme.px(kHandle);
  const double axis_top = std::max(top, size.height() - theme.px(kAxis));
  const double ghost = model.sumOfParts() > 0 ? theme.px(kGhost) : 0;
  const double room = std::max(1.0, axis_top - ghost - top);

  Rows& rows = layout.rows;
  rows.count = model.lanes().size();
  const double count = std::max(1.0, static_cast<double>(rows.count));
  const double fitting = std::min(room / count, theme.px(viewport.highest_row));
  rows.pitch = viewport.row_height > 0 ? std::max(viewport.row_height, fitting) : fitting;
  if (rows.pitch >= 4) rows.pitch = std::floor(rows.pitch);
  rows.bar = barHeight(rows.pitch);
  const double height = std::min(rows.pitch * count, room);
  layout.scroll_limit = std::max(0.0, rows.pitch * count - room);
  rows.top = top - std::round(std::clamp(viewport.scroll, 0.0, layout.scroll_limit));
  rows.clip_top = top;
  rows.clip_bottom = top + height;

  layout.scale = {viewport.time, left, width};
  layout.labels = QRectF(theme.px(2), top, labels, height);
  layout.handle = QRectF(left, 0, width, top);
  layout.plot = QRectF(left, top, width, height + ghost);
  layout.ghost = QRectF(left, top + height, width, ghost);
  layout.axis = QRectF(left, top + height + ghost, width, theme.px(kAxis));
  return layout;
}

}  // namespace threadmart
