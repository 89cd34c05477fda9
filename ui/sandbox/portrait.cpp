#include "ui/sandbox/portrait.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include "ui/shop/art.h"

namespace threadmart {
namespace {

constexpr double kHeight = 66;

}  // namespace

void paintPortrait(QPainter& painter, const QRectF& rect, const Likeness& who, const Theme& theme, ArtCabinet& art) {
  const double aspect = ArtCabinet::aspect(Art::CustomerWaiting);
  const int others = std::clamp(who.copies - 1, 0, 2);
  const double height =
      std::min(rect.height() - theme.px(4.0 * others), (rect.width() - theme.px(5.0 * others)) / aspect);
  const QSizeF size(height * aspect, height);
  const auto place = [&](int back) {
    return QRectF(QPointF(rect.left() + theme.px(5.0 * back), rect.bottom() - height - theme.px(4.0 * back)), size);
  };
  for (int back = others; back > 0; --back) {
    ArtColours colours = customerColours(who.task + static_cast<TaskId>(back), theme);
    colours.basket = who.basket;
    art.draw(painter, Art::CustomerWaiting, place(back), colours, 0.45);
  }
  ArtColours colours = customerColours(who.task, theme);
  colours.basket = who.basket;
  art.draw(painter, Art::CustomerWaiting, place(0), colours);
  const QRectF chest = numberPlace(Art::CustomerWaiting, place(0));
  const QString number = QString::number(who.task + 1);
  painter.setFont(theme.font(number.size() <= 2 ? 12 : 9, QFont::Bold));
  painter.setPen(theme.textOnTask(who.task));
  painter.drawText(chest.adjusted(-chest.width(), 0, chest.width(), 0), Qt::AlignCenter, number);
}

CustomerPortrait::CustomerPortrait(QWidget* parent) : QAbstractButton(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::OpenHandCursor);
  setToolTip("Drag to another place in the line; Ctrl+D for one more like this, Delete to send them away");
}

void CustomerPortrait::setLikeness(const Likeness& who) {
  if (std::exchange(who_, who) != who) update();
}

void CustomerPortrait::setLook(const Theme& theme, std::shared_ptr<ArtCabinet> art) {
  theme_ = theme;
  art_ = std::move(art);
  setFixedSize(sizeHint());
  update();
}

QSize CustomerPortrait::sizeHint() const {
  return {qRound(theme_.px(64)), qRound(theme_.px(kHeight + 12))};
}

void CustomerPortrait::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (hasFocus()) {
    painter.setPen(QPen(theme_.accent, theme_.px(2)));
    painter.setBrush(theme_.accent_soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme_.px(8), theme_.px(8));
  }
  const double edge = theme_.px(5);
  if (art_) paintPortrait(painter, QRectF(rect()).adjusted(edge, edge, -edge, -edge), who_, theme_, *art_);
}

void CustomerPortrait::mousePressEvent(QMouseEvent* event) {
  pressed_ = event->pos();
  event->accept();
}

void CustomerPortrait::mouseMoveEvent(QMouseEvent* event) {
  const bool far = (event->pos() - pressed_).manhattanLength() >= QApplication::startDragDistance();
  if ((event->buttons() & Qt::LeftButton) && far) emit dragged();
}

void CustomerPortrait::focusInEvent(QFocusEvent* event) {
  QAbstractButton::focusInEvent(event);
  emit focused();
}

}  // namespace threadmart
