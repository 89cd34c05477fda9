// The lanes themselves: every slice while there is room, columns of pixels when there is not, rows of pixels when even
// the lanes are too many.
#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "ui/timeline/columns.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/state_bar.h"

namespace threadmart {
namespace {

constexpr double kFaded = 0.22;      // what does not belong to the highlighted task
constexpr double kOwnRow = 2;        // lower lanes share rows of pixels
constexpr double kMarkedRow = 9;     // lower lanes have no end marks
constexpr double kLabelledBar = 15;  // lower bars have no names in them

class LanesPainter {
 public:
  LanesPainter(QPainter& painter, const TimelineModel& model, const TimeScale& scale, const Rows& rows,
               const Theme& theme, std::optional<TaskId> highlight)
      : painter_(painter),
        model_(model),
        scale_(scale),
        rows_(rows),
        theme_(theme),
        highlight_(highlight),
        grid_(scale) {}

  void paint() {
    painter_.save();
    painter_.setRenderHint(QPainter::Antialiasing, false);  // bars are on whole pixels; what is not sees to itself
    if (rows_.pitch >= kOwnRow) {
      const auto [first, last] = rows_.visible();
      for (std::size_t lane = first; lane < last; ++lane) paintLane(lane);
    } else {
      paintGroups();
    }
    painter_.restore();
  }

 private:
  void paintLane(std::size_t number) {
    const TimelineLane& lane = model_.lanes()[number];
    const double top = std::max(std::round(rows_.barTop(number)), rows_.clip_top);
    const double bottom = std::min(std::round(rows_.barTop(number) + rows_.bar), rows_.clip_bottom);
    if (bottom <= top) return;
    const auto visible = lane.within(scale_.range.begin, scale_.range.end, model_.slices());
    if (isDense(visible.size(), scale_)) {
      paintCells(laneCells(lane, model_.slices(), grid_.bins), top, bottom);
    } else {
      for (const std::uint32_t slice : visible) paintSlice(model_.slices()[slice], top, bottom, false);
      for (const std::uint32_t slice : visible) paintSlice(model_.slices()[slice], top, bottom, true);
    }
    if (model_.by() == LaneBy::Task) paintEnd(lane, top, bottom);
  }

  // In an event loop's lane some wait while one runs: those that run are drawn over the others.
  void paintSlice(const Slice& slice, double top, double bottom, bool running) {
    if ((slice.state == TaskState::Running) != running || slice.duration() <= 0) return;
    const double anchor = std::round(scale_.xOf(slice.begin));
    const double left = std::max(scale_.left, std::round(scale_.clampedXOf(slice.begin)));
    double right = std::min(scale_.right(), std::max(left + 1, std::round(scale_.clampedXOf(slice.end))));
    if (right <= left) return;
    if (right - left > 5) right -= 1;  // a thin line between neighbours
    const QRectF rect(left, top, right - left, bottom - top);
    fade(slice.task);
    if (slice.task == kNoTask && slice.state == TaskState::Queued) return paintStartUp(painter_, rect, theme_);
    paintStateBar(painter_, rect, slice.state, slice.task, anchor, theme_);
    if (running && model_.by() != LaneBy::Task) paintName(slice.task, rect);
  }

  // The whole name of the task if there is room for it in the bar, or its number.
  void paintName(TaskId task, const QRectF& rect) {
    if (task == kNoTask || rect.height() < theme_.px(kLabelledBar) || rect.width() < theme_.px(14)) return;
    const QFont font = theme_.font(std::clamp(rect.height() / theme_.scale * 0.42, 10.5, 20.0), QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const double room = rect.width() - theme_.px(8);
    QString text = model_.taskName(task);
    if (metrics.horizontalAdvance(text) > room) {
      qsizetype digits = 0;
      while (digits < text.size() && text.at(text.size() - 1 - digits).isDigit()) ++digits;
      text = text.right(digits);
    }
    if (text.isEmpty() || metrics.horizontalAdvance(text) > room + theme_.px(3)) return;
    painter_.setFont(font);
    painter_.setPen(theme_.textOnTask(task));
    const double x = rect.center().x() - metrics.horizontalAdvance(text) / 2;
    painter_.drawText(QPointF(std::round(x), std::round(rect.center().y() + metrics.capHeight() / 2)), text);
  }

  void paintCells(const std::vector<Cell>& cells, double top, double bottom) {
    const double height = bottom - top;
    for (std::size_t i = 0; i < cells.size();) {
      const Cell cell = simplified(cells[i], height);
      std::size_t last = i + 1;
      while (last < cells.size() && simplified(cells[last], height) == cell) ++last;
      const double left = std::max(scale_.left, grid_.xOf(i)), right = std::min(scale_.right(), grid_.xOf(last));
      i = last;
      if (cell.empty() || right <= left) continue;
      fade(cell.task);
      paintCell(painter_, QRectF(left, top, right - left, height), cell, theme_);
    }
  }

  void paintGroups() {
    const auto lanes = std::span(model_.lanes());
    const int pixels = static_cast<int>(std::ceil(rows_.clip_bottom - rows_.clip_top));
    for (int i = 0; i < pixels; ++i) {
      const double y = rows_.clip_top + i;
      const auto first = static_cast<std::size_t>(std::max(0.0, std::floor((y - rows_.top) / rows_.pitch)));
      const auto last = std::min(lanes.size(), static_cast<std::size_t>(std::ceil((y + 1 - rows_.top) / rows_.pitch)));
      if (first >= last) continue;
      std::vector<Cell> cells = groupCells(lanes.subspan(first, last - first), model_.slices(), grid_.bins);
      for (Cell& cell : cells) cell.running = cell.running > 0 && cell.running >= cell.waited / 2 ? 255 : 0;
      paintCells(cells, y, std::min(y + 1, rows_.clip_bottom));
    }
  }

  void paintEnd(const TimelineLane& lane, double top, double bottom) {
    const TaskNumbers* task = model_.task(lane.id());
    if (!task || !task->finished || !scale_.range.contains(task->end) || bottom - top < theme_.px(kMarkedRow)) return;
    const double size = std::clamp((bottom - top) * 0.42, theme_.px(9), theme_.px(18));
    const double x = scale_.xOf(task->end) + theme_.px(5) + size / 2;
    if (x + size / 2 > scale_.right() + theme_.px(32)) return;
    fade(lane.id());
    paintEndMark(painter_, QPointF(x, (top + bottom) / 2), size, task->outcome, theme_);
  }

  void fade(TaskId task) {
    if (highlight_) painter_.setOpacity(task == *highlight_ ? 1.0 : kFaded);
  }

  QPainter& painter_;
  const TimelineModel& model_;
  const TimeScale& scale_;
  const Rows& rows_;
  const Theme& theme_;
  std::optional<TaskId> highlight_;
  ColumnGrid grid_;
};

}  // namespace

void paintLanes(QPainter& painter, const TimelineModel& model, const TimeScale& scale, const Rows& rows,
                const Theme& theme, std::optional<TaskId> highlight) {
  LanesPainter(painter, model, scale, rows, theme, highlight).paint();
}

}  // namespace threadmart
