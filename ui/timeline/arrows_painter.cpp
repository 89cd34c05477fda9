#include "ui/timeline/arrows_painter.h"

#include <algorithm>
#include <cmath>

#include "ui/words/bytes.h"

namespace threadmart {
namespace {

constexpr double kLowestRow = 18;    // lower lanes leave no room
constexpr double kLeastSpacing = 6;  // pixels for each arrow, on average
constexpr double kNear = 5;          // pixels from the pointer to an arrow that is meant
constexpr int kProbes = 24;          // points of a curve that are compared with the pointer
constexpr double kFaded = 0.22;

struct Lane {
  double top = 0, bottom = 0;  // of its bar
};

class Placer {
 public:
  Placer(const TimelineModel& model, const TimelineLayout& layout, const Theme& theme)
      : model_(model), rows_(layout.rows), scale_(layout.scale), theme_(theme) {}

  std::optional<ArrowShape> place(const Arrow& arrow) const {
    const bool by_task = model_.by() == LaneBy::Task;
    const std::uint32_t from = by_task ? arrow.from_task : arrow.from_worker;
    const std::uint32_t to = by_task ? arrow.to_task : arrow.to_worker;
    if (!scale_.range.contains(arrow.from_time) && !scale_.range.contains(arrow.to_time)) return std::nullopt;
    const bool leaves = arrow.from_worker != kSubmitter;  // of one that has only one lane: which end is in it
    const auto lane_from = model_.laneNumber(from), lane_to = model_.laneNumber(to);
    if (lane_from && lane_to && *lane_from != *lane_to) return between(arrow, *lane_from, *lane_to);
    if (lane_from && (!lane_to || leaves)) return outward(arrow, *lane_from);
    if (lane_to) return inward(arrow, *lane_to);
    return std::nullopt;
  }

 private:
  std::optional<Lane> visible(std::size_t lane) const {
    const double top = std::round(rows_.barTop(lane)), bottom = std::round(rows_.barTop(lane) + rows_.bar);
    if (top < rows_.clip_top || bottom > rows_.clip_bottom) return std::nullopt;
    return Lane{top, bottom};
  }
  double xOf(Nanos time) const { return std::clamp(scale_.clampedXOf(time), scale_.left, scale_.right()); }
  double stub() const { return std::max(theme_.px(10), rows_.pitch - rows_.bar); }

  std::optional<ArrowShape> between(const Arrow& arrow, std::size_t lane_from, std::size_t lane_to) const {
    const auto from = visible(lane_from), to = visible(lane_to);
    if (!from || !to) return std::nullopt;
    const bool down = lane_to > lane_from;
    const QPointF start(xOf(arrow.from_time), down ? from->bottom : from->top);
    const QPointF end(xOf(arrow.to_time), down ? to->top : to->bottom);
    const double rise = end.y() - start.y(), bulge = std::min(theme_.px(12), std::abs(rise) * 0.3);
    return ArrowShape{arrow, start, start + QPointF(bulge, rise * 0.35), end + QPointF(bulge, -rise * 0.35), end};
  }

  std::optional<ArrowShape> outward(const Arrow& arrow, std::size_t number) const {
    const auto lane = visible(number);
    if (!lane) return std::nullopt;
    const QPointF start(xOf(arrow.from_time), lane->top), end(xOf(arrow.to_time), lane->top - stub());
    return bent(arrow, start, end, {start.x(), (start.y() + end.y()) / 2});
  }

  std::optional<ArrowShape> inward(const Arrow& arrow, std::size_t number) const {
    const auto lane = visible(number);
    if (!lane) return std::nullopt;
    const QPointF start(xOf(arrow.from_time), lane->top - stub()), end(xOf(arrow.to_time), lane->top);
    return bent(arrow, start, end, {end.x(), (start.y() + end.y()) / 2});
  }

  ArrowShape bent(const Arrow& arrow, QPointF start, QPointF end, QPointF corner) const {
    if (std::abs(end.x() - start.x()) < theme_.px(12)) corner = (start + end) / 2;  // hardly any time: straight
    return {arrow, start, corner, corner, end};
  }

