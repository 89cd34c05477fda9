// What can be done in the window, wired up: choosing, running, watching, opening, saving. The window says where things
// are, the form what is to be run, the controller runs it, the shown recording is what everything on screen is read
// from.
#pragma once

#include <map>
#include <memory>
#include <string>

#include <QObject>
#include <QPointer>

#include "app/window/actions.h"
#include "app/window/cores_feed.h"
#include "app/window/file_commands.h"
#include "app/window/run_controller.h"
#include "app/window/settings.h"
#include "app/window/shown_recording.h"
#include "app/window/theme_switch.h"
#include "ui/catalogue/run_form.h"

namespace threadmart {

class MainWindow;

class Workbench : public QObject {
  Q_OBJECT

 public:
  Workbench(MainWindow& window, RunForm& form, ThemeSwitch& themes, RunController::Engine engine,
            const WindowMemory& memory);

  void chooseScenario(const std::string& name);  // by its name in the catalogue
  void run();
  void cancel() { controller_.cancel(); }
  void open(const QString& path) { files_.open(path); }
  void offerInterrupted(const QString& file);  // a recording that keepInterrupted() kept the last time
  WindowMemory memory() const;

  RunController& controller() { return controller_; }
  const ShownRecording& shown() const { return shown_; }
  FileCommands& files() { return files_; }

 private:
  void connectActions();
  void connectRun();
  void connectFiles();
  void connectViews();

  void loadChosen(const std::string& name);
  void takeScenario(const Scenario& scenario);
  void takeRecording(std::shared_ptr<const Recording> recording, const QString& path);
  void startRun(bool allow_network);
  void moveFocus(bool running);
  void showRunning(bool running);
  void showRecording();
  void showStatus();
  void keepInterrupted();

  MainWindow& window_;
  RunForm& form_;
  ThemeSwitch& themes_;
  WindowActions actions_;
  RunController controller_;
  ShownRecording shown_;
  CoresFeed cores_;
  FileCommands files_;
  std::map<std::string, std::shared_ptr<const Recording>> last_runs_;  // by scenario, of this session
  QPointer<QWidget> focus_before_run_;
  QString interrupted_;  // the file, if closing the window cut a run short
};

}  // namespace threadmart
