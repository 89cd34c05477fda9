#include "ui/numbers/number_list.h"

#include <QLabel>
#include <QStyle>

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

QLabel* makeLabel(QWidget* owner, const char* role) {
  auto* label = new QLabel(owner);
  label->setProperty("role", role);
  return label;
}

}  // namespace

void NumberList::setRows(const std::vector<NumberRow>& rows) {
  rows_ = rows;
  while (labels_.size() < rows.size()) addRow();
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    const bool used = i < rows.size();
    labels_[i].name->setVisible(used);
    labels_[i].value->setVisible(used);
    labels_[i].sentence->setVisible(used && !rows[i].sentence.isEmpty());
    if (used) show(i);
  }
}

void NumberList::addRow() {
  const Labels labels{makeLabel(owner_, "muted"), makeLabel(owner_, "value"), makeLabel(owner_, "note")};
  labels.name->setWordWrap(true);
  labels.value->setAlignment(Qt::AlignRight | Qt::AlignTop);
  labels.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
  labels.sentence->setWordWrap(true);
  auto* row = new QHBoxLayout;  // each for itself: a long value takes room from its own name only
  row->addWidget(labels.name, 1);
  row->addWidget(labels.value);
  auto* both = new QVBoxLayout;
  both->setSpacing(1);
  both->addLayout(row);
  both->addWidget(labels.sentence);
  addLayout(both);
  labels_.push_back(labels);
}

void NumberList::show(std::size_t i) {
  const NumberRow& row = rows_[i];
  const Labels& labels = labels_[i];
  labels.name->setText(row.label);
  labels.value->setText(row.value);
  labels.sentence->setText(row.sentence);
  for (QLabel* label : {labels.name, labels.value, labels.sentence}) label->setToolTip(row.help);
  labels.value->setAccessibleName(row.label + ": " + row.value);
  labels.value->setAccessibleDescription(row.sentence.isEmpty() ? row.help : row.sentence + ' ' + row.help);
  setTone(labels.value, row.tone);
}

void NumberList::setTheme(const Theme& theme) {
  setSpacing(qRound(theme.px(10)));
}

}  // namespace threadmart
