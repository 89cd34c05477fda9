// The lanes themselves: every slice while there is room, columns of pixels when there is not, rows of pixels when even
// the lanes are too many.
#include <algorithm>
#include <cmath>

#include "ui/timeline/columns.h"
#include "ui/timeline/emphasis.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/slice_label.h"
#include "ui/timeline/state_bar.h"

namespace threadmart {
namespace {

constexpr double kFaded = 0.22;    // what does not concern the highlighted thing
constexpr double kOwnRow = 2;      // lower lanes share rows of pixels
constexpr double kMarkedRow = 9;   // lower lanes have no end marks
constexpr std::size_t kAsked = 4;  // of so many columns one is asked whom it concerns

class LanesPainter {
 public:
  LanesPainter(QPainter& painter, const TimelineModel& model, const TimeScale& scale, const Rows& rows,
               const Theme& theme, const Thing& highlight, SliceText text)
      : painter_(painter),
        model_(model),
        scale_(scale),
        rows_(rows),
        theme_(theme),
        highlight_(highlight),
        text_(text),
        own_lanes_(hasLaneOf(model.by(), highlight)),
        labels_(model, rows.bar, theme),
        grid_(scale) {}

  void paint() {
    painter_.save();
    painter_.setRenderHint(QPainter::Antialiasing, false);  // bars are on whole pixels; what is not sees to itself
    painter_.setFont(labels_.font());
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
      const std::vector<Cell> cells = laneCells(lane, model_.slices(), grid_.bins);
      paintCells(cells, concernedCells(lane, cells), top, bottom);
    } else {
      for (const std::uint32_t slice : visible) paintSlice(lane, model_.slices()[slice], top, bottom, false);
      for (const std::uint32_t slice : visible) paintSlice(lane, model_.slices()[slice], top, bottom, true);
    }
    if (model_.by() == LaneBy::Task) paintEnd(lane, top, bottom);
  }

  // In an event loop's lane some wait while one runs: those that run are drawn over the others.
  void paintSlice(const TimelineLane& lane, const Slice& slice, double top, double bottom, bool running) {
    if ((slice.state == TaskState::Running) != running || slice.duration() <= 0) return;
    const double anchor = std::round(scale_.xOf(slice.begin));
    const double left = std::max(scale_.left, std::round(scale_.clampedXOf(slice.begin)));
    double right = std::min(scale_.right(), std::max(left + 1, std::round(scale_.clampedXOf(slice.end))));
    if (right <= left) return;
    if (right - left > 5) right -= 1;  // a thin line between neighbours
    const QRectF rect(left, top, right - left, bottom - top);
    const bool concerned = own_lanes_ ? lane.id() == highlight_.id : concerns(highlight_, slice);
    fade(concerned);
    if (slice.task == kNoTask && slice.state == TaskState::Queued) return paintStartUp(painter_, rect, theme_);
    paintStateBar(painter_, rect, slice.state, slice.task, anchor, theme_);
    const bool labelled = text_ == SliceText::NamesAndTimes || model_.by() != LaneBy::Task;
    if (labelled && (!highlight_ || concerned)) labels_.paint(painter_, rect, lane, slice);
  }

