// The timeline under keyboard and mouse.
#include "ui/timeline/widget.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QMenu>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "tests/support/hand_made_run.h"
#include "tests/ui/timeline/hand_overs.h"

namespace threadmart {
namespace {

using namespace testing_support;

class Widget : public testing::Test {
 protected:
  Widget() : run_(*gilRun()), widget_(makeTheme(ThemeKind::Light)) {
    widget_.resize(900, 240);
    widget_.setData(run_.slices, run_.info, run_.numbers, 1);
    widget_.show();
  }

  QPoint at(Nanos time, std::size_t lane) const {
    const TimelineLayout layout = widget_.layoutNow();
    return QPointF(layout.scale.xOf(time), layout.rows.barTop(lane) + layout.rows.bar / 2).toPoint();
  }
  QPoint onAxis(Nanos time) const { return {at(time, 0).x(), static_cast<int>(widget_.layoutNow().axis.center().y())}; }
  void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::mousePress(&widget_, Qt::LeftButton, modifiers, from);
    QTest::mouseMove(&widget_, (from + to) / 2);
    QTest::mouseMove(&widget_, to);
    QTest::mouseRelease(&widget_, Qt::LeftButton, modifiers, to);
  }
  void moveTo(QPoint pos) {  // not by QTest: without a window manager the real pointer is elsewhere
    QMouseEvent move(QEvent::MouseMove, pos, widget_.mapToGlobal(pos), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&widget_, &move);
  }
  void wheel(QPoint pos, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWheelEvent event(pos, widget_.mapToGlobal(QPointF(pos)), {}, {0, delta}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget_, &event);
  }

  Projected run_;
  TimelineWidget widget_;
};

TEST_F(Widget, ShowsTheWholeRunAtFirst) {
  EXPECT_EQ(widget_.viewport().time.begin, 0);
  EXPECT_GE(widget_.viewport().time.end, widget_.model().end());
  EXPECT_EQ(widget_.accessibleName(), QStringLiteral("Timeline"));
  EXPECT_TRUE(widget_.accessibleDescription().contains(QStringLiteral("4 lanes")));
}

TEST_F(Widget, WheelZoomsAtThePointer) {
  const QPoint pointer = at(100 * kMs, 1);
  const Nanos before = widget_.layoutNow().scale.timeAt(pointer.x());
  const Nanos length = widget_.viewport().time.length();
  for (const Qt::KeyboardModifiers modifiers :
       {Qt::KeyboardModifiers(Qt::NoModifier), Qt::KeyboardModifiers(Qt::ControlModifier)})
    wheel(pointer, 120, modifiers);
  EXPECT_NEAR(static_cast<double>(widget_.viewport().time.length()), static_cast<double>(length) * 0.64, 1e3);
  EXPECT_NEAR(static_cast<double>(widget_.layoutNow().scale.timeAt(pointer.x())), static_cast<double>(before), 10);
}

TEST_F(Widget, KeysZoomPanAndFit) {
  const TimeRange whole = widget_.viewport().time;
  QTest::keyClick(&widget_, Qt::Key_Plus);
  QTest::keyClick(&widget_, Qt::Key_Plus);
  const TimeRange closer = widget_.viewport().time;
  EXPECT_LT(closer.length(), whole.length());
  QTest::keyClick(&widget_, Qt::Key_Right, Qt::ShiftModifier);
  EXPECT_GT(widget_.viewport().time.begin, closer.begin);
  QTest::keyClick(&widget_, Qt::Key_Left, Qt::ShiftModifier);
  EXPECT_EQ(widget_.viewport().time, closer);
  QTest::keyClick(&widget_, Qt::Key_Minus);
  EXPECT_GT(widget_.viewport().time.length(), closer.length());
  QTest::keyClick(&widget_, Qt::Key_F);
  EXPECT_EQ(widget_.viewport().time, whole);
}

TEST_F(Widget, LeavesTheTransportItsKeys) {
  widget_.setTimeRange({50 * kMs, 150 * kMs});
  const TimeRange before = widget_.viewport().time;
  for (const int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Space, Qt::Key_Escape}) {
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(&widget_, &press);
    EXPECT_FALSE(press.isAccepted()) << key;
  }
  EXPECT_EQ(widget_.viewport().time, before);
}

