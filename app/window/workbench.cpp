#include "app/window/workbench.h"

#include <utility>

#include <QAction>
#include <QActionGroup>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QStandardPaths>
#include <QStringList>

#include "app/window/header_bar.h"
#include "app/window/help.h"
#include "app/window/main_window.h"
#include "app/window/message_bar.h"
#include "app/window/scenario_page.h"
#include "app/window/timeline_card.h"
#include "core/recording/trace_file.h"
#include "core/scenario/catalogue.h"
#include "ui/catalogue/catalogue_list.h"
#include "ui/cores/cores_view.h"
#include "ui/numbers/number_rows.h"
#include "ui/numbers/numbers_panel.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/widget.h"

namespace threadmart {

Workbench::Workbench(MainWindow& window, RunForm& form, ThemeSwitch& themes, RunController::Engine engine,
                     const WindowMemory& memory)
    : QObject(&window),
      window_(window),
      form_(form),
      themes_(themes),
      actions_(makeActions(window, *window.header()->menus(), form.undoStack(), memory)),
      controller_(std::move(engine)),
      cores_(shown_),
      files_(window, shown_, memory.folder) {
  connectActions();
  connectRun();
  connectFiles();
  connectViews();
  window_.page()->timeline()->setLaneBy(memory.lanes_by);
  showRunning(false);
  showRecording();
}

void Workbench::connectActions() {
  HeaderBar* header = window_.header();
  header->addButton(actions_.open, "Open");
  header->addButton(actions_.save, "Save");
  header->addButton(actions_.export_picture, "Export");
  header->addRoundButton(actions_.shortcuts, "?");
  connect(actions_.quit, &QAction::triggered, &window_, &QWidget::close);
  connect(actions_.run, &QAction::triggered, this, &Workbench::run);
  connect(actions_.cancel, &QAction::triggered, this, &Workbench::cancel);
  connect(actions_.reset, &QAction::triggered, &form_, &RunForm::resetToDefaults);
  connect(actions_.copy_numbers, &QAction::triggered, window_.numbers(), &NumbersPanel::copyAsText);
  connect(actions_.fit, &QAction::triggered, window_.page()->timeline()->timeline(), &TimelineWidget::fit);
  connect(actions_.shortcuts, &QAction::triggered, &window_, [this] { showShortcuts(&window_); });
  connect(actions_.about, &QAction::triggered, &window_, [this] { showAbout(&window_); });
  connect(actions_.themes, &QActionGroup::triggered, this,
          [this](QAction* action) { themes_.choose(static_cast<ThemeChoice>(action->data().toInt())); });
  connect(actions_.scales, &QActionGroup::triggered, this,
          [this](QAction* action) { themes_.setScalePercent(action->data().toInt()); });
  connect(actions_.lanes_by, &QActionGroup::triggered, this, [this](QAction* action) {
    window_.page()->timeline()->setLaneBy(static_cast<LaneBy>(action->data().toInt()));
  });
}

void Workbench::connectRun() {
  connect(window_.catalogue(), &CatalogueList::chosen, this,
          [this](const QString& name) { loadChosen(name.toStdString()); });
  connect(window_.catalogue(), &CatalogueList::runRequested, this, &Workbench::run);
  connect(window_.page(), &ScenarioPage::runOrCancel, this, [this] { controller_.running() ? cancel() : run(); });
  connect(&controller_, &RunController::runningChanged, this, &Workbench::showRunning);
  connect(&controller_, &RunController::started, this, [this](const std::shared_ptr<const Recording>& recording) {
    last_runs_[form_.scenario().name()] = recording;
    shown_.show(recording, true);
  });
  connect(&controller_, &RunController::grew, &shown_, &ShownRecording::refresh);
  connect(&controller_, &RunController::progressed, this, [this](std::size_t finished, std::size_t tasks) {
    window_.page()->timeline()->setStatus(
        QString("%1 of %2 customers served").arg(countText(finished), countText(tasks)));
  });
  connect(&controller_, &RunController::ended, this, [this](const RunResult& result) {
    shown_.finish();
    if (!result.error.empty()) window_.page()->messages()->showError(QString::fromStdString(result.error));
  });
  connect(&controller_, &RunController::refused, window_.page()->messages(), &MessageBar::showError);
}

void Workbench::connectFiles() {
  MessageBar* messages = window_.page()->messages();
  connect(actions_.open, &QAction::triggered, &files_, &FileCommands::chooseAndOpen);
  connect(actions_.save, &QAction::triggered, &files_, &FileCommands::chooseAndSave);
  connect(actions_.export_picture, &QAction::triggered, this,
          [this] { files_.chooseAndExport(window_.page()->timeline()->timeline()->laneBy()); });
  connect(&window_, &MainWindow::fileDropped, &files_, &FileCommands::open);
  connect(&files_, &FileCommands::recordingOpened, this, &Workbench::takeRecording);
  connect(&files_, &FileCommands::scenarioOpened, this, [this](const Scenario& scenario) {
    window_.catalogue()->clearChoice();
    takeScenario(scenario);
  });
  connect(&files_, &FileCommands::done, messages, &MessageBar::showNote);
  connect(&files_, &FileCommands::failed, messages, &MessageBar::showError);
  connect(&window_, &MainWindow::closing, this, &Workbench::keepInterrupted);
}

void Workbench::connectViews() {
  connect(&shown_, &ShownRecording::replaced, this, [this] {
    window_.page()->timeline()->timeline()->clearData();
    window_.page()->timeline()->timeline()->fit();
  });
  connect(&shown_, &ShownRecording::changed, this, &Workbench::showRecording);
  connect(&cores_, &CoresFeed::loaded, window_.cores(), &CoresView::setLoads);
  connect(&window_, &MainWindow::painted, &cores_, &CoresFeed::start);
  connect(&window_, &MainWindow::seen, this, [this](bool visible) {
    if (!visible) cores_.stop();
  });
  connect(&themes_, &ThemeSwitch::changed, &window_, &MainWindow::setTheme);
  connect(window_.page()->timeline(), &TimelineCard::laneByChosen, this,
          [this](LaneBy by) { checkAction(*actions_.lanes_by, static_cast<int>(by)); });
  connect(window_.page()->timeline()->timeline(), &TimelineWidget::playheadMoved, this, &Workbench::showStatus);
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
  window_.page()->messages()->dismiss();
  window_.page()->setTitle(QString::fromStdString(scenario.title()), QString::fromStdString(scenario.description()));
  window_.setQuestion(QString::fromStdString(scenario.question()));
  form_.setScenario(scenario);
  const auto last = last_runs_.find(scenario.name());
  shown_.show(last == last_runs_.end() ? nullptr : last->second, false);
  showRunning(false);
}

void Workbench::takeRecording(std::shared_ptr<const Recording> recording, const QString& path) {
  if (controller_.running()) return;
  const RunInfo info = recording->info();
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

// What rests during a run loses the focus; it gets it back afterwards.
void Workbench::moveFocus(bool running) {
  if (running) {
    focus_before_run_ = window_.focusWidget();
    window_.page()->runButton()->setFocus();
  } else if (focus_before_run_ != nullptr) {
    focus_before_run_->setFocus();
    focus_before_run_ = nullptr;
  }
}

void Workbench::showRunning(bool running) {
  if (running) moveFocus(true);
  window_.page()->setRunning(running);
  window_.page()->runButton()->setEnabled(form_.hasScenario());
  window_.catalogue()->setEnabled(!running);
  actions_.run->setEnabled(!running && form_.hasScenario());
  actions_.cancel->setEnabled(running);
  actions_.open->setEnabled(!running);
  actions_.reset->setEnabled(!running);
  if (!running) moveFocus(false);
}

void Workbench::showRecording() {
  TimelineCard* card = window_.page()->timeline();
  card->setEmpty(shown_.empty());
  const bool complete = !shown_.empty() && !shown_.growing();
  actions_.save->setEnabled(complete);
  actions_.export_picture->setEnabled(complete);
  actions_.copy_numbers->setEnabled(!shown_.empty());
  if (shown_.empty()) {
    window_.numbers()->setRows({});
  } else {
    card->timeline()->setData(shown_.slices(), shown_.info(), shown_.numbers(), shown_.version(),
                              shown_.snapshot().generation());
    card->legend()->setLegend(legendOf(card->timeline()->model()));
    window_.numbers()->setRows(numberRows(shown_.numbers(), shown_.info()));
  }
  if (!shown_.growing()) showStatus();
}

void Workbench::showStatus() {
  const auto playhead = window_.page()->timeline()->timeline()->playhead();
  QString text;
  if (!shown_.empty() && playhead) text = formatDuration(*playhead) + " / " + formatDuration(shown_.end());
  window_.page()->timeline()->setStatus(text);
}

// A window that is closed in the middle of a run: the run is cancelled, what was recorded is kept.
void Workbench::keepInterrupted() {
  cores_.stop();
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
  window_.page()->messages()->ask(
      "The window was closed in the middle of a run. What was recorded until then was kept.", "Open it",
      [this, file] { files_.open(file); });
}

WindowMemory Workbench::memory() const {
  return {window_.saveGeometry(),
          QString::fromStdString(window_.catalogue()->selected()),
          files_.folder(),
          themes_.choice(),
          themes_.scalePercent(),
          window_.page()->timeline()->timeline()->laneBy(),
          interrupted_};
}

}  // namespace threadmart
