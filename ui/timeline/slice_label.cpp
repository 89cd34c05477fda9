#include "ui/timeline/slice_label.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

namespace threadmart {
namespace {

constexpr double kLowest = 15, kNarrowest = 14;  // bars without a label
constexpr double kMargin = 4;

QString durationOf(const Slice& slice) {
  return slice.open ? formatDuration(slice.duration()) + QStringLiteral(" so far") : formatDuration(slice.duration());
}

// 'customer 3', then '3'
QStringList nameLabels(const TimelineModel& model, TaskId task) {
  if (task == kNoTask) return {};
  const QString name = model.taskName(task);
  qsizetype digits = 0;
  while (digits < name.size() && name.at(name.size() - 1 - digits).isDigit()) ++digits;
  if (digits == 0) return {name};
  return {name, name.right(digits)};
}

}  // namespace

std::uint32_t itemsIn(const TimelineModel& model, const TimelineLane& lane, const Slice& slice) {
  if (slice.state != TaskState::Running || slice.open) return 0;
  for (const std::uint32_t number : lane.within(slice.begin, model.end() + 1, model.slices())) {
    const Slice& next = model.slices()[number];
    if (next.task == slice.task && next.begin >= slice.end && next.items >= slice.items)
      return next.items - slice.items;
  }
  return 0;
}

QStringList sliceLabels(const TimelineModel& model, const TimelineLane& lane, const Slice& slice) {
  const bool runs = slice.state == TaskState::Running;
  if (model.by() != LaneBy::Task) return runs ? nameLabels(model, slice.task) : QStringList();
  if (!runs && slice.state != TaskState::Io) return {};
  const QString time = durationOf(slice);
  const QString whole = stateWords(slice.state, model.words(), model.hasGil()) + QLatin1Char(' ') + time;
  QStringList labels{whole, time};
  if (const std::uint32_t items = itemsIn(model, lane, slice); items > 0)
    labels.prepend(whole + QStringLiteral(" · ") +
                   (items == 1 ? QStringLiteral("1 item") : QStringLiteral("%1 items").arg(items)));
  return labels;
}

bool hasRoomForLabel(const QRectF& rect, const Theme& theme) {
  return rect.height() >= theme.px(kLowest) && rect.width() >= theme.px(kNarrowest);
}

void paintSliceLabel(QPainter& painter, const QRectF& rect, const Slice& slice, const QStringList& labels,
                     const Theme& theme) {
  if (labels.isEmpty() || !hasRoomForLabel(rect, theme)) return;
  const QFont font = theme.font(std::clamp(rect.height() / theme.scale * 0.42, 10.5, 20.0), QFont::DemiBold);
  const QFontMetricsF metrics(font);
  const double margin = theme.px(kMargin);
  for (const QString& label : labels) {
    const double width = metrics.horizontalAdvance(label);
    const bool number = label.back().isDigit() && label.front().isDigit();  // may come nearer to the edges
    if (width > rect.width() - (number ? theme.px(5) : 2 * margin)) continue;
    const QPointF at(std::round(rect.center().x() - width / 2),
                     std::round(rect.center().y() + metrics.capHeight() / 2));
    if (slice.state == TaskState::Io) {  // on a plain ground: not across the stripes
      const QRectF ground(at.x() - margin, rect.top(), std::ceil(width) + 2 * margin, rect.height());
      painter.fillRect(ground.intersected(rect), theme.taskTint(slice.task));
    }
    painter.setFont(font);
    painter.setPen(slice.state == TaskState::Io ? theme.text : theme.textOnTask(slice.task));
    painter.drawText(at, label);
    return;
  }
}

}  // namespace threadmart
