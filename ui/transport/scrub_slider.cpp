#include "ui/transport/scrub_slider.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/transport/scrub_accessible.h"
#include "ui/transport/transport_text.h"

namespace threadmart {
namespace {

constexpr Nanos kSteps = 100, kPages = 10;  // so many to get through the run
constexpr double kVisible = 0.25;           // of a pixel

}  // namespace

ScrubSlider::ScrubSlider(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  QAccessible::installFactory(makeScrubAccessible);  // Qt keeps it once
  setAccessibleName(QStringLiteral("Position in the run"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ScrubSlider::show(Nanos position, Nanos end, const std::optional<TimeRange>& loop) {
  look_.position = position;
  look_.end = end;
  look_.loop = loop;
  if (!looksTheSame(painted_)) update();
}

bool ScrubSlider::looksTheSame(const ScrubLook& other) const {
  const auto x = [this](const ScrubLook& look) { return scrubScale(size(), look.end, theme_).xOf(look.position); };
  const bool other_loop = look_.loop != other.loop || (look_.loop && look_.end != other.end);
  return !other_loop && (look_.end > 0) == (other.end > 0) && std::abs(x(look_) - x(other)) < kVisible;
}

void ScrubSlider::setTheme(const Theme& theme) {
  theme_ = theme;
  updateGeometry();
  update();
}

QSize ScrubSlider::sizeHint() const {
  return {qRound(theme_.px(240)), qRound(theme_.px(28))};
}

QSize ScrubSlider::minimumSizeHint() const {
  return {qRound(theme_.px(48)), qRound(theme_.px(28))};
}

Nanos ScrubSlider::step() const {
  return std::max<Nanos>(1, look_.end / kSteps);
}

Nanos ScrubSlider::timeAt(double x) const {
  return std::clamp<Nanos>(scrubScale(size(), look_.end, theme_).timeAt(x), 0, look_.end);
}

bool ScrubSlider::event(QEvent* event) {
  // With the focus the arrows are the slider's, whatever they are elsewhere in the window.
  if (event->type() == QEvent::ShortcutOverride) {
    switch (static_cast<QKeyEvent*>(event)->key()) {
      case Qt::Key_Left:
      case Qt::Key_Right:
      case Qt::Key_Up:
      case Qt::Key_Down:
      case Qt::Key_PageUp:
      case Qt::Key_PageDown:
      case Qt::Key_Home:
      case Qt::Key_End:
        event->accept();
        return true;
      default:
        break;
    }
  }
  if (event->type() == QEvent::ToolTip && look_.end > 0) {
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), spokenTime(timeAt(help->pos().x()), look_.end), this);
    return true;
  }
  if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) update();
  return QWidget::event(event);
}

void ScrubSlider::paintEvent(QPaintEvent*) {
  look_.focus = hasFocus();
  look_.hover = underMouse();
  look_.usable = isEnabled();
  painted_ = look_;
  QPainter painter(this);
  paintScrub(painter, size(), look_, theme_);
}

void ScrubSlider::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && look_.end > 0) emit sought(timeAt(event->position().x()));
}

void ScrubSlider::mouseMoveEvent(QMouseEvent* event) {
  if ((event->buttons() & Qt::LeftButton) && look_.end > 0) emit sought(timeAt(event->position().x()));
}

void ScrubSlider::keyPressEvent(QKeyEvent* event) {
  if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier) || !handleKey(event->key()))
    QWidget::keyPressEvent(event);
}

bool ScrubSlider::handleKey(int key) {
  const auto moveBy = [this](Nanos by) { emit sought(std::clamp<Nanos>(look_.position + by, 0, look_.end)); };
  const Nanos page = std::max(step(), look_.end / kPages);
  switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Down:
      moveBy(-step());
      return true;
    case Qt::Key_Right:
    case Qt::Key_Up:
      moveBy(step());
      return true;
    case Qt::Key_PageDown:
      moveBy(-page);
      return true;
    case Qt::Key_PageUp:
      moveBy(page);
      return true;
    case Qt::Key_Home:
      emit toBegin();
      return true;
    case Qt::Key_End:
      emit toEnd();
      return true;
    default:
      return false;
  }
}

}  // namespace threadmart
