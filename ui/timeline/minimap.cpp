#include "ui/timeline/minimap.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QPainter>

#include "ui/timeline/widget.h"

namespace threadmart {
namespace {

constexpr double kHeight = 22;
constexpr double kGrip = 6;  // pixels beside an edge that still grasp it

}  // namespace

Minimap::Minimap(TimelineWidget& timeline, const Theme& theme, QWidget* parent)
    : QWidget(parent), timeline_(timeline), theme_(theme) {
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("The whole run"));
  setAccessibleDescription(tr("Which part of the run the timeline shows; the timeline's keys move it"));
  connect(&timeline_, &TimelineWidget::dataChanged, this, &Minimap::changed);
  connect(&timeline_, &TimelineWidget::viewportChanged, this, qOverload<>(&Minimap::update));
  connect(&timeline_, &TimelineWidget::playheadShown, this, qOverload<>(&Minimap::update));
}

void Minimap::setTheme(const Theme& theme) {
  theme_ = theme;
  updateGeometry();
  changed();
}

QSize Minimap::sizeHint() const {
  return {200, qRound(theme_.px(kHeight))};
}

MinimapLayout Minimap::layoutNow() const {
  const TimeScale lanes = timeline_.layoutNow().scale;
  const double left = std::min(lanes.left, width() / 2.0);
  return layoutMinimap(timeline_.whole(), left, std::min(lanes.width, width() - left), height(), theme_);
}

bool Minimap::passive() const {
  return layoutNow().showsAll(timeline_.viewport().time);
}

void Minimap::changed() {
  stale_ = true;
  update();
}

void Minimap::resizeEvent(QResizeEvent*) {
  changed();
}

void Minimap::renderCache() {
  const double ratio = devicePixelRatioF();
  const QSize pixels = (QSizeF(size()) * ratio).toSize();
  if (cache_.size() != pixels) cache_ = QPixmap(pixels);
  cache_.setDevicePixelRatio(ratio);
  cache_.fill(theme_.panel);
  QPainter painter(&cache_);
  const MinimapLayout layout = layoutNow();
  const auto columns = static_cast<std::size_t>(std::ceil(layout.scale.width));
  paintMinimap(painter, layout, timeline_.density().bins(columns, layout.scale.range.end), theme_);
  stale_ = false;
}

void Minimap::paintEvent(QPaintEvent*) {
  if (stale_ || cache_.devicePixelRatio() != devicePixelRatioF()) renderCache();
  QPainter painter(this);
  painter.drawPixmap(0, 0, cache_);
  paintMinimapWindow(painter, layoutNow(), timeline_.viewport().time, timeline_.playhead(), theme_);
}

Minimap::Drag Minimap::partAt(double x) const {
  const MinimapLayout layout = layoutNow();
  if (layout.showsAll(timeline_.viewport().time)) return Drag::None;
  const QRectF window = layout.window(timeline_.viewport().time);
  const double grip = std::min(theme_.px(kGrip), window.width() / 3);
  if (x >= window.left() + grip && x <= window.right() - grip) return Drag::Window;
  if (std::abs(x - window.left()) <= theme_.px(kGrip)) return Drag::Begin;
  if (std::abs(x - window.right()) <= theme_.px(kGrip)) return Drag::End;
  return Drag::Window;  // beside it: it comes here
}

void Minimap::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  const MinimapLayout layout = layoutNow();
  const TimeRange visible = timeline_.viewport().time;
  const double x = event->position().x();
  drag_ = partAt(x);
  const bool beside = !layout.window(visible).contains(QPointF(x, layout.strip.center().y()));
  grasped_ = beside ? visible.length() / 2 : layout.scale.timeAt(x) - visible.begin;
  if (beside) dragTo(x);
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
  const double x = event->position().x();
  if (drag_ != Drag::None) return dragTo(x);
  const Drag part = partAt(x);
  setCursor(part == Drag::None ? Qt::ArrowCursor : part == Drag::Window ? Qt::PointingHandCursor : Qt::SizeHorCursor);
}

void Minimap::mouseReleaseEvent(QMouseEvent*) {
  drag_ = Drag::None;
}

void Minimap::mouseDoubleClickEvent(QMouseEvent*) {
  timeline_.fit();
}

void Minimap::dragTo(double x) {
  const TimeScale scale = layoutNow().scale;
  const Nanos time = scale.timeAt(std::clamp(x, scale.left, scale.right()));
  TimeRange visible = timeline_.viewport().time;
  if (drag_ == Drag::Window) visible = panned(visible, time - grasped_ - visible.begin);
  if (drag_ == Drag::Begin) visible.begin = std::min(time, visible.end - kShortestRange);
  if (drag_ == Drag::End) visible.end = std::max(time, visible.begin + kShortestRange);
  if (drag_ != Drag::None) timeline_.setTimeRange(visible);
}

}  // namespace threadmart
