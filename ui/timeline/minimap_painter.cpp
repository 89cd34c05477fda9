#include "ui/timeline/minimap_painter.h"

#include <algorithm>
#include <cmath>

namespace threadmart {
namespace {

constexpr double kNarrowestWindow = 14;

QColor withAlpha(QColor colour, double alpha) {
  colour.setAlphaF(static_cast<float>(alpha));
  return colour;
}

// The heights of one quantity from bin to bin as one rectangle for each run of equal ones.
void paintProfile(QPainter& painter, const QRectF& strip, std::span<const Density::Bin> bins,
                  float Density::Bin::*quantity, const QColor& colour) {
  float most = 0;
  for (const Density::Bin& bin : bins) most = std::max(most, bin.*quantity);
  if (most <= 0) return;
  const auto heightOf = [&](const Density::Bin& bin) {
    const double height = std::round(strip.height() * (bin.*quantity) / most);
    return bin.*quantity > 0 ? std::max(1.0, height) : 0.0;  // little is not nothing
  };
  const double pixel = strip.width() / static_cast<double>(bins.size());
  for (std::size_t i = 0; i < bins.size();) {
    const double height = heightOf(bins[i]);
    std::size_t last = i + 1;
    while (last < bins.size() && heightOf(bins[last]) == height) ++last;
    const double left = std::round(strip.left() + pixel * static_cast<double>(i));
    const double right = std::round(strip.left() + pixel * static_cast<double>(last));
    if (height > 0) painter.fillRect(QRectF(left, strip.bottom() - height, right - left, height), colour);
    i = last;
  }
}

}  // namespace

QRectF MinimapLayout::window(const TimeRange& visible) const {
  const double left = std::clamp(scale.clampedXOf(visible.begin), strip.left(), strip.right());
  const double right = std::clamp(scale.clampedXOf(visible.end), strip.left(), strip.right());
  const double width = std::min(std::max(right - left, kNarrowestWindow), strip.width());
  const double middle = std::clamp((left + right) / 2, strip.left() + width / 2,
                                   std::max(strip.left() + width / 2, strip.right() - width / 2));
  return {middle - width / 2, strip.top(), width, strip.height()};
}

bool MinimapLayout::showsAll(const TimeRange& visible) const {
  return visible.begin <= scale.range.begin && visible.end >= scale.range.end;
}

MinimapLayout layoutMinimap(const TimeRange& whole, double left, double width, double height, const Theme& theme) {
  const double edge = std::round(theme.px(2));
  return {{whole, left, std::max(1.0, width)},
          QRectF(left, edge, std::max(1.0, width), std::max(1.0, height - 2 * edge))};
}

void paintMinimap(QPainter& painter, const MinimapLayout& layout, std::span<const Density::Bin> bins,
                  const Theme& theme) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.fillRect(layout.strip, theme.sunken);
  const QRectF inner = layout.strip.adjusted(0, 2, 0, 0);
  paintProfile(painter, inner, bins, &Density::Bin::waiting, theme.ghost);
  paintProfile(painter, inner, bins, &Density::Bin::running, withAlpha(theme.accent, 0.55));
  painter.fillRect(QRectF(layout.strip.left(), layout.strip.bottom() - 1, layout.strip.width(), 1), theme.panel_edge);
  painter.restore();
}

void paintMinimapWindow(QPainter& painter, const MinimapLayout& layout, const TimeRange& visible,
                        std::optional<Nanos> playhead, const Theme& theme) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  if (!layout.showsAll(visible)) {
    const QRectF window = layout.window(visible), strip = layout.strip;
    const QColor veil = withAlpha(theme.panel, 0.72);  // what is not visible lies behind it
    painter.fillRect(QRectF(strip.left(), strip.top(), window.left() - strip.left(), strip.height()), veil);
    painter.fillRect(QRectF(window.right(), strip.top(), strip.right() - window.right(), strip.height()), veil);
    const double pen = theme.px(1.5), grip = theme.px(4);
    painter.setPen(QPen(theme.accent, pen));
    painter.setBrush(withAlpha(theme.accent, 0.08));
    painter.drawRoundedRect(window.adjusted(pen / 2, -pen / 2, -pen / 2, pen / 2), theme.px(3), theme.px(3));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    for (const double x : {window.left() + pen / 2, window.right() - pen / 2})
      painter.drawRoundedRect(QRectF(x - grip / 2, window.center().y() - theme.px(5), grip, theme.px(10)), grip / 2,
                              grip / 2);
  }
  if (playhead && layout.scale.range.contains(*playhead)) {
    const double width = std::max(1.0, std::round(theme.px(2)));
    const double x = std::round(layout.scale.xOf(*playhead) - width / 2);
    painter.fillRect(QRectF(x, layout.strip.top() - 1, width, layout.strip.height() + 2), theme.playhead);
  }
  painter.restore();
}

}  // namespace threadmart
