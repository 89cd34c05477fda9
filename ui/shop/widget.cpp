#include "ui/shop/widget.h"

#include <algorithm>

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

#include "ui/shop/accessible.h"
#include "ui/theme/tip.h"

namespace threadmart {
namespace {

constexpr int kAnnounceEvery = 1000;  // milliseconds

}  // namespace

ShopWidget::ShopWidget(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), art_(std::make_unique<ArtCabinet>(theme)) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  QAccessible::installFactory(makeShopAccessible);
  setAccessibleName(tr("Shop"));
  setWhatsThis(
      tr("The shop at the time of the playhead. Point at somebody to read what they do, click to select. "
         "'.' and ',' go to the next and the previous, Enter selects, Escape selects nobody."));
  announce_.setSingleShot(true);
  announce_.setInterval(kAnnounceEvery);
  connect(&announce_, &QTimer::timeout, this, [this] {
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
  });
}

ShopWidget::~ShopWidget() = default;

void ShopWidget::setIndex(const ShopIndex* index, const QString& why) {
  const std::uint64_t version = index ? index->version() : 0;
  if (index == index_ && version == version_ && why == why_) return;
  index_ = index;
  version_ = version;
  why_ = why;
  const ShopNeeds needs = index ? shopNeeds(*index) : ShopNeeds{};
  if (needs != needs_) {
    needs_ = needs;
    relayout();
  }
  changed();
}

void ShopWidget::setTime(Nanos time, Nanos ease) {
  if (time == time_ && ease == motion_.ease) return;
  time_ = time;
  motion_.ease = ease;
  changed();
}

void ShopWidget::setReducedMotion(bool reduced) {
  motion_.fade = reduced;
  changed();
}

void ShopWidget::setWords(Words words) {
  look_.words = words;
  stale_ = true;
  changed();
}

void ShopWidget::setTheme(const Theme& theme) {
  theme_ = theme;
  art_ = std::make_unique<ArtCabinet>(theme);
  relayout();
}

void ShopWidget::setSelected(const Thing& thing) {
  look_.selected = thing;
  update();
}

void ShopWidget::setHovered(const Thing& thing) {
  if (thing == look_.hovered) return;  // our own, come back from the other views
  look_.hovered = thing;
  card_at_.reset();
  update();
}

const Scene& ShopWidget::sceneNow() const {
  static const Scene nobody;
  if (!index_) return nobody;
  if (!scene_) scene_ = &maker_.make(*index_, time_, floor_, motion_);
  return *scene_;
}

QString ShopWidget::sentences() const {
  return index_ ? shopInSentences(sceneNow().state, index_->info(), look_.words) : why_;
}

std::vector<Thing> ShopWidget::things() const {
  std::vector<Thing> all;
  const Scene& scene = sceneNow();
  const auto add = [&](const Thing& thing) {
    if (!outlineOf(thing, scene, floor_).isEmpty()) all.push_back(thing);
  };
  for (const ShopCustomer& customer : scene.state.customers) add(customerThing(customer.task));
  for (const ShopTill& till : scene.state.tills) add(tillThing(till.worker));
  for (const ShopAssistant& assistant : scene.state.assistants) add(assistantThing(assistant.core));
  for (const ShopTicket& ticket : scene.state.tickets) add(ticketThing(ticket.task));
  return all;
}

QStringList ShopWidget::cardOf(const Thing& thing) const {
  return index_ && thing ? cardLines(thing, sceneNow().state, index_->info()) : QStringList();
}

QRectF ShopWidget::outlineNow(const Thing& thing) const {
  return outlineOf(thing, sceneNow(), floor_);
}

void ShopWidget::relayout() {
  floor_ = layoutFloor(needs_, QSizeF(size()), theme_);
  stale_ = true;
  changed();
}

void ShopWidget::changed() {
  scene_ = nullptr;
  update();
  if (QAccessible::isActive() && !announce_.isActive()) announce_.start();
}

void ShopWidget::renderGround() {
  const double ratio = devicePixelRatioF();
  const QSize pixels = (QSizeF(size()) * ratio).toSize();
  if (ground_.size() != pixels) ground_ = QPixmap(pixels);
  ground_.setDevicePixelRatio(ratio);
  ground_.fill(theme_.panel);
  QPainter painter(&ground_);
  paintFloor(painter, floor_, index_->info(), theme_, *art_, look_);
  stale_ = false;
}

void ShopWidget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (index_) {
    if (stale_ || ground_.devicePixelRatio() != devicePixelRatioF()) renderGround();
    painter.drawPixmap(0, 0, ground_);
    paintScene(painter, sceneNow(), floor_, index_->info(), theme_, *art_, look_);
    paintCard(painter);
  } else {
    sayWhy(painter);
  }
  if (!hasFocus() || !by_keyboard_) return;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme_.accent, 2));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

void ShopWidget::paintCard(QPainter& painter) const {
  if (card_at_) paintTip(painter, *card_at_, cardOf(look_.hovered), rect(), theme_);
}

void ShopWidget::sayWhy(QPainter& painter) const {
  painter.fillRect(rect(), theme_.shop_wall);
  painter.setFont(theme_.font(13));
  painter.setPen(theme_.text_muted);
  const int margin = qRound(theme_.px(24));
  painter.drawText(rect().adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap, why_);
}

// Who came by mouse knows where they are.
void ShopWidget::focusInEvent(QFocusEvent* event) {
  const Qt::FocusReason reason = event->reason();
  const bool came_back = reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason;
  if (!came_back)
    by_keyboard_ =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
  QWidget::focusInEvent(event);
}

void ShopWidget::resizeEvent(QResizeEvent*) {
  relayout();
}

void ShopWidget::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !index_) return QWidget::mousePressEvent(event);
  selectByPerson(thingAt(sceneNow(), floor_, event->position()));
}

void ShopWidget::mouseMoveEvent(QMouseEvent* event) {
  if (index_) hover(thingAt(sceneNow(), floor_, event->position()), event->position());
}

void ShopWidget::leaveEvent(QEvent*) {
  hover({}, std::nullopt);
}

void ShopWidget::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Period:
      return walk(1);
    case Qt::Key_Comma:
      return walk(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (!look_.hovered) break;
      return selectByPerson(look_.hovered);
    case Qt::Key_Escape:
      if (!look_.hovered && !look_.selected) break;
      hover({}, std::nullopt);
      return selectByPerson({});
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

void ShopWidget::hover(const Thing& thing, std::optional<QPointF> card_at) {
  card_at_ = thing ? card_at : std::nullopt;
  update();
  if (thing == look_.hovered) return;
  look_.hovered = thing;
  emit thingHovered(thing);
}

// From the thing that was reached last, or from the one that is selected.
void ShopWidget::walk(int by) {
  const std::vector<Thing> all = things();
  if (all.empty()) return;
  const Thing& here = look_.hovered ? look_.hovered : look_.selected;
  const auto found = std::find(all.begin(), all.end(), here);
  const auto count = static_cast<std::ptrdiff_t>(all.size());
  std::ptrdiff_t next = by > 0 ? 0 : count - 1;
  if (found != all.end()) next = (found - all.begin() + by + count) % count;
  const Thing& thing = all[static_cast<std::size_t>(next)];
  hover(thing, outlineNow(thing).center());
}

void ShopWidget::selectByPerson(const Thing& thing) {
  if (thing == look_.selected) return;
  setSelected(thing);
  emit thingSelected(thing);
}

}  // namespace threadmart