TEST_F(Widget, KeysZoomAtThePlayheadIfItCanBeSeen) {
  widget_.setPlayhead(60 * kMs);
  const double before = widget_.layoutNow().scale.xOf(60 * kMs);
  QTest::keyClick(&widget_, Qt::Key_Plus);
  EXPECT_NEAR(widget_.layoutNow().scale.xOf(60 * kMs), before, 0.01);
  widget_.setTimeRange({100 * kMs, 200 * kMs});
  QTest::keyClick(&widget_, Qt::Key_Minus);
  EXPECT_NEAR(static_cast<double>(widget_.viewport().time.begin + widget_.viewport().time.end), 300e6, 10);
}

TEST_F(Widget, PinchingZoomsAtTheFingers) {
  const QPoint pointer = at(100 * kMs, 1);
  const auto length = static_cast<double>(widget_.viewport().time.length());
  const Nanos under = widget_.layoutNow().scale.timeAt(pointer.x());
  QNativeGestureEvent pad(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, pointer, pointer,
                          widget_.mapToGlobal(QPointF(pointer)), 0.25, {});
  QApplication::sendEvent(&widget_, &pad);
  EXPECT_NEAR(static_cast<double>(widget_.viewport().time.length()), length / 1.25, 10);
  EXPECT_NEAR(widget_.layoutNow().scale.xOf(under), pointer.x(), 0.01);

  QPinchGesture pinch;
  pinch.setScaleFactor(2);
  pinch.setCenterPoint(widget_.mapToGlobal(QPointF(pointer)));
  pinch.setChangeFlags(QPinchGesture::ScaleFactorChanged);
  QGestureEvent screen({&pinch});
  QApplication::sendEvent(&widget_, &screen);
  EXPECT_NEAR(static_cast<double>(widget_.viewport().time.length()), length / 2.5, 10);
  EXPECT_NEAR(widget_.layoutNow().scale.xOf(under), pointer.x(), 0.01);
}

TEST_F(Widget, DraggingPans) {
  widget_.setTimeRange({50 * kMs, 150 * kMs});
  const Nanos under = widget_.layoutNow().scale.timeAt(500);
  QTest::mousePress(&widget_, Qt::LeftButton, {}, {500, 80});
  QTest::mouseMove(&widget_, {520, 80});
  QTest::mouseMove(&widget_, {560, 80});
  QTest::mouseRelease(&widget_, Qt::LeftButton, {}, {560, 80});
  EXPECT_NEAR(static_cast<double>(widget_.layoutNow().scale.timeAt(560)), static_cast<double>(under), 1000);
  EXPECT_FALSE(widget_.selected());
}

TEST_F(Widget, AClickOnTheAxisOrADragAboveTheLanesMovesThePlayhead) {
  QSignalSpy moved(&widget_, &TimelineWidget::playheadMoved);
  QSignalSpy ranged(&widget_, &TimelineWidget::rangeSelected);
  const TimelineLayout layout = widget_.layoutNow();
  QTest::mouseClick(&widget_, Qt::LeftButton, {}, onAxis(60 * kMs));
  EXPECT_NEAR(static_cast<double>(*widget_.playhead()), 60e6, layout.scale.nanosPerPixel());
  const int y = static_cast<int>(layout.handle.center().y());
  QTest::mousePress(&widget_, Qt::LeftButton, {}, {at(60 * kMs, 0).x(), y});
  QTest::mouseMove(&widget_, {at(120 * kMs, 0).x(), y});
  QTest::mouseRelease(&widget_, Qt::LeftButton, {}, {at(120 * kMs, 0).x(), y});
  ASSERT_GE(moved.size(), 3);
  EXPECT_NEAR(static_cast<double>(*widget_.playhead()), 120e6, layout.scale.nanosPerPixel());
  EXPECT_EQ(moved.last().at(0).toLongLong(), *widget_.playhead());
  widget_.setPlayhead(5 * kMs);
  EXPECT_EQ(*widget_.playhead(), 5 * kMs);
  EXPECT_LT(moved.last().at(0).toLongLong(), 200 * kMs);
  EXPECT_EQ(ranged.size(), 0);
}

