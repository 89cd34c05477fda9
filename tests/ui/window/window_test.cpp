// The window as a whole, offscreen, with an engine that does what the test says.
#include <gtest/gtest.h>

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include "app/window/header_bar.h"
#include "app/window/main_window.h"
#include "app/window/message_bar.h"
#include "app/window/scenario_page.h"
#include "app/window/timeline_card.h"
#include "app/window/workbench.h"
#include "core/scenario/catalogue.h"
#include "tests/ui/window/fake_engine.h"
#include "ui/catalogue/catalogue_list.h"
#include "ui/timeline/widget.h"

namespace threadmart {
namespace {

struct Window : testing::Test {
  explicit Window(RunController::Engine engine = quickEngine())
      : workbench(window, form, themes, std::move(engine), WindowMemory{}) {
    QStandardPaths::setTestModeEnabled(true);
    window.catalogue()->setEntries(catalogue());
    workbench.chooseScenario("gil-cpu");
    window.resize(1280, 800);
    window.show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&window));  // shortcuts need it
  }
  ~Window() override { qApp->setStyleSheet({}); }
  bool waitUntilIdle() {
    return QTest::qWaitFor([this] { return !workbench.controller().running(); });
  }
  QPushButton* runButton() { return window.page()->runButton(); }
  QString message() { return window.page()->messages()->text(); }
  TimelineWidget* timeline() { return window.page()->timeline()->timeline(); }

  ThemeSwitch themes{*qApp, ThemeChoice::Light, 100};
  RunForm form{2};
  MainWindow window{form, themes.theme()};
  Workbench workbench;
};

struct EndlessWindow : Window {
  EndlessWindow() : Window(endlessEngine(left)) {}
  static inline std::atomic<int> left{0};
};

TEST_F(Window, StartsWithAScenarioAndAnInvitation) {
  EXPECT_EQ(form.scenario().name(), "gil-cpu");
  EXPECT_EQ(window.catalogue()->selected(), "gil-cpu");
  EXPECT_EQ(runButton()->text(), "Run");
  EXPECT_TRUE(runButton()->isEnabled());
  EXPECT_FALSE(timeline()->isVisible());
  EXPECT_EQ(message(), "");
}

TEST_F(Window, RunShowsTheRecording) {
  QTest::keyClick(&window, Qt::Key_F5);
  ASSERT_TRUE(waitUntilIdle());
  EXPECT_TRUE(timeline()->isVisible());
  EXPECT_EQ(timeline()->model().slices().size(), workbench.shown().slices()->size());
  EXPECT_EQ(workbench.shown().numbers().finished, 1u);
  EXPECT_FALSE(workbench.shown().growing());
}

TEST_F(Window, ChoosingAnotherScenarioAndBackShowsItsLastRun) {
  workbench.run();
  ASSERT_TRUE(waitUntilIdle());
  const auto first = workbench.shown().recording();
  workbench.chooseScenario("race");
  EXPECT_TRUE(workbench.shown().empty());
  EXPECT_FALSE(timeline()->isVisible());
  workbench.chooseScenario("gil-cpu");
  EXPECT_EQ(workbench.shown().recording(), first);
}

TEST_F(Window, LanesByIsOneChoiceInButtonAndMenu) {
  EXPECT_EQ(workbench.memory().lanes_by, LaneBy::Task);
  QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
  EXPECT_EQ(timeline()->laneBy(), LaneBy::Core);
  EXPECT_EQ(workbench.memory().lanes_by, LaneBy::Core);
}

TEST_F(Window, ThemeAndSizeReachTheWindow) {
  themes.choose(ThemeChoice::Dark);
  themes.setScalePercent(200);
  EXPECT_EQ(workbench.memory().theme, ThemeChoice::Dark);
  EXPECT_EQ(workbench.memory().scale_percent, 200);
  EXPECT_EQ(runButton()->height(), 68);
}

TEST_F(Window, SavesAndOpensARecordingThatCanBeRunAgain) {
  workbench.run();
  ASSERT_TRUE(waitUntilIdle());
  QTemporaryDir folder;
  const QString file = folder.filePath("run.json.gz");
  workbench.files().save(file);
  ASSERT_TRUE(QTest::qWaitFor([&] { return message().startsWith("Saved"); }));
  ASSERT_TRUE(QFile::exists(file));
  workbench.open(file);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.catalogue()->selected().empty(); }));
  EXPECT_EQ(workbench.shown().numbers().finished, 1u);
  EXPECT_FALSE(form.hasScenario());  // the fake run says nothing of its scenario: to be looked at only
  EXPECT_FALSE(runButton()->isEnabled());
  workbench.chooseScenario("gil-cpu");
  EXPECT_TRUE(runButton()->isEnabled());
}

