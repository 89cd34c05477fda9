// The sandbox: a workload built by hand. At the left what there is, in the middle the customers with their baskets,
// above them what is wrong and where. It runs nothing: whoever owns it hears scenarioReady() and runs, opens and saves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QWidget>

#include "core/scenario/scenario.h"
#include "ui/sandbox/model.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

class QBoxLayout;
class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace threadmart {

class CustomerColumn;
class Invitation;
class PlainLineEdit;
class SandboxPalette;

class SandboxPage : public QWidget {
  Q_OBJECT

 public:
  explicit SandboxPage(const Theme& theme, QWidget* parent = nullptr);

  void setTheme(const Theme& theme);
  void setWords(Words words);

  // What would be run; empty while something is wrong.
  const std::optional<Scenario>& scenario() const { return model_.check().scenario; }
  const Draft& draft() const { return model_.draft(); }
  // How it is run, for the file's `defaults`. Chosen elsewhere (the parameter bar), so scenarioReady() is not emitted.
  void setDefaults(const Defaults& defaults);
  QUndoStack& undoStack() { return model_.undoStack(); }

  // Files. `json` is what is to be saved, also while something is wrong.
  QByteArray json() const { return QByteArray::fromStdString(toJson(model_.draft())); }
  // False, with the mistakes, if the file cannot be edited here; nothing has changed then. What could be taken only in
  // another form (parameters, random numbers) is said on the page, and needsAnotherName() is true: saving under the old
  // name would lose it.
  bool load(const QByteArray& json, const std::string& file, std::vector<Problem>* problems = nullptr);
  void startEmpty();
  bool startFromExample(const std::string& name);  // of the catalogue; can be undone
  bool isModified() const;
  bool needsAnotherName() const { return another_name_; }
  void markSaved();

  SandboxModel& model() { return model_; }
  CustomerColumn* column() const { return column_; }
  SandboxPalette* palette() const { return palette_; }
  Invitation* invitation() const { return invitation_; }
  PlainLineEdit* title() const { return title_; }
  QString problemText() const;  // the line above the customers; empty if nothing is wrong
  QString noteText() const;
  QPushButton* problemLink() const { return problem_link_; }

 signals:
  void scenarioReady(const std::optional<threadmart::Scenario>& scenario);
  void modifiedChanged(bool modified);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void build();
  void wire();
  void showChange();
  void showModified();
  void showProblem();
  void showNotes(const std::vector<std::string>& notes);
  void focusProblem();
  void arrange();

  SandboxModel model_;
  Theme theme_;
  Words words_ = Words::Both;
  PlainLineEdit* title_ = nullptr;
  PlainLineEdit* description_ = nullptr;
  QPushButton* examples_ = nullptr;
  QFrame* problem_bar_ = nullptr;
  QLabel* problem_ = nullptr;
  QPushButton* problem_link_ = nullptr;
  QFrame* note_bar_ = nullptr;
  QLabel* note_ = nullptr;
  QToolButton* note_close_ = nullptr;
  SandboxPalette* palette_ = nullptr;
  CustomerColumn* column_ = nullptr;
  Invitation* invitation_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  QBoxLayout* body_ = nullptr;
  Defaults saved_defaults_;
  bool another_name_ = false;
  bool modified_ = false;
  bool quiet_ = false;  // a change that others made and know of
};

// An empty sandbox: a title, nobody in the line.
Draft emptyDraft();

}  // namespace threadmart
