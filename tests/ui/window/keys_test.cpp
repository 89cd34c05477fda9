// The transport's keys: wherever the focus is, unless a control needs the key itself.
#include <algorithm>

#include <QAbstractButton>

#include "tests/ui/window/window_fixture.h"
#include "ui/catalogue/number_chip.h"
#include "ui/catalogue/parameter_bar.h"
#include "ui/cores/core_row.h"
#include "ui/cores/cores_view.h"
#include "ui/transport/scrub_slider.h"
#include "ui/transport/transport_bar.h"

namespace threadmart {
namespace {

struct KeysTest : WindowWithRun {
  KeysTest() { shop()->setFocus(); }
  void press(int key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(window.focusWidget(), static_cast<Qt::Key>(key), modifiers);
  }
  Nanos position() { return workbench.player().position(); }
  const Moments& moments() { return workbench.shown().moments(); }
};

TEST_F(KeysTest, SpacePlaysAndPauses) {
  press(Qt::Key_Space);
  EXPECT_TRUE(playback().playing());
  press(Qt::Key_Space);
  EXPECT_FALSE(playback().playing());
}

TEST_F(KeysTest, ArrowsStepHomeAndEndJump) {
  const Nanos before = position();
  const auto next = moments().next(before);
  press(Qt::Key_Right);
  EXPECT_EQ(std::optional(position()), next);
  press(Qt::Key_Left);
  EXPECT_EQ(std::optional(position()), moments().previous(*next));
  press(Qt::Key_Home);
  EXPECT_EQ(position(), 0);
  press(Qt::Key_End);
  EXPECT_EQ(position(), playback().end());
}

TEST_F(KeysTest, ControlAndArrowFollowTheSelectedCustomer) {
  press(Qt::Key_Right, Qt::ControlModifier);
  EXPECT_EQ(position(), run.moment) << "nobody is selected";
  workbench.selection().select(customerThing(2));
  press(Qt::Key_Right, Qt::ControlModifier);
  EXPECT_EQ(std::optional(position()), moments().next(run.moment, 2));
  press(Qt::Key_Left, Qt::ControlModifier);
  EXPECT_EQ(std::optional(position()), moments().previous(*moments().next(run.moment, 2), 2));
}

TEST_F(KeysTest, BracketsChangeTheSpeed) {
  const double before = playback().speed();
  press(Qt::Key_BracketRight);
  EXPECT_GT(playback().speed(), before);
  press(Qt::Key_BracketLeft);
  EXPECT_EQ(playback().speed(), before);
}

TEST_F(KeysTest, TheTimelineZoomsFromEverywhere) {
  const Nanos whole = timeline()->viewport().time.length();
  press(Qt::Key_Plus);
  const Nanos closer = timeline()->viewport().time.length();
  EXPECT_LT(closer, whole);
  press(Qt::Key_Minus);
  EXPECT_GT(timeline()->viewport().time.length(), closer);
  workbench.selection().selectRange(TimeRange{2'000'000, 6'000'000});
  press(Qt::Key_Z);
  EXPECT_LT(timeline()->viewport().time.length(), closer);
  press(Qt::Key_F);
  EXPECT_EQ(timeline()->viewport().time.length(), whole);
}

TEST_F(KeysTest, WorkFromEveryCardThatDoesNotNeedThem) {
  CoreRow* core = window.cores()->findChildren<CoreRow*>().value(0);
  ASSERT_NE(core, nullptr);
  auto* slider = window.findChild<ScrubSlider*>();
  for (QWidget* widget :
       {static_cast<QWidget*>(timeline()), static_cast<QWidget*>(core), static_cast<QWidget*>(slider)}) {
    workbench.player().seek(run.moment);
    widget->setFocus();
    ASSERT_TRUE(widget->hasFocus()) << widget->metaObject()->className();
    press(Qt::Key_Right);
    EXPECT_GT(position(), run.moment) << widget->metaObject()->className();
    press(Qt::Key_Home);
    EXPECT_EQ(position(), 0) << widget->metaObject()->className();
    press(Qt::Key_End);
    EXPECT_EQ(position(), playback().end()) << widget->metaObject()->className();
  }
}

TEST_F(KeysTest, AreLeftToAListAndToANumber) {
  workbench.chooseScenario("gil-cpu");
  workbench.run();
  ASSERT_TRUE(waitUntilIdle());
  workbench.player().seek(0);
  if (playback().playing()) workbench.player().toggle();
  window.catalogue()->setFocus();
  press(Qt::Key_Space);
  EXPECT_FALSE(playback().playing());
  NumberBox* box = window.page()->parameters()->pace()->box();
  box->setFocus();
  workbench.player().toEnd();
  const Nanos rested = position();
  press(Qt::Key_Home);
  press(Qt::Key_Left);
  EXPECT_EQ(position(), rested);
}

TEST_F(KeysTest, StandInTheMenuAndWorkFromThere) {
  action("To the end")->trigger();
  EXPECT_EQ(position(), playback().end());
  action("To the beginning")->trigger();
  EXPECT_EQ(position(), 0);
  action("Play or pause")->trigger();
  EXPECT_TRUE(playback().playing());
}

TEST_F(KeysTest, ASpaceOnAButtonPressesIt) {
  for (QPushButton* button : window.page()->shop()->findChildren<QPushButton*>()) {
    if (button->text() != "both") continue;
    button->setFocus();
    press(Qt::Key_Space);
    EXPECT_TRUE(button->isChecked());
  }
  EXPECT_EQ(window.page()->shop()->words(), Words::Both);
  EXPECT_FALSE(playback().playing());
}

TEST_F(KeysTest, ArrowsStepAlsoWithTheFocusOnAButtonOfTheTransport) {
  QAbstractButton* button = window.page()->timeline()->transport()->findChild<QAbstractButton*>();
  ASSERT_NE(button, nullptr);
  button->setFocus(Qt::TabFocusReason);
  const auto next = moments().next(position());
  press(Qt::Key_Right);
  EXPECT_EQ(std::optional(position()), next);
  EXPECT_EQ(window.focusWidget(), button);
}

TEST_F(KeysTest, EscapeSelectsNothingWhereverTheFocusIs) {
  workbench.selection().select(assistantThing(1));
  window.cores()->findChild<CoreRow*>()->setFocus();
  press(Qt::Key_Escape);
  EXPECT_FALSE(workbench.selection().selected());
}

TEST_F(KeysTest, TabGoesThroughTheWindowAsOneReadsIt) {
  const std::vector<QWidget*> parts = {window.catalogue(),
                                       window.page()->parameters(),
                                       window.page()->runButton(),
                                       shop(),
                                       timeline(),
                                       window.page()->timeline()->transport(),
                                       window.cores()};
  std::vector<QWidget*> seen;
  QWidget* widget = window.catalogue();
  do {
    for (QWidget* part : parts)
      if ((part == widget || part->isAncestorOf(widget)) && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
          std::find(seen.begin(), seen.end(), part) == seen.end())
        seen.push_back(part);
    widget = widget->nextInFocusChain();
  } while (widget != window.catalogue());
  EXPECT_EQ(seen, parts);
}

}  // namespace
}  // namespace threadmart
