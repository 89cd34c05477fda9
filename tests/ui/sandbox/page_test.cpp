#include "ui/sandbox/page.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "core/scenario/catalogue.h"
#include "ui/catalogue/number_chip.h"
#include "ui/sandbox/basket.h"
#include "ui/sandbox/customer_card.h"
#include "ui/sandbox/customer_column.h"
#include "ui/sandbox/draft_reader.h"
#include "ui/sandbox/invitation.h"
#include "ui/sandbox/palette.h"
#include "ui/sandbox/portrait.h"
#include "ui/sandbox/step_chip.h"
#include "ui/sandbox/step_editor.h"

namespace threadmart {
namespace {

constexpr const char* kTwo = R"({"title": "Two", "defaults": {"executor": "threads"}, "tasks": [
  {"name": "a", "steps": [{"step": "scan", "items": 1}, {"step": "sleep", "ms": 20}, {"step": "scan", "items": 3}]},
  {"name": "b", "count": 2, "steps": [{"step": "scan", "items": 4}]}]})";

struct Page : testing::Test {
  Page() {
    page.resize(900, 600);
    page.show();
    QApplication::setActiveWindow(&page);
    EXPECT_TRUE(page.load(kTwo, "two.json"));
    QTest::qWait(10);
  }
  Basket* basket(int customer) { return page.column()->card(customer)->basket(); }
  StepChip* chip(int customer, int step) { return basket(customer)->chip(step); }
  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
  }
  // Where something lands before the chip of that number.
  QPoint before(int customer, int step) {
    StepChip* behind = chip(customer, step);
    const QPoint at =
        behind ? behind->pos() + QPoint(2, behind->height() / 2)
               : chip(customer, step - 1)->geometry().center() + QPoint(chip(customer, step - 1)->width(), 0);
    return basket(customer)->mapTo(page.column(), at);
  }
  void drop(const QMimeData& data, const QPoint& at, Qt::DropAction action = Qt::MoveAction) {
    QDragEnterEvent enter(at, Qt::MoveAction | Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page.column(), &enter);
    QDragMoveEvent move(at, Qt::MoveAction | Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page.column(), &move);
    marked = {};
    for (int i = 0; i < page.column()->cards(); ++i)
      if (basket(i)->mark() >= 0) marked = DraftPlace{i, basket(i)->mark(), {}};
    QDropEvent dropped(at, action, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page.column(), &dropped);
  }
  double itemsAt(int customer, int step) { return page.model().step(customer, step).number("items"); }

  SandboxPage page{makeTheme(ThemeKind::Light)};
  DraftPlace marked;
};

TEST_F(Page, ADropLandsAtTheMark) {
  const auto data = mimeOf(std::vector{draftStep("scan", {{"items", 77}})});
  drop(*data, before(0, 1), Qt::CopyAction);
  EXPECT_EQ(marked, (DraftPlace{0, 1, {}}));
  EXPECT_EQ(itemsAt(0, 1), 77);
  EXPECT_EQ(page.model().steps(0), 4);
  EXPECT_EQ(basket(0)->mark(), -1);
  EXPECT_TRUE(chip(0, 1)->hasFocus());
}

TEST_F(Page, AChipDraggedToAnotherCustomerIsMoved) {
  const auto data = mimeOfMove({0, 0, {}}, mimeOf(std::vector{page.model().step(0, 0)}));
  drop(*data, before(1, 1));
  EXPECT_EQ(page.model().steps(0), 2);
  EXPECT_EQ(itemsAt(1, 1), 1);
  page.undoStack().undo();
  EXPECT_EQ(page.model().steps(0), 3);
  EXPECT_EQ(page.model().steps(1), 1);
}

TEST_F(Page, AChipDraggedWithinItsBasketChangesTheOrder) {
  const auto data = mimeOfMove({0, 0, {}}, mimeOf(std::vector{page.model().step(0, 0)}));
  drop(*data, before(0, 3));
  EXPECT_EQ(itemsAt(0, 2), 1);
  EXPECT_EQ(page.model().steps(0), 3);
}

TEST_F(Page, CopyingLeavesTheFirstWhereItIs) {
  const auto data = mimeOfMove({0, 0, {}}, mimeOf(std::vector{page.model().step(0, 0)}));
  drop(*data, before(1, 0), Qt::CopyAction);
  EXPECT_EQ(page.model().steps(0), 3);
  EXPECT_EQ(page.model().steps(1), 2);
}

TEST_F(Page, BesideAllBasketsComesSomebodyNew) {
  const auto data = mimeOf(std::vector{draftStep("scan", {{"items", 77}})});
  drop(*data, page.column()->addButton()->geometry().center(), Qt::CopyAction);
  ASSERT_EQ(page.model().customers(), 3);
  EXPECT_EQ(itemsAt(2, 0), 77);
  EXPECT_EQ(page.column()->card(2)->portrait()->accessibleName(), "Customer 3: customer 3");
}

