// The middle of the window: title and description of the scenario, its parameters and Run, messages; below them what is
// watched, the shop over the timeline, or what is built by hand.
#pragma once

#include <QWidget>

#include "ui/theme/theme.h"

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace threadmart {

class MessageBar;
class ParameterBar;
class RunForm;
class SandboxPage;
class ShopCard;
class TimelineCard;

class ScenarioPage : public QWidget {
  Q_OBJECT

 public:
  ScenarioPage(RunForm& form, const Theme& theme, QWidget* parent = nullptr);

  ParameterBar* parameters() const { return parameters_; }
  MessageBar* messages() const { return messages_; }
  ShopCard* shop() const { return shop_; }
  TimelineCard* timeline() const { return timeline_; }
  SandboxPage* sandbox() const { return sandbox_; }
  QPushButton* runButton() const { return run_; }

  void setTitle(const QString& title, const QString& description);
  void setRunning(bool running);     // Run becomes Cancel, the parameters rest
  void setSandbox(bool sandbox);     // offers the choice between building and watching
  void showBuilding(bool building);  // in the sandbox: the workload instead of shop and timeline
  bool building() const;
  QByteArray arrangement() const;  // how shop and timeline share the height
  void arrange(const QByteArray& arrangement);
  void setTheme(const Theme& theme);

 signals:
  void runOrCancel();

 private:
  QWidget* makeTitleRow();
  QWidget* makeWatching(const Theme& theme);
  QPushButton* makeSegment(const QString& text, bool building);
  void showRunButton();

  Theme theme_;
  bool running_ = false;
  QLabel* title_ = nullptr;
  QLabel* description_ = nullptr;
  QPushButton* build_ = nullptr;
  QPushButton* watch_ = nullptr;
  ParameterBar* parameters_ = nullptr;
  QPushButton* run_ = nullptr;
  MessageBar* messages_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  QSplitter* watching_ = nullptr;
  ShopCard* shop_ = nullptr;
  TimelineCard* timeline_ = nullptr;
  SandboxPage* sandbox_ = nullptr;
};

}  // namespace threadmart
