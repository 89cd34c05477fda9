// The choice of words: one for the whole window, in every view and menu, and remembered.
#include <QTableView>

#include "tests/ui/window/window_fixture.h"
#include "ui/catalogue/executor_box.h"
#include "ui/catalogue/parameter_bar.h"
#include "ui/cores/core_row.h"
#include "ui/cores/cores_view.h"
#include "ui/processes/process_table.h"

namespace threadmart {
namespace {

struct WordsTest : WindowWithRun {
  QStringList buttons() {
    QStringList texts;
    for (const QPushButton* button : window.page()->timeline()->findChildren<QPushButton*>()) texts << button->text();
    return texts;
  }
  QString core() { return window.cores()->findChildren<CoreRow*>().value(0)->accessibleName(); }
  QString process() {
    return window.processes()->findChild<QTableView*>()->model()->index(1, 0).siblingAtColumn(0).data().toString() +
           window.processes()->findChild<QTableView*>()->model()->index(1, 1).data().toString();
  }
  QString executor() { return window.page()->parameters()->executor()->box()->currentText(); }
  QString lane() { return timeline()->model().lanes().front().name(); }
};

TEST_F(WordsTest, AreTheSameEverywhereFromTheStart) {
  EXPECT_EQ(shop()->words(), Words::Shop);
  EXPECT_TRUE(core().startsWith("assistant 0")) << core().toStdString();
  EXPECT_EQ(lane(), "customer 1");
}

TEST_F(WordsTest, ReachEveryView) {
  workbench.showRecording(testing_support::wallsShop().recording);
  workbench.player().toEnd();
  struct Said {
    QString lane, core, process, executor, shop;
    QStringList buttons;
    QImage picture;
  };
  std::vector<Said> said;
  for (const Words words : {Words::Shop, Words::Computing, Words::Both}) {
    window.page()->shop()->setWords(words);
    EXPECT_EQ(shop()->words(), words);
    said.push_back({lane(), core(), process(), executor(), shop()->sentences(), buttons(), shop()->grab().toImage()});
  }
  EXPECT_NE(said[0].lane, said[1].lane);
  EXPECT_NE(said[0].core, said[1].core);
  EXPECT_NE(said[0].process, said[1].process);
  EXPECT_NE(said[0].shop, said[1].shop);
  EXPECT_NE(said[0].buttons, said[1].buttons);
  EXPECT_NE(said[0].picture, said[1].picture);
  EXPECT_TRUE(said[2].lane.contains(said[0].lane) && said[2].lane.contains(said[1].lane)) << said[2].lane.toStdString();
  EXPECT_EQ(said[2].buttons, said[0].buttons) << "there is no room for both";
}

TEST_F(WordsTest, ReachTheChoiceOfTheExecutor) {
  workbench.chooseScenario("gil-cpu");
  const QString before = executor();
  window.page()->shop()->setWords(Words::Computing);
  EXPECT_NE(executor(), before);
}

TEST_F(WordsTest, AreOneChoiceInButtonsMenuAndKey) {
  EXPECT_TRUE(action("Of the shop")->isChecked());
  action("Of the computer")->trigger();
  EXPECT_EQ(window.page()->shop()->words(), Words::Computing);
  EXPECT_EQ(workbench.memory().words, Words::Computing);
  QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
  EXPECT_EQ(workbench.memory().words, Words::Both);
  EXPECT_TRUE(action("Both")->isChecked());
  for (QPushButton* button : window.page()->shop()->findChildren<QPushButton*>())
    if (button->text() == "shop") button->click();
  EXPECT_EQ(workbench.memory().words, Words::Shop);
  EXPECT_TRUE(action("Of the shop")->isChecked());
}

TEST(RememberedLook, IsThereFromTheStart) {
  const OwnFolder folder;
  WindowMemory memory;
  memory.words = Words::Both;
  memory.lanes_by = LaneBy::Core;
  memory.theme = ThemeChoice::HighContrast;
  memory.scale_percent = 125;
  memory.motion = MotionChoice::Reduced;
  OpenWindow open(quickEngine(), memory);
  EXPECT_EQ(open.shop()->words(), Words::Both);
  EXPECT_EQ(open.timeline()->laneBy(), LaneBy::Core);
  EXPECT_TRUE(open.action("Both")->isChecked());
  EXPECT_TRUE(open.action("Lanes by core")->isChecked());
  EXPECT_TRUE(open.action("Fade over")->isChecked());
  const WindowMemory now = open.workbench.memory();
  EXPECT_EQ(now.words, memory.words);
  EXPECT_EQ(now.lanes_by, memory.lanes_by);
  EXPECT_EQ(now.theme, memory.theme);
  EXPECT_EQ(now.scale_percent, memory.scale_percent);
  EXPECT_EQ(now.motion, memory.motion);
}

}  // namespace
}  // namespace threadmart
