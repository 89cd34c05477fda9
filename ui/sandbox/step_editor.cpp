#include "ui/sandbox/step_editor.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>

#include "core/scenario/problems.h"
#include "ui/sandbox/step_words.h"

namespace threadmart {

bool PlainLineEdit::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
      key->ignore();
      return false;
    }
  }
  return QLineEdit::event(event);
}

void setTone(QWidget* widget, const char* tone) {
  if (widget->property("tone").toByteArray() == tone) return;
  widget->setProperty("tone", QByteArray(tone));
  widget->style()->unpolish(widget);
  widget->style()->polish(widget);
}

StepEditor::StepEditor(const DraftStep& step, const Theme& theme, QWidget* parent)
    : QFrame(parent), step_(step), theme_(theme) {
  setProperty("role", "editor");
  setAccessibleName("Change of " + shopWords(step));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(qRound(theme.px(8)), qRound(theme.px(3)), qRound(theme.px(8)), qRound(theme.px(3)));
  row->setSpacing(qRound(theme.px(5)));
  for (const StepField& field : step.kind->fields) addField(field);
  setFixedHeight(qRound(theme.px(42)));
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
    if (now != nullptr && !over_ && !isAncestorOf(now)) {
      over_ = true;
      emit finished(true);
    }
  });
}

void StepEditor::addField(const StepField& field) {
  const QString name = fieldLabel(field), unit = fieldUnit(field);
  if (field.kind == StepField::Kind::Flag) {
    auto* box = new QCheckBox(name, this);
    box->setChecked(step_.values.flag(field.name));
    flags_[field.name] = box;
    layout()->addWidget(box);
    return;
  }
  auto* label = new QLabel(name, this);
  label->setProperty("role", "muted");
  auto* edit = new PlainLineEdit(this);
  const bool url = field.kind == StepField::Kind::Url;
  edit->setText(url ? QString::fromStdString(step_.values.url)
                    : QString::fromStdString(formatNumber(step_.number(field.name))));
  edit->setAccessibleName(unit.isEmpty() || unit == name ? name : name + ", " + unit);
  edit->setFixedWidth(qRound(theme_.px(url ? 170 : 84)));
  label->setBuddy(edit);
  fields_[field.name] = edit;
  layout()->addWidget(label);
  layout()->addWidget(edit);
  if (!unit.isEmpty() && unit != name) {
    auto* suffix = new QLabel(unit, this);
    suffix->setProperty("role", "muted");
    layout()->addWidget(suffix);
  }
}

void StepEditor::start() {
  QLineEdit* first = nullptr;
  for (const StepField& field : step_.kind->fields)
    if (first == nullptr) first = this->field(field.name);
  if (first == nullptr) return;
  first->setFocus();
  first->selectAll();
}

bool StepEditor::read(DraftStep& into) {
  bool fine = true;
  into = step_;
  for (const StepField& field : step_.kind->fields) {
    if (field.kind == StepField::Kind::Flag) {
      if (flags_[field.name]->isChecked())
        into.values.flags.insert(field.name);
      else
        into.values.flags.erase(field.name);
    } else if (field.kind == StepField::Kind::Url) {
      into.values.url = fields_[field.name]->text().trimmed().toStdString();
    } else {
      PlainLineEdit* edit = fields_[field.name];
      const auto number = readAmount(edit->text(), fieldUnit(field));
      setTone(edit, number ? "" : "bad");
      edit->setToolTip(number ? QString() : QStringLiteral("This is not a number"));
      edit->setAccessibleDescription(edit->toolTip());
      if (number) into.values.numbers[field.name] = *number;
      fine = fine && number.has_value();
    }
  }
  return fine;
}

QLineEdit* StepEditor::field(std::string_view name) const {
  const auto found = fields_.find(name);
  return found == fields_.end() ? nullptr : found->second;
}

// While something is typed, its keys are nobody else's.
bool StepEditor::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) event->accept();
  }
  return QFrame::event(event);
}

void StepEditor::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (!enter && event->key() != Qt::Key_Escape) return event->accept();
  DraftStep ignored;
  if (over_ || (enter && !read(ignored))) return;
  over_ = true;
  emit finished(enter);
}

}  // namespace threadmart
