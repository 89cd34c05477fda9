#include "ui/numbers/numbers_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace threadmart {
namespace {

const char* toneName(Tone tone) {
  return tone == Tone::Good ? "good" : tone == Tone::Bad ? "bad" : "plain";
}

void setTone(QLabel* label, Tone tone) {
  if (label->property("tone").toString() == toneName(tone)) return;
  label->setProperty("tone", toneName(tone));
  label->style()->unpolish(label);  // the style sheet looks at properties only then
  label->style()->polish(label);
}

}  // namespace

NumbersPanel::NumbersPanel(QWidget* parent) : QFrame(parent) {
  setProperty("role", "panel");
  setAccessibleName("Numbers of the run");
  auto* heading = new QLabel("Numbers", this);
  heading->setProperty("role", "heading");
  auto* copy = new QToolButton(this);
  copy->setProperty("role", "link");
  copy->setText("Copy");
  copy->setToolTip("Copy the numbers as text (Ctrl+Shift+C)");
  copy->setAccessibleName("Copy the numbers as text");
  connect(copy, &QToolButton::clicked, this, &NumbersPanel::copyAsText);
  hint_ = new QLabel("Run the scenario, or open a recording.", this);
  hint_->setProperty("role", "muted");
  hint_->setWordWrap(true);
  rows_layout_ = new QVBoxLayout;

  auto* top = new QHBoxLayout;
  top->addWidget(heading, 1);
  top->addWidget(copy);
  auto* column = new QVBoxLayout(this);
  column->addLayout(top);
  column->addWidget(hint_);
  column->addLayout(rows_layout_);
  setTheme(makeTheme(ThemeKind::Light));
}

void NumbersPanel::setRows(const std::vector<NumberRow>& rows) {
  rows_ = rows;
  hint_->setVisible(rows.empty());
  while (labels_.size() < rows.size()) addRow();
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    const bool used = i < rows.size();
    labels_[i].label->setVisible(used);
    labels_[i].value->setVisible(used);
    if (used) styleRow(i);
  }
}

void NumbersPanel::addRow() {
  auto* label = new QLabel(this);
  auto* value = new QLabel(this);
  value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  value->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setProperty("role", "muted");
  value->setProperty("role", "value");
  auto* row = new QHBoxLayout;  // each for itself: a long value takes room from its own label only
  row->addWidget(label, 1);
  row->addWidget(value);
  rows_layout_->addLayout(row);
  labels_.push_back({label, value});
}

void NumbersPanel::styleRow(std::size_t i) {
  const NumberRow& row = rows_[i];
  const RowLabels& labels = labels_[i];
  labels.label->setText(row.label);
  labels.value->setText(row.value);
  labels.label->setToolTip(row.help);
  labels.value->setToolTip(row.help);
  labels.value->setAccessibleName(row.label + ": " + row.value);
  labels.value->setAccessibleDescription(row.help);
  setTone(labels.value, row.tone);
}

void NumbersPanel::setTheme(const Theme& theme) {
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  layout()->setContentsMargins(px(18), px(12), px(12), px(16));
  layout()->setSpacing(px(8));
  rows_layout_->setSpacing(px(9));
  rows_layout_->setContentsMargins(0, 0, px(6), 0);  // in line with the word Copy, which has air around it
}

void NumbersPanel::copyAsText() const {
  if (!rows_.empty()) QGuiApplication::clipboard()->setText(numbersText(rows_));
}

}  // namespace threadmart
