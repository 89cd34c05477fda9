#include "ui/transport/scrub_painter.h"

#include <algorithm>

#include <QPainter>

namespace threadmart {
namespace {

constexpr double kGroove = 6, kKnob = 7, kFocusRing = 11, kLoopHeight = 18;

void fillRounded(QPainter& painter, const QRectF& rect, const QColor& colour) {
  if (rect.width() <= 0) return;
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  const double radius = std::min(rect.width(), rect.height()) / 2;
  painter.drawRoundedRect(rect, radius, radius);
}

// A band behind the groove, with an edge at each end that can be told without its colour.
void paintLoop(QPainter& painter, const TimeScale& scale, double middle, const TimeRange& loop, const Theme& theme) {
  const double left = scale.clampedXOf(loop.begin), right = scale.clampedXOf(loop.end);
  const double height = theme.px(kLoopHeight), edge = theme.px(2);
  painter.fillRect(QRectF(left, middle - height / 2, right - left, height), theme.accent_soft);
  for (const double x : {left - edge, right})
    fillRounded(painter, {x, middle - height / 2, edge, height}, theme.accent);
}

void paintKnob(QPainter& painter, QPointF centre, const ScrubLook& look, const Theme& theme) {
  if (look.focus) {
    painter.setPen(QPen(theme.text, theme.px(2)));
    painter.setBrush(theme.panel);
    painter.drawEllipse(centre, theme.px(kFocusRing) - theme.px(1), theme.px(kFocusRing) - theme.px(1));
  }
  const double radius = theme.px(look.hover ? kKnob + 1 : kKnob);
  painter.setPen(QPen(theme.panel, theme.px(2)));
  painter.setBrush(theme.accent);
  painter.drawEllipse(centre, radius + theme.px(1), radius + theme.px(1));
}

}  // namespace

TimeScale scrubScale(QSizeF size, Nanos end, const Theme& theme) {
  const double inset = theme.px(kFocusRing + 1);
  return {{0, std::max<Nanos>(1, end)}, inset, std::max(1.0, size.width() - 2 * inset)};
}

void paintScrub(QPainter& painter, QSizeF size, const ScrubLook& look, const Theme& theme) {
  painter.setRenderHint(QPainter::Antialiasing);
  const TimeScale scale = scrubScale(size, look.end, theme);
  const double middle = size.height() / 2, thick = theme.px(kGroove);
  const bool usable = look.usable && look.end > 0;
  if (usable && look.loop) paintLoop(painter, scale, middle, *look.loop, theme);
  fillRounded(painter, {scale.left, middle - thick / 2, scale.width, thick}, theme.ghost);
  if (!usable) return;
  const double from = look.loop ? scale.clampedXOf(look.loop->begin) : scale.left;
  const double x = scale.clampedXOf(look.position);
  fillRounded(painter, {from, middle - thick / 2, x - from, thick}, theme.accent);
  paintKnob(painter, {x, middle}, look, theme);
}

}  // namespace threadmart
