// The timeline as a widget: what is shown.
#include "ui/timeline/widget.h"

#include <algorithm>

#include <QPainter>

#include "ui/theme/accessible_role.h"
#include "ui/theme/tip.h"
#include "ui/timeline/emphasis.h"
#include "ui/timeline/sentences.h"

namespace threadmart {
namespace {

constexpr double kHighestRow = 60;  // few lanes use the room of a window
constexpr double kZoomStep = 0.8;
constexpr double kZoomMargin = 0.03;  // beside what is zoomed to
constexpr double kPageMargin = 0.1;   // how far from the edge a playhead is that has left the view
constexpr int kRestMs = 250;

}  // namespace

TimelineWidget::TimelineWidget(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  grabGesture(Qt::PinchGesture);
  setAccessibleRole(*this, QAccessible::Chart);
  setAccessibleName(tr("Timeline"));
  viewport_.time = whole();
  viewport_.highest_row = kHighestRow;
  describe_soon_.setSingleShot(true);
  describe_soon_.setInterval(kRestMs);
  connect(&describe_soon_, &QTimer::timeout, this, &TimelineWidget::describe);
  describe();
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
  density_.update(slices_, generation_);
  follow();
  changed();
  if (info_.finished) describe();
  emit dataChanged();
}

void TimelineWidget::readArrows(const Snapshot& snapshot) {
  const std::uint64_t before = arrows_.version();
  arrows_.update(snapshot);
  if (arrows_.version() != before) changed();
}

void TimelineWidget::clearData() {
  setData(nullptr, {}, {}, 0);
  arrows_ = ArrowBuilder();
  setSelected({});
  setHovered({});
  setRange(std::nullopt);
  setPlayhead(std::nullopt);
  fit();
}

void TimelineWidget::rebuild(LaneBy by, Words words) {
  model_ = TimelineModel(by, words);
  model_.update(slices_, info_, numbers_, generation_);
  changed();
  emit dataChanged();
}

void TimelineWidget::setLaneBy(LaneBy by) {
  if (by == model_.by()) return;
  viewport_.scroll = viewport_.row_height = 0;
  rebuild(by, model_.words());
}

void TimelineWidget::setWords(Words words) {
  if (words != model_.words()) rebuild(model_.by(), words);
}

void TimelineWidget::setTheme(const Theme& theme) {
  theme_ = theme;
  changed();
}

void TimelineWidget::setArrowsShown(bool shown) {
  if (shown == arrows_shown_) return;
  arrows_shown_ = shown;
  changed();
}

void TimelineWidget::setPlayhead(std::optional<Nanos> time) {
  if (time == playhead_) return;
  if (time && playhead_) keepInView(*playhead_, *time);
  playhead_ = time;
  describe_soon_.start();
  update();
  emit playheadShown();
}

void TimelineWidget::setSelected(const Thing& thing) {
  if (thing == selected_) return;
  selected_ = thing;
  changed();
}

void TimelineWidget::setHovered(const Thing& thing) {
  if (thing == hovered_) return;
  hovered_ = thing;
  update();
}

void TimelineWidget::setRange(const std::optional<TimeRange>& range) {
  if (range == range_) return;
  range_ = range;
  describe_soon_.start();
  update();
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

void TimelineWidget::zoomIn() {
  const TimeScale scale = layoutNow().scale;
  const bool seen = playhead_ && scale.range.contains(*playhead_);
  zoomBy(kZoomStep, seen ? scale.xOf(*playhead_) : scale.left + scale.width / 2);
}

void TimelineWidget::zoomOut() {
  const TimeScale scale = layoutNow().scale;
  const bool seen = playhead_ && scale.range.contains(*playhead_);
  zoomBy(1 / kZoomStep, seen ? scale.xOf(*playhead_) : scale.left + scale.width / 2);
}

std::optional<TimeRange> TimelineWidget::zoomTarget() const {
  return range_ ? range_ : lifeOf(model_, selected_);
}

void TimelineWidget::zoomToSelection() {
  const std::optional<TimeRange> target = zoomTarget();
  if (!target) return;
  const auto margin = static_cast<Nanos>(kZoomMargin * static_cast<double>(target->length()));
  setTimeRange({target->begin - margin, target->end + margin});
}

TimeRange TimelineWidget::whole() const {
  return wholeRange(model_, info_.finished);
}

TimelineLayout TimelineWidget::layoutNow() const {
  return layoutTimeline(model_, viewport_, size(), theme_);
}

void TimelineWidget::follow() {
  const TimeRange before = viewport_.time;
  if (follow_ == Follow::Whole) viewport_.time = whole();
  if (follow_ == Follow::End && viewport_.time.end < model_.end())
    viewport_.time = panned(viewport_.time, model_.end() - viewport_.time.end);
  if (viewport_.time != before) emit viewportChanged();
}

// A playhead that leaves the view takes it along, as one turns a page; one that was elsewhere does not.
void TimelineWidget::keepInView(Nanos before, Nanos now) {
  const TimeRange& time = viewport_.time;
  if (!time.contains(before) || time.contains(now)) return;
  const auto margin = static_cast<Nanos>(kPageMargin * static_cast<double>(time.length()));
  const Nanos begin = now > before ? now - margin : now + margin - time.length();
  viewport_.time = limitedTo({begin, begin + time.length()}, furthestTime(model_, info_.finished));
  changed();
  emit viewportChanged();
}

void TimelineWidget::changed() {
  stale_ = true;
  describe_soon_.start();
  update();
}

void TimelineWidget::renderCache() {
  const double ratio = devicePixelRatioF();
  const QSize pixels = (QSizeF(size()) * ratio).toSize();
  if (cache_.size() != pixels) cache_ = QPixmap(pixels);
  cache_.setDevicePixelRatio(ratio);
  cache_.fill(theme_.panel);
  QPainter painter(&cache_);
  const TimelineLayout layout = layoutNow();
  paintTimeline(painter, model_, layout, theme_, selected_);
  shapes_ = arrows_shown_ ? layoutArrows(arrows_, model_, layout, theme_) : std::vector<ArrowShape>();
  paintArrows(painter, shapes_, theme_, selected_);
  stale_ = false;
}

void TimelineWidget::paintEvent(QPaintEvent*) {
  if (stale_ || cache_.devicePixelRatio() != devicePixelRatioF()) renderCache();
  QPainter painter(this);
  painter.drawPixmap(0, 0, cache_);
  const TimelineLayout layout = layoutNow();
  paintHovered(painter, model_, layout, theme_, hovered_);
  if (range_) paintRange(painter, layout, theme_, *range_, playhead_);
  if (playhead_) paintPlayhead(painter, layout, theme_, *playhead_);
  paintPointed(painter);
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
  }
}

// What the pointer is over, explained.
void TimelineWidget::paintPointed(QPainter& painter) const {
  if (!hover_ || drag_ != Drag::None) return;
  if (const ArrowShape* shape = arrowAt(shapes_, *hover_, theme_)) {
    painter.setRenderHint(QPainter::Antialiasing);
    paintArrow(painter, *shape, theme_, true);
    paintTip(painter, *hover_, arrowLines(shape->arrow, info_, model_.by(), model_.words()), rect(), theme_);
    return;
  }
  std::size_t lane = 0;
  if (const Slice* slice = sliceUnder(*hover_, &lane))
    paintTip(painter, *hover_, tipLines(model_, lane, *slice), rect(), theme_);
}

void TimelineWidget::describe() {
  setAccessibleDescription(timelineInSentences(model_, info_, {viewport_.time, playhead_, selected_, range_}));
}

void TimelineWidget::resizeEvent(QResizeEvent*) {
  changed();
}

const Slice* TimelineWidget::sliceUnder(QPointF at, std::size_t* lane) const {
  const TimelineLayout layout = layoutNow();
  const std::optional<std::size_t> row = layout.rows.laneAt(at.y());
  if (!row || at.x() < layout.scale.left || at.x() > layout.scale.right()) return nullptr;
  *lane = *row;
  return model_.sliceAt(*row, layout.scale.timeAt(at.x()));
}

Thing TimelineWidget::thingAt(QPointF at) const {
  std::size_t lane = 0;
  if (const Slice* slice = sliceUnder(at, &lane))
    return slice->task != kNoTask ? customerThing(slice->task) : tillThing(slice->worker);
  const TimelineLayout layout = layoutNow();
  const std::optional<std::size_t> row = layout.rows.laneAt(at.y());
  if (row && at.x() < layout.scale.left) return laneThing(model_.by(), model_.lanes()[*row].id());
  return {};
}

}  // namespace threadmart
