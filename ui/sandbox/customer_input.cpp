// The keys and the dragging of the customer column.
#include <algorithm>

#include <QApplication>
#include <QDrag>
#include <QDropEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include "ui/sandbox/basket.h"
#include "ui/sandbox/customer_card.h"
#include "ui/sandbox/customer_column.h"
#include "ui/sandbox/model.h"
#include "ui/sandbox/portrait.h"
#include "ui/sandbox/step_chip.h"
#include "ui/sandbox/step_editor.h"

namespace threadmart {
namespace {

constexpr int kWalkKeys[] = {Qt::Key_Left, Qt::Key_Right,  Qt::Key_Up,    Qt::Key_Down, Qt::Key_Home,
                             Qt::Key_End,  Qt::Key_Return, Qt::Key_Enter, Qt::Key_F2,   Qt::Key_Space};

bool isWalk(const QKeyEvent& key) {
  const bool plain = !(key.modifiers() & ~Qt::KeypadModifier);
  return plain && std::find(std::begin(kWalkKeys), std::end(kWalkKeys), key.key()) != std::end(kWalkKeys);
}

// What is moved stays the same thing; with Ctrl, or from elsewhere, it is one more.
bool copies(const QDropEvent& event) {
  return event.proposedAction() == Qt::CopyAction;
}

}  // namespace

// What a chip or a portrait understands is not for the window's shortcuts.
bool CustomerColumn::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const auto place = focusedPlace();
    if (place && (isWalk(key) || deedOf(key, place->step >= 0))) event->accept();
  }
  return QWidget::event(event);
}

void CustomerColumn::keyPressEvent(QKeyEvent* event) {
  const auto place = focusedPlace();
  if (event->matches(QKeySequence::Undo)) return model_.undoStack().undo();
  if (event->matches(QKeySequence::Redo)) return model_.undoStack().redo();
  if (!place) {  // the + of a basket, or of the column: the clipboard's things belong there, too
    if (event->matches(QKeySequence::Paste)) return perform(Deed::Paste, {current_, -1, {}});
    if (!walkBack(event->key())) QWidget::keyPressEvent(event);
    return;
  }
  if (const auto deed = deedOf(*event, place->step >= 0)) return perform(*deed, *place);
  if (!isWalk(*event) || !walk(event->key(), *place)) QWidget::keyPressEvent(event);
}

// From thing to thing: portrait, the chips, the + behind them; up and down to the same place of another customer.
bool CustomerColumn::walk(int key, const DraftPlace& place) {
  const int steps = card(place.customer)->basket()->chips();
  switch (key) {
    case Qt::Key_Left:
      focusOn({place.customer, std::max(-1, place.step - 1), {}});
      return true;
    case Qt::Key_Right:
      focusOn({place.customer, place.step + 1, place.step + 1 < steps ? "" : "steps"});
      return true;
    case Qt::Key_Home:
      focusOn({place.customer, 0, {}});
      return true;
    case Qt::Key_End:
      focusOn({place.customer, steps - 1, {}});
      return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
      CustomerCard* next = card(place.customer + (key == Qt::Key_Up ? -1 : 1));
      if (next != nullptr)
        focusOn({indexOf(next), std::min(place.step, next->basket()->chips() - 1), {}});
      else if (key == Qt::Key_Down)
        focusOn({});
      return true;
    }
    default:
      if (place.step >= 0)
        card(place.customer)->basket()->edit(place.step);
      else
        focusOn({place.customer, -1, "name"});
      return true;
  }
}

// From the buttons behind the things back to the things.
bool CustomerColumn::walkBack(int key) {
  const QWidget* focus = QApplication::focusWidget();
  if (focus == add_ && key == Qt::Key_Up && !cards_.empty()) {
    focusOn({cards() - 1, -1, {}});
    return true;
  }
  for (int i = 0; i < cards(); ++i) {
    if (focus != card(i)->basket()->addButton() || key != Qt::Key_Left) continue;
    focusOn({i, card(i)->basket()->chips() - 1, {}});
    return true;
  }
  return false;
}

