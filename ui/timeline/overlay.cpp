// What moves over a timeline: the playhead, the selected range, what is pointed at.
#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "ui/timeline/columns.h"
#include "ui/timeline/emphasis.h"
#include "ui/timeline/painter.h"

namespace threadmart {
namespace {

constexpr double kKnob = 6;  // half the width of the playhead's knob

QColor withAlpha(QColor colour, double alpha) {
  colour.setAlphaF(static_cast<float>(alpha));
  return colour;
}

// Where the range's length is written: above its middle, or beside it where it is too narrow, never under the knob.
double labelLeft(const TimelineLayout& layout, const QRectF& band, double width, std::optional<double> knob,
                 const Theme& theme) {
  const double gap = theme.px(6), keep = theme.px(kKnob) + theme.px(4);
  const double least = layout.scale.left, most = layout.scale.right() - width;
  const auto clear = [&](double left) { return !knob || *knob + keep <= left || *knob - keep >= left + width; };
  const bool inside = band.width() >= width + 2 * gap;
  const double middle = band.center().x() - width / 2;
  for (const double left : {inside ? middle : band.right() + gap, knob.value_or(0) + keep,
                            knob.value_or(0) - keep - width, band.left() - gap - width})
    if (clear(left) && left >= least && left <= most) return left;
  return std::clamp(middle, least, std::max(least, most));
}

void paintFrame(QPainter& painter, const QRectF& rect, const Theme& theme, double tint) {
  const double pen = std::max(1.0, theme.px(1.5)), radius = theme.px(4);
  painter.setPen(QPen(theme.accent, pen));
  painter.setBrush(withAlpha(theme.accent, tint));
  painter.drawRoundedRect(rect.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), radius, radius);
}

// The slices of the thing in lanes that are not its own.
void paintHoveredSlices(QPainter& painter, const TimelineModel& model, const TimelineLayout& layout, const Theme& theme,
                        const Thing& thing) {
  const Rows& rows = layout.rows;
  const TimeScale& scale = layout.scale;
  const auto [first, last] = rows.visible();
  for (std::size_t lane = first; lane < last; ++lane) {
    const auto visible = model.lanes()[lane].within(scale.range.begin, scale.range.end, model.slices());
    const double top = std::max(rows.barTop(lane), rows.clip_top);
    const double bottom = std::min(rows.barTop(lane) + rows.bar, rows.clip_bottom);
    if (isDense(visible.size(), scale) || bottom - top < theme.px(4)) continue;
    for (const std::uint32_t number : visible) {
      const Slice& slice = model.slices()[number];
      if (!concerns(thing, slice) || slice.state == TaskState::Queued) continue;
      const double left = std::max(scale.left, scale.clampedXOf(slice.begin));
      const double right = std::min(scale.right(), scale.clampedXOf(slice.end));
      if (right > left) paintFrame(painter, QRectF(left - 1, top - 2, right - left + 2, bottom - top + 4), theme, 0.10);
    }
  }
}

}  // namespace

void paintPlayhead(QPainter& painter, const TimelineLayout& layout, const Theme& theme, Nanos time) {
  if (!layout.scale.range.contains(time)) return;
  const double x = std::round(layout.scale.xOf(time));
  const double top = std::round(theme.px(3)), bottom = layout.plot.bottom() + theme.px(3), half = theme.px(kKnob);
  const double line = std::max(1.0, std::round(theme.px(2)));
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRectF(x - line / 2, top, line, bottom - top), theme.playhead);
  painter.setPen(QPen(theme.playhead, theme.px(1), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(theme.playhead);
  const QPointF knob[] = {{x - half, top}, {x + half, top}, {x, top + half * 1.25}};
  painter.drawPolygon(knob, 3);
  painter.restore();
}

void paintRange(QPainter& painter, const TimelineLayout& layout, const Theme& theme, const TimeRange& range,
                std::optional<Nanos> playhead) {
  const TimeScale& scale = layout.scale;
  if (range.end < scale.range.begin || range.begin > scale.range.end) return;
  const double left = std::round(std::max(scale.left, scale.clampedXOf(range.begin)));
  const double right = std::round(std::min(scale.right(), scale.clampedXOf(range.end)));
  const double top = layout.handle.top(), bottom = layout.axis.top() + theme.px(4);
  const QRectF band(left, top, std::max(1.0, right - left), bottom - top);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.fillRect(band, withAlpha(theme.accent, theme.kind == ThemeKind::Dark ? 0.16 : 0.12));
  const double line = std::max(1.0, std::round(theme.px(1.5)));
  if (scale.range.contains(range.begin)) painter.fillRect(QRectF(left, top, line, bottom - top), theme.accent);
  if (scale.range.contains(range.end)) painter.fillRect(QRectF(right - line, top, line, bottom - top), theme.accent);

  const QFont font = theme.font(kAxisSize, QFont::DemiBold);
  const QFontMetricsF metrics(font);
  const QString text = formatDuration(range.length());
  const double width = metrics.horizontalAdvance(text);
  std::optional<double> knob;
  if (playhead && scale.range.contains(*playhead)) knob = scale.xOf(*playhead);
  const double x = std::round(labelLeft(layout, band, width, knob, theme));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(font);
  painter.setPen(theme.accent);
  painter.drawText(QPointF(x, std::round(layout.handle.center().y() + metrics.capHeight() / 2)), text);
  painter.restore();
}

void paintHovered(QPainter& painter, const TimelineModel& model, const TimelineLayout& layout, const Theme& theme,
                  const Thing& thing) {
  if (!thing) return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  if (!hasLaneOf(model.by(), thing)) {
    paintHoveredSlices(painter, model, layout, theme, thing);
  } else if (const auto lane = model.laneNumber(thing.id)) {
    const Rows& rows = layout.rows;
    const double air = std::min(theme.px(4), (rows.pitch - rows.bar) / 2);
    const double top = std::max(rows.barTop(*lane) - air, rows.clip_top);
    const double bottom = std::min(rows.barTop(*lane) + std::max(rows.bar, 2.0) + air, rows.clip_bottom);
    if (bottom - top >= 2) {
      const QRectF own(layout.scale.left - theme.px(6), top, layout.scale.width + theme.px(8), bottom - top);
      painter.fillRect(QRectF(0, top, own.left(), own.height()), withAlpha(theme.accent, 0.10));
      paintFrame(painter, own, theme, 0);
    }
  }
  painter.restore();
}

}  // namespace threadmart
