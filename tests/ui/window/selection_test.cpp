// What is chosen or pointed at in one view lights up in all of them.
#include <QImage>
#include <QTableView>

#include "tests/ui/window/window_fixture.h"
#include "ui/cores/core_row.h"
#include "ui/cores/cores_view.h"
#include "ui/numbers/numbers_panel.h"
#include "ui/processes/process_table.h"
#include "ui/words/durations.h"

namespace threadmart {
namespace {

struct SelectionTest : WindowWithRun {
  // The run with worker processes: only those have rows to be chosen among the processes.
  void showProcesses() {
    run = testing_support::wallsShop();
    workbench.showRecording(run.recording);
    workbench.player().seek(run.moment);
  }
  CoreRow* coreRow(int core) { return window.cores()->findChildren<CoreRow*>().value(core); }
  QTableView* processes() { return window.processes()->findChild<QTableView*>(); }
  // Of the card above the numbers; empty while it is hidden.
  QString numbersOf() {
    for (const QFrame* card : window.numbers()->findChildren<QFrame*>())
      if (card->property("role") == "message" && card->isVisible()) return card->accessibleName();
    return {};
  }
  void expectSelected(const Thing& thing) {
    EXPECT_EQ(workbench.selection().selected(), thing);
    EXPECT_EQ(shop()->selected(), thing);
    EXPECT_EQ(timeline()->selected(), thing);
    const QString name = thing ? "Numbers of " + thingName(thing, workbench.shown().info(), Words::Shop) : QString();
    EXPECT_EQ(numbersOf().toStdString(), name.toStdString());
  }
};

TEST_F(SelectionTest, FromTheShopByKeys) {
  shop()->setFocus();
  QTest::keyClick(shop(), Qt::Key_Period);
  QTest::keyClick(shop(), Qt::Key_Return);
  const Thing thing = shop()->selected();
  ASSERT_TRUE(thing);
  expectSelected(thing);
  QTest::keyClick(shop(), Qt::Key_Escape);
  expectSelected({});
}

TEST_F(SelectionTest, FromTheShopByMouse) {
  const QPointF at = shop()->outlineNow(customerThing(2)).center();
  QTest::mouseClick(shop(), Qt::LeftButton, {}, at.toPoint());
  expectSelected(customerThing(2));
}

TEST_F(SelectionTest, FromTheTimeline) {
  timeline()->setFocus();
  QTest::keyClick(timeline(), Qt::Key_Down, Qt::ShiftModifier);
  QTest::keyClick(timeline(), Qt::Key_Down, Qt::ShiftModifier);
  expectSelected(customerThing(1));
  workbench.player().toEnd();
  expectSelected(customerThing(1));  // whatever the time
}

TEST_F(SelectionTest, FromTheCores) {
  ASSERT_NE(coreRow(1), nullptr);
  QTest::mouseClick(coreRow(1), Qt::LeftButton);
  expectSelected(assistantThing(1));
  const QImage lit = coreRow(1)->grab().toImage();
  workbench.selection().select(assistantThing(0));
  EXPECT_NE(coreRow(1)->grab().toImage(), lit) << "one at a time";
  workbench.selection().select(assistantThing(1));
  EXPECT_EQ(coreRow(1)->grab().toImage(), lit);
}

TEST_F(SelectionTest, FromTheProcesses) {
  showProcesses();
  ASSERT_GE(processes()->model()->rowCount(), 3);
  processes()->selectRow(2);
  expectSelected(tillThing(1));
  processes()->selectRow(0);
  expectSelected({});  // the parent is no till
  workbench.selection().select(tillThing(0));
  EXPECT_TRUE(processes()->selectionModel()->isRowSelected(1, {}));
}

TEST_F(SelectionTest, HoveringTheShopLightsUpTheTimelineAndTheReverse) {
  const QImage before = timeline()->grab().toImage();
  emit shop()->thingHovered(customerThing(3));
  EXPECT_NE(timeline()->grab().toImage(), before);
  emit shop()->thingHovered({});
  EXPECT_EQ(timeline()->grab().toImage(), before);
  emit timeline()->thingHovered(customerThing(0));
  EXPECT_EQ(shop()->hovered(), customerThing(0));
}

TEST_F(SelectionTest, ARangeShowsItsNumbersAndGoesBeforeTheThings) {
  workbench.selection().select(customerThing(1));
  emit timeline()->rangeSelected(TimeRange{2'000'000, 9'000'000});
  EXPECT_EQ(timeline()->range(), (TimeRange{2'000'000, 9'000'000}));
  EXPECT_EQ(numbersOf().toStdString(), ("Numbers of " + formatInterval(2'000'000, 9'000'000)).toStdString());
  workbench.selection().selectRange(std::nullopt);
  expectSelected(customerThing(1));
}

TEST_F(SelectionTest, ARangeIsSelectedAndLoopedByKeys) {
  timeline()->setFocus();
  QTest::keyClick(timeline(), Qt::Key_I);
  workbench.player().seek(run.moment + 5'000'000);
  QTest::keyClick(timeline(), Qt::Key_O);
  const TimeRange range{run.moment, run.moment + 5'000'000};
  EXPECT_EQ(workbench.selection().range(), range);
  QTest::keyClick(timeline(), Qt::Key_L);
  EXPECT_EQ(playback().loop(), range);
  workbench.selection().selectRange(std::nullopt);
  QTest::keyClick(timeline(), Qt::Key_L);
  EXPECT_FALSE(playback().loop());
}

TEST_F(SelectionTest, AnotherRecordingClearsIt) {
  workbench.selection().select(customerThing(1));
  workbench.selection().selectRange(TimeRange{0, 1'000'000});
  showProcesses();
  expectSelected({});
  EXPECT_FALSE(timeline()->range());
}

TEST(Selection, TellsOnlyWhatIsNew) {
  Selection selection;
  int told = 0;
  for (const auto signal : {&Selection::selectedChanged, &Selection::hoveredChanged, &Selection::rangeChanged})
    QObject::connect(&selection, signal, [&] { ++told; });
  selection.select(customerThing(1));
  selection.select(customerThing(1));
  selection.hover(tillThing(1));
  selection.hover(tillThing(1));
  selection.selectRange(TimeRange{1, 2});
  selection.selectRange(TimeRange{1, 2});
  EXPECT_EQ(told, 3);
  selection.clear();
  EXPECT_EQ(told, 6);
  selection.clear();
  EXPECT_EQ(told, 6);
}

}  // namespace
}  // namespace threadmart
