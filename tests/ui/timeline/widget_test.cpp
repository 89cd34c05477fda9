// The timeline under keyboard and mouse.
#include "ui/timeline/widget.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "tests/support/hand_made_run.h"

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
  QTest::keyClick(&widget_, Qt::Key_Right);
  EXPECT_GT(widget_.viewport().time.begin, closer.begin);
  QTest::keyClick(&widget_, Qt::Key_Left);
  EXPECT_EQ(widget_.viewport().time, closer);
  QTest::keyClick(&widget_, Qt::Key_Home);
  EXPECT_EQ(widget_.viewport().time, (TimeRange{0, closer.length()}));
  QTest::keyClick(&widget_, Qt::Key_End);
  EXPECT_EQ(widget_.viewport().time.end, widget_.model().end());
  QTest::keyClick(&widget_, Qt::Key_Minus);
  EXPECT_GT(widget_.viewport().time.length(), closer.length());
  QTest::keyClick(&widget_, Qt::Key_F);
  EXPECT_EQ(widget_.viewport().time, whole);
}

TEST_F(Widget, DraggingPans) {
  widget_.setTimeRange({50 * kMs, 150 * kMs});
  const Nanos under = widget_.layoutNow().scale.timeAt(500);
  QTest::mousePress(&widget_, Qt::LeftButton, {}, {500, 80});
  QTest::mouseMove(&widget_, {520, 80});
  QTest::mouseMove(&widget_, {560, 80});
  QTest::mouseRelease(&widget_, Qt::LeftButton, {}, {560, 80});
  EXPECT_NEAR(static_cast<double>(widget_.layoutNow().scale.timeAt(560)), static_cast<double>(under), 1000);
  EXPECT_FALSE(widget_.selectedTask().has_value());
}

TEST_F(Widget, TheAxisSetsThePlayhead) {
  QSignalSpy moved(&widget_, &TimelineWidget::playheadMoved);
  const TimelineLayout layout = widget_.layoutNow();
  const int y = static_cast<int>(layout.axis.center().y());
  QTest::mousePress(&widget_, Qt::LeftButton, {}, {at(60 * kMs, 0).x(), y});
  QTest::mouseMove(&widget_, {at(120 * kMs, 0).x(), y});
  QTest::mouseRelease(&widget_, Qt::LeftButton, {}, {at(120 * kMs, 0).x(), y});
  ASSERT_GE(moved.size(), 2);
  EXPECT_NEAR(static_cast<double>(*widget_.playhead()), 120e6, layout.scale.nanosPerPixel());
  EXPECT_EQ(moved.last().at(0).toLongLong(), *widget_.playhead());
  widget_.setPlayhead(5 * kMs);
  EXPECT_EQ(*widget_.playhead(), 5 * kMs);
  EXPECT_LT(moved.last().at(0).toLongLong(), 200 * kMs);
}

TEST_F(Widget, AClickSelectsATaskAndEscapeNone) {
  QSignalSpy selected(&widget_, &TimelineWidget::taskSelected);
  QTest::mouseClick(&widget_, Qt::LeftButton, {}, at(100 * kMs, 2));
  EXPECT_EQ(widget_.selectedTask(), std::optional<TaskId>(2));
  QTest::mouseClick(&widget_, Qt::LeftButton, {}, {10, at(0, 1).y()});  // its name
  EXPECT_EQ(widget_.selectedTask(), std::optional<TaskId>(1));
  QTest::keyClick(&widget_, Qt::Key_Escape);
  EXPECT_FALSE(widget_.selectedTask().has_value());
  ASSERT_EQ(selected.size(), 3);
  EXPECT_EQ(selected.last().at(0).toUInt(), kNoTask);
}

TEST_F(Widget, LanesByWorkerAndCore) {
  widget_.setLaneBy(LaneBy::Worker);
  EXPECT_EQ(widget_.model().lanes().front().name(), QStringLiteral("trolley 1"));
  widget_.setLaneBy(LaneBy::Core);
  EXPECT_EQ(widget_.model().lanes().size(), 2u);
}

TEST_F(Widget, SpeaksTheWordsThatAreWanted) {
  const Slice* slice = widget_.model().sliceAt(1, 25 * kMs);
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
  widget_.setTimeRange({7000 * kMs, 8500 * kMs});
  QTest::keyClick(&widget_, Qt::Key_End);
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
  const QPoint pointer = at(100 * kMs, 1);  // not by QTest: without a window manager the real pointer is elsewhere
  QMouseEvent move(QEvent::MouseMove, pointer, widget_.mapToGlobal(pointer), Qt::NoButton, Qt::NoButton,
                   Qt::NoModifier);
  QApplication::sendEvent(&widget_, &move);
  EXPECT_NE(widget_.grab().toImage(), before);
  const Slice* slice = widget_.model().sliceAt(1, 25 * kMs);
  EXPECT_TRUE(tipLines(widget_.model(), 1, *slice).first().startsWith(QStringLiteral("customer 2")));
}

TEST_F(Widget, AnEmptyTimelineCanBeLookedAt) {
  widget_.clearData();
  EXPECT_TRUE(widget_.model().lanes().empty());
  widget_.grab();
  for (const int key : {Qt::Key_Plus, Qt::Key_End, Qt::Key_Home, Qt::Key_F, Qt::Key_PageDown})
    QTest::keyClick(&widget_, static_cast<Qt::Key>(key));
  QTest::mouseClick(&widget_, Qt::LeftButton, {}, {400, 100});
  EXPECT_FALSE(widget_.selectedTask().has_value());
}

}  // namespace
}  // namespace threadmart
