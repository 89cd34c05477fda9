// A shop built by hand, in the window: building, running, undoing, keeping, saving.
#include <QFile>

#include "tests/ui/window/window_fixture.h"
#include "ui/sandbox/page.h"

namespace threadmart {
namespace {

DraftCustomer buyer(const std::string& name, double items) {
  return {name, {draftStep("scan", {{"items", items}})}, 1};
}

struct SandboxTest : Window {
  explicit SandboxTest(RunController::Engine engine = quickEngine()) : Window(std::move(engine)) {}
  void build() {
    workbench.sandbox().enter();
    model().insertCustomers(0, {buyer("anna", 3), buyer("bert", 5)});
  }
  SandboxPage* sandbox() { return window.page()->sandbox(); }
  SandboxModel& model() { return sandbox()->model(); }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers) { QTest::keyClick(&window, key, modifiers); }
  QPushButton* segment(const QString& text) {
    for (QPushButton* button : window.page()->findChildren<QPushButton*>())
      if (button->text() == text && button->property("role") == "segment") return button;
    return nullptr;
  }
};

TEST_F(SandboxTest, IsEnteredByButtonMenuAndKeyAndLeftForTheCatalogue) {
  window.sandboxButton()->click();
  EXPECT_TRUE(workbench.sandbox().active());
  EXPECT_TRUE(window.page()->building());
  EXPECT_TRUE(sandbox()->isVisible());
  EXPECT_EQ(window.catalogue()->selected(), "");
  EXPECT_FALSE(runButton()->isEnabled()) << "nobody is there yet";
  EXPECT_TRUE(action("Save scenario")->isEnabled());
  workbench.chooseScenario("race");
  EXPECT_FALSE(workbench.sandbox().active());
  EXPECT_FALSE(window.page()->building());
  EXPECT_FALSE(action("Save scenario")->isEnabled());
  EXPECT_EQ(form.scenario().name(), "race");
  press(Qt::Key_B, Qt::ControlModifier);
  EXPECT_TRUE(window.page()->building());
}

TEST_F(SandboxTest, WhatIsBuiltIsWhatRuns) {
  build();
  ASSERT_TRUE(form.hasScenario());
  EXPECT_EQ(form.tasks(), 2u);
  EXPECT_TRUE(runButton()->isEnabled());
  model().setCopies(1, 4);
  EXPECT_EQ(form.tasks(), 5u);
  model().setStep(0, 0, draftStep("scan", {{"items", 0.5}}));
  EXPECT_FALSE(runButton()->isEnabled());
  EXPECT_FALSE(sandbox()->problemText().isEmpty());
  model().undoStack().undo();
  EXPECT_TRUE(runButton()->isEnabled());
}

TEST_F(SandboxTest, RunningWatchesAndOneCanGoBackToBuild) {
  build();
  QTest::keyClick(&window, Qt::Key_F5);
  ASSERT_TRUE(waitUntilIdle());
  EXPECT_FALSE(window.page()->building());
  EXPECT_TRUE(shop()->isVisible());
  EXPECT_TRUE(workbench.sandbox().active());
  segment("Build")->click();
  EXPECT_TRUE(sandbox()->isVisible());
  EXPECT_EQ(model().customers(), 2);
  segment("Watch")->click();
  EXPECT_TRUE(shop()->isVisible());
  EXPECT_FALSE(workbench.shown().empty());
}

TEST_F(SandboxTest, UndoTakesBackWhatWasBuiltAndNotTheParameters) {
  build();
  form.setPace(40);
  const RunChoice choice = form.choice();
  press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(model().customers(), 0);
  press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_EQ(model().customers(), 2);
  EXPECT_EQ(form.choice().pace, choice.pace) << "the pace was not built by hand";
}

TEST_F(SandboxTest, UndoOfParametersLeavesWhatWasBuilt) {
  build();
  workbench.chooseScenario("gil-cpu");
  const double before = form.choice().pace;
  form.setPace(before * 4);
  press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(form.choice().pace, before);
  EXPECT_EQ(model().customers(), 2);
  press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(model().customers(), 2);
}

TEST_F(SandboxTest, ParametersBelongToTheFile) {
  build();
  form.setExecutor("process-pool");
  form.setPace(20);
  EXPECT_EQ(sandbox()->draft().head.defaults.executor, "process-pool");
  EXPECT_EQ(sandbox()->draft().head.defaults.pace, 20);
  model().insertCustomers(2, {buyer("carl", 1)});
  EXPECT_EQ(form.choice().executor, "process-pool") << "going on building does not take it back";
  EXPECT_EQ(form.choice().pace, 20);
}

TEST_F(SandboxTest, SavedAndOpenedAgainItIsTheSameFile) {
  build();
  form.setExecutor("event-loop");
  model().setTitle("Two friends");
  const QByteArray json = workbench.sandbox().json();
  EXPECT_EQ(workbench.sandbox().name(), "two-friends");
  const QString path = file("two-friends.json");
  workbench.files().saveScenario(json, path);
  ASSERT_TRUE(QTest::qWaitFor([&] { return message().startsWith("Saved"); }));
  EXPECT_FALSE(sandbox()->isModified());
  QFile saved(path);
  ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
  EXPECT_EQ(saved.readAll(), json);
  sandbox()->startEmpty();
  workbench.open(path);
  EXPECT_EQ(form.scenario().title(), "Two friends");
  EXPECT_FALSE(window.page()->building()) << "a file is to be run; building is offered";
  workbench.sandbox().enter();
  EXPECT_EQ(workbench.sandbox().json(), json);
  EXPECT_EQ(form.choice().executor, "event-loop");
}

TEST_F(SandboxTest, OpeningAFileDoesNotLoseUnsavedWork) {
  build();
  const QByteArray mine = workbench.sandbox().json();
  QFile other(file("other.json"));
  ASSERT_TRUE(other.open(QIODevice::WriteOnly));
  other.write(R"({"title": "Other", "tasks": [{"name": "x", "steps": [{"step": "scan", "items": 9}]}]})");
  other.close();
  workbench.open(other.fileName());
  EXPECT_EQ(form.scenario().title(), "Other");
  workbench.sandbox().enter();
  EXPECT_EQ(workbench.sandbox().json(), mine);
}

TEST_F(SandboxTest, IsKeptForTheNextStart) {
  build();
  const QByteArray json = workbench.sandbox().json();
  window.close();
  OpenWindow next;
  next.workbench.sandbox().restore();
  next.workbench.sandbox().enter();
  EXPECT_EQ(next.workbench.sandbox().json(), json);
  EXPECT_EQ(next.form.tasks(), 2u);
}

TEST_F(SandboxTest, AnEmptyOneIsNotKept) {
  build();
  workbench.sandbox().keep();
  sandbox()->startEmpty();
  window.close();
  OpenWindow next;
  next.workbench.sandbox().restore();
  EXPECT_TRUE(next.window.page()->sandbox()->draft().customers.empty());
}

struct EndlessSandbox : SandboxTest {
  EndlessSandbox() : SandboxTest(endlessEngine(left)) {}
  static inline std::atomic<int> left{0};
};

TEST_F(EndlessSandbox, RestsWhileItsRunGoesOn) {
  build();
  workbench.run();
  EXPECT_FALSE(sandbox()->isEnabled());
  EXPECT_FALSE(window.page()->building());
  QTest::keyClick(&window, Qt::Key_Escape);
  ASSERT_TRUE(waitUntilIdle());
  EXPECT_TRUE(sandbox()->isEnabled());
}

}  // namespace
}  // namespace threadmart
