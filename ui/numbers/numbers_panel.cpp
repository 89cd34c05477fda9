#include "ui/numbers/numbers_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/numbers/number_list.h"

namespace threadmart {
namespace {

QToolButton* makeCopyButton(QWidget* parent) {
  auto* copy = new QToolButton(parent);
  copy->setProperty("role", "link");
  copy->setText("Copy");
  copy->setToolTip("Copy the numbers as text (Ctrl+Shift+C)");
  copy->setAccessibleName("Copy the numbers as text");
  return copy;
}

QLabel* makeLabel(QWidget* parent, const char* role, const QString& text = {}) {
  auto* label = new QLabel(text, parent);
  label->setProperty("role", role);
  label->setWordWrap(true);
  return label;
}

}  // namespace

NumbersPanel::NumbersPanel(QWidget* parent) : QFrame(parent) {
  setProperty("role", "panel");
  setAccessibleName("Numbers of the run");
  QToolButton* copy = makeCopyButton(this);
  connect(copy, &QToolButton::clicked, this, &NumbersPanel::copyAsText);
  hint_ = makeLabel(this, "muted", "Run the scenario, or open a recording.");
  rows_ = new NumberList(this);

  thing_ = new QFrame(this);
  thing_->setProperty("role", "message");
  thing_title_ = makeLabel(thing_, "value");
  thing_rows_ = new NumberList(thing_);
  auto* thing = new QVBoxLayout(thing_);
  thing->addWidget(thing_title_);
  thing->addLayout(thing_rows_);
  thing_->hide();

  auto* top = new QHBoxLayout;
  top->addWidget(makeLabel(this, "heading", "Numbers"), 1);
  top->addWidget(copy);
  auto* column = new QVBoxLayout(this);
  column->addLayout(top);
  column->addWidget(thing_);
  column->addWidget(hint_);
  column->addLayout(rows_);
  setTheme(makeTheme(ThemeKind::Light));
}

void NumbersPanel::setRows(const std::vector<NumberRow>& rows) {
  hint_->setVisible(rows.empty());
  rows_->setRows(rows);
}

void NumbersPanel::setThingRows(const QString& title, const std::vector<NumberRow>& rows) {
  thing_title_->setText(title);
  thing_->setAccessibleName("Numbers of " + title);
  thing_rows_->setRows(rows);
  thing_->setVisible(!rows.empty());
}

void NumbersPanel::setTheme(const Theme& theme) {
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  layout()->setContentsMargins(px(18), px(12), px(12), px(16));
  layout()->setSpacing(px(8));
  thing_->layout()->setContentsMargins(px(10), px(8), px(10), px(10));
  thing_->layout()->setSpacing(px(6));
  for (NumberList* list : {rows_, thing_rows_}) list->setTheme(theme);
  rows_->setContentsMargins(0, 0, px(6), 0);  // in line with the word Copy, which has air around it
}

void NumbersPanel::copyAsText() const {
  QStringList parts;
  if (!thing_rows_->rows().empty()) parts << thing_title_->text() + '\n' + numbersText(thing_rows_->rows()) + '\n';
  if (!rows_->rows().empty()) parts << numbersText(rows_->rows());
  if (!parts.isEmpty()) QGuiApplication::clipboard()->setText(parts.join('\n'));
}

}  // namespace threadmart
