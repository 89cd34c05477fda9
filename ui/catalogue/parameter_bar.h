// The row of controls above the timeline: how, the scenario's own parameters, workers, cores, pace, bell. It shows a
// RunForm and hands every edit to it; it holds no values itself.
#pragma once

#include <map>
#include <string>

#include <QWidget>

#include "ui/theme/theme.h"

class QLabel;
class QToolButton;

namespace threadmart {

class ExecutorBox;
class FlowLayout;
class NumberChip;
class RunForm;

class ParameterBar : public QWidget {
  Q_OBJECT

 public:
  explicit ParameterBar(RunForm& form, QWidget* parent = nullptr);

  void setTheme(const Theme& theme);
  NumberChip* parameter(const std::string& name) const;  // null if the scenario has no such parameter
  NumberChip* workers() const { return workers_; }
  NumberChip* cores() const { return cores_; }
  NumberChip* pace() const { return pace_; }
  NumberChip* bell() const { return bell_; }
  ExecutorBox* executor() const { return executor_; }
  QLabel* willRun() const { return will_run_; }  // what will be run, in a sentence

 private:
  void rebuildParameters();
  void showValues();
  void connectEdits();

  RunForm& form_;
  Theme theme_;
  FlowLayout* flow_ = nullptr;
  ExecutorBox* executor_ = nullptr;
  std::map<std::string, NumberChip*> parameters_;
  NumberChip* workers_ = nullptr;
  NumberChip* cores_ = nullptr;
  NumberChip* pace_ = nullptr;
  NumberChip* bell_ = nullptr;
  QToolButton* reset_ = nullptr;
  QLabel* will_run_ = nullptr;
};

}  // namespace threadmart
