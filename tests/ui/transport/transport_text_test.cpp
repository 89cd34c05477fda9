// How the transport writes times and speeds.
#include "ui/transport/transport_text.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace threadmart {
namespace {

constexpr Nanos kMs = 1'000'000;

TEST(TimeText, BothTimesAreInTheUnitOfTheEnd) {
  const TimeText text = timeText(137'600'000, 242 * kMs);
  EXPECT_EQ(text.position, QStringLiteral("137.6"));
  EXPECT_EQ(text.end, QStringLiteral("242"));
  EXPECT_EQ(text.unit, QStringLiteral("ms"));
  EXPECT_EQ(timeText(1'204 * kMs, 3'360 * kMs).position, QStringLiteral("1.204"));
  EXPECT_EQ(timeText(500, 242 * kMs).position, QStringLiteral("0.0"));
  EXPECT_EQ(spokenTime(137'600'000, 242 * kMs), QStringLiteral("137.6 ms of 242 ms"));
}

TEST(TimeText, ThePositionIsNeverWrittenAsMoreThanTheEnd) {
  for (const Nanos end : {7l, 999l, 242'449'999l, 242'451'000l, 999'999'999l, 3'599'999'999'999l}) {
    const TimeText text = timeText(end, end);
    EXPECT_DOUBLE_EQ(text.position.toDouble(), text.end.toDouble()) << end;
    EXPECT_EQ(text.position, text.widest) << end;
  }
}

TEST(TimeText, NoPositionNeedsMoreRoomThanTheEnd) {
  const Nanos end = 1'003 * kMs;
  for (Nanos position = 0; position <= end; position += end / 997)
    ASSERT_LE(timeText(position, end).position.size(), timeText(end, end).widest.size()) << position;
}

TEST(MenuSpeeds, AreTheRoundStepsFastestFirst) {
  const std::vector<double> speeds = menuSpeeds(1);
  EXPECT_TRUE(std::is_sorted(speeds.rbegin(), speeds.rend()));
  EXPECT_DOUBLE_EQ(speeds.front(), 10);
  EXPECT_DOUBLE_EQ(speeds.back(), 0.001);
  EXPECT_LE(speeds.size(), 14u);  // a menu that needs no scrolling
}

TEST(MenuSpeeds, TheSpeedThatIsSetIsAlwaysAmongThem) {
  for (const double speed : speedSteps()) {
    const std::vector<double> speeds = menuSpeeds(speed);
    EXPECT_NE(std::find(speeds.begin(), speeds.end(), speed), speeds.end()) << speed;
  }
}

TEST(PlayHint, SaysWhatTheButtonDoesNext) {
  Playback playback;
  playback.startLive();
  EXPECT_TRUE(playHint(playback).contains(QStringLiteral("the run goes on")));
  playback.pause();
  EXPECT_TRUE(playHint(playback).startsWith(QStringLiteral("Follow")));
  playback.show(kMs);
  EXPECT_EQ(playHint(playback), QStringLiteral("Play (Space)"));
  playback.play();
  EXPECT_EQ(playHint(playback), QStringLiteral("Pause (Space)"));
  playback.seek(kMs);
  playback.pause();
  EXPECT_TRUE(playHint(playback).startsWith(QStringLiteral("Play again")));
}

}  // namespace
}  // namespace threadmart
