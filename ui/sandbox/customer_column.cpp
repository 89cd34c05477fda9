#include "ui/sandbox/customer_column.h"

#include <algorithm>

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/sandbox/basket.h"
#include "ui/sandbox/customer_card.h"
#include "ui/sandbox/model.h"
#include "ui/sandbox/portrait.h"
#include "ui/sandbox/step_chip.h"
#include "ui/sandbox/step_editor.h"
#include "ui/sandbox/step_words.h"
#include "ui/shop/art.h"

namespace threadmart {

CustomerColumn::CustomerColumn(SandboxModel& model, QWidget* parent)
    : QWidget(parent),
      model_(model),
      column_(new QVBoxLayout(this)),
      rest_(new QLabel(this)),
      add_(new QPushButton("+  Add a customer", this)) {
  setAcceptDrops(true);
  setAccessibleName("Customers");
  rest_->setProperty("role", "muted");
  add_->setProperty("role", "ghost");
  column_->addWidget(rest_);
  column_->addWidget(add_);
  column_->addStretch(1);
  connect(add_, &QPushButton::clicked, this, &CustomerColumn::addCustomer);
  connect(&model_, &SandboxModel::customersReplaced, this, &CustomerColumn::showCustomers);
  connect(&model_, &SandboxModel::problemsChanged, this, &CustomerColumn::showProblems);
  connect(&model_, &SandboxModel::headChanged, this, [this] { refresh(0); });  // the pace
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
    for (int i = 0; now != nullptr && i < cards(); ++i)
      if (card(i)->isAncestorOf(now)) setCurrent(i);
  });
  showCustomers(0, 0, model_.customers());
}

CustomerCard* CustomerColumn::card(int index) const {
  return index >= 0 && index < cards() ? cards_[static_cast<std::size_t>(index)] : nullptr;
}

int CustomerColumn::indexOf(const CustomerCard* card) const {
  return static_cast<int>(std::find(cards_.begin(), cards_.end(), card) - cards_.begin());
}

QString CustomerColumn::restText() const {
  return rest_->isHidden() ? QString() : rest_->text();
}

void CustomerColumn::setLook(const Theme& theme, Words words) {
  const bool other = !art_ || !(theme == theme_);
  theme_ = theme;
  words_ = words;
  if (other) art_ = std::make_shared<ArtCabinet>(theme);
  column_->setContentsMargins(qRound(theme.px(2)), 0, qRound(theme.px(8)), qRound(theme.px(8)));
  column_->setSpacing(qRound(theme.px(8)));
  add_->setFixedHeight(qRound(theme.px(52)));
  for (CustomerCard* card : cards_) card->setLook(theme, words, art_);
}

CustomerCard* CustomerColumn::newCard() {
  auto* card = new CustomerCard(this);
  card->setLook(theme_, words_, art_);
  wire(card);
  return card;
}

void CustomerColumn::wire(CustomerCard* card) {
  const auto place = [this, card](int step) { return DraftPlace{indexOf(card), step, {}}; };
  connect(card, &CustomerCard::renamed, this, [=, this](const QString& name) { model_.rename(indexOf(card), name); });
  connect(card, &CustomerCard::copiesSet, this, [=, this](double count) { model_.setCopies(indexOf(card), count); });
  connect(card, &CustomerCard::menuRequested, this, [=, this](const QPoint& at) { showMenu(place(-1), at); });
  connect(card->portrait(), &CustomerPortrait::dragged, this, [=, this] { startDrag(place(-1)); });
  connect(card->portrait(), &CustomerPortrait::focused, this, [this] { current_step_ = -1; });
  Basket* basket = card->basket();
  connect(basket, &Basket::stepFocused, this, [this](int step) { current_step_ = step; });
  connect(basket, &Basket::stepDragged, this, [=, this](int step) { startDrag(place(step)); });
  connect(basket, &Basket::stepMenu, this, [=, this](int step, const QPoint& at) { showMenu(place(step), at); });
  connect(basket, &Basket::editRequested, basket, &Basket::edit);
  connect(basket, &Basket::edited, this,
          [=, this](int step, const DraftStep& next) { model_.setStep(indexOf(card), step, next); });
  connect(basket->addButton(), &QToolButton::clicked, this, [=, this] { showPalette(indexOf(card)); });
}

void CustomerColumn::showCustomers(int first, int removed, int inserted) {
  const int wanted = std::min(model_.customers(), kMostCards);
  // Cards behind the change move with their customers; those of the change are filled anew.
  for (int i = std::min(first + removed, cards()) - 1; i >= first + inserted; --i) {
    dropCard(i);
  }
  for (int i = first + removed; i < std::min(first + inserted, wanted); ++i) {
    CustomerCard* card = newCard();
    cards_.insert(cards_.begin() + std::min(i, cards()), card);
    column_->insertWidget(std::min(i, cards() - 1), card);
  }
  while (cards() > wanted) dropCard(cards() - 1);
  while (cards() < wanted) {
    cards_.push_back(newCard());
    column_->insertWidget(cards() - 1, cards_.back());
  }
  refresh(first);
  const int hidden = model_.customers() - wanted;
  rest_->setText("and " + numberText(hidden) + " more customers. The first " + numberText(wanted) +
                 " are shown; all of them are run and saved");
  rest_->setVisible(hidden > 0);
  setCurrent(std::min(current_, cards() - 1));
}

