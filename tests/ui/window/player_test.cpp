// The clock around the playhead.
#include "app/window/player.h"

#include <gtest/gtest.h>

#include <QTest>

#include "app/window/shown_recording.h"
#include "tests/support/hand_made_run.h"

namespace threadmart {
namespace {

using namespace testing_support;
using Mode = Playback::Mode;

constexpr double kShortest = 10e9, kLongest = 20e9;  // of a first replay, in nanoseconds

double replayTime(const Playback& playback) {
  return static_cast<double>(playback.end()) / playback.speed();
}

struct PlayerTest : testing::Test {
  void showFinished() { shown.show(gilRun(), false); }

  // A run of one customer that has come as far as `end`.
  void startRun() {
    growing = std::make_shared<Recording>(HandMadeRun("live", "sequential", 1, 1).info);
    growing->append(std::vector<Event>{{.time = 0, .kind = EventKind::RunStarted}});
    shown.show(growing, true);
  }
  void growTo(Nanos end) {
    working = !working;
    growing->append(
        std::vector<Event>{{.time = end,
                            .task = 0,
                            .worker = 0,
                            .core = 0,
                            .kind = EventKind::TaskState,
                            .detail = static_cast<std::uint8_t>(working ? TaskState::Running : TaskState::Io)}});
    shown.refresh();
  }
  void finishAt(Nanos end) {
    growing->append(std::vector<Event>{{.time = end, .task = 0, .worker = 0, .kind = EventKind::TaskFinished},
                                       {.time = end, .kind = EventKind::RunFinished}});
    shown.finish();
  }

