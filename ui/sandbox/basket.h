// A basket: its steps as chips, in order, in as many lines as they need. Shows and asks; changes nothing itself.
#pragma once

#include <vector>

#include <QToolButton>
#include <QWidget>

#include "ui/sandbox/draft.h"
#include "ui/sandbox/draft_check.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

class QLabel;

namespace threadmart {

class FlowLayout;
class StepChip;
class StepEditor;

inline constexpr int kMostChips = 60;  // what is behind them is counted

class Basket : public QWidget {
  Q_OBJECT

 public:
  explicit Basket(QWidget* parent);

  void setSteps(const std::vector<DraftStep>& steps);
  void setProblems(const std::vector<DraftProblem>& problems);  // those of this customer
  void setLook(const Theme& theme, Words words);

  int chips() const { return static_cast<int>(chips_.size()); }
  StepChip* chip(int index) const;  // null if there is none
  QToolButton* addButton() const { return add_; }
  StepEditor* editor() const { return editor_; }  // null unless one is open
  void edit(int step);

  int indexAt(const QPoint& at) const;  // before which chip something that is dropped here belongs
  void showMark(int index);             // a bar before the chip; −1: none
  int mark() const { return mark_; }

 signals:
  void stepFocused(int step);
  void stepDragged(int step);
  void stepMenu(int step, const QPoint& global);
  void editRequested(int step);
  void edited(int step, const threadmart::DraftStep& next);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  StepChip* newChip();
  int indexOf(const StepChip* chip) const;
  void arrange();
  void closeEditor(bool take);
  QRect markRect() const;

  Theme theme_;
  Words words_ = Words::Both;
  FlowLayout* flow_ = nullptr;
  std::vector<StepChip*> chips_;
  QLabel* rest_ = nullptr;
  QLabel* empty_ = nullptr;
  QToolButton* add_ = nullptr;
  StepEditor* editor_ = nullptr;
  int edited_ = -1;
  int mark_ = -1;
};

}  // namespace threadmart