TEST_F(Widget, ADragAlongTheAxisOrWithShiftSelectsARange) {
  std::vector<std::optional<TimeRange>> told;
  QObject::connect(&widget_, &TimelineWidget::rangeSelected, [&](const auto& range) { told.push_back(range); });
  const double slack = widget_.layoutNow().scale.nanosPerPixel();
  drag(onAxis(120 * kMs), onAxis(60 * kMs));
  ASSERT_TRUE(widget_.range());
  EXPECT_NEAR(static_cast<double>(widget_.range()->begin), 60e6, slack);
  EXPECT_NEAR(static_cast<double>(widget_.range()->end), 120e6, slack);
  drag(onAxis(120 * kMs), onAxis(90 * kMs));  // by its edge
  EXPECT_NEAR(static_cast<double>(widget_.range()->begin), 60e6, slack);
  EXPECT_NEAR(static_cast<double>(widget_.range()->end), 90e6, slack);
  drag(at(10 * kMs, 1), at(30 * kMs, 2), Qt::ShiftModifier);
  EXPECT_NEAR(static_cast<double>(widget_.range()->begin), 10e6, slack);
  ASSERT_EQ(told.size(), 3u);
  EXPECT_EQ(told.back(), widget_.range());
  EXPECT_FALSE(widget_.playhead());
  EXPECT_FALSE(widget_.selected());
}

TEST_F(Widget, EscapeClearsTheRangeThenTheSelection) {
  std::vector<std::optional<TimeRange>> told;
  QObject::connect(&widget_, &TimelineWidget::rangeSelected, [&](const auto& range) { told.push_back(range); });
  widget_.setRange(TimeRange{20 * kMs, 40 * kMs});
  widget_.setSelected(customerThing(1));
  QTest::keyClick(&widget_, Qt::Key_Escape);
  EXPECT_FALSE(widget_.range());
  EXPECT_TRUE(widget_.selected());
  QTest::keyClick(&widget_, Qt::Key_Escape);
  EXPECT_FALSE(widget_.selected());
  EXPECT_EQ(told, (std::vector<std::optional<TimeRange>>{std::nullopt}));
}

