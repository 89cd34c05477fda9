// The middle of the window: title and description of the scenario, its parameters and Run, messages, the timeline.
#pragma once

#include <QWidget>

#include "ui/theme/theme.h"

class QLabel;
class QPushButton;

namespace threadmart {

class MessageBar;
class ParameterBar;
class RunForm;
class TimelineCard;

class ScenarioPage : public QWidget {
  Q_OBJECT

 public:
  ScenarioPage(RunForm& form, const Theme& theme, QWidget* parent = nullptr);

  ParameterBar* parameters() const { return parameters_; }
  MessageBar* messages() const { return messages_; }
  TimelineCard* timeline() const { return timeline_; }
  QPushButton* runButton() const { return run_; }
  void setTitle(const QString& title, const QString& description);
  void setRunning(bool running);  // Run becomes Cancel, the parameters rest
  void setTheme(const Theme& theme);

 signals:
  void runOrCancel();

 private:
  void showRunButton();

  Theme theme_;
  bool running_ = false;
  QLabel* title_ = nullptr;
  QLabel* description_ = nullptr;
  ParameterBar* parameters_ = nullptr;
  QPushButton* run_ = nullptr;
  MessageBar* messages_ = nullptr;
  TimelineCard* timeline_ = nullptr;
};

}  // namespace threadmart
