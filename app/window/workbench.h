// What can be done in the window, wired up: choosing, running, opening, saving. The window says where things are, the
// form what is to be run, the controller runs it, the shown recording is what everything on screen is read from, the
// player says which moment of it, and the views show it.
#pragma once

#include <map>
#include <memory>
#include <string>

#include <QObject>
#include <QUndoGroup>

#include "app/window/actions.h"
#include "app/window/cores_feed.h"
#include "app/window/file_commands.h"
#include "app/window/player.h"
#include "app/window/run_controller.h"
#include "app/window/sandbox_desk.h"
#include "app/window/selection.h"
#include "app/window/settings.h"
#include "app/window/shown_recording.h"
#include "app/window/system_look.h"
#include "app/window/theme_switch.h"
#include "app/window/views.h"
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
  // As if it had just been run, where the catalogue knows its scenario.
  void showRecording(std::shared_ptr<const Recording> recording);
  void offerInterrupted(const QString& file);  // a recording that keepInterrupted() kept the last time
  WindowMemory memory() const;

  RunController& controller() { return controller_; }
  const ShownRecording& shown() const { return shown_; }
  Player& player() { return player_; }
  Selection& selection() { return selection_; }
  SandboxDesk& sandbox() { return sandbox_; }
  FileCommands& files() { return files_; }

 private:
  void connectActions();
  void connectLook();
  void connectRun();
  void connectFiles();
  void connectSandbox();

  void loadChosen(const std::string& name);
  void takeScenario(const Scenario& scenario);
  void takeRecording(std::shared_ptr<const Recording> recording, const QString& path);
  void startRun(bool allow_network);
  void moveFocus();
  void orderFocus();
  void showRunning(bool running);
  void showFileActions();
  void listRecent();
  void chooseMotion(MotionChoice motion);
  void keepInterrupted();

  MainWindow& window_;
  RunForm& form_;
  ThemeSwitch& themes_;
  QUndoGroup undo_;  // of the parameters, or of what is built by hand
  WindowActions actions_;
  RunController controller_;
  ShownRecording shown_;
  Player player_;
  Selection selection_;
  Views views_;
  CoresFeed cores_;
  FileCommands files_;
  SandboxDesk sandbox_;
  SystemLook system_;
  MotionChoice motion_ = MotionChoice::System;
  std::map<std::string, std::shared_ptr<const Recording>> last_runs_;  // by scenario, of this session
  QString interrupted_;  // the file, if closing the window cut a run short
};

}  // namespace threadmart
