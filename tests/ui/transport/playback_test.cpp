// Where the playhead is, with time as an argument.
#include "ui/transport/playback.h"

#include <cmath>
#include <gtest/gtest.h>

namespace threadmart {
namespace {

constexpr Nanos kMs = 1'000'000;
constexpr Nanos kSecond = 1'000 * kMs;

Playback shown(Nanos end, double speed = 1) {
  Playback playback;
  playback.show(end);
  playback.setSpeed(speed);
  return playback;
}

Playback liveAt(Nanos end) {
  Playback playback;
  playback.startLive();
  playback.setEnd(end);
  return playback;
}

TEST(Speed, StepsGoFromAThousandthToTenAndLeaveNoGap) {
  const std::vector<double> steps = speedSteps();
  EXPECT_DOUBLE_EQ(steps.front(), 0.001);
  EXPECT_DOUBLE_EQ(steps.back(), 10);
  EXPECT_NE(std::find(steps.begin(), steps.end(), 1.0), steps.end());
  for (std::size_t i = 1; i < steps.size(); ++i) {
    EXPECT_GT(steps[i], steps[i - 1] * 1.2);
    EXPECT_LT(steps[i], steps[i - 1] * 1.75);
  }
}

TEST(Speed, TheFirstReplayTakesTenToTwentySeconds) {
  for (double length = 0.012e9; length < 180e9; length *= 1.003) {
    const double seconds = length / firstSpeed(static_cast<Nanos>(length)) / 1e9;
    ASSERT_GE(seconds, 10) << length;
    ASSERT_LE(seconds, 20) << length;
  }
  EXPECT_DOUBLE_EQ(firstSpeed(242 * kMs), 1.0 / 50);
}

TEST(Speed, RunsBeyondTheStepsAreShownAtTheirEnds) {
  EXPECT_DOUBLE_EQ(firstSpeed(0), 0.001);
  EXPECT_DOUBLE_EQ(firstSpeed(1), 0.001);
  EXPECT_DOUBLE_EQ(firstSpeed(3600 * kSecond), 10);
}

TEST(Speed, IsWrittenAsAFractionAFactorOrRealTime) {
  EXPECT_EQ(speedText(1.0 / 50), QStringLiteral("1/50"));
  EXPECT_EQ(speedText(1.0 / 1000), QStringLiteral("1/1000"));
  EXPECT_EQ(speedText(1 / 1.5), QStringLiteral("2/3"));
  EXPECT_EQ(speedText(1 / 15.0), QStringLiteral("1/15"));
  EXPECT_EQ(speedText(1), QStringLiteral("real time"));
  EXPECT_EQ(speedText(1.5), QStringLiteral("×1.5"));
  EXPECT_EQ(speedText(10), QStringLiteral("×10"));
}

TEST(Speed, EveryStepHasATextOfItsOwn) {
  std::vector<QString> texts;
  for (const double step : speedSteps()) texts.push_back(speedText(step));
  std::sort(texts.begin(), texts.end());
  EXPECT_EQ(std::adjacent_find(texts.begin(), texts.end()), texts.end());
}

TEST(Speed, FasterAndSlowerGoStepByStepAndStopAtTheEnds) {
  Playback playback = shown(kSecond, 1);
  playback.faster();
  EXPECT_DOUBLE_EQ(playback.speed(), 1.5);
  playback.slower();
  playback.slower();
  EXPECT_DOUBLE_EQ(playback.speed(), 1 / 1.5);
  for (int i = 0; i < 100; ++i) playback.slower();
  EXPECT_DOUBLE_EQ(playback.speed(), 0.001);
  for (int i = 0; i < 100; ++i) playback.faster();
  EXPECT_DOUBLE_EQ(playback.speed(), 10);
}

TEST(Speed, IsSetToTheNearestStepAndNeverToNothing) {
  Playback playback = shown(kSecond);
  playback.setSpeed(0.021);
  EXPECT_DOUBLE_EQ(playback.speed(), 1.0 / 50);
  playback.setSpeed(0);
  playback.setSpeed(-3);
  playback.setSpeed(std::nan(""));
  EXPECT_DOUBLE_EQ(playback.speed(), 1.0 / 50);
}

TEST(Playback, ARecordingFromAFileRestsAtItsBegin) {
  Playback playback;
  playback.show(242 * kMs);
  EXPECT_EQ(playback.mode(), Playback::Mode::Paused);
  EXPECT_EQ(playback.position(), 0);
  EXPECT_EQ(playback.end(), 242 * kMs);
  EXPECT_DOUBLE_EQ(playback.speed(), 1.0 / 50);
  EXPECT_FALSE(playback.advance(kSecond));
  EXPECT_EQ(playback.position(), 0);
}

TEST(Playback, PlaysAtItsSpeedAndRestsAtTheEnd) {
  Playback playback = shown(100 * kMs, 0.1);
  playback.play();
  EXPECT_TRUE(playback.playing());
  EXPECT_TRUE(playback.advance(500 * kMs));
  EXPECT_EQ(playback.position(), 50 * kMs);
  EXPECT_TRUE(playback.advance(600 * kMs));
  EXPECT_EQ(playback.position(), 100 * kMs);
  EXPECT_EQ(playback.mode(), Playback::Mode::Paused);
  EXPECT_FALSE(playback.advance(kSecond));
}

TEST(Playback, FromTheEndItPlaysAgainFromTheBegin) {
  Playback playback = shown(100 * kMs);
  playback.seek(100 * kMs);
  playback.play();
  EXPECT_EQ(playback.position(), 0);
  EXPECT_EQ(playback.mode(), Playback::Mode::Playing);
}

TEST(Playback, ManySmallStepsGoAsFarAsOneLargeOne) {
  Playback small = shown(kSecond, 0.001), large = shown(kSecond, 0.001);
  small.play();
  large.play();
  for (int i = 0; i < 100'000; ++i) small.advance(333);  // a third of a nanosecond each
  large.advance(100'000 * 333);
  EXPECT_NEAR(static_cast<double>(small.position()), static_cast<double>(large.position()), 1);
  EXPECT_GT(large.position(), 33'000);
}

TEST(Playback, NeverLeavesTheRunHoweverLongAPauseWas) {
  Playback playback = shown(kSecond, 10);
  playback.play();
  EXPECT_FALSE(playback.advance(-5));
  EXPECT_TRUE(playback.advance(std::numeric_limits<Nanos>::max()));
  EXPECT_EQ(playback.position(), kSecond);
  playback.setLoop(TimeRange{100 * kMs, 200 * kMs});
  playback.play();
  playback.advance(std::numeric_limits<Nanos>::max());
  EXPECT_TRUE(playback.loop()->contains(playback.position()));
}

TEST(Playback, SeekingStaysWithinTheRunAndGoesOnPlaying) {
  Playback playback = shown(100 * kMs);
  playback.seek(-1);
  EXPECT_EQ(playback.position(), 0);
  playback.seek(kSecond);
  EXPECT_EQ(playback.position(), 100 * kMs);
  playback.play();
  playback.seek(30 * kMs);
  EXPECT_EQ(playback.mode(), Playback::Mode::Playing);
  playback.advance(10 * kMs);
  EXPECT_EQ(playback.position(), 40 * kMs);
}

TEST(Playback, AnEmptyRunDoesNotPlay) {
  Playback playback;
  playback.play();
  EXPECT_FALSE(playback.playing());
  playback.show(0);
  playback.play();
  EXPECT_FALSE(playback.playing());
  EXPECT_FALSE(playback.advance(kSecond));
}

TEST(LivePlayback, FollowsTheEndWithoutAClock) {
  Playback playback;
  playback.startLive();
  EXPECT_EQ(playback.mode(), Playback::Mode::Live);
  for (const Nanos end : {5 * kMs, 20 * kMs, 90 * kMs}) {
    playback.setEnd(end);
    EXPECT_FALSE(playback.advance(16 * kMs));
    EXPECT_EQ(playback.position(), end);
  }
}

TEST(LivePlayback, PausedThePictureRestsWhileTheRunGoesOn) {
  Playback playback = liveAt(50 * kMs);
  playback.toggle();
  EXPECT_EQ(playback.mode(), Playback::Mode::LivePaused);
  EXPECT_TRUE(playback.live());
  EXPECT_FALSE(playback.playing());
  playback.setEnd(80 * kMs);
  EXPECT_EQ(playback.position(), 50 * kMs);
  EXPECT_EQ(playback.end(), 80 * kMs);
  playback.toggle();
  EXPECT_EQ(playback.mode(), Playback::Mode::Live);
  EXPECT_EQ(playback.position(), 80 * kMs);
}

TEST(LivePlayback, SeekingPausesThePicture) {
  Playback playback = liveAt(50 * kMs);
  playback.seek(10 * kMs);
  EXPECT_EQ(playback.mode(), Playback::Mode::LivePaused);
  EXPECT_EQ(playback.position(), 10 * kMs);
}

TEST(LivePlayback, AfterTheRunItRestsAtTheEndAndPlaysFromTheBegin) {
  Playback playback = liveAt(242 * kMs);
  playback.finishLive();
  EXPECT_EQ(playback.mode(), Playback::Mode::Paused);
  EXPECT_EQ(playback.position(), 242 * kMs);
  EXPECT_DOUBLE_EQ(playback.speed(), 1.0 / 50);
  playback.setEnd(243 * kMs);  // the last refresh may come late
  playback.setEnd(242 * kMs);
  playback.play();
  EXPECT_EQ(playback.position(), 0);
  EXPECT_EQ(playback.mode(), Playback::Mode::Playing);
}

TEST(LivePlayback, APictureThatRestedStaysWhereItWasWhenTheRunEnds) {
  Playback playback = liveAt(50 * kMs);
  playback.pause();
  playback.setEnd(242 * kMs);
  playback.finishLive();
  EXPECT_EQ(playback.mode(), Playback::Mode::Paused);
  EXPECT_EQ(playback.position(), 50 * kMs);
}

TEST(LivePlayback, FinishingWhatIsNotLiveChangesNothing) {
  Playback playback = shown(kSecond, 2);
  playback.play();
  playback.advance(100 * kMs);
  playback.finishLive();
  EXPECT_EQ(playback.mode(), Playback::Mode::Playing);
  EXPECT_DOUBLE_EQ(playback.speed(), 2);
}

TEST(LivePlayback, ANewRunForgetsTheLastOne) {
  Playback playback = shown(kSecond);
  playback.setLoop(TimeRange{0, kMs});
  playback.seek(kMs);
  playback.startLive();
  EXPECT_EQ(playback.position(), 0);
  EXPECT_EQ(playback.end(), 0);
  EXPECT_FALSE(playback.loop());
}

TEST(Loop, PlaysOverAndOverWithoutLosingTime) {
  Playback playback = shown(100 * kMs, 1);
  playback.setLoop(TimeRange{20 * kMs, 50 * kMs});
  playback.play();
  EXPECT_EQ(playback.position(), 20 * kMs);
  playback.advance(29 * kMs);
  EXPECT_EQ(playback.position(), 49 * kMs);
  playback.advance(3 * kMs);
  EXPECT_EQ(playback.position(), 22 * kMs);
  playback.advance(65 * kMs);  // twice around and a bit
  EXPECT_EQ(playback.position(), 27 * kMs);
  EXPECT_EQ(playback.mode(), Playback::Mode::Playing);
}

TEST(Loop, FromOutsideItBeginsAtItsBegin) {
  Playback playback = shown(100 * kMs, 1);
  playback.setLoop(TimeRange{20 * kMs, 50 * kMs});
  for (const Nanos outside : {0 * kMs, 19 * kMs, 51 * kMs, 100 * kMs}) {
    playback.play();
    playback.seek(outside);
    playback.advance(1 * kMs);
    EXPECT_EQ(playback.position(), 20 * kMs) << outside;
    playback.pause();
    playback.seek(outside);
    EXPECT_EQ(playback.position(), outside);  // at rest one may look anywhere
  }
  playback.seek(30 * kMs);
  playback.play();
  EXPECT_EQ(playback.position(), 30 * kMs);
}

TEST(Loop, WithoutItPlayingGoesOnToTheEnd) {
  Playback playback = shown(100 * kMs, 1);
  playback.setLoop(TimeRange{20 * kMs, 50 * kMs});
  playback.play();
  playback.advance(10 * kMs);
  playback.setLoop(std::nullopt);
  playback.advance(40 * kMs);
  EXPECT_EQ(playback.position(), 70 * kMs);
}

TEST(Loop, IsPutInOrderAndCutToTheRun) {
  Playback playback = shown(100 * kMs);
  playback.setLoop(TimeRange{150 * kMs, 60 * kMs});
  ASSERT_TRUE(playback.loop());
  EXPECT_EQ(*playback.loop(), (TimeRange{60 * kMs, 100 * kMs}));
  playback.setLoop(TimeRange{5 * kMs, 5 * kMs});
  EXPECT_FALSE(playback.loop());
  playback.setLoop(TimeRange{200 * kMs, 300 * kMs});
  EXPECT_FALSE(playback.loop());
}

TEST(Ease, IsAQuarterOfASecondForThePersonWhileSomethingMoves) {
  Playback playback = shown(kSecond, 1.0 / 50);
  EXPECT_EQ(playback.ease(), 0);
  playback.play();
  EXPECT_EQ(playback.ease(), 5 * kMs);
  playback.pause();
  EXPECT_EQ(playback.ease(), 0);
  playback = liveAt(kSecond);
  EXPECT_EQ(playback.ease(), 250 * kMs);
  playback.pause();
  EXPECT_EQ(playback.ease(), 0);
}

}  // namespace
}  // namespace threadmart