TEST_F(Window, ExportsThePictureOfWhatIsShown) {
  workbench.run();
  ASSERT_TRUE(waitUntilIdle());
  QTemporaryDir folder;
  workbench.files().exportPicture(folder.filePath("run.png"), LaneBy::Task);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !message().isEmpty(); }));
  EXPECT_EQ(QImage(folder.filePath("run.png")).size(), QSize(1920, 1080));
}

TEST_F(Window, ADroppedScenarioIsShownAndADroppedMistakeNamed) {
  QTemporaryDir folder;
  const auto drop = [&](const QByteArray& text) {
    QFile file(folder.filePath("mine.json"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    ASSERT_TRUE(enter.isAccepted());
    QDropEvent event(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
  };
  drop(R"({"title": "Mine", "tasks": [{"name": "customer", "steps": [{"step": "scan", "items": 3}]}]})");
  EXPECT_EQ(form.scenario().title(), "Mine");
  EXPECT_EQ(message(), "");
  drop(R"({"title": "Mine", "tasks": [{"name": "customer", "steps": [{"step": "dance"}]}]})");
  EXPECT_TRUE(message().contains("dance")) << message().toStdString();
  EXPECT_EQ(form.scenario().title(), "Mine");
}

TEST_F(Window, AsksBeforeARunThatTalksToOtherMachines) {
  QTemporaryDir folder;
  QFile file(folder.filePath("remote.json"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(
      R"({"title": "Far", "tasks": [{"name": "customer", "steps": [{"step": "fetch", "url": "http://example.org/"}]}]})");
  file.close();
  workbench.open(file.fileName());
  workbench.run();
  EXPECT_FALSE(workbench.controller().running());
  EXPECT_TRUE(message().contains("example.org"));
  window.page()->messages()->answerButton()->click();
  EXPECT_TRUE(workbench.controller().running());
  ASSERT_TRUE(waitUntilIdle());
}

TEST_F(Window, EverythingForTheKeyboardHasANameForScreenReaders) {
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0) continue;
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const bool named = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
    EXPECT_TRUE(named) << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
  }
}

TEST_F(Window, FitsOnASmallScreen) {
  for (const char* name : {"gil-cpu", "gil-mixed", "three-urls", "memory"}) {
    workbench.chooseScenario(name);
    EXPECT_LE(window.minimumSizeHint().width(), 1280) << name;
    EXPECT_LE(window.minimumSizeHint().height(), 800) << name;
  }
}

TEST_F(EndlessWindow, RunBecomesCancelWhileItRuns) {
  left = 0;
  window.catalogue()->setFocus();
  runButton()->click();
  EXPECT_TRUE(runButton()->hasFocus());
  EXPECT_EQ(runButton()->text(), "Cancel");
  EXPECT_FALSE(window.catalogue()->isEnabled());
  ASSERT_TRUE(QTest::qWaitFor([this] { return !workbench.shown().empty(); }));
  EXPECT_TRUE(workbench.shown().growing());
  QTest::keyClick(&window, Qt::Key_Escape);
  ASSERT_TRUE(waitUntilIdle());
  EXPECT_EQ(runButton()->text(), "Run");
  EXPECT_TRUE(window.catalogue()->isEnabled());
  EXPECT_EQ(workbench.shown().numbers().cancelled, 1u);
  EXPECT_EQ(left, 1);
  EXPECT_TRUE(window.catalogue()->hasFocus());  // where it was before
}

TEST_F(EndlessWindow, ClosingInTheMiddleCancelsAndKeeps) {
  left = 0;
  workbench.run();
  window.close();
  EXPECT_EQ(left, 1);
  const QString kept = workbench.memory().interrupted;
  ASSERT_TRUE(QFile::exists(kept));
  workbench.offerInterrupted(kept);
  EXPECT_TRUE(message().contains("kept"));
  window.page()->messages()->answerButton()->click();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !workbench.shown().empty(); }));
  EXPECT_EQ(workbench.shown().numbers().cancelled, 1u);
  QFile::remove(kept);
}

TEST(WindowErrors, AreShownInTheBar) {
  RunForm form(2);
  ThemeSwitch themes(*qApp, ThemeChoice::Light, 100);
  MainWindow window(form, themes.theme());
  Workbench workbench(
      window, form, themes,
      [](const Scenario&, const RunOptions&, Status&, const CancelToken&) -> RunResult {
        throw RunError("no worker program beside threadmart");
      },
      WindowMemory{});
  window.catalogue()->setEntries(catalogue());
  workbench.chooseScenario("power");
  workbench.run();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !workbench.controller().running(); }));
  EXPECT_EQ(window.page()->messages()->text(), "no worker program beside threadmart");
}

}  // namespace
}  // namespace threadmart