  // Which columns concern the highlighted thing. A column knows its customer, but neither till nor core: of those its
  // slices are asked, some of them.
  std::vector<char> concernedCells(const TimelineLane& lane, const std::vector<Cell>& cells) const {
    if (!highlight_) return {};
    if (own_lanes_) return std::vector<char>(cells.size(), lane.id() == highlight_.id);
    std::vector<char> concerned(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
      concerned[i] = highlight_.isTask() ? cells[i].task == highlight_.id
                     : i % kAsked == 0   ? concernsAt(lane, i + kAsked / 2)
                                         : concerned[i - 1];
    return concerned;
  }

  bool concernsAt(const TimelineLane& lane, std::size_t column) const {
    const auto time = static_cast<Nanos>(grid_.bins.origin + grid_.bins.width * (static_cast<double>(column) + 0.5));
    for (const std::uint32_t number : lane.within(time, time + 1, model_.slices()))
      if (model_.slices()[number].end > time && concerns(highlight_, model_.slices()[number])) return true;
    return false;
  }

  void paintCells(const std::vector<Cell>& cells, const std::vector<char>& concerned, double top, double bottom) {
    std::vector<Cell> waiting(cells.size()), running(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Cell cell = simplified(cells[i], bottom - top);
      if (cell.waited > 0)
        waiting[i] = {.task = cell.waiting == TaskState::Io ? cell.task : kNoTask,
                      .waiting = cell.waiting,
                      .waited = cell.waited};
      if (cell.running > 0) running[i] = {.task = cell.task, .running = cell.running};
    }
    paintLayer(waiting, concerned, top, bottom);
    paintLayer(running, concerned, top, bottom);
  }

  // Equal columns in one: how they waited and how much they ran each by itself, since one changes when the other does
  // not.
  void paintLayer(const std::vector<Cell>& cells, const std::vector<char>& concerned, double top, double bottom) {
    for (std::size_t i = 0; i < cells.size();) {
      const std::size_t first = i++;
      while (i < cells.size() && cells[i] == cells[first] && (concerned.empty() || concerned[i] == concerned[first]))
        ++i;
      const double left = std::max(scale_.left, grid_.xOf(first)), right = std::min(scale_.right(), grid_.xOf(i));
      if (cells[first].empty() || right <= left) continue;
      fade(!concerned.empty() && concerned[first]);
      paintCell(painter_, QRectF(left, top, right - left, bottom - top), cells[first], theme_);
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
      paintCells(cells, concernedGroup(lanes.subspan(first, last - first), cells), y,
                 std::min(y + 1, rows_.clip_bottom));
    }
  }

  // A row of several lanes: one of them is the thing's own, or was last carried by it.
  std::vector<char> concernedGroup(std::span<const TimelineLane> lanes, const std::vector<Cell>& cells) const {
    if (!highlight_) return {};
    std::vector<char> concerned(cells.size());
    if (!own_lanes_ && highlight_.isTask()) {
      for (std::size_t i = 0; i < cells.size(); ++i) concerned[i] = cells[i].task == highlight_.id;
      return concerned;
    }
    const bool any = std::any_of(lanes.begin(), lanes.end(), [this](const TimelineLane& lane) {
      if (own_lanes_) return lane.id() == highlight_.id;
      const TaskNumbers* task = model_.by() == LaneBy::Task ? model_.task(lane.id()) : nullptr;
      return highlight_.kind == Thing::Kind::Till && task && task->worker == highlight_.id;
    });
    return std::vector<char>(cells.size(), any);
  }

  void paintEnd(const TimelineLane& lane, double top, double bottom) {
    const TaskNumbers* task = model_.task(lane.id());
    if (!task || !task->finished || !scale_.range.contains(task->end) || bottom - top < theme_.px(kMarkedRow)) return;
    const double size = std::clamp((bottom - top) * 0.42, theme_.px(9), theme_.px(18));
    const double x = scale_.xOf(task->end) + theme_.px(5) + size / 2;
    if (x + size / 2 > scale_.right() + theme_.px(32)) return;
    fade(own_lanes_ ? lane.id() == highlight_.id
                    : highlight_.kind == Thing::Kind::Till && task->worker == highlight_.id);
    paintEndMark(painter_, QPointF(x, (top + bottom) / 2), size, task->outcome, theme_);
  }

  void fade(bool concerned) {
    if (highlight_) painter_.setOpacity(concerned ? 1.0 : kFaded);
  }

  QPainter& painter_;
  const TimelineModel& model_;
  const TimeScale& scale_;
  const Rows& rows_;
  const Theme& theme_;
  Thing highlight_;
  SliceText text_;
  bool own_lanes_;  // the highlighted thing has a lane of its own
  SliceLabelPainter labels_;
  ColumnGrid grid_;
};

}  // namespace

void paintLanes(QPainter& painter, const TimelineModel& model, const TimeScale& scale, const Rows& rows,
                const Theme& theme, const Thing& highlight, SliceText text) {
  LanesPainter(painter, model, scale, rows, theme, highlight, text).paint();
}

}  // namespace threadmart
