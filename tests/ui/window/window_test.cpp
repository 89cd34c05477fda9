// The window as a whole, offscreen, with an engine that does what the test says.
#include <QFile>

#include "tests/ui/window/window_fixture.h"
#include "ui/catalogue/parameter_bar.h"

namespace threadmart {
namespace {

TEST_F(Window, StartsWithAScenarioAndAnInvitation) {
  EXPECT_EQ(form.scenario().name(), "gil-cpu");
  EXPECT_EQ(window.catalogue()->selected(), "gil-cpu");
  EXPECT_EQ(runButton()->text(), "Run");
  EXPECT_TRUE(runButton()->isEnabled());
  EXPECT_FALSE(timeline()->isVisible());
  EXPECT_TRUE(shop()->isVisible());
  EXPECT_EQ(message(), "");
  EXPECT_FALSE(window.page()->building());
}

TEST_F(Window, RunShowsTheRecording) {
  QTest::keyClick(&window, Qt::Key_F5);
  ASSERT_TRUE(waitUntilIdle());
  EXPECT_TRUE(timeline()->isVisible());
  EXPECT_EQ(timeline()->model().slices().size(), workbench.shown().slices()->size());
  EXPECT_FALSE(shop()->things().empty());
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
  EXPECT_TRUE(shop()->things().empty());
  workbench.chooseScenario("gil-cpu");
  EXPECT_EQ(workbench.shown().recording(), first);
}

TEST_F(Window, LanesByIsOneChoiceInButtonAndMenu) {
  EXPECT_EQ(workbench.memory().lanes_by, LaneBy::Task);
  QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
  EXPECT_EQ(timeline()->laneBy(), LaneBy::Core);
  EXPECT_EQ(workbench.memory().lanes_by, LaneBy::Core);
  for (QPushButton* button : window.page()->timeline()->findChildren<QPushButton*>())
    if (button->text() == "by till") button->click();
  EXPECT_EQ(workbench.memory().lanes_by, LaneBy::Worker);
  EXPECT_TRUE(action("Lanes by till")->isChecked());
}

TEST_F(Window, ArrowsAreShownUnlessOneDoesNotWantThem) {
  EXPECT_TRUE(timeline()->arrowsShown());
  QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
  EXPECT_FALSE(timeline()->arrowsShown());
}

TEST_F(Window, ParametersAreResetByKey) {
  form.setPace(7);
  EXPECT_FALSE(form.isDefault());
  QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_TRUE(form.isDefault());
}

TEST_F(Window, AsksBeforeARunThatTalksToOtherMachines) {
  QFile remote(file("remote.json"));
  ASSERT_TRUE(remote.open(QIODevice::WriteOnly));
  remote.write(
      R"({"title": "Far", "tasks": [{"name": "customer", "steps": [{"step": "fetch", "url": "http://example.org/"}]}]})");
  remote.close();
  workbench.open(remote.fileName());
  workbench.run();
  EXPECT_FALSE(workbench.controller().running());
  EXPECT_TRUE(message().contains("example.org"));
  window.page()->messages()->answerButton()->click();
  EXPECT_TRUE(workbench.controller().running());
  ASSERT_TRUE(waitUntilIdle());
}

void expectNamed(const MainWindow& window) {
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0) continue;
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const bool named = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
    EXPECT_TRUE(named) << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
  }
}

TEST_F(WindowWithRun, EverythingForTheKeyboardHasANameForScreenReaders) {
  expectNamed(window);
  workbench.sandbox().enter();
  expectNamed(window);
}

TEST_F(EndlessWindow, RunBecomesCancelAndTheShopGetsTheKeys) {
  window.catalogue()->setFocus();
  runButton()->click();
  EXPECT_TRUE(shop()->hasFocus()) << "there Space and arrows belong to the transport";
  EXPECT_EQ(runButton()->text(), "Cancel");
  EXPECT_FALSE(window.catalogue()->isEnabled());
  EXPECT_FALSE(window.page()->parameters()->isEnabled());
  ASSERT_TRUE(QTest::qWaitFor([this] { return !workbench.shown().empty(); }));
  EXPECT_TRUE(workbench.shown().growing());
  QTest::keyClick(&window, Qt::Key_Escape);
  ASSERT_TRUE(waitUntilIdle());
  EXPECT_EQ(runButton()->text(), "Run");
  EXPECT_TRUE(window.catalogue()->isEnabled());
  EXPECT_EQ(workbench.shown().numbers().cancelled, 1u);
  EXPECT_EQ(left, 1);
}

TEST_F(EndlessWindow, SaysHowManyAreServed) {
  workbench.run();
  const auto said = [this] {
    QStringList texts;
    for (const QLabel* label : window.page()->timeline()->findChildren<QLabel*>()) texts << label->text();
    return texts.contains("1 of 2 served");
  };
  EXPECT_TRUE(QTest::qWaitFor(said));
  workbench.cancel();
  ASSERT_TRUE(waitUntilIdle());
  EXPECT_FALSE(said());
}

TEST_F(EndlessWindow, ClosingInTheMiddleCancelsAndKeeps) {
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
}

TEST(WindowErrors, AreShownInTheBar) {
  const OwnFolder folder;
  OpenWindow open([](const Scenario&, const RunOptions&, Status&, const CancelToken&) -> RunResult {
    throw RunError("no worker program beside threadmart");
  });
  open.workbench.run();
  ASSERT_TRUE(open.waitUntilIdle());
  EXPECT_EQ(open.message(), "no worker program beside threadmart");
  EXPECT_TRUE(open.runButton()->isEnabled()) << "one can try again";
}

}  // namespace
}  // namespace threadmart
