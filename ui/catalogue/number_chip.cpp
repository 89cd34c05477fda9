#include "ui/catalogue/number_chip.h"

#include <algorithm>

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWheelEvent>

namespace threadmart {

NumberBox::NumberBox(QWidget* parent) : QDoubleSpinBox(parent) {
  setLocale(QLocale(QLocale::English));
  setButtonSymbols(QAbstractSpinBox::NoButtons);
  setFrame(false);
  setKeyboardTracking(false);  // a change is a change when it is complete: one step of undo
  setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
  setFocusPolicy(Qt::StrongFocus);
}

QString NumberBox::textFromValue(double value) const {
  QString text = QDoubleSpinBox::textFromValue(value);
  if (!text.contains('.')) return text;
  while (text.endsWith('0')) text.chop(1);
  if (text.endsWith('.')) text.chop(1);
  return text;
}

// Undo and redo are the window's, for all parameters together; the text field would keep them for its letters.
bool NumberBox::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
      key->ignore();
      return false;
    }
  }
  return QDoubleSpinBox::event(event);
}

void NumberBox::wheelEvent(QWheelEvent* event) {
  if (hasFocus())
    QDoubleSpinBox::wheelEvent(event);
  else
    event->ignore();
}

NumberChip::NumberChip(const QString& name, const QString& help, const NumberRange& range, QWidget* parent)
    : QFrame(parent), name_(new QLabel(name, this)), box_(new NumberBox(this)) {
  setProperty("role", "chip");
  setToolTip(help);
  name_->setProperty("role", "muted");
  name_->setBuddy(box_);
  box_->setDecimals(range.integer ? 0 : 3);
  box_->setRange(range.min, range.max);
  box_->setGroupSeparatorShown(true);
  if (!range.unit.isEmpty()) box_->setSuffix(' ' + range.unit);
  box_->setSpecialValueText(range.minimum_means);
  box_->setAccessibleName(name);
  box_->findChild<QLineEdit*>()->setAccessibleName(name);
  box_->setAccessibleDescription(help);
  box_->setAlignment(Qt::AlignRight);
  less_ = makeStepButton("−", "Less: " + name, -1);
  more_ = makeStepButton("+", "More: " + name, +1);

  auto* row = new QHBoxLayout(this);
  row->addWidget(name_);
  row->addWidget(box_);
  row->addWidget(less_);
  row->addWidget(more_);
  connect(box_, &QDoubleSpinBox::valueChanged, this, &NumberChip::edited);
}

QToolButton* NumberChip::makeStepButton(const QString& text, const QString& name, int steps) {
  auto* button = new QToolButton(this);
  button->setProperty("role", "step");
  button->setText(text);
  button->setAccessibleName(name);
  button->setAutoRepeat(true);
  button->setFocusPolicy(Qt::NoFocus);  // the arrow keys do the same in the number itself
  connect(button, &QToolButton::clicked, box_, [this, steps] { box_->stepBy(steps); });
  return button;
}

void NumberChip::setValue(double value) {
  const QSignalBlocker blocker(box_);
  box_->setValue(value);
}

void NumberChip::setMinimumMeans(const QString& text) {
  if (text == box_->specialValueText()) return;
  const QSignalBlocker blocker(box_);
  box_->setSpecialValueText(text);
  fitWidth();
}

void NumberChip::setTheme(const Theme& theme) {
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  font_ = theme.font(13, QFont::DemiBold);
  for (QToolButton* button : {less_, more_}) button->setFixedSize(px(20), px(24));
  layout()->setContentsMargins(px(10), px(3), px(5), px(3));
  layout()->setSpacing(px(2));
  name_->setContentsMargins(0, 0, px(5), 0);
  setFixedHeight(px(34));
  fitWidth();
}

// Wide enough for the longest value of the range, so that nothing moves while the number changes.
void NumberChip::fitWidth() {
  const QFontMetrics metrics(font_);
  int width = metrics.horizontalAdvance(box_->specialValueText());
  for (const double value : {box_->minimum(), box_->maximum(), box_->value()})
    width = std::max(width, metrics.horizontalAdvance(box_->textFromValue(value) + box_->suffix()));
  box_->setFixedWidth(width + metrics.horizontalAdvance("0"));
}

}  // namespace threadmart
