// The timeline as a widget: mouse, wheel and pinches.
#include <algorithm>
#include <cmath>
#include <utility>

#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QToolTip>
#include <QWheelEvent>

#include "ui/timeline/widget.h"

namespace threadmart {
namespace {

constexpr double kWheelStep = 0.8;
constexpr double kPanStep = 0.1;   // of what is visible
constexpr double kClickSlack = 4;  // pixels the pointer may move in a click
constexpr double kGrip = 5;        // pixels beside an edge of the range that still grasp it

}  // namespace

bool TimelineWidget::event(QEvent* event) {
  switch (event->type()) {
    case QEvent::NativeGesture:
      return pinched(static_cast<QNativeGestureEvent*>(event)) || QWidget::event(event);
    case QEvent::Gesture:
      if (QGesture* pinch = static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture))
        return pinched(static_cast<QPinchGesture*>(pinch));
      break;
    case QEvent::ShortcutOverride:  // Escape means something else in the window: here it is first for what is selected
      if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && (range_ || selected_)) {
        event->accept();
        return true;
      }
      break;
    case QEvent::ToolTip:
      if (const auto* help = static_cast<QHelpEvent*>(event); showHint(help->pos(), help->globalPos())) return true;
      break;
    default:
      break;
  }
  return QWidget::event(event);
}

// Of touchpads: how much larger since the last one.
bool TimelineWidget::pinched(QNativeGestureEvent* event) {
  if (event->gestureType() != Qt::ZoomNativeGesture) return false;
  zoomBy(1 / std::clamp(1 + event->value(), 0.2, 5.0), event->position().x());
  event->accept();
  return true;
}

// Of touch screens.
bool TimelineWidget::pinched(QPinchGesture* pinch) {
  if (pinch->changeFlags() & QPinchGesture::ScaleFactorChanged)
    zoomBy(1 / std::clamp(pinch->scaleFactor(), 0.2, 5.0), mapFromGlobal(pinch->centerPoint()).x());
  return true;
}

bool TimelineWidget::showHint(const QPoint& at, const QPoint& global) {
  const TimelineLayout layout = layoutNow();
  if (at.x() < layout.scale.left || model_.lanes().empty()) return false;
  if (at.y() >= layout.axis.top()) {
    QToolTip::showText(global, tr("Drag to select a range, click to move the playhead"), this);
  } else if (at.y() < layout.handle.bottom()) {
    QToolTip::showText(global, tr("Drag to move the playhead"), this);
  } else {
    return false;
  }
  return true;
}

void TimelineWidget::wheelEvent(QWheelEvent* event) {
  const QPoint delta = event->angleDelta();
  const double steps = (delta.y() != 0 ? delta.y() : delta.x()) / 120.0;
  if (event->modifiers() & Qt::ShiftModifier) {
    scrollBy(-steps * 48);
  } else if (event->modifiers() & Qt::AltModifier) {
    scaleRows(std::pow(kWheelStep, -steps), event->position().y());
  } else if (delta.y() == 0) {  // a wheel that tilts
    setTimeRange(
        panned(viewport_.time, static_cast<Nanos>(-steps * kPanStep * static_cast<double>(viewport_.time.length()))));
  } else {
    zoomBy(std::pow(kWheelStep, steps), event->position().x());
  }
  event->accept();
}

void TimelineWidget::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  const TimelineLayout layout = layoutNow();
  const QPointF at = event->position();
  pressed_at_ = last_at_ = at;
  moved_ = false;
  on_axis_ = at.y() >= layout.axis.top();
  if (on_axis_ || (event->modifiers() & Qt::ShiftModifier)) {
    drag_ = Drag::Range;
    beginRange(at.x());
  } else if (at.y() < layout.handle.bottom()) {
    drag_ = Drag::Playhead;
    movePlayhead(at.x());
  } else {
    drag_ = Drag::Pan;
  }
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event) {
  hover_ = event->position();
  moved_ = moved_ || (*hover_ - pressed_at_).manhattanLength() > kClickSlack;
  switch (drag_) {
    case Drag::None:
      hover(thingAt(*hover_));
      updateCursor(*hover_);
      break;
    case Drag::Playhead:
      movePlayhead(hover_->x());
      break;
    case Drag::Range:
      if (moved_) dragRange(hover_->x());
      break;
    case Drag::Pan:
      if (moved_) pan(*hover_);
      break;
  }
  update();
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent* event) {
  const Drag drag = std::exchange(drag_, Drag::None);
  if (drag == Drag::Range && moved_) {
    emit rangeSelected(range_);
  } else if (drag == Drag::Range && on_axis_) {
    movePlayhead(event->position().x());
  } else if ((drag == Drag::Pan || drag == Drag::Range) && !moved_) {
    select(thingAt(event->position()));
  }
  updateCursor(event->position());
  update();
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent* event) {
  const TimelineLayout layout = layoutNow();
  const bool in_range =
      range_ && layout.plot.contains(event->position()) && range_->contains(layout.scale.timeAt(event->position().x()));
  if (in_range) return zoomToSelection();
  mousePressEvent(event);
}

void TimelineWidget::leaveEvent(QEvent*) {
  hover_.reset();
  hover({});
  update();
}

void TimelineWidget::updateCursor(QPointF at) {
  const TimelineLayout layout = layoutNow();
  if (at.x() < layout.scale.left || model_.lanes().empty()) return unsetCursor();
  if (at.y() >= layout.axis.top()) return setCursor(Qt::IBeamCursor);
  if (at.y() < layout.handle.bottom()) return setCursor(Qt::SizeHorCursor);
  unsetCursor();
}

// From here, or, near an edge of the range that is there, from its other edge.
void TimelineWidget::beginRange(double x) {
  const TimeScale scale = layoutNow().scale;
  range_anchor_ = std::clamp<Nanos>(scale.timeAt(std::clamp(x, scale.left, scale.right())), 0, model_.end());
  if (!range_) return;
  if (std::abs(scale.xOf(range_->begin) - x) <= theme_.px(kGrip)) {
    range_anchor_ = range_->end;
  } else if (std::abs(scale.xOf(range_->end) - x) <= theme_.px(kGrip)) {
    range_anchor_ = range_->begin;
  }
}

void TimelineWidget::dragRange(double x) {
  const TimeScale scale = layoutNow().scale;
  const Nanos time = std::clamp<Nanos>(scale.timeAt(std::clamp(x, scale.left, scale.right())), 0, model_.end());
  if (time == range_anchor_) return setRange(std::nullopt);
  setRange(TimeRange{std::min(time, range_anchor_), std::max(time, range_anchor_)});
}

void TimelineWidget::pan(QPointF to) {
  setCursor(Qt::ClosedHandCursor);
  const QPointF by = to - last_at_;
  const double nanos = by.x() * layoutNow().scale.nanosPerPixel();
  setTimeRange(panned(viewport_.time, -static_cast<Nanos>(std::llround(nanos))));
  scrollBy(-by.y());
  last_at_ = to;
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

void TimelineWidget::select(const Thing& thing) {
  if (thing == selected_) return;
  setSelected(thing);
  emit thingSelected(thing);
}

void TimelineWidget::hover(const Thing& thing) {
  if (thing == hovered_) return;
  setHovered(thing);
  emit thingHovered(thing);
}

}  // namespace threadmart
