#include "app/window/workbench.h"

#include <utility>

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QStringList>
#include <QStyle>

#include "app/window/focus_order.h"
#include "app/window/header_bar.h"
#include "app/window/main_window.h"
#include "app/window/message_bar.h"
#include "app/window/scenario_page.h"
#include "app/window/shop_card.h"
#include "app/window/timeline_card.h"
#include "core/recording/trace_file.h"
#include "core/scenario/catalogue.h"
#include "ui/catalogue/catalogue_list.h"
#include "ui/catalogue/parameter_bar.h"
#include "ui/cores/cores_view.h"
#include "ui/numbers/numbers_panel.h"
#include "ui/processes/process_table.h"
#include "ui/sandbox/page.h"
#include "ui/shop/widget.h"
#include "ui/timeline/widget.h"

namespace threadmart {

Workbench::Workbench(MainWindow& window, RunForm& form, ThemeSwitch& themes, RunController::Engine engine,
                     const WindowMemory& memory)
    : QObject(&window),
      window_(window),
      form_(form),
      themes_(themes),
      actions_(makeActions(window, *window.header()->menus(), undo_, memory)),
      controller_(std::move(engine)),
      player_(shown_),
      views_(window, shown_, player_, selection_),
      cores_(shown_),
      files_(window, shown_, memory.folder, memory.recent),
      sandbox_(*window.page(), form, undo_),
      system_({themes.systemIsDark(), window.style()->styleHint(QStyle::SH_Widget_Animate, nullptr, &window) == 0}) {
  undo_.addStack(&form_.undoStack());
  undo_.setActiveStack(&form_.undoStack());
  connectActions();
  connectLook();
  connectRun();
  connectFiles();
  connectSandbox();
  window_.page()->timeline()->setLaneBy(memory.lanes_by);
  window_.page()->shop()->setWords(memory.words);
  window_.page()->arrange(memory.arrangement);
  chooseMotion(memory.motion);
  listRecent();
  showRunning(false);
  showFileActions();
  orderFocus();
  connect(&cores_, &CoresFeed::loaded, this, [this, ordered = std::size_t{0}](const CoreLoads& loads) mutable {
    if (loads.cores.size() != std::exchange(ordered, loads.cores.size())) orderFocus();  // other rows
  });
  connect(&form_, &RunForm::scenarioChanged, this, &Workbench::orderFocus);  // other parameters
}

void Workbench::orderFocus() {
  const ScenarioPage& page = *window_.page();
  setFocusOrder({window_.header(), window_.catalogue(), window_.sandboxButton(), page.parameters(), page.runButton(),
                 page.messages(), page.sandbox(), page.shop(), page.timeline(), window_.cores(), window_.processes(),
                 window_.numbers()});
}

void Workbench::chooseScenario(const std::string& name) {
  window_.catalogue()->select(name);
}

void Workbench::loadChosen(const std::string& name) {
  try {
    takeScenario(findScenario(name));
  } catch (const ScenarioError& error) {
    window_.page()->messages()->showError(QString::fromUtf8(error.what()));
  }
}

void Workbench::takeScenario(const Scenario& scenario) {
  sandbox_.leave();
  window_.page()->messages()->dismiss();
  window_.page()->setTitle(QString::fromStdString(scenario.title()), QString::fromStdString(scenario.description()));
  window_.setQuestion(QString::fromStdString(scenario.question()));
  form_.setScenario(scenario);
  const auto last = last_runs_.find(scenario.name());
  shown_.show(last == last_runs_.end() ? nullptr : last->second, false);
  showRunning(false);
}

void Workbench::showRecording(std::shared_ptr<const Recording> recording) {
  const RunInfo info = recording->info();
  chooseScenario(info.scenario);
  if (!form_.hasScenario() || form_.scenario().name() != info.scenario) return takeRecording(recording, {});
  form_.setScenario(Scenario(form_.scenario()), info);
  shown_.show(std::move(recording), false);
}

void Workbench::takeRecording(std::shared_ptr<const Recording> recording, const QString& path) {
  if (controller_.running()) return;
  const RunInfo info = recording->info();
  sandbox_.leave();
  window_.catalogue()->clearChoice();
  window_.page()->messages()->dismiss();
  window_.setQuestion({});
  window_.page()->setTitle(info.title.empty() ? QFileInfo(path).fileName() : QString::fromStdString(info.title),
                           "Recording " + QFileInfo(path).fileName());
  try {
    form_.setScenario(Scenario::parse(info.scenario_json, info.scenario), info);
  } catch (const ScenarioError&) {
    form_.clear();  // another tool's trace: to be looked at, not to be run again
  }
  shown_.show(std::move(recording), false);
  showRunning(false);
}

void Workbench::run() {
  if (controller_.running() || !form_.hasScenario()) return;
  if (form_.hosts().empty()) return startRun(false);
  QStringList hosts;
  for (const std::string& host : form_.hosts()) hosts << QString::fromStdString(host);
  window_.page()->messages()->ask("This scenario talks to other machines: " + hosts.join(", ") + ".", "Allow and run",
                                  [this] { startRun(true); });
}

void Workbench::startRun(bool allow_network) {
  window_.page()->messages()->dismiss();
  RunOptions options = form_.options();
  options.allow_network = allow_network;
  controller_.start(form_.scenario(), options);
}

// What rests during a run loses the focus. The shop gets it: there Space and arrows belong to the transport, which is
// what one wants next.
void Workbench::moveFocus() {
  window_.page()->shop()->shop()->setFocus();
}

void Workbench::showRunning(bool running) {
  if (running) moveFocus();
  window_.page()->setRunning(running);
  window_.page()->runButton()->setEnabled(form_.hasScenario());
  window_.catalogue()->setEnabled(!running);
  actions_.run->setEnabled(!running && form_.hasScenario());
  actions_.cancel->setEnabled(running);
  actions_.open->setEnabled(!running);
  actions_.sandbox->setEnabled(!running);
  window_.sandboxButton()->setEnabled(!running);
  showFileActions();
  actions_.reset->setEnabled(!running);
}

void Workbench::showFileActions() {
  const bool complete = !shown_.empty() && !shown_.growing();
  actions_.save->setEnabled(complete);
  actions_.save_scenario->setEnabled(sandbox_.active());
  actions_.export_timeline->setEnabled(complete);
  actions_.export_shop->setEnabled(complete && shown_.shop().kind() != ShopKind::Unknown);
  actions_.copy_numbers->setEnabled(!shown_.empty());
}

void Workbench::listRecent() {
  actions_.recent->clear();
  actions_.recent->setEnabled(!files_.recent().isEmpty());
  for (const QString& file : files_.recent())
    actions_.recent->addAction(QFileInfo(file).fileName(), this, [this, file] { files_.open(file); })->setToolTip(file);
}

void Workbench::chooseMotion(MotionChoice motion) {
  motion_ = motion;
  const bool reduced = motion == MotionChoice::Reduced || (motion == MotionChoice::System && system_.look().at_rest);
  window_.page()->shop()->shop()->setReducedMotion(reduced);
}

// A window that is closed in the middle of a run: the run is cancelled, what was recorded is kept.
void Workbench::keepInterrupted() {
  cores_.stop();
  sandbox_.keep();
  if (!controller_.running()) return;
  const RunResult result = controller_.cancelAndWait();
  if (result.recording == nullptr) return;
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  const QString file = folder + "/interrupted.json.gz";
  try {
    QDir().mkpath(folder);
    writeTrace(*result.recording, file.toStdString());
    interrupted_ = file;
  } catch (const TraceError& error) {
    qWarning("%s", error.what());  // the window is closing: there is nobody left to show it to
  }
}

void Workbench::offerInterrupted(const QString& file) {
  if (!QFileInfo::exists(file)) return;
  interrupted_ = file;  // offered again, until it was opened
  window_.page()->messages()->ask(
      "The window was closed in the middle of a run. What was recorded until then was kept.", "Open it", [this, file] {
        interrupted_.clear();
        files_.open(file);
      });
}

WindowMemory Workbench::memory() const {
  WindowMemory memory;
  memory.geometry = window_.saveGeometry();
  memory.arrangement = window_.page()->arrangement();
  memory.scenario = QString::fromStdString(window_.catalogue()->selected());
  memory.folder = files_.folder();
  memory.theme = themes_.choice();
  memory.scale_percent = themes_.scalePercent();
  memory.lanes_by = window_.page()->timeline()->timeline()->laneBy();
  memory.words = views_.words();
  memory.motion = motion_;
  memory.recent = files_.recent();
  memory.interrupted = interrupted_;
  return memory;
}

}  // namespace threadmart