TEST_F(Widget, EscapeIsTheWindowsAgainWhenNothingIsSelected) {
  const auto taken = [&] {
    QKeyEvent ask(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
    ask.ignore();
    QApplication::sendEvent(&widget_, &ask);
    return ask.isAccepted();
  };
  EXPECT_FALSE(taken());
  widget_.setRange(TimeRange{20 * kMs, 40 * kMs});
  EXPECT_TRUE(taken());
}

TEST_F(Widget, ZZoomsToTheRangeOrToTheSelectedThingsLife) {
  const TimeRange whole = widget_.viewport().time;
  QTest::keyClick(&widget_, Qt::Key_Z);
  EXPECT_EQ(widget_.viewport().time, whole);
  widget_.setRange(TimeRange{60 * kMs, 80 * kMs});
  QTest::keyClick(&widget_, Qt::Key_Z);
  EXPECT_LE(widget_.viewport().time.begin, 60 * kMs);
  EXPECT_GE(widget_.viewport().time.end, 80 * kMs);
  EXPECT_LE(widget_.viewport().time.length(), 23 * kMs);
  widget_.setRange(std::nullopt);
  widget_.setSelected(customerThing(0));
  QTest::keyClick(&widget_, Qt::Key_Z);
  const TaskNumbers& first = run_.numbers.tasks[0];
  EXPECT_LE(widget_.viewport().time.begin, first.start);
  EXPECT_GE(widget_.viewport().time.end, first.end);
  EXPECT_LT(widget_.viewport().time.end, whole.end);
  widget_.fit();
  widget_.setRange(TimeRange{60 * kMs, 80 * kMs});
  QTest::mouseDClick(&widget_, Qt::LeftButton, {}, at(70 * kMs, 1));
  EXPECT_LE(widget_.viewport().time.length(), 23 * kMs);
}

TEST_F(Widget, TheMenuLoopsTheRangeCopiesTimesAndHidesArrows) {
  std::optional<TimeRange> looped;
  QObject::connect(&widget_, &TimelineWidget::loopRequested, [&](TimeRange range) { looped = range; });
  const auto action = [&](const char* text) -> QAction* {
    QContextMenuEvent event(QContextMenuEvent::Mouse, at(70 * kMs, 1), widget_.mapToGlobal(at(70 * kMs, 1)));
    QApplication::sendEvent(&widget_, &event);
    for (QAction* candidate : widget_.findChildren<QMenu*>().last()->actions())
      if (candidate->text().startsWith(QLatin1String(text))) return candidate;
    return nullptr;
  };
  EXPECT_FALSE(action("Loop")->isEnabled());
  EXPECT_FALSE(action("Zoom")->isEnabled());
  widget_.setRange(TimeRange{60 * kMs, 80 * kMs});
  action("Loop")->trigger();
  EXPECT_EQ(looped, widget_.range());
  action("Copy")->trigger();
  EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("60–80 ms · 20 ms"));
  EXPECT_TRUE(widget_.arrowsShown());
  action("Arrows")->trigger();
  EXPECT_FALSE(widget_.arrowsShown());
  for (QMenu* menu : widget_.findChildren<QMenu*>()) menu->close();
}

TEST_F(Widget, AClickSelectsAThingAndEscapeNone) {
  std::vector<Thing> told;
  QObject::connect(&widget_, &TimelineWidget::thingSelected, [&](Thing thing) { told.push_back(thing); });
  QTest::mouseClick(&widget_, Qt::LeftButton, {}, at(100 * kMs, 2));
  EXPECT_EQ(widget_.selected(), customerThing(2));
  QTest::mouseClick(&widget_, Qt::LeftButton, {}, {10, at(0, 1).y()});  // its name
  EXPECT_EQ(widget_.selected(), customerThing(1));
  widget_.setLaneBy(LaneBy::Worker);
  QTest::mouseClick(&widget_, Qt::LeftButton, {}, {10, at(0, 1).y()});
  widget_.setLaneBy(LaneBy::Core);
  QTest::mouseClick(&widget_, Qt::LeftButton, {}, {10, at(0, 1).y()});
  QTest::keyClick(&widget_, Qt::Key_Escape);
  EXPECT_EQ(told, (std::vector<Thing>{customerThing(2), customerThing(1), tillThing(1), assistantThing(1), {}}));
}

