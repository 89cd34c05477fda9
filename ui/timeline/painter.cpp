#include "ui/timeline/painter.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "ui/timeline/emphasis.h"

namespace threadmart {
namespace {

void paintLabels(QPainter& painter, const TimelineModel& model, const TimelineLayout& layout, const Theme& theme,
                 const Thing& highlight) {
  const QFont font = theme.font(kLabelSize, QFont::DemiBold);
  const QFontMetricsF metrics(font);
  painter.setFont(font);
  const Rows& rows = layout.rows;
  const auto [first, last] = rows.visible();
  const std::size_t stride = labelStride(rows.pitch, metrics.height());
  for (std::size_t lane = (first + stride - 1) / stride * stride; lane < last; lane += stride) {
    const double middle = rows.barTop(lane) + rows.bar / 2;
    const double base =
        std::max(middle + metrics.capHeight() / 2, rows.clip_top + (lane == 0 ? metrics.capHeight() : 0));
    if (base - metrics.capHeight() < rows.clip_top || base > rows.clip_bottom) continue;
    const bool faded = hasLaneOf(model.by(), highlight) && model.lanes()[lane].id() != highlight.id;
    painter.setPen(faded ? theme.text_muted : theme.text);
    const QString text = metrics.elidedText(model.lanes()[lane].name(), Qt::ElideRight, layout.labels.width());
    painter.drawText(QPointF(layout.labels.left(), std::round(base)), text);
  }
}

// 'One till, one line': how long it would all have taken one after the other.
void paintGhost(QPainter& painter, const TimelineModel& model, const TimelineLayout& layout, const Theme& theme) {
  if (model.sumOfParts() <= 0) return;
  const TimeScale& scale = layout.scale;
  const double height = std::round(theme.px(15)), top = std::round(layout.ghost.center().y() - height / 2);
  const double left = std::max(scale.left, std::round(scale.clampedXOf(0)));
  const double right = std::min(scale.right(), std::round(scale.clampedXOf(model.sumOfParts())));
  if (right <= left) return;
  const QRectF bar(left, top, right - left, height);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.ghost);
  painter.drawRoundedRect(bar, std::min(bar.width() / 2, theme.px(3)), theme.px(3));

  const QFont font = theme.font(kAxisSize, QFont::DemiBold);
  const QFontMetricsF metrics(font);
  const QString goes_on = model.sumOfParts() > scale.range.end ? QStringLiteral(" →") : QString();
  const QString text =
      spoken(QStringLiteral("one till, one line"), QStringLiteral("one after the other"), model.words()) +
      QStringLiteral(": ") + formatDuration(model.sumOfParts()) + goes_on;
  const double width = metrics.horizontalAdvance(text), gap = theme.px(8);
  const bool inside = bar.width() > width + 2 * gap;
  const double x = inside ? right - width - gap : right + gap;
  if (x + width > scale.right() + theme.px(16)) return;
  painter.setFont(font);
  painter.setPen(inside ? theme.text : theme.text_muted);
  painter.drawText(QPointF(std::round(x), std::round(bar.center().y() + metrics.capHeight() / 2)), text);
}

}  // namespace

void paintTimeline(QPainter& painter, const TimelineModel& model, const TimelineLayout& layout, const Theme& theme,
                   const Thing& highlight) {
  painter.save();
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  paintGrid(painter, layout.scale, layout.handle.center().y(), layout.plot.bottom() + theme.px(3), theme);
  paintAxis(painter, layout.scale, layout.axis.top() + theme.px(8), layout.axis.right() + theme.px(18), theme);
  paintLabels(painter, model, layout, theme, highlight);
  paintGhost(painter, model, layout, theme);
  paintLanes(painter, model, layout.scale, layout.rows, theme, highlight, SliceText::NamesAndTimes);
  painter.restore();
}

}  // namespace threadmart
