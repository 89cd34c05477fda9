#include "ui/sandbox/palette.h"

#include <algorithm>

#include <QApplication>
#include <QDrag>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/catalogue/flow_layout.h"
#include "ui/sandbox/mime.h"
#include "ui/sandbox/step_chip.h"

namespace threadmart {

PaletteEntry::PaletteEntry(const PaletteItem& item, QWidget* parent) : QAbstractButton(parent), item_(item) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::OpenHandCursor);
  setAccessibleName(item.name + ", " + computingWords(item.step));
  setAccessibleDescription("Enter puts it into the basket of the current customer");
  setToolTip(item.name + " · " + computingWords(item.step) +
             "\nDrag it into a basket; Enter puts it into the current one");
}

void PaletteEntry::setLook(const Theme& theme, bool small) {
  theme_ = theme;
  small_ = small;
  updateGeometry();
  update();
}

QSize PaletteEntry::sizeHint() const {
  if (!small_) return {qRound(theme_.px(190)), qRound(theme_.px(42))};
  const int name = QFontMetrics(theme_.font(13, QFont::DemiBold)).horizontalAdvance(item_.name);
  return {name + qRound(theme_.px(50)), qRound(theme_.px(34))};
}

void PaletteEntry::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double width = hasFocus() ? theme_.px(2) : 1;
  painter.setPen(QPen(hasFocus() ? theme_.accent : underMouse() ? theme_.ready_edge : theme_.panel_edge, width));
  painter.setBrush(hasFocus() || underMouse() ? theme_.accent_soft : theme_.panel);
  const QRectF frame = QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
  painter.drawRoundedRect(frame, theme_.px(8), theme_.px(8));
  const double pad = theme_.px(8);
  paintStepLabel(painter, item_.step, item_.pieces, item_.name, small_ ? QString() : computingWords(item_.step),
                 QRectF(rect()).adjusted(pad, theme_.px(3), -pad, -theme_.px(3)), theme_);
}

void PaletteEntry::mousePressEvent(QMouseEvent* event) {
  pressed_ = event->pos();
  event->accept();
}

void PaletteEntry::mouseMoveEvent(QMouseEvent* event) {
  const bool far = (event->pos() - pressed_).manhattanLength() >= QApplication::startDragDistance();
  if (!(event->buttons() & Qt::LeftButton) || !far) return;
  auto* drag = new QDrag(this);
  drag->setMimeData(mimeOf(std::vector{item_.step}).release());
  drag->setPixmap(grab());
  drag->setHotSpot(pressed_);
  drag->exec(Qt::CopyAction);
}

void PaletteEntry::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit picked();
}

void PaletteEntry::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
  if (enter && !(event->modifiers() & ~Qt::KeypadModifier))
    emit picked();
  else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Left)
    emit left(-1);
  else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Right)
    emit left(+1);
  else
    event->ignore();
}

SandboxPalette::SandboxPalette(QWidget* parent)
    : QFrame(parent),
      title_(new QLabel("INTO THE BASKET", this)),
      hint_(new QLabel(this)),
      scroll_(new QScrollArea(this)),
      room_(new QWidget) {
  setProperty("role", "panel");
  setAccessibleName("What can be put into a basket");
  title_->setProperty("role", "section");
  hint_->setProperty("role", "muted");
  hint_->setText("Drag it over, or press Enter.");
  hint_->setWordWrap(true);
  flow_ = new FlowLayout(room_);
  flow_->setContentsMargins(0, 0, 0, 0);
  for (const PaletteItem& item : paletteItems()) {
    auto* entry = new PaletteEntry(item, room_);
    entries_.push_back(entry);
    flow_->addWidget(entry);
    connect(entry, &PaletteEntry::picked, this, [this, entry] { emit picked(entry->item().step); });
    connect(entry, &PaletteEntry::left, this, [this, entry](int by) { walk(entry, by); });
  }
  scroll_->setWidget(room_);
  scroll_->setWidgetResizable(true);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->viewport()->setAutoFillBackground(false);
  room_->setAutoFillBackground(false);
  auto* column = new QVBoxLayout(this);
  column->addWidget(title_);
  column->addWidget(hint_);
  column->addWidget(scroll_, 1);
}

void SandboxPalette::setLook(const Theme& theme, bool small) {
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  for (PaletteEntry* entry : entries_) entry->setLook(theme, small);
  flow_->setSpacing(px(6));
  layout()->setContentsMargins(px(10), px(10), px(10), px(10));
  layout()->setSpacing(px(8));
  small_ = small;
  hint_->setVisible(!small);
  title_->setVisible(!small);
  setMinimumWidth(small ? 0 : px(224));
  setMaximumWidth(small ? QWIDGETSIZE_MAX : px(224));
  setSizePolicy(small ? QSizePolicy::Preferred : QSizePolicy::Fixed, QSizePolicy::Preferred);
  fitHeight();
}

// Above the customers it takes no more lines than it needs; beside them it scrolls where it is too long.
void SandboxPalette::fitHeight() {
  const int height =
      small_ ? flow_->heightForWidth(std::max(1, contentsRect().width() - 2 * layout()->contentsMargins().left())) : 0;
  scroll_->setMinimumHeight(height);
  scroll_->setMaximumHeight(small_ ? height : QWIDGETSIZE_MAX);
}

void SandboxPalette::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fitHeight();
}

void SandboxPalette::walk(const PaletteEntry* from, int by) {
  const auto at = std::find(entries_.begin(), entries_.end(), from) - entries_.begin() + by;
  if (at < 0 || at >= static_cast<std::ptrdiff_t>(entries_.size())) return;
  PaletteEntry* next = entries_[static_cast<std::size_t>(at)];
  next->setFocus();
  scroll_->ensureWidgetVisible(next);
}

}  // namespace threadmart
