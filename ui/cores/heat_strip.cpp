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

double labelWidth(const Theme& theme) {
  return theme.px(24);
}

// Whole pixels; a gap below where there is room for one.
QRectF rowOf(std::size_t index, const QRectF& rect, const CoreLoads& loads, const Theme& theme) {
  const double height = rect.height() / static_cast<double>(loads.cores.size());
  const double top = std::floor(rect.top() + height * static_cast<double>(index));
  const double bottom = std::floor(rect.top() + height * static_cast<double>(index + 1));
  return {rect.left() + labelWidth(theme), top, rect.width() - labelWidth(theme), bottom - top - (height >= 4 ? 1 : 0)};
}

}  // namespace

QColor heatColour(const CoreShare& share, const Theme& theme) {
  const QColor with_others = mix(theme.sunken, theme.text_muted, std::clamp(share.others, 0.0, 1.0));
  return mix(with_others, theme.accent, std::clamp(share.own, 0.0, 1.0));
}

void paintHeatStrip(QPainter& painter, const QRectF& rect, const CoreLoads& loads, const Theme& theme) {
  if (loads.cores.empty()) return;
  painter.setFont(theme.font(10));
  const double text_height = painter.fontMetrics().height();
  double labelled_down_to = rect.top();  // a number only where it does not touch the one above
  for (std::size_t i = 0; i < loads.cores.size(); ++i) {
    const QRectF row = rowOf(i, rect, loads, theme);
    paintCore(painter, row, loads.cores[i], theme);
    const double middle = row.center().y();
    if (middle - text_height / 2 < labelled_down_to - 0.5) continue;
    painter.setPen(theme.text_muted);
    painter.drawText(QRectF(rect.left(), middle - text_height / 2, labelWidth(theme) - theme.px(6), text_height),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(loads.cores[i].core));
    labelled_down_to = middle + text_height / 2;
  }
}

void paintHeatMarks(QPainter& painter, const QRectF& rect, const CoreLoads& loads, const Theme& theme,
                    std::optional<double> playhead, std::optional<unsigned> selected) {
  for (std::size_t i = 0; selected && i < loads.cores.size(); ++i) {
    if (loads.cores[i].core != *selected) continue;
    const double edge = std::max(1.0, std::floor(theme.px(1.5)));
    QRectF row = rowOf(i, rect, loads, theme);
    row.setHeight(std::max(row.height(), 2 * edge));
    painter.fillRect(QRectF(row.left(), row.top(), row.width(), edge), theme.text);
    painter.fillRect(QRectF(row.left(), row.bottom() - edge, row.width(), edge), theme.text);
    painter.fillRect(QRectF(row.left(), row.top(), edge, row.height()), theme.text);
    painter.fillRect(QRectF(row.right() - edge, row.top(), edge, row.height()), theme.text);
  }
  if (!playhead || loads.cores.empty()) return;
  const QRectF first = rowOf(0, rect, loads, theme);
  const double width = std::max(1.0, std::round(theme.px(2)));
  const double x = std::round(first.left() + std::clamp(*playhead, 0.0, 1.0) * first.width() - width / 2);
  painter.fillRect(QRectF(std::clamp(x, first.left(), std::max(first.left(), first.right() - width)), rect.top(), width,
                          rect.height()),
                   theme.playhead);
}

std::optional<HeatCell> heatCellAt(QPointF at, const QRectF& rect, const CoreLoads& loads, const Theme& theme) {
  if (loads.cores.empty() || !rect.contains(at) || at.x() < rect.left() + labelWidth(theme)) return std::nullopt;
  const double row = (at.y() - rect.top()) / rect.height() * static_cast<double>(loads.cores.size());
  const auto index = std::min(static_cast<std::size_t>(row), loads.cores.size() - 1);
  const auto steps = static_cast<double>(loads.cores[index].steps.size());
  if (steps == 0) return std::nullopt;
  const QRectF cells = rowOf(index, rect, loads, theme);
  const double step = std::min(std::floor((at.x() - cells.left()) / cells.width() * steps), steps - 1);
  const double length = static_cast<double>(loads.to - loads.from);
  return HeatCell{index, loads.from + static_cast<Nanos>((step + 0.5) / steps * length)};
}

}  // namespace threadmart