TEST_F(Widget, RangesAndThingsAreSelectedByKeysToo) {
  std::vector<std::optional<TimeRange>> told;
  QObject::connect(&widget_, &TimelineWidget::rangeSelected, [&](const auto& range) { told.push_back(range); });
  QTest::keyClick(&widget_, Qt::Key_I);
  EXPECT_TRUE(told.empty());  // without a playhead there is nowhere to put it
  widget_.setPlayhead(100 * kMs);
  QTest::keyClick(&widget_, Qt::Key_O);
  widget_.setPlayhead(40 * kMs);
  QTest::keyClick(&widget_, Qt::Key_I);
  EXPECT_EQ(told, (std::vector<std::optional<TimeRange>>{TimeRange{0, 100 * kMs}, TimeRange{40 * kMs, 100 * kMs}}));
  for (const TaskId expected : {0u, 1u, 2u, 3u, 3u}) {
    QTest::keyClick(&widget_, Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(widget_.selected(), customerThing(expected));
  }
  QTest::keyClick(&widget_, Qt::Key_Up, Qt::ShiftModifier);
  EXPECT_EQ(widget_.selected(), customerThing(2));
}

TEST_F(Widget, TellsInWordsWhatItShowsOnceThingsHaveComeToRest) {
  const auto told = [&](const char* text) { return widget_.accessibleDescription().contains(QLatin1String(text)); };
  widget_.setPlayhead(15 * kMs);
  EXPECT_FALSE(told("customer 2"));  // not at each frame
  EXPECT_TRUE(QTest::qWaitFor([&] { return told("At 15 ms") && told("customer 2: waiting for the scanner"); }));
  widget_.setSelected(customerThing(3));
  EXPECT_TRUE(QTest::qWaitFor([&] { return told("Selected: customer 4."); }));
}

TEST_F(Widget, WhatIsPointedAtIsTold) {
  std::vector<Thing> told;
  QObject::connect(&widget_, &TimelineWidget::thingHovered, [&](Thing thing) { told.push_back(thing); });
  moveTo(at(100 * kMs, 2));
  moveTo(at(101 * kMs, 2));
  moveTo({10, at(0, 1).y()});
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(&widget_, &leave);
  EXPECT_EQ(told, (std::vector<Thing>{customerThing(2), customerThing(1), {}}));
}

TEST_F(Widget, WhatIsPointedAtElsewhereLightsUp) {
  for (const LaneBy by : {LaneBy::Task, LaneBy::Worker, LaneBy::Core}) {
    widget_.setLaneBy(by);
    for (const Thing& thing : {customerThing(1), tillThing(1), assistantThing(1), ticketThing(1)}) {
      widget_.setHovered({});
      const QImage before = widget_.grab().toImage();
      widget_.setHovered(thing);
      EXPECT_NE(widget_.grab().toImage(), before) << static_cast<int>(by) << ' ' << static_cast<int>(thing.kind);
      widget_.setHovered({});
      EXPECT_EQ(widget_.grab().toImage(), before);
    }
  }
}

TEST_F(Widget, TheViewGoesWithThePlayheadThatLeavesIt) {
  widget_.setTimeRange({50 * kMs, 100 * kMs});
  widget_.setPlayhead(90 * kMs);
  widget_.setPlayhead(105 * kMs);
  EXPECT_TRUE(widget_.viewport().time.contains(105 * kMs));
  EXPECT_EQ(widget_.viewport().time.length(), 50 * kMs);
  widget_.setPlayhead(60 * kMs);
  EXPECT_TRUE(widget_.viewport().time.contains(60 * kMs));
  widget_.setTimeRange({150 * kMs, 200 * kMs});  // somebody looks elsewhere
  widget_.setPlayhead(61 * kMs);
  EXPECT_EQ(widget_.viewport().time, (TimeRange{150 * kMs, 200 * kMs}));
}

TEST_F(Widget, ArrowsAreReadShownExplainedAndHidden) {
  const auto recording = handOvers();
  const Projected run(*recording);
  widget_.setData(run.slices, run.info, run.numbers, 7);
  const QImage without = widget_.grab().toImage();
  widget_.readArrows(recording->snapshot());
  const QImage with = widget_.grab().toImage();
  EXPECT_NE(with, without);
  widget_.setArrowsShown(false);
  EXPECT_EQ(widget_.grab().toImage(), without);
}

TEST_F(Widget, LanesByWorkerAndCore) {
  widget_.setLaneBy(LaneBy::Worker);
  EXPECT_EQ(widget_.model().lanes().front().name(), QStringLiteral("trolley 1"));
  widget_.setLaneBy(LaneBy::Core);
  EXPECT_EQ(widget_.model().lanes().size(), 2u);
}

TEST_F(Widget, SpeaksTheWordsThatAreWanted) {
  const Slice* slice = widget_.model().sliceAt(1, 15 * kMs);
  EXPECT_EQ(tipLines(widget_.model(), 1, *slice).first(), QStringLiteral("customer 2: waiting for the scanner"));
  widget_.setWords(Words::Computing);
  EXPECT_EQ(widget_.model().lanes()[1].name(), QStringLiteral("task 2"));
  EXPECT_EQ(tipLines(widget_.model(), 1, *slice).first(), QStringLiteral("task 2: waiting for the GIL"));
  EXPECT_EQ(legendOf(widget_.model()).words, Words::Computing);
  widget_.setLaneBy(LaneBy::Worker);
  EXPECT_EQ(widget_.model().lanes()[1].name(), QStringLiteral("Thread-2"));
  widget_.setWords(Words::Both);
  EXPECT_EQ(widget_.model().lanes()[1].name(), QStringLiteral("trolley 2 · Thread-2"));
}

TEST_F(Widget, FollowsWhatGrowsUntilAPersonLooksElsewhere) {
  RunInfo info = run_.info;
  info.finished = false;
  auto slices = std::make_shared<std::vector<Slice>>();
  const auto grow = [&](Nanos end, std::uint64_t version) {
    slices->push_back({.begin = slices->empty() ? 0 : slices->back().end,
                       .end = end,
                       .task = 0,
                       .worker = 0,
                       .state = TaskState::Running});
    widget_.setData(slices, info, {}, version);
  };
  widget_.fit();
  grow(1000 * kMs, 10);
  EXPECT_GE(widget_.viewport().time.end, 1000 * kMs);
  grow(9000 * kMs, 11);
  EXPECT_EQ(widget_.viewport().time.begin, 0);
  EXPECT_GE(widget_.viewport().time.end, 9000 * kMs);
  widget_.setTimeRange({7500 * kMs, 9000 * kMs});
  const Nanos length = widget_.viewport().time.length();
  grow(9500 * kMs, 12);
  EXPECT_EQ(widget_.viewport().time.end, 9500 * kMs);
  EXPECT_EQ(widget_.viewport().time.length(), length);
  widget_.setTimeRange({1000 * kMs, 2000 * kMs});
  EXPECT_FALSE(widget_.following());
  grow(20'000 * kMs, 13);
  EXPECT_EQ(widget_.viewport().time, (TimeRange{1000 * kMs, 2000 * kMs}));
}

TEST_F(Widget, ManyLanesScroll) {
  const Projected many(*manyTasks(300));
  widget_.setData(many.slices, many.info, many.numbers, 2);
  EXPECT_EQ(widget_.layoutNow().scroll_limit, 0);
  for (int i = 0; i < 12; ++i) wheel({400, 60}, 120, Qt::AltModifier);
  ASSERT_GT(widget_.layoutNow().scroll_limit, 0);
  const double before = widget_.viewport().scroll;
  QTest::keyClick(&widget_, Qt::Key_PageDown);
  EXPECT_GT(widget_.viewport().scroll, before);
  wheel({400, 60}, 120, Qt::ShiftModifier);
  for (int i = 0; i < 200; ++i) QTest::keyClick(&widget_, Qt::Key_PageDown);
  EXPECT_EQ(widget_.viewport().scroll, widget_.layoutNow().scroll_limit);
}

TEST_F(Widget, ThePointerExplainsASlice) {
  const QImage before = widget_.grab().toImage();
  moveTo(at(100 * kMs, 1));
  EXPECT_NE(widget_.grab().toImage(), before);
  const Slice* slice = widget_.model().sliceAt(1, 25 * kMs);
  EXPECT_TRUE(tipLines(widget_.model(), 1, *slice).first().startsWith(QStringLiteral("customer 2")));
}

TEST_F(Widget, AnEmptyTimelineCanBeLookedAt) {
  widget_.clearData();
  EXPECT_TRUE(widget_.model().lanes().empty());
  widget_.grab();
  for (const int key : {Qt::Key_Plus, Qt::Key_Z, Qt::Key_Minus, Qt::Key_F, Qt::Key_PageDown})
    QTest::keyClick(&widget_, static_cast<Qt::Key>(key));
  QTest::mouseClick(&widget_, Qt::LeftButton, {}, {400, 100});
  EXPECT_FALSE(widget_.selected());
}

}  // namespace
}  // namespace threadmart
