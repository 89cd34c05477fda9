#include "ui/timeline/coordinates.h"

#include <cmath>
#include <gtest/gtest.h>

namespace threadmart {
namespace {

constexpr Nanos kMs = 1'000'000, kSecond = 1'000'000'000;

// There and back again: never further off than half a pixel's time, or half a nanosecond.
TEST(Coordinates, TimeToPixelAndBack) {
  for (const TimeRange range : {TimeRange{0, 100}, TimeRange{0, 240 * kMs}, TimeRange{7 * kSecond, 7 * kSecond + 333},
                                TimeRange{1, 86'400 * kSecond}}) {
    const TimeScale scale{range, 84, 777};
    for (int i = 0; i <= 1000; ++i) {
      const Nanos time = range.begin + range.length() * i / 1000;
      EXPECT_LE(std::abs(scale.timeAt(scale.xOf(time)) - time), 1 + range.length() / 1'000'000'000'000);
    }
  }
}

TEST(Coordinates, PixelToTimeAndBack) {
  const TimeScale scale{{0, 240 * kMs}, 84, 777};
  for (double x = 84; x <= 861; x += 1) EXPECT_NEAR(scale.xOf(scale.timeAt(x)), x, 1e-5);
  EXPECT_EQ(scale.timeAt(84), 0);
  EXPECT_EQ(scale.timeAt(861), 240 * kMs);
}

TEST(Coordinates, FarTimesStayNearThePicture) {
  const TimeScale scale{{0, 100}, 84, 777};
  EXPECT_LT(scale.clampedXOf(1'000'000 * kSecond), 870);
  EXPECT_GT(scale.clampedXOf(-1'000'000 * kSecond), 75);
}

TEST(Coordinates, ZoomKeepsTheFixedInstant) {
  const TimeRange range{100 * kMs, 340 * kMs};
  for (const double factor : {0.01, 0.5, 0.8, 1.25, 3.0}) {
    const TimeRange zoom = zoomed(range, factor, 160 * kMs);
    EXPECT_NEAR(static_cast<double>(160 * kMs - zoom.begin) / static_cast<double>(zoom.length()), 0.25, 1e-6);
    EXPECT_NEAR(static_cast<double>(zoom.length()), 240e6 * factor, 2);
  }
  EXPECT_EQ(zoomed(range, 1e-12, 160 * kMs).length(), kShortestRange);
}

TEST(Coordinates, RangesStayWithinTheRun) {
  EXPECT_EQ(limitedTo({-50, 150}, 1000), (TimeRange{0, 200}));
  EXPECT_EQ(limitedTo({900, 1100}, 1000), (TimeRange{800, 1000}));
  EXPECT_EQ(limitedTo({-50, 5000}, 1000), (TimeRange{0, 1000}));
  EXPECT_EQ(limitedTo({300, 700}, 1000), (TimeRange{300, 700}));
}

TEST(Coordinates, TickStepsAreRoundAndNotTooMany) {
  EXPECT_EQ(tickStep(3500 * kMs, 8), 500 * kMs);
  EXPECT_EQ(tickStep(320 * kMs, 10), 50 * kMs);
  EXPECT_EQ(tickStep(7, 10), 1);
  for (Nanos range = 3; range < 4'000'000'000'000; range = range * 3 / 2 + 1) {
    for (const int most : {1, 3, 8, 12}) {
      const Nanos step = tickStep(range, most);
      EXPECT_LE(ticks({0, range}, step).size(), static_cast<std::size_t>(most) + (range / step < most ? 0 : 1))
          << range;
      Nanos digits = step;
      while (digits % 10 == 0) digits /= 10;
      EXPECT_TRUE(digits == 1 || digits == 2 || digits == 5) << step;
    }
  }
}

TEST(Coordinates, TicksAreMultiplesWithinTheRange) {
  EXPECT_EQ(ticks({95, 130}, 10), (std::vector<Nanos>{100, 110, 120, 130}));
  EXPECT_EQ(ticks({0, 20}, 10), (std::vector<Nanos>{0, 10, 20}));
}

}  // namespace
}  // namespace threadmart
