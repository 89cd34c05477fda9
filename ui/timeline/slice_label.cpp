#include "ui/timeline/slice_label.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace threadmart {
namespace {

constexpr double kLowest = 15, kNarrowest = 14;  // bars without a label
constexpr double kMargin = 4;
constexpr double kNarrowLetter = 0.3;  // of a line's height: texts with more letters are not even measured

QString durationOf(const Slice& slice) {
  return slice.open ? formatDuration(slice.duration()) + QStringLiteral(" so far") : formatDuration(slice.duration());
}

// The longest of them that fits; each is longer than the one before.
QString longest(std::initializer_list<std::function<QString()>> texts, const Fits& fits) {
  QString found;
  for (const auto& text : texts) {
    const QString next = text();
    if (next.isEmpty()) continue;
    if (!fits(next)) break;
    found = next;
  }
  return found;
}

QString numberAtTheEnd(const QString& name) {
  qsizetype digits = 0;
  while (digits < name.size() && name.at(name.size() - 1 - digits).isDigit()) ++digits;
  return name.right(digits);
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

QString sliceLabel(const TimelineModel& model, const TimelineLane& lane, const Slice& slice, const Fits& fits) {
  const bool runs = slice.state == TaskState::Running;
  if (model.by() != LaneBy::Task) {
    if (!runs || slice.task == kNoTask) return {};
    QString name = model.taskName(slice.task);
    return longest({[&] { return numberAtTheEnd(name); }, [&] { return name; }}, fits);
  }
  if (!runs && slice.state != TaskState::Io) return {};
  QString time = durationOf(slice);
  const auto whole = [&] { return stateWords(slice.state, model.words(), model.hasGil()) + QLatin1Char(' ') + time; };
  const auto with_items = [&] {
    const std::uint32_t items = itemsIn(model, lane, slice);
    if (items == 0) return QString();
    return whole() + QStringLiteral(" · ") +
           (items == 1 ? QStringLiteral("1 item") : QStringLiteral("%1 items").arg(items));
  };
  return longest({[&] { return time; }, whole, with_items}, fits);
}

SliceLabelPainter::SliceLabelPainter(const TimelineModel& model, double bar_height, const Theme& theme)
    : model_(model),
      theme_(theme),
      font_(theme.font(std::clamp(bar_height / theme.scale * 0.42, 10.5, 20.0), QFont::DemiBold)),
      metrics_(font_) {
  const bool times = model.by() == LaneBy::Task;
  narrowest_ = times ? metrics_.horizontalAdvance(QStringLiteral("1 s")) + theme.px(2 * kMargin) : theme.px(kNarrowest);
}

void SliceLabelPainter::paint(QPainter& painter, const QRectF& rect, const TimelineLane& lane,
                              const Slice& slice) const {
  if (rect.width() < narrowest_ || rect.height() < theme_.px(kLowest)) return;
  const double margin = theme_.px(kMargin);
  double width = 0;
  const QString label = sliceLabel(model_, lane, slice, [&](const QString& text) {
    const bool number = text.back().isDigit() && text.front().isDigit();  // may come nearer to the edges
    const double room = rect.width() - (number ? theme_.px(5) : 2 * margin);
    if (static_cast<double>(text.size()) * metrics_.height() * kNarrowLetter > room) return false;
    const double needed = metrics_.horizontalAdvance(text);
    if (needed <= room) width = needed;
    return needed <= room;
  });
  if (label.isEmpty()) return;
  const QPointF at(std::round(rect.center().x() - width / 2), std::round(rect.center().y() + metrics_.capHeight() / 2));
  if (slice.state == TaskState::Io) {  // on a plain ground: not across the stripes
    const QRectF ground(at.x() - margin, rect.top(), std::ceil(width) + 2 * margin, rect.height());
    painter.fillRect(ground.intersected(rect), theme_.taskTint(slice.task));
  }
  painter.setPen(slice.state == TaskState::Io ? theme_.text : theme_.textOnTask(slice.task));
  painter.drawText(at, label);
}

}  // namespace threadmart
