#include "ui/timeline/state_bar.h"

#include <algorithm>
#include <cmath>

#include "ui/timeline/hatch.h"

namespace threadmart {
namespace {

constexpr double kLow = 5;  // lower bars are flat colour: a pattern would be noise
constexpr double kNarrow = 4;
constexpr int kWorthShowing = 24;  // of 255: waiting that took less than a tenth beside work is not drawn

QColor blend(const QColor& a, const QColor& b, double share) {
  const auto channel = [share](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * share)); };
  return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()));
}

// What a state looks like where there is no room for its pattern.
QColor flatColour(TaskState state, TaskId task, const Theme& theme) {
  switch (state) {
    case TaskState::Running:
      return theme.task(task);
    case TaskState::Io:
      return blend(theme.taskTint(task), theme.taskHatch(task), 0.35);
    case TaskState::Lock:
      return blend(theme.panel, theme.warning, 0.35);
    case TaskState::Ready:
      return blend(theme.ready_fill, theme.ready_edge, 0.5);
    case TaskState::Queued:
    case TaskState::Done:
      return theme.grid;
  }
  return theme.grid;
}

// Antialiasing for as long as it lives. Rectangles on whole pixels are many times faster without.
class Smooth {
 public:
  explicit Smooth(QPainter& painter) : painter_(painter), before_(painter.testRenderHint(QPainter::Antialiasing)) {
    painter_.setRenderHint(QPainter::Antialiasing, true);
  }
  ~Smooth() { painter_.setRenderHint(QPainter::Antialiasing, before_); }
  Smooth(const Smooth&) = delete;
  Smooth& operator=(const Smooth&) = delete;

 private:
  QPainter& painter_;
  bool before_;
};

void fillRounded(QPainter& painter, const QRectF& rect, const QColor& colour, const Theme& theme) {
  const double radius = std::min({theme.px(2.5), rect.width() / 3, rect.height() / 3});
  if (radius < 1.5) {
    painter.fillRect(rect, colour);
    return;
  }
  const Smooth smooth(painter);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawRoundedRect(rect, radius, radius);
}

void outlined(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& edge, const Theme& theme) {
  const double pen = std::max(1.0, theme.px(1));
  const double radius = std::min({theme.px(2.5), rect.width() / 3, rect.height() / 3});
  const Smooth smooth(painter);
  painter.setPen(QPen(edge, pen));
  painter.setBrush(fill);
  painter.drawRoundedRect(rect.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), radius, radius);
}

void hatched(QPainter& painter, const QRectF& rect, TaskId task, double anchor_x, const Theme& theme) {
  painter.fillRect(rect, theme.taskTint(task));
  const Hatch hatch{theme.px(std::clamp(rect.height() / theme.scale / 2.6, 4.5, 7.0)),
                    theme.px(rect.height() < theme.px(12) ? 1.6 : 2.2)};
  const Smooth smooth(painter);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.taskHatch(task));
  for (const QPainterPath& stripes : hatchPaths(rect, anchor_x, hatch)) painter.drawPath(stripes);
}

}  // namespace

void paintStateBar(QPainter& painter, const QRectF& rect, TaskState state, TaskId task, double anchor_x,
                   const Theme& theme) {
  const bool plain = rect.height() < theme.px(kLow) || rect.width() < kNarrow;
  switch (state) {
    case TaskState::Queued: {
      const double line = std::min(rect.height(), std::max(1.0, std::round(theme.px(1))));
      painter.fillRect(QRectF(rect.left(), std::floor(rect.center().y() - line / 2), rect.width(), line),
                       rect.height() < theme.px(kLow) ? theme.grid : theme.ready_edge);  // as an area it would be loud
      return;
    }
    case TaskState::Running:
      return fillRounded(painter, rect, theme.task(task), theme);
    case TaskState::Io:
      if (!plain) return hatched(painter, rect, task, anchor_x, theme);
      break;
    case TaskState::Lock:
      if (!plain) return outlined(painter, rect, theme.panel, blend(theme.panel, theme.warning, 0.62), theme);
      break;
    case TaskState::Ready:
      if (!plain) return outlined(painter, rect, theme.ready_fill, theme.ready_edge, theme);
      break;
    case TaskState::Done:
      return;
  }
  painter.fillRect(rect, flatColour(state, task, theme));
}

void paintStartUp(QPainter& painter, const QRectF& rect, const Theme& theme) {
  const double height = std::max(1.0, std::round(rect.height() / 3));
  fillRounded(painter, QRectF(rect.left(), std::round(rect.center().y() - height / 2), rect.width(), height),
              theme.ghost, theme);
}

Cell simplified(const Cell& cell, double height) {
  const double steps = std::clamp(std::round(height), 1.0, 8.0);
  Cell simple = cell;
  const double running = std::round(cell.running / 255.0 * steps);
  simple.running = static_cast<std::uint8_t>(std::lround(running * 255 / steps));
  if (simple.running == 0 && cell.running > 0 && (cell.waited == 0 || height >= kLow)) {
    simple.running =
        static_cast<std::uint8_t>(std::lround(255 / steps));  // little is shown as the least step, not as nothing
  }
  const bool waits = cell.running == 0 ? cell.waited > 0 : cell.waited >= kWorthShowing;
  simple.waited = waits && simple.running < 255 ? 255 : 0;
  if (simple.waited == 0) simple.waiting = TaskState::Queued;
  if (simple.empty() || (simple.running == 0 && cell.waiting != TaskState::Io)) simple.task = kNoTask;
  return simple;
}

void paintCell(QPainter& painter, const QRectF& rect, const Cell& cell, const Theme& theme) {
  if (cell.waited > 0) {
    if (cell.waiting == TaskState::Lock && rect.height() >= theme.px(kLow)) {
      const QColor edge = blend(theme.panel, theme.warning, 0.62);
      painter.fillRect(rect, theme.panel);
      painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), edge);
      painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), edge);
    } else if (cell.waiting == TaskState::Queued || rect.width() >= theme.px(12)) {
      paintStateBar(painter, rect, cell.waiting, cell.task, rect.left(), theme);
    } else {
      painter.fillRect(rect, flatColour(cell.waiting, cell.task, theme));
    }
  }
  if (cell.running == 0) return;
  const double height = std::max(1.0, std::round(rect.height() * cell.running / 255));
  painter.fillRect(QRectF(rect.left(), rect.bottom() - height, rect.width(), height), theme.task(cell.task));
}

void paintEndMark(QPainter& painter, QPointF centre, double size, Outcome outcome, const Theme& theme) {
  const Smooth smooth(painter);
  const double r = size / 2;
  const QColor colour = outcome == Outcome::Failed ? theme.warning
                        : outcome == Outcome::Done ? theme.accent
                                                   : theme.text_muted;
  painter.setPen(QPen(colour, std::max(1.4, size / 5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  if (outcome == Outcome::Done) {
    const QPointF tick[] = {centre + QPointF(-r * 0.8, r * 0.05), centre + QPointF(-r * 0.2, r * 0.65),
                            centre + QPointF(r * 0.9, -r * 0.7)};
    painter.drawPolyline(tick, 3);
    return;
  }
  painter.drawLine(centre + QPointF(-r * 0.65, -r * 0.65), centre + QPointF(r * 0.65, r * 0.65));
  painter.drawLine(centre + QPointF(-r * 0.65, r * 0.65), centre + QPointF(r * 0.65, -r * 0.65));
}

}  // namespace threadmart
