// A run while it goes on, and the replay after it.
#include "tests/ui/window/window_fixture.h"
#include "ui/transport/scrub_slider.h"

namespace threadmart {
namespace {

// Goes on by one event whenever the test says so.
struct SteppedRun {
  RunController::Engine engine() {
    return [this](const Scenario&, const RunOptions&, Status& status, const CancelToken& cancel) {
      auto recording = fakeRecording();
      status.started(recording);
      int done = 0;
      while (cancel.sleep(1'000'000) && !finish) {
        if (steps == done) continue;
        ++done;
        recording->append(std::vector<Event>{
            taskEvent(1'000 + done * 1'000'000, done % 2 == 1 ? TaskState::Io : TaskState::Running)});
      }
      finishRecording(*recording, finish ? Outcome::Done : Outcome::Cancelled, 1'000 + (done + 1) * 1'000'000);
      return RunResult{recording, finish ? Outcome::Done : Outcome::Cancelled, {}, 2'000'000};
    };
  }
  std::atomic<int> steps{0};
  std::atomic<bool> finish{false};
};

struct LiveTest : testing::Test, OwnFolder, SteppedRun, OpenWindow {
  LiveTest() : OpenWindow(engine()) {
    workbench.run();
    EXPECT_TRUE(QTest::qWaitFor([this] { return workbench.shown().growing(); }));
  }
  bool waitForEnd(Nanos end) {
    return QTest::qWaitFor([this, end] { return workbench.shown().end() >= end; });
  }
};

TEST_F(LiveTest, EveryViewFollowsTheRun) {
  EXPECT_EQ(playback().mode(), Playback::Mode::Live);
  steps = 3;
  ASSERT_TRUE(waitForEnd(3'001'000));
  EXPECT_EQ(workbench.player().position(), playback().end());
  EXPECT_EQ(shop()->time(), workbench.player().position());
  EXPECT_EQ(timeline()->playhead(), std::optional(workbench.player().position()));
}

TEST_F(LiveTest, ThePictureRestsAndCatchesUpWhileTheRunGoesOn) {
  steps = 2;
  ASSERT_TRUE(waitForEnd(2'001'000));
  QTest::keyClick(shop(), Qt::Key_Space);
  const Nanos rested = workbench.player().position();
  steps = 6;
  ASSERT_TRUE(waitForEnd(6'001'000));
  EXPECT_TRUE(workbench.controller().running());
  EXPECT_EQ(workbench.player().position(), rested);
  EXPECT_EQ(shop()->time(), rested);
  EXPECT_EQ(timeline()->model().end(), workbench.shown().end()) << "the timeline has all of it";
  QTest::keyClick(shop(), Qt::Key_Space);
  EXPECT_EQ(workbench.player().position(), playback().end());
  EXPECT_GE(workbench.player().position(), 6'001'000);
}

TEST_F(LiveTest, AShortRunIsReplayedByItself) {
  steps = 4;
  ASSERT_TRUE(waitForEnd(4'001'000));
  finish = true;
  ASSERT_TRUE(waitUntilIdle());
  EXPECT_EQ(playback().mode(), Playback::Mode::Playing);
  const double seconds = static_cast<double>(playback().end()) / playback().speed() / 1e9;
  const bool slowest = playback().speed() == speedSteps().front();
  EXPECT_TRUE(slowest || (seconds >= 10 && seconds <= 20)) << seconds;
  EXPECT_TRUE(QTest::qWaitFor([this] { return shop()->time() > 0 && shop()->time() < playback().end(); }));
}

TEST_F(LiveTest, StepsAndSeeksAreForTheLiveRunToo) {
  steps = 5;
  ASSERT_TRUE(waitForEnd(5'001'000));
  workbench.player().stepBack();
  EXPECT_EQ(playback().mode(), Playback::Mode::LivePaused);
  EXPECT_LT(workbench.player().position(), playback().end());
  EXPECT_TRUE(workbench.controller().running());
}

TEST_F(LiveTest, CanBeCancelledWhileThePictureRests) {
  steps = 2;
  ASSERT_TRUE(waitForEnd(2'001'000));
  workbench.player().toggle();
  runButton()->click();
  ASSERT_TRUE(waitUntilIdle());
  EXPECT_EQ(workbench.shown().numbers().cancelled, 1u);
  EXPECT_EQ(playback().mode(), Playback::Mode::Paused);
}

TEST_F(LiveTest, WhatCannotBeDoneDuringARunRests) {
  for (const char* text : {"Open…", "Save recording", "Export timeline", "Export shop", "Build your own shop", "Run"})
    EXPECT_FALSE(action(text)->isEnabled()) << text;
  EXPECT_TRUE(action("Cancel")->isEnabled());
  finish = true;
  ASSERT_TRUE(waitUntilIdle());
  for (const char* text : {"Open…", "Save recording", "Export timeline", "Export shop", "Build your own shop", "Run"})
    EXPECT_TRUE(action(text)->isEnabled()) << text;
  EXPECT_FALSE(action("Cancel")->isEnabled());
}

struct SeekTest : WindowWithRun {
  void expectEverywhere(Nanos time) {
    EXPECT_EQ(workbench.player().position(), time);
    EXPECT_EQ(shop()->time(), time);
    EXPECT_EQ(timeline()->playhead(), std::optional(time));
  }
  void clickSlider(double share) {
    auto* slider = window.findChild<ScrubSlider*>();
    QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(qRound(slider->width() * share), slider->height() / 2));
  }
};

TEST_F(SeekTest, ByTheTimelinesAxis) {
  const TimelineLayout layout = timeline()->layoutNow();
  const QPoint at(qRound(layout.plot.center().x()), qRound(layout.axis.center().y()));
  QTest::mouseClick(timeline(), Qt::LeftButton, {}, at);
  const Nanos meant = layout.scale.timeAt(at.x());
  const Nanos pixel = layout.scale.timeAt(at.x() + 1) - meant;
  EXPECT_NEAR(static_cast<double>(workbench.player().position()), static_cast<double>(meant),
              static_cast<double>(pixel));
  expectEverywhere(workbench.player().position());
}

TEST_F(SeekTest, ByTheSlider) {
  clickSlider(0.8);
  EXPECT_GT(workbench.player().position(), playback().end() / 2);
  expectEverywhere(workbench.player().position());
  clickSlider(0.2);
  EXPECT_LT(workbench.player().position(), playback().end() / 2);
  expectEverywhere(workbench.player().position());
}

TEST_F(SeekTest, GoesOnPlayingFromThere) {
  workbench.player().toggle();
  clickSlider(0.5);
  EXPECT_TRUE(playback().playing());
}

TEST_F(SeekTest, TheSameMomentLooksTheSameWhereverOneComesFrom) {
  workbench.player().seek(run.moment);
  const QImage once = shop()->grab().toImage();
  const QString said = shop()->sentences();
  workbench.player().toEnd();
  workbench.player().stepBack();
  workbench.player().seek(run.moment);
  EXPECT_EQ(shop()->grab().toImage(), once);
  EXPECT_EQ(shop()->sentences(), said);
}

}  // namespace
}  // namespace threadmart