  const TimelineModel& model_;
  const Rows& rows_;
  const TimeScale& scale_;
  const Theme& theme_;
};

QPen penOf(const Arrow& arrow, const Theme& theme, bool strong) {
  const QColor colour = arrow.kind == ArrowKind::Scanner  ? theme.warning
                        : arrow.kind == ArrowKind::Parcel ? theme.accent
                                                          : theme.text;
  QPen pen(colour, theme.px(strong ? 2.6 : 1.3), Qt::SolidLine, Qt::FlatCap);
  if (arrow.kind == ArrowKind::Scanner && !arrow.asked) pen.setDashPattern({3, 2});
  if (arrow.kind == ArrowKind::Parcel) pen.setDashPattern({6, 2.5});
  if (arrow.kind == ArrowKind::Callback) pen.setDashPattern({1.5, 1.5});
  return pen;
}

// Where the curve comes from in its last piece.
QPointF directionOf(const ArrowShape& shape) {
  for (const QPointF& before : {shape.bend_to, shape.bend_from, shape.from}) {
    const QPointF step = shape.to - before;
    const double length = std::hypot(step.x(), step.y());
    if (length > 0.01) return step / length;
  }
  return {0, 1};
}

bool belongsTo(const Arrow& arrow, const Thing& thing) {
  if (thing.isTask()) return arrow.from_task == thing.id || arrow.to_task == thing.id;
  return thing.kind == Thing::Kind::Till && (arrow.from_worker == thing.id || arrow.to_worker == thing.id);
}

QString timesOf(const Arrow& arrow) {
  if (arrow.to_time == arrow.from_time) return formatDuration(arrow.to_time);
  return formatInterval(arrow.from_time, arrow.to_time) + QStringLiteral(" · ") +
         formatDuration(arrow.to_time - arrow.from_time);
}

}  // namespace

QPainterPath ArrowShape::path() const {
  QPainterPath path(from);
  path.cubicTo(bend_from, bend_to, to);
  return path;
}

std::vector<ArrowShape> layoutArrows(const ArrowBuilder& arrows, const TimelineModel& model,
                                     const TimelineLayout& layout, const Theme& theme) {
  if (model.by() == LaneBy::Core || layout.rows.pitch < theme.px(kLowestRow)) return {};
  const auto room = static_cast<std::size_t>(std::max(1.0, layout.scale.width / theme.px(kLeastSpacing)));
  const std::size_t most = std::min(kMostArrows, room);
  const TimeRange& time = layout.scale.range;
  const std::vector<Arrow> found = arrows.within(time.begin, time.end, most + 1);
  if (found.size() > most) return {};
  std::vector<ArrowShape> shapes;
  const Placer placer(model, layout, theme);
  for (const Arrow& arrow : found)
    if (const auto shape = placer.place(arrow)) shapes.push_back(*shape);
  return shapes;
}

const ArrowShape* arrowAt(std::span<const ArrowShape> shapes, QPointF at, const Theme& theme) {
  const ArrowShape* nearest = nullptr;
  double least = theme.px(kNear);
  for (const ArrowShape& shape : shapes) {
    const QPainterPath path = shape.path();
    if (!path.controlPointRect().adjusted(-least, -least, least, least).contains(at)) continue;
    for (int i = 0; i <= kProbes; ++i) {
      const QPointF step = path.pointAtPercent(static_cast<double>(i) / kProbes) - at;
      const double distance = std::hypot(step.x(), step.y());
      if (distance >= least) continue;
      least = distance;
      nearest = &shape;
    }
  }
  return nearest;
}

void paintArrow(QPainter& painter, const ArrowShape& shape, const Theme& theme, bool strong) {
  const QPen pen = penOf(shape.arrow, theme, strong);
  const QPointF along = directionOf(shape), across(-along.y(), along.x());
  const double length = theme.px(strong ? 8 : 6), half = length * 0.45;
  const QPointF foot = shape.to - along * length;
  QPainterPath line(shape.from);
  line.cubicTo(shape.bend_from, shape.bend_to, foot + along * (length * 0.3));
  painter.setBrush(Qt::NoBrush);
  painter.setPen(pen);
  painter.drawPath(line);
  painter.setPen(Qt::NoPen);
  painter.setBrush(pen.color());
  const QPointF head[] = {shape.to, foot + across * half, foot - across * half};
  painter.drawPolygon(head, 3);
}

void paintArrows(QPainter& painter, std::span<const ArrowShape> shapes, const Theme& theme, const Thing& highlight) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const ArrowShape& shape : shapes) {
    painter.setOpacity(!highlight || belongsTo(shape.arrow, highlight) ? 1.0 : kFaded);
    paintArrow(painter, shape, theme);
  }
  painter.restore();
}

QStringList arrowLines(const Arrow& arrow, const RunInfo& info, LaneBy by, Words words) {
  const auto end = [&](TaskId task, WorkerId worker) {
    return by == LaneBy::Task ? taskWords(task, info, words) : workerWords(worker, info, words);
  };
  const QString task = taskWords(arrow.to_task, info, words);
  switch (arrow.kind) {
    case ArrowKind::Scanner: {
      const QString why = arrow.asked ? QStringLiteral(" (asked for)") : QString();
      return {QStringLiteral("%1 handed over by %2 to %3%4")
                  .arg(labelWords(Label::Scanner, words), end(arrow.from_task, arrow.from_worker),
                       end(arrow.to_task, arrow.to_worker), why),
              timesOf(arrow)};
    }
    case ArrowKind::Parcel:
      return {QStringLiteral("%1 of %2 from %3 to %4")
                  .arg(spoken(QStringLiteral("parcel"), QStringLiteral("message"), words), task,
                       workerWords(arrow.from_worker, info, words), workerWords(arrow.to_worker, info, words)),
              formatBytes(arrow.bytes) + QStringLiteral(" · ") + timesOf(arrow)};
    case ArrowKind::Callback:
      return {QStringLiteral("%1 done: %2 at %3")
                  .arg(thingName(ticketThing(arrow.to_task), info, words),
                       spoken(QStringLiteral("its bell rings"), QStringLiteral("its callback runs"), words),
                       workerWords(arrow.to_worker, info, words)),
              timesOf(arrow)};
  }
  return {};
}

}  // namespace threadmart
