#include "ui/sandbox/customer_card.h"

#include <algorithm>
#include <cmath>

#include <QBoxLayout>
#include <QContextMenuEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

#include "ui/catalogue/number_chip.h"
#include "ui/sandbox/basket.h"
#include "ui/sandbox/portrait.h"
#include "ui/sandbox/step_editor.h"
#include "ui/sandbox/step_words.h"

namespace threadmart {
namespace {

// More than is allowed, so that what is too much can be typed and pointed at.
const NumberRange kCopies{0, 1'000'000, true, {}, {}};

std::uint8_t filling(const DraftCustomer& customer) {
  return static_cast<std::uint8_t>(std::min<std::size_t>(customer.steps.size(), 3));
}

}  // namespace

CustomerCard::CustomerCard(QWidget* parent)
    : QFrame(parent),
      portrait_(new CustomerPortrait(this)),
      name_(new PlainLineEdit(this)),
      copies_(new NumberChip("Copies", "So many customers like this one, each a task of its own", kCopies, this)),
      sum_(new QLabel(this)),
      problem_(new QLabel(this)),
      menu_(new QToolButton(this)),
      basket_(new Basket(this)) {
  setProperty("role", "customer");
  sum_->setProperty("role", "muted");
  problem_->setProperty("role", "warning");
  problem_->setWordWrap(true);
  for (QLabel* label : {sum_, problem_}) label->setTextFormat(Qt::PlainText);
  menu_->setProperty("role", "step");
  menu_->setText("⋯");
  menu_->setToolTip("What can be done with this customer");
  name_->setPlaceholderText("name");
  sum_->setMinimumWidth(1);  // it goes below before it asks for more room
  wire();
}

void CustomerCard::wire() {
  auto* fields = new QHBoxLayout;
  fields->addWidget(name_);
  fields->addWidget(copies_);
  fields->addStretch(1);
  head_ = new QBoxLayout(QBoxLayout::LeftToRight);
  head_->addLayout(fields);
  head_->addWidget(sum_);
  auto* column = new QVBoxLayout;
  column->addLayout(head_);
  column->addWidget(problem_);
  column->addWidget(basket_);
  column->addStretch(1);
  auto* row = new QHBoxLayout(this);
  row->addWidget(portrait_, 0, Qt::AlignTop);
  row->addLayout(column, 1);
  row->addWidget(menu_, 0, Qt::AlignTop);
  setTabOrder(portrait_, name_);
  setTabOrder(name_, copies_->box());
  setTabOrder(copies_->box(), menu_);
  connect(name_, &QLineEdit::textEdited, this, &CustomerCard::renamed);
  connect(copies_, &NumberChip::edited, this, &CustomerCard::copiesSet);
  connect(menu_, &QToolButton::clicked, this,
          [this] { emit menuRequested(menu_->mapToGlobal(menu_->rect().bottomLeft())); });
}

void CustomerCard::setCustomer(int index, std::uint32_t first_task, const DraftCustomer& customer, double pace) {
  const QString name = QString::fromStdString(customer.name);
  const QString number = "Customer " + QString::number(index + 1);
  if (name_->text() != name) name_->setText(name);
  copies_->setValue(customer.count);
  basket_->setSteps(customer.steps);
  const int copies = static_cast<int>(std::clamp(std::floor(customer.count), 1.0, 1e6));
  portrait_->setLikeness({first_task, copies, filling(customer)});
  portrait_->setAccessibleName(number + ": " + name);
  portrait_->setAccessibleDescription(sumText(sumOf(customer.steps, pace)));
  name_->setAccessibleName("Name of customer " + QString::number(index + 1));
  menu_->setAccessibleName("Menu of customer " + QString::number(index + 1));
  basket_->setAccessibleName("Basket of customer " + QString::number(index + 1));
  setAccessibleName(number);
  const QString sum = sumText(sumOf(customer.steps, pace));
  sum_->setText(copies > 1 && !sum.isEmpty() ? "each " + sum : sum);
  sum_->setVisible(!sum.isEmpty());
  arrangeHead();
}

void CustomerCard::setProblems(const std::vector<DraftProblem>& problems) {
  basket_->setProblems(problems);
  QStringList lines;
  bool name = false;
  for (const DraftProblem& problem : problems) {
    const bool seen_elsewhere = problem.place.step >= 0 && problem.place.step < kMostChips;
    if (seen_elsewhere || problem.place.field == "steps") continue;  // the chip, or the empty basket says so
    lines << QString::fromStdString(problem.message);
    name = name || problem.place.field == "name";
  }
  problem_->setText(lines.join("; "));
  problem_->setVisible(!lines.isEmpty());
  setTone(name_, name ? "bad" : "");
  setTone(copies_, !name && !lines.isEmpty() ? "bad" : "");
  name_->setAccessibleDescription(name ? lines.join("; ") : QString());
  setAccessibleDescription(problems.empty() ? QString() : QStringLiteral("Something here has to be changed"));
}

void CustomerCard::setCurrent(bool current) {
  if (property("current").toBool() == current) return;
  setProperty("current", current);
  style()->unpolish(this);
  style()->polish(this);
}

void CustomerCard::setLook(const Theme& theme, Words words, const std::shared_ptr<ArtCabinet>& art) {
  theme_ = theme;
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  portrait_->setLook(theme, art);
  copies_->setTheme(theme);
  basket_->setLook(theme, words);
  name_->setFixedSize(px(190), px(34));
  menu_->setFixedSize(px(28), px(28));
  layout()->setContentsMargins(px(8), px(8), px(8), px(10));
  layout()->setSpacing(px(8));
  head_->setSpacing(px(6));
  head_->itemAt(0)->layout()->setSpacing(px(7));
  head_->itemAt(0)->layout()->setContentsMargins(px(5), 0, 0, 0);
  problem_->setContentsMargins(px(5), 0, 0, 0);
  arrangeHead();
}

QString CustomerCard::sum() const {
  return sum_->text();
}

QString CustomerCard::problem() const {
  return problem_->isHidden() ? QString() : problem_->text();
}

// The sum stands at the right, and below where there is no room for it.
void CustomerCard::arrangeHead() {
  const int fields = head_->itemAt(0)->sizeHint().width() + portrait_->width() + menu_->width();
  const bool narrow = width() < fields + sum_->fontMetrics().horizontalAdvance(sum_->text()) + theme_.px(60);
  sum_->setWordWrap(narrow);
  head_->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  sum_->setContentsMargins(narrow ? qRound(theme_.px(5)) : 0, 0, 0, 0);
}

void CustomerCard::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  arrangeHead();
}

void CustomerCard::contextMenuEvent(QContextMenuEvent* event) {
  emit menuRequested(event->globalPos());
}

}  // namespace threadmart
