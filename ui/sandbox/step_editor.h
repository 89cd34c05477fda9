// The values of one step, edited in its place: a field for each, Enter takes them, Escape leaves them.
#pragma once

#include <map>
#include <string_view>

#include <QFrame>
#include <QLineEdit>

#include "ui/sandbox/draft.h"
#include "ui/theme/theme.h"

class QCheckBox;

namespace threadmart {

// Undo and redo are the sandbox's, for everything together; the text field would keep them for its letters.
class PlainLineEdit : public QLineEdit {
  Q_OBJECT

 public:
  using QLineEdit::QLineEdit;

 protected:
  bool event(QEvent* event) override;
};

// Gives a styled widget another look: "bad" is outlined in red, "" is as usual.
void setTone(QWidget* widget, const char* tone);

class StepEditor : public QFrame {
  Q_OBJECT

 public:
  StepEditor(const DraftStep& step, const Theme& theme, QWidget* parent);

  void start();  // takes the focus, with the first value selected
  // What stands in the fields. False, and the field is marked, if something there is no number.
  bool read(DraftStep& into);
  QLineEdit* field(std::string_view name) const;

 signals:
  void finished(bool take);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void addField(const StepField& field);

  DraftStep step_;
  Theme theme_;
  std::map<std::string_view, PlainLineEdit*> fields_;
  std::map<std::string_view, QCheckBox*> flags_;
  bool over_ = false;
};

}  // namespace threadmart
