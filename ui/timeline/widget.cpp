#include "ui/timeline/widget.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

namespace threadmart {
namespace {

constexpr double kZoomStep = 0.8;
constexpr double kPanStep = 0.1;    // of what is visible
constexpr double kHighestRow = 60;  // few lanes use the room of a window
constexpr double kClickSlack = 4;   // pixels the pointer may move in a click

}  // namespace

TimelineWidget::TimelineWidget(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAccessibleName(tr("Timeline"));
  viewport_.time = wholeRange(model_, false);
  viewport_.highest_row = kHighestRow;
}

void TimelineWidget::setData(SharedSlices slices, const RunInfo& info, const Numbers& numbers, std::uint64_t version,
                             std::uint64_t generation) {
  if (slices == slices_ && version == version_ && generation == generation_ && info.finished == info_.finished) return;
  slices_ = std::move(slices);
  info_ = info;
  numbers_ = numbers;
  version_ = version;
  generation_ = generation;
  model_.update(slices_, info_, numbers_, generation_);
  setAccessibleDescription(tr("%1 lanes, %2").arg(model_.lanes().size()).arg(formatDuration(model_.end())));
  follow();
  changed();
}

void TimelineWidget::clearData() {
  setData(nullptr, {}, {}, 0);
  setSelectedTask(std::nullopt);
  playhead_.reset();
  fit();
}

void TimelineWidget::setLaneBy(LaneBy by) {
  if (by == model_.by()) return;
  model_ = TimelineModel(by, model_.words());
  model_.update(slices_, info_, numbers_, generation_);
  viewport_.scroll = viewport_.row_height = 0;
  changed();
}

void TimelineWidget::setWords(Words words) {
  if (words == model_.words()) return;
  model_ = TimelineModel(model_.by(), words);
  model_.update(slices_, info_, numbers_, generation_);
  changed();
}

void TimelineWidget::setTheme(const Theme& theme) {
  theme_ = theme;
  changed();
}

void TimelineWidget::setPlayhead(std::optional<Nanos> time) {
  if (time == playhead_) return;
  playhead_ = time;
  update();
}

void TimelineWidget::setSelectedTask(std::optional<TaskId> task) {
  if (task == selected_) return;
  selected_ = task;
  changed();
}

void TimelineWidget::setTimeRange(const TimeRange& range) {
  viewport_.time = limitedTo(range, furthestTime(model_, info_.finished));
  follow_ = viewport_.time.end >= model_.end() ? Follow::End : Follow::No;
  changed();
  emit viewportChanged();
}

void TimelineWidget::fit() {
  follow_ = Follow::Whole;
  viewport_.scroll = viewport_.row_height = 0;
  follow();
  changed();
  emit viewportChanged();
}

void TimelineWidget::zoomBy(double factor, double x) {
  const TimeScale scale = layoutNow().scale;
  setTimeRange(zoomed(viewport_.time, factor, scale.timeAt(std::clamp(x, scale.left, scale.right()))));
}

TimelineLayout TimelineWidget::layoutNow() const {
  return layoutTimeline(model_, viewport_, size(), theme_);
}

void TimelineWidget::follow() {
  const TimeRange whole = wholeRange(model_, info_.finished);
  if (follow_ == Follow::Whole) viewport_.time = whole;
  if (follow_ == Follow::End && viewport_.time.end < model_.end())
    viewport_.time = panned(viewport_.time, model_.end() - viewport_.time.end);
}

void TimelineWidget::changed() {
  stale_ = true;
  update();
}

void TimelineWidget::renderCache() {
  const double ratio = devicePixelRatioF();
  const QSize pixels = (QSizeF(size()) * ratio).toSize();
  if (cache_.size() != pixels) cache_ = QPixmap(pixels);
  cache_.setDevicePixelRatio(ratio);
  cache_.fill(theme_.panel);
  QPainter painter(&cache_);
  paintTimeline(painter, model_, layoutNow(), theme_, selected_);
  stale_ = false;
}

void TimelineWidget::paintEvent(QPaintEvent*) {
  if (stale_ || cache_.devicePixelRatio() != devicePixelRatioF()) renderCache();
  QPainter painter(this);
  painter.drawPixmap(0, 0, cache_);
  const TimelineLayout layout = layoutNow();
  if (playhead_) paintPlayhead(painter, layout, theme_, *playhead_);
  std::size_t lane = 0;
  if (hover_ && drag_ == Drag::None)
    if (const Slice* slice = sliceUnder(*hover_, &lane))
      paintTip(painter, *hover_, tipLines(model_, lane, *slice), rect(), theme_);
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_.accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
  }
}

void TimelineWidget::resizeEvent(QResizeEvent*) {
  changed();
}

void TimelineWidget::wheelEvent(QWheelEvent* event) {
  const QPoint delta = event->angleDelta();
  const double steps = (delta.y() != 0 ? delta.y() : delta.x()) / 120.0;
  if (event->modifiers() & Qt::ShiftModifier) {
    scrollBy(-steps * 48);
  } else if (event->modifiers() & Qt::AltModifier) {
    scaleRows(std::pow(kZoomStep, -steps), event->position().y());
  } else if (delta.y() == 0) {  // a wheel that tilts
    setTimeRange(
        panned(viewport_.time, static_cast<Nanos>(-steps * kPanStep * static_cast<double>(viewport_.time.length()))));
  } else {
    zoomBy(std::pow(kZoomStep, steps), event->position().x());
  }
  event->accept();
}

