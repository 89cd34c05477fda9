// The timeline as a widget: keys and the context menu.
#include <algorithm>

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include "ui/timeline/emphasis.h"
#include "ui/timeline/widget.h"

namespace threadmart {
namespace {

constexpr double kPanStep = 0.1;  // of what is visible

}  // namespace

bool TimelineWidget::clearOne() {
  if (range_) {
    setRange(std::nullopt);
    emit rangeSelected(std::nullopt);
    return true;
  }
  if (!selected_) return false;
  select({});
  return true;
}

// One edge of the range comes to the playhead; the other one stays, or is the end of what there is.
void TimelineWidget::endRangeAtPlayhead(bool begin) {
  if (!playhead_) return;
  TimeRange range = range_.value_or(TimeRange{0, model_.end()});
  (begin ? range.begin : range.end) = *playhead_;
  if (range.begin >= range.end) range = begin ? TimeRange{*playhead_, model_.end()} : TimeRange{0, *playhead_};
  if (range.begin >= range.end) return;
  setRange(range);
  emit rangeSelected(range_);
}

// The lane above or below the selected one; without one the first or the last.
void TimelineWidget::selectNeighbour(int step) {
  const auto count = static_cast<int>(model_.lanes().size());
  if (count == 0) return;
  const std::optional<std::size_t> now =
      hasLaneOf(model_.by(), selected_) ? model_.laneNumber(selected_.id) : std::nullopt;
  const int next = std::clamp(now ? static_cast<int>(*now) + step : step > 0 ? 0 : count - 1, 0, count - 1);
  select(laneThing(model_.by(), model_.lanes()[static_cast<std::size_t>(next)].id()));
  const Rows rows = layoutNow().rows;
  const double top = rows.top + rows.pitch * next;
  if (top < rows.clip_top) scrollBy(top - rows.clip_top);
  if (top + rows.pitch > rows.clip_bottom) scrollBy(top + rows.pitch - rows.clip_bottom);
}

void TimelineWidget::keyPressEvent(QKeyEvent* event) {
  if (!handleKey(event->key(), event->modifiers())) QWidget::keyPressEvent(event);
}

bool TimelineWidget::handleKey(int key, Qt::KeyboardModifiers modifiers) {
  const TimeRange& time = viewport_.time;
  const auto step = static_cast<Nanos>(kPanStep * static_cast<double>(time.length()));
  const double page = layoutNow().labels.height();
  const bool shift = modifiers & Qt::ShiftModifier;
  switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoomIn(), true;
    case Qt::Key_Minus:
      return zoomOut(), true;
    case Qt::Key_F:
    case Qt::Key_0:
      return fit(), true;
    case Qt::Key_Z:
      return zoomToSelection(), true;
    case Qt::Key_Left:
    case Qt::Key_Right:  // without Shift they are the transport's
      if (!shift) return false;
      return setTimeRange(panned(time, key == Qt::Key_Left ? -step : step)), true;
    case Qt::Key_Up:
      return shift ? selectNeighbour(-1) : scrollBy(-24), true;
    case Qt::Key_Down:
      return shift ? selectNeighbour(1) : scrollBy(24), true;
    case Qt::Key_PageUp:
      return scrollBy(-page), true;
    case Qt::Key_PageDown:
      return scrollBy(page), true;
    case Qt::Key_I:
      return endRangeAtPlayhead(true), true;
    case Qt::Key_O:
      return endRangeAtPlayhead(false), true;
    case Qt::Key_Escape:
      return clearOne();
    default:
      return false;
  }
}

void TimelineWidget::contextMenuEvent(QContextMenuEvent* event) {
  if (model_.lanes().empty()) return;
  makeMenu(event->pos())->popup(event->globalPos());
}

QMenu* TimelineWidget::makeMenu(QPointF at) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(tr("Zoom to selection\tZ"), this, &TimelineWidget::zoomToSelection)
      ->setEnabled(zoomTarget().has_value());
  menu->addAction(tr("Loop this range"), this, [this] { emit loopRequested(*range_); })->setEnabled(range_.has_value());
  menu->addAction(tr("Fit\tF"), this, &TimelineWidget::fit);
  menu->addSeparator();
  QAction* arrows = menu->addAction(tr("Arrows for hand-overs"), this, [this](bool on) { setArrowsShown(on); });
  arrows->setCheckable(true);
  arrows->setChecked(arrows_shown_);
  menu->addSeparator();
  const QString times = timesAt(at);
  menu->addAction(tr("Copy times"), this, [times] { QApplication::clipboard()->setText(times); })
      ->setEnabled(!times.isEmpty());
  return menu;
}

// Of the range, or of the slice under the pointer, or the playhead's.
QString TimelineWidget::timesAt(QPointF at) const {
  const auto written = [](Nanos begin, Nanos end) {
    return formatInterval(begin, end) + QStringLiteral(" · ") + formatDuration(end - begin);
  };
  if (range_) return written(range_->begin, range_->end);
  std::size_t lane = 0;
  if (const Slice* slice = sliceUnder(at, &lane)) return written(slice->begin, slice->end);
  return playhead_ ? formatDuration(*playhead_) : QString();
}

}  // namespace threadmart