TEST_F(Page, CustomersAreDraggedToAnotherPlaceInTheLine) {
  const auto data = mimeOfMove({1, -1, {}}, mimeOf(std::vector{page.model().customer(1)}));
  drop(*data, QPoint(20, page.column()->card(0)->y() + 2));
  EXPECT_EQ(page.model().customer(0).name, "b");
  EXPECT_EQ(page.column()->card(0)->name()->text(), "b");
}

TEST_F(Page, TheKeyboardAloneIsEnough) {
  chip(0, 0)->setFocus();
  key(Qt::Key_Right);
  EXPECT_TRUE(chip(0, 1)->hasFocus());
  key(Qt::Key_Left, Qt::AltModifier);
  EXPECT_TRUE(page.model().step(0, 0).is("sleep"));
  EXPECT_TRUE(chip(0, 0)->hasFocus());
  key(Qt::Key_D, Qt::ControlModifier);
  EXPECT_EQ(page.model().steps(0), 4);
  EXPECT_TRUE(chip(0, 1)->hasFocus());
  key(Qt::Key_Down, Qt::AltModifier);
  EXPECT_EQ(page.model().steps(1), 2);
  key(Qt::Key_Delete);
  EXPECT_EQ(page.model().steps(1), 1);
  key(Qt::Key_Home);
  key(Qt::Key_Left);
  EXPECT_TRUE(page.column()->card(1)->portrait()->hasFocus());
  key(Qt::Key_Up, Qt::AltModifier);
  EXPECT_EQ(page.model().customer(0).name, "b");
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(page.model().customer(0).name, "a");
  key(Qt::Key_Down);
  key(Qt::Key_Down);
  EXPECT_TRUE(page.column()->addButton()->hasFocus());
  key(Qt::Key_Space);
  EXPECT_EQ(page.model().customers(), 3);
  EXPECT_EQ(page.column()->current(), 2);
  page.palette()->entries()[0]->setFocus();
  key(Qt::Key_Down);
  EXPECT_TRUE(page.palette()->entries()[1]->hasFocus());
  key(Qt::Key_Return);
  EXPECT_EQ(itemsAt(2, 0), 5);
}

TEST_F(Page, ValuesAreEditedInTheirPlace) {
  chip(0, 1)->setFocus();
  key(Qt::Key_Return);
  StepEditor* editor = basket(0)->editor();
  ASSERT_NE(editor, nullptr);
  EXPECT_TRUE(editor->field("ms")->hasFocus());
  EXPECT_EQ(editor->field("ms")->accessibleName(), "away for, ms");
  editor->field("ms")->setText("nonsense");
  key(Qt::Key_Return);
  ASSERT_NE(basket(0)->editor(), nullptr);  // not a number: not taken
  editor->field("ms")->setText("1.5 s");
  key(Qt::Key_Return);
  EXPECT_EQ(basket(0)->editor(), nullptr);
  EXPECT_EQ(page.model().step(0, 1).number("ms"), 1500);
  EXPECT_TRUE(chip(0, 1)->hasFocus());
  key(Qt::Key_F2);
  basket(0)->editor()->field("ms")->setText("7");
  key(Qt::Key_Escape);
  EXPECT_EQ(page.model().step(0, 1).number("ms"), 1500);
  QTest::mouseDClick(chip(0, 0), Qt::LeftButton);
  ASSERT_NE(basket(0)->editor(), nullptr);
  basket(0)->editor()->field("items")->setText("12");
  page.title()->setFocus();  // going elsewhere takes it
  EXPECT_EQ(itemsAt(0, 0), 12);
  EXPECT_TRUE(page.title()->hasFocus());
}

TEST_F(Page, WhatIsWrongIsMarkedWhereItIs) {
  QSignalSpy ready(&page, &SandboxPage::scenarioReady);
  page.model().setStep(0, 1, draftStep("sleep", {{"ms", -5}}));
  EXPECT_TRUE(chip(0, 0)->problem().isEmpty());
  EXPECT_FALSE(chip(0, 1)->problem().isEmpty());
  EXPECT_TRUE(chip(0, 1)->accessibleDescription().contains("Wrong"));
  EXPECT_TRUE(page.problemText().startsWith("Customer 1, trip 1: "));
  EXPECT_TRUE(page.problemText().endsWith("; fix it to run."));
  EXPECT_FALSE(page.scenario().has_value());
  ASSERT_EQ(ready.count(), 1);
  page.problemLink()->click();
  ASSERT_NE(basket(0)->editor(), nullptr);
  basket(0)->editor()->field("ms")->setText("5");
  key(Qt::Key_Return);
  EXPECT_TRUE(page.problemText().isEmpty());
  EXPECT_TRUE(chip(0, 1)->problem().isEmpty());
  EXPECT_TRUE(page.scenario().has_value());
}

