// The legend, and the tip that explains one slice.
#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "ui/timeline/painter.h"
#include "ui/timeline/state_bar.h"

namespace threadmart {
namespace {

constexpr TaskId kLegendTask = 0;  // whose colour stands for all

QString legendText(TaskState state, bool gil) {
  return state == TaskState::Lock && gil ? QStringLiteral("waiting for the GIL") : stateName(state);
}

// How many items were scanned in the slice: until the next slice of the same task, or its end. 0 if not known.
std::uint32_t itemsIn(const TimelineModel& model, const TimelineLane& lane, const Slice& slice) {
  if (slice.state != TaskState::Running || slice.open) return 0;
  for (const std::uint32_t number : lane.within(slice.begin, model.end() + 1, model.slices())) {
    const Slice& next = model.slices()[number];
    if (next.task == slice.task && next.begin >= slice.end && next.items >= slice.items)
      return next.items - slice.items;
  }
  return 0;
}

}  // namespace

Legend legendOf(const TimelineModel& model) {
  Legend legend;
  legend.gil = model.hasGil();
  for (const TaskState state : {TaskState::Running, TaskState::Io, TaskState::Lock, TaskState::Ready})
    if (model.hasState(state) && (model.by() != LaneBy::Core || state == TaskState::Running))
      legend.states.push_back(state);
  return legend;
}

double paintLegend(QPainter* painter, const Legend& legend, double left, double middle, const Theme& theme,
                   double font_size) {
  const QFont font = theme.font(font_size, QFont::Medium);
  const QFontMetricsF metrics(font);
  const double width = std::round(theme.px(font_size * 1.6)), height = std::round(theme.px(font_size * 1.05));
  double x = left;
  for (const TaskState state : legend.states) {
    const QString text = legendText(state, legend.gil);
    if (painter) {
      const QRectF swatch(std::round(x), std::round(middle - height / 2), width, height);
      painter->setRenderHint(QPainter::Antialiasing);
      paintStateBar(*painter, swatch, state, kLegendTask, swatch.left(), theme);
      painter->setFont(font);
      painter->setPen(theme.text_muted);
      painter->drawText(
          QPointF(std::round(x + width + theme.px(font_size * 0.6)), std::round(middle + metrics.capHeight() / 2)),
          text);
    }
    x += width + theme.px(font_size * 0.6) + metrics.horizontalAdvance(text) + theme.px(font_size * 1.9);
  }
  return legend.states.empty() ? left : x - theme.px(font_size * 1.9);
}

QStringList tipLines(const TimelineModel& model, std::size_t lane, const Slice& slice) {
  QString what;
  if (slice.task == kNoTask) {
    what = QStringLiteral("%1 starting up").arg(model.lanes()[lane].name());
  } else {
    what = model.taskName(slice.task) + QLatin1Char(' ') + legendText(slice.state, model.hasGil());
  }
  if (slice.core != kNoCore) what += QStringLiteral(", core %1").arg(slice.core);
  QStringList facts{formatInterval(slice.begin, slice.end)};
  const std::uint32_t items = itemsIn(model, model.lanes()[lane], slice);
  if (items > 0) facts << (items == 1 ? QStringLiteral("1 item") : QStringLiteral("%1 items").arg(items));
  facts << (slice.open ? QStringLiteral("%1 so far") : QStringLiteral("%1")).arg(formatDuration(slice.duration()));
  return {what, facts.join(QStringLiteral(" · "))};
}

void paintTip(QPainter& painter, QPointF at, const QStringList& lines, const QRectF& bounds, const Theme& theme) {
  if (lines.isEmpty()) return;
  const QFont bold = theme.font(12, QFont::DemiBold), plain = theme.font(11.5, QFont::Medium);
  double width = 0;
  for (const QString& line : lines)
    width = std::max(width, QFontMetricsF(line == lines.first() ? bold : plain).horizontalAdvance(line));
  const double pad = theme.px(12), pitch = theme.px(17);
  QRectF box(at + QPointF(theme.px(12), theme.px(16)),
             QSizeF(std::ceil(width + 2 * pad), pitch * static_cast<double>(lines.size()) + theme.px(13)));
  if (box.right() > bounds.right()) box.moveRight(std::max(at.x() - theme.px(8), bounds.left() + box.width()));
  if (box.bottom() > bounds.bottom()) box.moveBottom(std::max(at.y() - theme.px(8), bounds.top() + box.height()));
  box.moveTopLeft(QPointF(std::round(box.left()), std::round(box.top())));

  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.tip);
  painter.drawRoundedRect(box, theme.px(8), theme.px(8));
  double base = box.top() + theme.px(20);
  for (const QString& line : lines) {
    painter.setFont(line == lines.first() ? bold : plain);
    painter.setPen(line == lines.first() ? theme.tip_text : theme.tip_muted);
    painter.drawText(QPointF(box.left() + pad, std::round(base)), line);
    base += pitch;
  }
  painter.restore();
}

}  // namespace threadmart