void CustomerColumn::dropCard(int index) {
  CustomerCard* card = this->card(index);
  column_->removeWidget(card);
  card->hide();
  card->deleteLater();
  cards_.erase(cards_.begin() + index);
}

// Numbers and colours of everybody behind a change may be others, too.
void CustomerColumn::refresh(int first) {
  const double pace = model_.draft().head.defaults.pace;
  for (int i = first; i < cards(); ++i) {
    const std::uint32_t task = firstTaskOf(model_.draft().customers, static_cast<std::size_t>(i));
    card(i)->setCustomer(i, task, model_.customer(i), pace);
  }
}

void CustomerColumn::showProblems() {
  std::vector<std::vector<DraftProblem>> of(cards_.size());
  for (const DraftProblem& problem : model_.check().problems)
    if (problem.place.customer >= 0 && problem.place.customer < cards())
      of[static_cast<std::size_t>(problem.place.customer)].push_back(problem);
  for (int i = 0; i < cards(); ++i) card(i)->setProblems(of[static_cast<std::size_t>(i)]);
}

void CustomerColumn::setCurrent(int index) {
  current_ = index;
  for (int i = 0; i < cards(); ++i) card(i)->setCurrent(i == index);
}

void CustomerColumn::addCustomer() {
  model_.insertCustomers(model_.customers(), {{"", {}, 1}});
  focusOn({model_.customers() - 1, -1, {}});
}

void CustomerColumn::put(const DraftStep& step) {
  Carried carried;
  carried.steps = {step};
  const int customer = current_ >= 0 ? current_ : model_.customers() - 1;
  const bool behind = customer == current_ && current_step_ >= 0 && current_step_ < model_.steps(customer);
  const DraftPlace place = dropSteps(model_, carried, customer, behind ? current_step_ + 1 : -1, true);
  current_step_ = place.step;
  setCurrent(std::min(place.customer, cards() - 1));
}

void CustomerColumn::focusOn(const DraftPlace& place) {
  CustomerCard* card = this->card(place.customer);
  if (card == nullptr) {
    (cards_.empty() || place.customer < 0 ? static_cast<QWidget*>(add_) : cards_.back()->portrait())->setFocus();
    return;
  }
  setCurrent(place.customer);
  if (QWidget* chip = card->basket()->chip(place.step)) {
    current_step_ = place.step;
    chip->setFocus();
    if (!place.field.empty()) card->basket()->edit(place.step);
  } else if (place.field == "name") {
    card->name()->setFocus();
  } else if (place.field == "steps") {
    card->basket()->addButton()->setFocus();
  } else {
    card->portrait()->setFocus();
  }
}

std::optional<DraftPlace> CustomerColumn::focusedPlace() const {
  const QWidget* focus = QApplication::focusWidget();
  for (int i = 0; focus != nullptr && i < cards(); ++i) {
    if (!card(i)->isAncestorOf(focus)) continue;
    if (focus == card(i)->portrait()) return DraftPlace{i, -1, {}};
    for (int step = 0; step < card(i)->basket()->chips(); ++step)
      if (focus == static_cast<const QWidget*>(card(i)->basket()->chip(step))) return DraftPlace{i, step, {}};
  }
  return std::nullopt;
}

void CustomerColumn::perform(Deed deed, const DraftPlace& place) {
  if (canDo(model_, deed, place)) focusOn(threadmart::perform(model_, deed, place));
}

void CustomerColumn::showMenu(const DraftPlace& place, const QPoint& global) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const bool step = place.step >= 0;
  if (step)
    menu->addAction("Change …", QKeySequence("Return"), this, [this, place] {
      focusOn({place.customer, place.step, "edit"});
    });
  for (const Deed deed : kDeeds) {
    if (!step && (deed == Deed::Earlier || deed == Deed::Later)) continue;  // the same as before and behind in the line
    QAction* action = menu->addAction(deedName(deed, step), deedKeys(deed, step), this,
                                      [this, deed, place] { perform(deed, place); });
    action->setEnabled(canDo(model_, deed, place));
    if (deed == Deed::Paste) menu->addSeparator();
  }
  menu->popup(global);
}

void CustomerColumn::showPalette(int customer) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const PaletteItem& item : paletteItems()) {
    menu->addAction(item.name + "  ·  " + computingWords(item.step), this, [this, customer, step = item.step] {
      model_.insertSteps(customer, model_.steps(customer), {step});
      focusOn({customer, model_.steps(customer) - 1, {}});
    });
  }
  QToolButton* button = card(customer)->basket()->addButton();
  menu->popup(button->mapToGlobal(button->rect().bottomLeft()));
}

}  // namespace threadmart