void CustomerColumn::startDrag(const DraftPlace& place) {
  CustomerCard* card = this->card(place.customer);
  if (card == nullptr) return;
  QWidget* seen = card->portrait();
  if (place.step >= 0) seen = card->basket()->chip(place.step);
  auto content = place.step < 0 ? mimeOf(std::vector{model_.customer(place.customer)})
                                : mimeOf(std::vector{model_.step(place.customer, place.step)});
  auto* drag = new QDrag(this);
  drag->setMimeData(mimeOfMove(place, std::move(content)).release());
  drag->setPixmap(seen->grab());
  drag->setHotSpot({drag->pixmap().width() / 4, drag->pixmap().height() / 2});
  drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
  clearMark();
}

CustomerColumn::DropPlace CustomerColumn::placeAt(const QPoint& at, const Carried& carried) const {
  for (int i = 0; i < cards(); ++i) {
    const QRect rect = card(i)->geometry();
    if (!carried.customers.empty()) {
      if (at.y() < rect.center().y()) return {i, -1};
    } else if (at.y() >= rect.top() && at.y() <= rect.bottom()) {
      const Basket* basket = card(i)->basket();
      return {i, basket->indexAt(basket->mapFrom(this, at))};
    }
  }
  return {carried.customers.empty() ? -1 : cards(), -1};
}

void CustomerColumn::showMark(const DropPlace& place, bool customers) {
  for (int i = 0; i < cards(); ++i) card(i)->basket()->showMark(!customers && i == place.customer ? place.step : -1);
  mark_ = customers ? place.customer : -1;
  setTone(add_, !customers && place.customer < 0 ? "good" : "");
  update();
}

void CustomerColumn::clearMark() {
  for (CustomerCard* card : cards_) card->basket()->showMark(-1);
  mark_ = -1;
  setTone(add_, "");
  update();
}

void CustomerColumn::dragEnterEvent(QDragEnterEvent* event) {
  if (!readMime(*event->mimeData()).empty()) event->acceptProposedAction();
}

void CustomerColumn::dragMoveEvent(QDragMoveEvent* event) {
  const Carried carried = readMime(*event->mimeData());
  const QPoint at = event->position().toPoint();
  showMark(placeAt(at, carried), !carried.customers.empty());
  for (QWidget* above = parentWidget(); above != nullptr; above = above->parentWidget())
    if (auto* area = qobject_cast<QScrollArea*>(above)) area->ensureVisible(at.x(), at.y(), 0, qRound(theme_.px(50)));
  event->acceptProposedAction();
}

void CustomerColumn::dragLeaveEvent(QDragLeaveEvent*) {
  clearMark();
}

void CustomerColumn::dropEvent(QDropEvent* event) {
  const Carried carried = readMime(*event->mimeData());
  const DropPlace place = placeAt(event->position().toPoint(), carried);
  clearMark();
  if (carried.empty()) return;
  event->acceptProposedAction();
  focusOn(carried.customers.empty() ? dropSteps(model_, carried, place.customer, place.step, copies(*event))
                                    : dropCustomers(model_, carried, place.customer, copies(*event)));
}

void CustomerColumn::paintEvent(QPaintEvent*) {
  if (mark_ < 0) return;
  const CustomerCard* behind = card(mark_);
  const CustomerCard* before = card(mark_ - 1);
  const double gap = theme_.px(8), height = theme_.px(3);
  const double middle = behind ? behind->y() - gap / 2 : before ? before->geometry().bottom() + 1 + gap / 2 : gap / 2;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.accent);
  painter.drawRoundedRect(QRectF(0, std::max(0.0, middle - height / 2), width() - gap, height), height / 2, height / 2);
}

}  // namespace threadmart