void TimelineWidget::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  const TimelineLayout layout = layoutNow();
  pressed_at_ = last_at_ = event->position();
  moved_ = false;
  const double y = event->position().y();
  drag_ = y >= layout.axis.top() || y < layout.handle.bottom() ? Drag::Playhead : Drag::Pan;
  if (drag_ == Drag::Playhead) movePlayhead(event->position().x());
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event) {
  hover_ = event->position();
  if (drag_ == Drag::Playhead) movePlayhead(event->position().x());
  if (drag_ == Drag::Pan) {
    moved_ = moved_ || (event->position() - pressed_at_).manhattanLength() > kClickSlack;
    const QPointF by = event->position() - last_at_;
    if (moved_) {
      setCursor(Qt::ClosedHandCursor);
      const double nanos = by.x() * layoutNow().scale.nanosPerPixel();
      setTimeRange(panned(viewport_.time, -static_cast<Nanos>(std::llround(nanos))));
      scrollBy(-by.y());
      last_at_ = event->position();
    }
  }
  update();
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent* event) {
  if (drag_ == Drag::Pan && !moved_) select(taskAt(event->position()));
  drag_ = Drag::None;
  unsetCursor();
  update();
}

void TimelineWidget::leaveEvent(QEvent*) {
  hover_.reset();
  update();
}

void TimelineWidget::keyPressEvent(QKeyEvent* event) {
  if (!handleKey(event->key())) QWidget::keyPressEvent(event);
}

bool TimelineWidget::handleKey(int key) {
  const TimelineLayout layout = layoutNow();
  const TimeRange& time = viewport_.time;
  const auto step = static_cast<Nanos>(kPanStep * static_cast<double>(time.length()));
  const bool pointed = hover_ && layout.plot.contains(*hover_);
  const double x = pointed ? hover_->x() : layout.plot.center().x();
  switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoomBy(kZoomStep, x), true;
    case Qt::Key_Minus:
      return zoomBy(1 / kZoomStep, x), true;
    case Qt::Key_F:
    case Qt::Key_0:
      return fit(), true;
    case Qt::Key_Left:
      return setTimeRange(panned(time, -step)), true;
    case Qt::Key_Right:
      return setTimeRange(panned(time, step)), true;
    case Qt::Key_Home:
      return setTimeRange({0, time.length()}), true;
    case Qt::Key_End:
      return setTimeRange({model_.end() - time.length(), model_.end()}), true;
    case Qt::Key_Up:
      return scrollBy(-24), true;
    case Qt::Key_Down:
      return scrollBy(24), true;
    case Qt::Key_PageUp:
      return scrollBy(-layout.labels.height()), true;
    case Qt::Key_PageDown:
      return scrollBy(layout.labels.height()), true;
    case Qt::Key_Escape:
      return select(std::nullopt), true;
    default:
      return false;
  }
}

void TimelineWidget::movePlayhead(double x) {
  const TimeScale scale = layoutNow().scale;
  const Nanos time = std::clamp<Nanos>(scale.timeAt(std::clamp(x, scale.left, scale.right())), 0, model_.end());
  setPlayhead(time);
  emit playheadMoved(time);
}

void TimelineWidget::scrollBy(double pixels) {
  const double before = viewport_.scroll;
  viewport_.scroll = std::clamp(before + pixels, 0.0, layoutNow().scroll_limit);
  if (viewport_.scroll == before) return;
  changed();
  emit viewportChanged();
}

// The lane under the pointer stays there.
void TimelineWidget::scaleRows(double factor, double y) {
  const Rows before = layoutNow().rows;
  const double lane = (y - before.top) / before.pitch;
  viewport_.row_height = std::min(before.pitch * factor, theme_.px(64));
  const TimelineLayout layout = layoutNow();
  viewport_.scroll = std::clamp(lane * layout.rows.pitch - (y - layout.rows.clip_top), 0.0, layout.scroll_limit);
  changed();
  emit viewportChanged();
}

void TimelineWidget::select(std::optional<TaskId> task) {
  if (task == selected_) return;
  setSelectedTask(task);
  emit taskSelected(task.value_or(kNoTask));
}

const Slice* TimelineWidget::sliceUnder(QPointF at, std::size_t* lane) const {
  const TimelineLayout layout = layoutNow();
  const std::optional<std::size_t> row = layout.rows.laneAt(at.y());
  if (!row || at.x() < layout.scale.left || at.x() > layout.scale.right()) return nullptr;
  *lane = *row;
  return model_.sliceAt(*row, layout.scale.timeAt(at.x()));
}

std::optional<TaskId> TimelineWidget::taskAt(QPointF at) const {
  std::size_t lane = 0;
  if (const Slice* slice = sliceUnder(at, &lane); slice && slice->task != kNoTask) return slice->task;
  const TimelineLayout layout = layoutNow();
  const std::optional<std::size_t> row = layout.rows.laneAt(at.y());
  if (row && at.x() < layout.scale.left && model_.by() == LaneBy::Task) return model_.lanes()[*row].id();
  return std::nullopt;
}

}  // namespace threadmart
