// Who listens to whom in the window.
#include <QAction>
#include <QActionGroup>
#include <QPushButton>

#include "app/window/header_bar.h"
#include "app/window/help.h"
#include "app/window/main_window.h"
#include "app/window/message_bar.h"
#include "app/window/play_keys.h"
#include "app/window/scenario_page.h"
#include "app/window/shop_card.h"
#include "app/window/timeline_card.h"
#include "app/window/workbench.h"
#include "ui/catalogue/catalogue_list.h"
#include "ui/cores/cores_view.h"
#include "ui/numbers/number_rows.h"
#include "ui/numbers/numbers_panel.h"
#include "ui/timeline/widget.h"
#include "ui/transport/transport_bar.h"

namespace threadmart {

void Workbench::connectActions() {
  HeaderBar* header = window_.header();
  TimelineCard* timeline = window_.page()->timeline();
  auto* keys = new PlayKeys(window_, *header->menus(), player_, selection_, *timeline->timeline());
  keys->shareKeysWith(*timeline->transport());
  addHelpMenu(*header->menus(), actions_);
  header->addButton(actions_.open, "Open");
  header->addButton(actions_.save, "Save");
  header->addButton(actions_.export_timeline, "Export");
  header->addRoundButton(actions_.shortcuts, "?");
  connect(actions_.quit, &QAction::triggered, &window_, &QWidget::close);
  connect(actions_.run, &QAction::triggered, this, &Workbench::run);
  connect(actions_.cancel, &QAction::triggered, this, &Workbench::cancel);
  connect(actions_.reset, &QAction::triggered, &form_, &RunForm::resetToDefaults);
  connect(actions_.copy_numbers, &QAction::triggered, window_.numbers(), &NumbersPanel::copyAsText);
  connect(actions_.shortcuts, &QAction::triggered, &window_, [this] { showShortcuts(&window_); });
  connect(actions_.about, &QAction::triggered, &window_, [this] { showAbout(&window_); });
}

// How things look: theme, size, words, lanes, movement.
void Workbench::connectLook() {
  TimelineCard* card = window_.page()->timeline();
  ShopCard* shop = window_.page()->shop();
  connect(actions_.themes, &QActionGroup::triggered, this,
          [this](QAction* action) { themes_.choose(static_cast<ThemeChoice>(action->data().toInt())); });
  connect(actions_.scales, &QActionGroup::triggered, this,
          [this](QAction* action) { themes_.setScalePercent(action->data().toInt()); });
  connect(actions_.motions, &QActionGroup::triggered, this,
          [this](QAction* action) { chooseMotion(static_cast<MotionChoice>(action->data().toInt())); });
  connect(actions_.lanes_by, &QActionGroup::triggered, card,
          [card](QAction* action) { card->setLaneBy(static_cast<LaneBy>(action->data().toInt())); });
  connect(actions_.words, &QActionGroup::triggered, shop,
          [shop](QAction* action) { shop->setWords(static_cast<Words>(action->data().toInt())); });
  connect(actions_.next_words, &QAction::triggered, shop,
          [shop] { shop->setWords(static_cast<Words>((static_cast<int>(shop->words()) + 1) % 3)); });
  connect(actions_.arrows, &QAction::toggled, card->timeline(), &TimelineWidget::setArrowsShown);
  connect(card, &TimelineCard::laneByChosen, this,
          [this](LaneBy by) { checkAction(*actions_.lanes_by, static_cast<int>(by)); });
  connect(shop, &ShopCard::wordsChosen, this,
          [this](Words words) { checkAction(*actions_.words, static_cast<int>(words)); });
  connect(&themes_, &ThemeSwitch::changed, &window_, &MainWindow::setTheme);
  connect(&cores_, &CoresFeed::loaded, window_.cores(), &CoresView::setLoads);
  connect(&window_, &MainWindow::painted, &cores_, &CoresFeed::start);
  connect(&window_, &MainWindow::painted, &system_, &SystemLook::ask);
  connect(&system_, &SystemLook::changed, this, [this](const DesktopLook& look) {
    themes_.followSystem(look.dark);
    chooseMotion(motion_);
  });
  connect(&window_, &MainWindow::seen, this, [this](bool visible) { visible ? cores_.start() : cores_.stop(); });
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
    views_.setStatus(QString("%1 of %2 served").arg(countText(finished), countText(tasks)));
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
  connect(actions_.export_timeline, &QAction::triggered, this,
          [this] { files_.chooseAndExportTimeline(window_.page()->timeline()->timeline()->laneBy()); });
  connect(actions_.export_shop, &QAction::triggered, this, [this] {
    files_.chooseAndExportShop({player_.position(), views_.words(), selection_.selected()});
  });
  connect(&shown_, &ShownRecording::changed, this, &Workbench::showFileActions);
  connect(&files_, &FileCommands::recentChanged, this, &Workbench::listRecent);
  connect(&window_, &MainWindow::fileDropped, &files_, &FileCommands::open);
  connect(&files_, &FileCommands::recordingOpened, this, &Workbench::takeRecording);
  connect(&files_, &FileCommands::scenarioOpened, this, [this](const Scenario& scenario) {
    window_.catalogue()->clearChoice();
    takeScenario(scenario);
    sandbox_.load(scenario);  // to be changed by hand, if somebody wants to
  });
  connect(&files_, &FileCommands::done, messages, &MessageBar::showNote);
  connect(&files_, &FileCommands::failed, messages, &MessageBar::showError);
  connect(&window_, &MainWindow::closing, this, &Workbench::keepInterrupted);
}

void Workbench::connectSandbox() {
  connect(actions_.sandbox, &QAction::triggered, &sandbox_, &SandboxDesk::enter);
  connect(window_.sandboxButton(), &QPushButton::clicked, &sandbox_, &SandboxDesk::enter);
  connect(&sandbox_, &SandboxDesk::entered, this, [this] {
    window_.catalogue()->clearChoice();
    window_.setQuestion({});
    shown_.show(nullptr, false);
    showRunning(false);
  });
  connect(&form_, &RunForm::changed, this, [this] {
    if (sandbox_.active()) showRunning(controller_.running());
  });
  connect(actions_.save_scenario, &QAction::triggered, this,
          [this] { files_.chooseAndSaveScenario(sandbox_.json(), sandbox_.name()); });
  connect(&files_, &FileCommands::scenarioSaved, &sandbox_, &SandboxDesk::markSaved);
}

}  // namespace threadmart
