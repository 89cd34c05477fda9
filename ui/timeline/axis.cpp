// Grid and time axis.
#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "ui/timeline/painter.h"

namespace threadmart {
namespace {

struct Ticks {
  std::vector<Nanos> times;
  Nanos step = 1;
};

// As many as fit beside each other when written out.
Ticks ticksFor(const TimeScale& scale, const Theme& theme, double font_size) {
  const QFontMetricsF metrics(theme.font(font_size, QFont::Medium));
  const Nanos fine = tickStep(scale.range.length(), 20);
  const double label =
      metrics.horizontalAdvance(formatTick(scale.range.end, fine, scale.range.end)) + theme.px(font_size * 3);
  const Nanos step = tickStep(scale.range.length(), std::clamp(static_cast<int>(scale.width / label), 1, 10));
  return {ticks(scale.range, step), step};
}

}  // namespace

void paintGrid(QPainter& painter, const TimeScale& scale, double top, double bottom, const Theme& theme,
               double font_size) {
  const double width = std::max(1.0, std::round(theme.px(1)));
  for (const Nanos time : ticksFor(scale, theme, font_size).times)
    painter.fillRect(QRectF(std::round(scale.xOf(time)), top, width, bottom - top), theme.grid);
}

void paintAxis(QPainter& painter, const TimeScale& scale, double top, double right_limit, const Theme& theme,
               double font_size) {
  const QFont font = theme.font(font_size, QFont::Medium);
  const QFontMetricsF metrics(font);
  const Ticks axis = ticksFor(scale, theme, font_size);
  painter.setFont(font);
  painter.setPen(theme.text_muted);
  for (const Nanos time : axis.times) {
    const QString text = formatTick(time, axis.step, scale.range.end);
    const double width = metrics.horizontalAdvance(text);
    const double x = std::min(scale.xOf(time) - width / 2, right_limit - width);
    painter.drawText(QPointF(std::round(x), std::round(top + metrics.ascent())), text);
  }
}

}  // namespace threadmart
