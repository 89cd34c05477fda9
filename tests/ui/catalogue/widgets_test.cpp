#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QStyleOptionViewItem>
#include <QTest>
#include <QToolButton>

#include "tests/ui/catalogue/scenario_text.h"
#include "ui/catalogue/catalogue_list.h"
#include "ui/catalogue/executor_box.h"
#include "ui/catalogue/flow_layout.h"
#include "ui/catalogue/number_chip.h"
#include "ui/catalogue/parameter_bar.h"
#include "ui/catalogue/run_form.h"

namespace threadmart {
namespace {

struct Bar : testing::Test {
  Bar() { form.setScenario(Scenario::parse(kScenarioText, "bar.json")); }
  RunForm form{4};
  ParameterBar bar{form};
};

TEST_F(Bar, ShowsRangesUnitsAndValues) {
  NumberChip* items = bar.parameter("items");
  ASSERT_NE(items, nullptr);
  EXPECT_EQ(items->box()->text(), "60 items");
  EXPECT_EQ(items->box()->minimum(), 1);
  EXPECT_EQ(items->box()->maximum(), 1000);
  EXPECT_EQ(items->box()->accessibleName(), "Basket");
  EXPECT_EQ(items->toolTip(), "how much is in it");
  EXPECT_EQ(bar.pace()->box()->text(), "2 ×");
  EXPECT_EQ(bar.workers()->value(), 3);
  EXPECT_EQ(bar.cores()->box()->text(), "all 4");
}

TEST_F(Bar, EditsReachTheFormAndUndoReachesTheBar) {
  bar.parameter("items")->box()->setValue(200);
  EXPECT_EQ(form.choice().parameters.at("items"), 200);
  bar.workers()->box()->setValue(0);
  EXPECT_FALSE(form.choice().workers.has_value());
  form.undoStack().undo();
  form.undoStack().undo();
  EXPECT_EQ(bar.parameter("items")->value(), 60);
  EXPECT_EQ(bar.workers()->value(), 3);
  EXPECT_FALSE(form.undoStack().canUndo());  // showing a value is no edit
}

TEST_F(Bar, WorkersAndBellShowOnlyWhereTheyMeanSomething) {
  EXPECT_TRUE(bar.workers()->isVisibleTo(&bar));
  EXPECT_TRUE(bar.bell()->isVisibleTo(&bar));
  form.setExecutor("sequential");
  EXPECT_FALSE(bar.workers()->isVisibleTo(&bar));
  EXPECT_FALSE(bar.bell()->isVisibleTo(&bar));
  form.setScenario(Scenario::parse(kOwnBellText, "bell.json"));
  EXPECT_NE(bar.parameter("bell"), nullptr);
  EXPECT_FALSE(bar.bell()->isVisibleTo(&bar));
}

TEST_F(Bar, StepButtonsAreOneStepOfUndoEach) {
  QToolButton* more = nullptr;
  for (QToolButton* button : bar.parameter("items")->findChildren<QToolButton*>())
    if (button->accessibleName() == "More: Basket") more = button;
  ASSERT_NE(more, nullptr);
  more->click();
  more->click();
  EXPECT_EQ(form.undoStack().count(), 2);
  EXPECT_GT(form.choice().parameters.at("items"), 60);
}

TEST_F(Bar, WithoutAScenarioItRests) {
  form.clear();
  EXPECT_FALSE(bar.isEnabled());
  EXPECT_EQ(bar.parameter("items"), nullptr);
  form.setScenario(Scenario::parse(kScenarioText, "bar.json"));
  EXPECT_TRUE(bar.isEnabled());
  EXPECT_NE(bar.parameter("items"), nullptr);
}

// Nothing lies upon anything else, whatever scenario came before.
TEST_F(Bar, ControlsNeverOverlap) {
  bar.resize(520, 200);
  bar.show();
  for (const char* text : {kOwnBellText, kManyParametersText, kScenarioText, kManyParametersText, kOwnBellText}) {
    form.setScenario(Scenario::parse(text, "bar.json"));
    QTest::qWait(20);
    const QList<QFrame*> chips = bar.findChildren<QFrame*>(QString(), Qt::FindDirectChildrenOnly);
    for (const QFrame* a : chips)
      for (const QFrame* b : chips) {
        if (a == b || !a->isVisible() || !b->isVisible()) continue;
        EXPECT_FALSE(a->geometry().intersects(b->geometry())) << form.scenario().title();
      }
  }
}

TEST_F(Bar, OffersEveryExecutor) {
  EXPECT_EQ(bar.executor()->box()->count(), static_cast<int>(executors().size()));
  bar.executor()->box()->setCurrentIndex(0);
  EXPECT_EQ(form.choice().executor, executors().front().name);
}

TEST_F(Bar, TheExecutorsSpeakTheWordsThatAreWanted) {
  PlainComboBox* box = bar.executor()->box();
  const int row = box->currentIndex();
  const QString shop = box->currentText();
  QSignalSpy edited(bar.executor(), &ExecutorBox::edited);
  bar.executor()->setWords(Words::Computing);
  EXPECT_EQ(box->currentText().toStdString(), executors()[static_cast<std::size_t>(row)].computing);
  EXPECT_TRUE(box->itemData(row, Qt::AccessibleDescriptionRole).toString().contains(shop));
  bar.executor()->setWords(Words::Both);
  EXPECT_EQ(box->currentText(), shop);
  EXPECT_EQ(box->currentIndex(), row);
  EXPECT_TRUE(edited.isEmpty());
}

TEST(NumberBox, ShowsNoMoreDigitsThanNeeded) {
  NumberBox box;
  box.setDecimals(3);
  box.setRange(0, 1e6);
  EXPECT_EQ(box.textFromValue(5), "5");
  EXPECT_EQ(box.textFromValue(0.5), "0.5");
  EXPECT_EQ(box.textFromValue(100), "100");
}

TEST(FlowLayout, GoesOnInTheNextLine) {
  QWidget room;
  auto* flow = new FlowLayout(&room);
  flow->setContentsMargins(0, 0, 0, 0);
  flow->setSpacing(10);
  for (int i = 0; i < 3; ++i) {
    auto* child = new QWidget(&room);
    child->setFixedSize(100, 30);
    flow->addWidget(child);
  }
  EXPECT_EQ(flow->heightForWidth(320), 30);
  EXPECT_EQ(flow->heightForWidth(319), 70);
  EXPECT_EQ(flow->heightForWidth(100), 110);
  EXPECT_EQ(flow->heightForWidth(50), 110);  // one a line, however narrow
  flow->itemAt(1)->widget()->hide();
  EXPECT_EQ(flow->heightForWidth(210), 30);
}

std::vector<CatalogueEntry> threeEntries() {
  return {{"uploads", "Several thousand uploads", "From one till to many", {}},
          {"one-line", "One till, one line", "From one till to many", {}},
          {"race", "Race at the stock sheet", "Further on", {}}};
}

TEST(CatalogueList, TheKeyboardPassesOverHeadings) {
  CatalogueList list;
  list.setEntries(threeEntries());
  QSignalSpy chosen(&list, &CatalogueList::chosen);
  list.select("uploads");
  QTest::keyClick(&list, Qt::Key_Down);
  EXPECT_EQ(list.selected(), "one-line");
  QTest::keyClick(&list, Qt::Key_Down);
  EXPECT_EQ(list.selected(), "race");
  QTest::keyClick(&list, Qt::Key_Up);
  EXPECT_EQ(list.selected(), "one-line");
  ASSERT_EQ(chosen.count(), 4);
  EXPECT_EQ(chosen.at(2).at(0).toString(), "race");
}

TEST(CatalogueList, IgnoresNamesThatAreNotThere) {
  CatalogueList list;
  list.setEntries(threeEntries());
  list.select("race");
  list.select("");
  list.select("nothing like it");
  EXPECT_EQ(list.selected(), "race");
  QSignalSpy chosen(&list, &CatalogueList::chosen);
  list.clearChoice();
  EXPECT_EQ(list.selected(), "");
  EXPECT_EQ(chosen.count(), 0);
}

TEST(CatalogueList, EnterAsksToRun) {
  CatalogueList list;
  list.setEntries(threeEntries());
  list.select("race");
  QSignalSpy run(&list, &CatalogueList::runRequested);
  QTest::keyClick(&list, Qt::Key_Return);
  EXPECT_EQ(run.count(), 1);
}

}  // namespace
}  // namespace threadmart