TEST_F(Page, NamesAndCopiesAreMarkedToo) {
  QTest::keyClicks(page.column()->card(1)->name(), "x");
  EXPECT_EQ(page.model().customer(1).name, "bx");
  page.model().rename(1, "a");
  EXPECT_FALSE(page.column()->card(1)->problem().isEmpty());
  EXPECT_TRUE(page.column()->card(0)->problem().isEmpty());
  page.model().rename(1, "b");
  EXPECT_TRUE(page.column()->card(1)->problem().isEmpty());
  page.column()->card(0)->copies()->box()->setValue(0);
  EXPECT_TRUE(page.problemText().startsWith("Customer 1: "));
  EXPECT_FALSE(page.column()->card(0)->problem().isEmpty());
}

TEST_F(Page, SavedIsWhatIsOpened) {
  page.model().insertSteps(1, 0, {draftStep("upload", {{"bytes", 9}})});
  EXPECT_TRUE(page.isModified());
  const QByteArray json = page.json();
  page.markSaved();
  EXPECT_FALSE(page.isModified());
  SandboxPage other(makeTheme(ThemeKind::Dark));
  std::vector<Problem> problems;
  EXPECT_TRUE(other.load(json, "saved.json", &problems));
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(other.draft(), page.draft());
  EXPECT_EQ(other.json(), json);
  EXPECT_FALSE(other.isModified());
  EXPECT_FALSE(other.needsAnotherName());
  EXPECT_FALSE(other.load("{\"title\": 1", "broken.json", &problems));
  EXPECT_FALSE(problems.empty());
  EXPECT_EQ(other.json(), json);
}

TEST_F(Page, HowItIsRunGoesIntoTheFileWithoutANewScenario) {
  QSignalSpy ready(&page, &SandboxPage::scenarioReady);
  Defaults defaults = page.draft().head.defaults;
  defaults.executor = "process-pool";
  defaults.workers = 3;
  page.setDefaults(defaults);
  EXPECT_EQ(ready.count(), 0);
  EXPECT_TRUE(page.isModified());
  EXPECT_EQ(Scenario::parse(page.json().toStdString(), "x").defaults().executor, "process-pool");
}

TEST_F(Page, ExamplesSayWhatTheyLost) {
  const QByteArray before = page.json();
  ASSERT_TRUE(page.startFromExample("gil-cpu"));
  EXPECT_TRUE(page.needsAnotherName());
  EXPECT_TRUE(page.noteText().contains("Basket 90"));
  EXPECT_EQ(page.model().customers(), 4);
  page.undoStack().undo();
  EXPECT_EQ(page.json(), before);
}

TEST_F(Page, AnEmptySandboxInvites) {
  page.startEmpty();
  EXPECT_TRUE(page.invitation()->isVisible());
  EXPECT_TRUE(page.problemText().isEmpty());
  EXPECT_FALSE(page.scenario().has_value());
  page.palette()->entries()[3]->setFocus();
  key(Qt::Key_Return);
  EXPECT_FALSE(page.invitation()->isVisible());
  ASSERT_EQ(page.model().customers(), 1);
  EXPECT_TRUE(page.scenario().has_value());
}

TEST_F(Page, ThousandsOfCustomersAreCountedNotDrawn) {
  Draft draft = page.draft();
  draft.customers.clear();
  for (int i = 0; i < 5000; ++i)
    draft.customers.push_back({"c" + std::to_string(i), {draftStep("scan", {{"items", i % 7 + 1.0}})}, 1});
  ASSERT_TRUE(page.load(QByteArray::fromStdString(toJson(draft)), "many.json"));
  EXPECT_EQ(page.column()->cards(), kMostCards);
  EXPECT_TRUE(page.column()->restText().contains("4,800"));
  EXPECT_EQ(page.scenario()->expand().tasks.size(), 5000u);
  page.model().removeCustomer(0);
  EXPECT_EQ(page.column()->cards(), kMostCards);
  EXPECT_EQ(page.column()->card(199)->name()->text(), "c200");
}

TEST_F(Page, LongBasketsAreCountedToo) {
  page.model().insertSteps(0, 0, std::vector<DraftStep>(200, draftStep("scan", {{"items", 1}})));
  EXPECT_EQ(basket(0)->chips(), kMostChips);
  EXPECT_TRUE(page.scenario().has_value());
}

TEST_F(Page, EverythingHasAName) {
  for (const QWidget* widget : page.findChildren<QWidget*>()) {
    if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&page)) continue;
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    EXPECT_FALSE(widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
        << widget->metaObject()->className();
  }
}

TEST_F(Page, FitsInNarrowAndWideWindows) {
  for (const int width : {640, 900, 1400}) {
    page.resize(width, 700);
    QTest::qWait(20);
    EXPECT_LE(page.column()->mapTo(&page, QPoint(page.column()->width(), 0)).x(), width);
    for (int i = 0; i < page.column()->cards(); ++i) {
      const QRect card = page.column()->card(i)->rect();
      for (int step = 0; step < basket(i)->chips(); ++step)
        EXPECT_TRUE(basket(i)->rect().contains(chip(i, step)->geometry())) << width;
      EXPECT_TRUE(card.contains(basket(i)->geometry())) << width;
      EXPECT_LE(page.column()->card(i)->geometry().right(), page.column()->width());
    }
  }
}

}  // namespace
}  // namespace threadmart