  ShownRecording shown;
  Player player{shown};
  const Playback& playback = player.playback();
  std::shared_ptr<Recording> growing;
  bool working = false;
};

TEST_F(PlayerTest, ARecordingFromAFileRestsAtItsBegin) {
  showFinished();
  EXPECT_EQ(playback.mode(), Mode::Paused);
  EXPECT_EQ(player.position(), 0);
  EXPECT_EQ(player.ease(), 0);
  EXPECT_EQ(playback.end(), shown.end());
  EXPECT_GE(replayTime(playback), kShortest);
  EXPECT_LE(replayTime(playback), kLongest);
}

TEST_F(PlayerTest, LiveFollowsTheEnd) {
  startRun();
  EXPECT_EQ(playback.mode(), Mode::Live);
  growTo(30 * kMs);
  EXPECT_EQ(player.position(), 30 * kMs);
  growTo(50 * kMs);
  EXPECT_EQ(player.position(), 50 * kMs);
  EXPECT_GT(player.ease(), -1);
}

TEST_F(PlayerTest, ThePictureCanRestWhileTheRunGoesOn) {
  startRun();
  growTo(30 * kMs);
  player.toggle();
  growTo(90 * kMs);
  EXPECT_EQ(playback.mode(), Mode::LivePaused);
  EXPECT_EQ(player.position(), 30 * kMs);
  EXPECT_EQ(playback.end(), 90 * kMs);
  player.toggle();
  EXPECT_EQ(playback.mode(), Mode::Live);
  EXPECT_EQ(player.position(), 90 * kMs) << "caught up";
}

TEST_F(PlayerTest, AShortRunIsPlayedAgainByItselfSlowly) {
  startRun();
  growTo(100 * kMs);
  finishAt(237 * kMs);
  EXPECT_EQ(playback.mode(), Mode::Playing);
  EXPECT_LT(player.position(), 237 * kMs) << "from the begin";
  EXPECT_GE(replayTime(playback), kShortest);
  EXPECT_LE(replayTime(playback), kLongest);
  const Nanos before = player.position();
  EXPECT_TRUE(QTest::qWaitFor([&] { return player.position() > before; }));
}

TEST_F(PlayerTest, ARunThatCouldBeWatchedIsNotPlayedAgainByItself) {
  startRun();
  growTo(100 * kMs);
  finishAt(12'000 * kMs);
  EXPECT_EQ(playback.mode(), Mode::Paused);
  EXPECT_EQ(player.position(), playback.end()) << "where the picture was last";
}

TEST_F(PlayerTest, WhoRestsThePictureIsLeftWhereTheyLook) {
  startRun();
  growTo(100 * kMs);
  player.seek(40 * kMs);
  EXPECT_EQ(playback.mode(), Mode::LivePaused);
  finishAt(237 * kMs);
  EXPECT_EQ(playback.mode(), Mode::Paused);
  EXPECT_EQ(player.position(), 40 * kMs);
}

TEST_F(PlayerTest, PlayingMovesAndPausingSettles) {
  showFinished();
  player.toggle();
  ASSERT_TRUE(QTest::qWaitFor([&] { return player.position() > 0 && player.ease() > 0; }));
  player.toggle();
  const Nanos rested = player.position();
  EXPECT_TRUE(QTest::qWaitFor([&] { return player.ease() == 0; })) << "everybody comes to their place";
  EXPECT_EQ(player.position(), rested);
}

TEST_F(PlayerTest, StepsGoToWhatHappensNextAndBack) {
  showFinished();
  player.toggle();
  std::vector<Nanos> visited;
  for (int i = 0; i < 5; ++i) {
    const auto next = shown.moments().next(player.position());
    ASSERT_TRUE(next);
    player.stepForward();
    EXPECT_FALSE(playback.playing());
    EXPECT_EQ(player.position(), *next);
    visited.push_back(*next);
  }
  for (int i = 3; i >= 0; --i) {
    player.stepBack();
    EXPECT_EQ(player.position(), visited[static_cast<std::size_t>(i)]);
  }
}

TEST_F(PlayerTest, ACustomersStepsAreTheirChangesOnly) {
  showFinished();
  player.stepTask(2, true);
  const Nanos first = player.position();
  EXPECT_EQ(std::optional(first), shown.moments().next(0, 2));
  player.stepTask(2, true);
  EXPECT_GT(player.position(), first);
  player.stepTask(2, false);
  EXPECT_EQ(player.position(), first);
  player.toEnd();
  const Nanos end = player.position();
  player.stepTask(2, true);
  EXPECT_EQ(player.position(), end) << "nothing comes after";
}

TEST_F(PlayerTest, ALoopIsPlayedOverAndOver) {
  showFinished();
  const TimeRange range{100 * kMs, 101 * kMs};
  player.loop(range);
  EXPECT_EQ(playback.loop(), range);
  player.toggle();
  int rounds = 0;
  Nanos last = player.position();
  bool inside = true;
  QObject::connect(&player, &Player::moved, [&] {
    rounds += player.position() < last;
    last = player.position();
    inside = inside && range.begin <= last && last <= range.end;
  });
  EXPECT_TRUE(QTest::qWaitFor([&] { return rounds >= 2; }));
  EXPECT_TRUE(inside);
  EXPECT_TRUE(playback.playing());
  player.toEnd();
  EXPECT_EQ(player.position(), range.end);
  player.toBegin();
  EXPECT_EQ(player.position(), range.begin);
  player.loop(std::nullopt);
  player.toBegin();
  EXPECT_EQ(player.position(), 0);
}

TEST_F(PlayerTest, SpeedsAreStepsAndAreTold) {
  showFinished();
  int told = 0;
  QObject::connect(&player, &Player::changed, [&] { ++told; });
  const double before = playback.speed();
  player.faster();
  EXPECT_GT(playback.speed(), before);
  player.slower();
  EXPECT_EQ(playback.speed(), before);
  player.setSpeed(1.0);
  EXPECT_EQ(playback.speed(), 1.0);
  EXPECT_EQ(told, 3);
}

TEST_F(PlayerTest, AnotherRecordingStartsOver) {
  showFinished();
  player.loop(TimeRange{10 * kMs, 20 * kMs});
  player.toggle();
  shown.show(pages("sequential"), false);
  EXPECT_EQ(playback.mode(), Mode::Paused);
  EXPECT_EQ(player.position(), 0);
  EXPECT_FALSE(playback.loop());
  EXPECT_EQ(playback.end(), shown.end());
  shown.show(nullptr, false);
  player.toggle();
  player.stepForward();
  EXPECT_FALSE(playback.playing()) << "there is nothing to be played";
  EXPECT_EQ(player.position(), 0);
}

}  // namespace
}  // namespace threadmart
