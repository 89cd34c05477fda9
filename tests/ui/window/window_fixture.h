// The whole window, offscreen, with an engine that does what the test says, and a folder of its own for what it keeps.
#pragma once

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include "app/window/header_bar.h"
#include "app/window/main_window.h"
#include "app/window/message_bar.h"
#include "app/window/scenario_page.h"
#include "app/window/shop_card.h"
#include "app/window/timeline_card.h"
#include "app/window/workbench.h"
#include "core/scenario/catalogue.h"
#include "tests/support/shop_runs.h"
#include "tests/ui/window/fake_engine.h"
#include "ui/catalogue/catalogue_list.h"
#include "ui/shop/widget.h"
#include "ui/timeline/widget.h"

namespace threadmart {

// Where the program keeps things. Before the window: it may look there at once.
struct OwnFolder {
  OwnFolder() { qputenv("XDG_DATA_HOME", folder.path().toUtf8()); }
  QString file(const QString& name) const { return folder.filePath(name); }
  QTemporaryDir folder;
};

struct OpenWindow {
  explicit OpenWindow(RunController::Engine engine = quickEngine(), const WindowMemory& memory = {})
      : themes(*qApp, memory.theme == ThemeChoice::System ? ThemeChoice::Light : memory.theme, memory.scale_percent),
        window(form, themes.theme()),
        workbench(window, form, themes, std::move(engine), memory) {
    window.catalogue()->setEntries(catalogue());
    workbench.chooseScenario("gil-cpu");
    window.resize(1280, 800);
    window.show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&window));  // shortcuts need it
  }
  ~OpenWindow() { qApp->setStyleSheet({}); }

  bool waitUntilIdle() {
    return QTest::qWaitFor([this] { return !workbench.controller().running(); });
  }
  QPushButton* runButton() { return window.page()->runButton(); }
  QString message() { return window.page()->messages()->text(); }
  TimelineWidget* timeline() { return window.page()->timeline()->timeline(); }
  ShopWidget* shop() { return window.page()->shop()->shop(); }
  const Playback& playback() { return workbench.player().playback(); }
  // By the beginning of its text; ampersands do not count.
  QAction* action(const QString& text) {
    for (const bool menu : {false, true})
      for (QAction* action : window.findChildren<QAction*>())
        if ((action->menu() != nullptr) == menu && action->text().remove('&').startsWith(text)) return action;
    ADD_FAILURE() << "no action " << text.toStdString();
    return nullptr;
  }

  ThemeSwitch themes;
  RunForm form{2};
  MainWindow window;
  Workbench workbench;
};

struct Window : testing::Test, OwnFolder, OpenWindow {
  explicit Window(RunController::Engine engine = quickEngine()) : OpenWindow(std::move(engine)) {}
};

// With a recording of four customers who share one scanner; two cores.
struct WindowWithRun : Window {
  WindowWithRun() {
    workbench.showRecording(run.recording);
    workbench.player().seek(run.moment);
  }
  testing_support::ShopRun run = testing_support::oneScannerShop();
};

// Runs until it is cancelled.
struct EndlessWindow : Window {
  EndlessWindow() : Window(endlessEngine(left)) { left = 0; }
  static inline std::atomic<int> left{0};
};

}  // namespace threadmart
