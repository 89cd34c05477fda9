#include "ui/sandbox/basket.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QLabel>
#include <QPainter>

#include "ui/catalogue/flow_layout.h"
#include "ui/sandbox/step_chip.h"
#include "ui/sandbox/step_editor.h"
#include "ui/sandbox/step_words.h"

namespace threadmart {

Basket::Basket(QWidget* parent)
    : QWidget(parent),
      flow_(new FlowLayout(this)),
      rest_(new QLabel(this)),
      empty_(new QLabel("The basket is empty: drag something into it", this)),
      add_(new QToolButton(this)) {
  flow_->setContentsMargins(0, 0, 0, 0);
  rest_->setProperty("role", "muted");
  empty_->setProperty("role", "empty");
  add_->setProperty("role", "add");
  add_->setText("+");
  add_->setAccessibleName("Put something into the basket");
  add_->setToolTip("Put something into the basket");
  rest_->hide();
  arrange();
}

StepChip* Basket::chip(int index) const {
  return index >= 0 && index < chips() ? chips_[static_cast<std::size_t>(index)] : nullptr;
}

int Basket::indexOf(const StepChip* chip) const {
  return static_cast<int>(std::find(chips_.begin(), chips_.end(), chip) - chips_.begin());
}

StepChip* Basket::newChip() {
  auto* chip = new StepChip(this);
  chip->setLook(theme_, words_);
  chip->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(chip, &StepChip::focused, this, [this, chip] { emit stepFocused(indexOf(chip)); });
  connect(chip, &StepChip::dragged, this, [this, chip] { emit stepDragged(indexOf(chip)); });
  connect(chip, &StepChip::editRequested, this, [this, chip] { emit editRequested(indexOf(chip)); });
  connect(chip, &QWidget::customContextMenuRequested, this,
          [this, chip](const QPoint& at) { emit stepMenu(indexOf(chip), chip->mapToGlobal(at)); });
  chip->show();
  return chip;
}

void Basket::setSteps(const std::vector<DraftStep>& steps) {
  closeEditor(false);
  const auto shown = std::min(steps.size(), static_cast<std::size_t>(kMostChips));
  const bool other = shown != chips_.size();
  while (chips_.size() > shown) {
    chips_.back()->hide();
    chips_.back()->deleteLater();
    chips_.pop_back();
  }
  while (chips_.size() < shown) chips_.push_back(newChip());
  for (std::size_t i = 0; i < shown; ++i)
    chips_[i]->setStep(steps[i], static_cast<int>(i) + 1, static_cast<int>(steps.size()));
  rest_->setText("and " + numberText(static_cast<double>(steps.size() - shown)) + " more");
  rest_->setVisible(steps.size() > shown);
  empty_->setVisible(steps.empty());
  if (other) arrange();
}

void Basket::setProblems(const std::vector<DraftProblem>& problems) {
  for (int i = 0; i < chips(); ++i) {
    QString message;
    for (const DraftProblem& problem : problems)
      if (problem.place.step == i) message += (message.isEmpty() ? "" : "; ") + QString::fromStdString(problem.message);
    chip(i)->setProblem(message);
  }
}

void Basket::setLook(const Theme& theme, Words words) {
  theme_ = theme;
  words_ = words;
  flow_->setSpacing(qRound(theme.px(7)));
  flow_->setContentsMargins(qRound(theme.px(5)), 0, 0, 0);  // room for the mark before the first
  for (QWidget* widget : {static_cast<QWidget*>(rest_), static_cast<QWidget*>(empty_)})
    widget->setFixedHeight(qRound(theme.px(42)));
  add_->setFixedSize(qRound(theme.px(42)), qRound(theme.px(42)));
  for (StepChip* chip : chips_) chip->setLook(theme, words);
  update();
}

// Everything anew, in order: there are few.
void Basket::arrange() {
  while (QLayoutItem* item = flow_->takeAt(0)) delete item;
  QWidget* before = nullptr;
  const auto put = [&](QWidget* widget) {
    flow_->addWidget(widget);
    if (before != nullptr) setTabOrder(before, widget);
    before = widget;
  };
  for (int i = 0; i < chips(); ++i) {
    if (editor_ != nullptr && i == edited_) put(editor_);
    put(chip(i));
  }
  flow_->addWidget(rest_);
  flow_->addWidget(empty_);
  put(add_);
  updateGeometry();
}

void Basket::edit(int step) {
  closeEditor(false);
  if (chip(step) == nullptr) return;
  edited_ = step;
  editor_ = new StepEditor(chip(step)->step(), theme_, this);
  connect(editor_, &StepEditor::finished, this, &Basket::closeEditor);
  arrange();
  editor_->show();
  editor_->start();
  chip(step)->hide();  // last: the focus must not go elsewhere first
}

void Basket::closeEditor(bool take) {
  if (editor_ == nullptr) return;
  StepEditor* closed = std::exchange(editor_, nullptr);
  DraftStep next;
  const bool taken = closed->read(next) && take;
  const bool focused = closed->isAncestorOf(QApplication::focusWidget());
  closed->hide();
  closed->deleteLater();
  StepChip* chip = this->chip(edited_);
  arrange();
  if (chip == nullptr) return;
  chip->show();
  if (focused) chip->setFocus();
  if (taken && !(next == chip->step())) emit edited(edited_, next);
}

int Basket::indexAt(const QPoint& at) const {
  int last_above = 0;
  for (int i = 0; i < chips(); ++i) {
    const QRect rect = chip(i)->geometry();
    if (at.y() > rect.bottom()) {
      last_above = i + 1;
      continue;
    }
    if (at.y() < rect.top()) return last_above;  // a line that begins below
    if (at.x() < rect.center().x()) return i;
    last_above = i + 1;
  }
  return last_above;
}

void Basket::showMark(int index) {
  if (std::exchange(mark_, index) != index) update();
}

QRect Basket::markRect() const {
  const QWidget* behind = chip(mark_);
  const QWidget* before = chip(mark_ - 1);
  const int width = qRound(theme_.px(3)), gap = flow_->spacing();
  const int height = qRound(theme_.px(42));
  if (behind != nullptr) return {std::max(0, behind->x() - (gap + width) / 2), behind->y(), width, height};
  if (before != nullptr) return {before->geometry().right() + 1 + (gap - width) / 2, before->y(), width, height};
  return {0, 0, width, height};
}

void Basket::paintEvent(QPaintEvent*) {
  if (mark_ < 0) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.accent);
  painter.drawRoundedRect(markRect(), theme_.px(1.5), theme_.px(1.5));
}

}  // namespace threadmart
