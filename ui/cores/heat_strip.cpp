#include "ui/cores/heat_strip.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

namespace threadmart {
namespace {

QColor mix(const QColor& base, const QColor& over, double share) {
  const auto channel = [share](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * share)); };
  return {channel(base.red(), over.red()), channel(base.green(), over.green()), channel(base.blue(), over.blue())};
}

void paintCore(QPainter& painter, const QRectF& row, const CoreStrip& strip, const Theme& theme) {
  const auto steps = static_cast<double>(strip.steps.size());
  std::size_t begin = 0;
  while (begin < strip.steps.size()) {  // equal neighbours become one rectangle
    const QColor colour = heatColour(strip.steps[begin], theme);
    std::size_t end = begin + 1;
    while (end < strip.steps.size() && heatColour(strip.steps[end], theme) == colour) ++end;
    const double left = std::floor(row.left() + row.width() * static_cast<double>(begin) / steps);
    const double right = std::floor(row.left() + row.width() * static_cast<double>(end) / steps);
    painter.fillRect(QRectF(left, row.top(), right - left, row.height()), colour);
    begin = end;
  }
}

}  // namespace

QColor heatColour(const CoreShare& share, const Theme& theme) {
  const QColor with_others = mix(theme.sunken, theme.text_muted, std::clamp(share.others, 0.0, 1.0));
  return mix(with_others, theme.accent, std::clamp(share.own, 0.0, 1.0));
}

void paintHeatStrip(QPainter& painter, const QRectF& rect, const CoreLoads& loads, const Theme& theme) {
  if (loads.cores.empty()) return;
  const double label_width = theme.px(24);
  const double height = rect.height() / static_cast<double>(loads.cores.size());
  const double gap = height >= 4 ? 1 : 0;
  painter.setFont(theme.font(10));
  const double text_height = painter.fontMetrics().height();
  double labelled_down_to = rect.top();  // a number only where it does not touch the one above
  for (std::size_t i = 0; i < loads.cores.size(); ++i) {
    const double top = std::floor(rect.top() + height * static_cast<double>(i));
    const double bottom = std::floor(rect.top() + height * static_cast<double>(i + 1));
    const QRectF row(rect.left() + label_width, top, rect.width() - label_width, bottom - top - gap);
    paintCore(painter, row, loads.cores[i], theme);
    const double middle = row.center().y();
    if (middle - text_height / 2 < labelled_down_to - 0.5) continue;
    painter.setPen(theme.text_muted);
    painter.drawText(QRectF(rect.left(), middle - text_height / 2, label_width - theme.px(6), text_height),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(loads.cores[i].core));
    labelled_down_to = middle + text_height / 2;
  }
}

}  // namespace threadmart
