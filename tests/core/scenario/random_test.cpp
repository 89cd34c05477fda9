#include "core/scenario/random.h"

#include <array>
#include <gtest/gtest.h>
#include <set>

namespace threadmart {
namespace {

TEST(Random, IsSplitMix64) {
  Random random(1234567);
  EXPECT_EQ(random.next(), 6457827717110365317u);
  EXPECT_EQ(random.next(), 3203168211198807973u);
  EXPECT_EQ(random.next(), 9817491932198370423u);
}

TEST(Random, StreamsDifferByGroupTaskAndSeed) {
  const std::set<std::uint64_t> firsts{Random(7, "a", 0).next(), Random(7, "a", 1).next(), Random(7, "b", 0).next(),
                                       Random(8, "a", 0).next()};
  EXPECT_EQ(firsts.size(), 4u);
}

TEST(Random, BetweenReachesBothEndsAboutEquallyOften) {
  Random random(1);
  std::array<int, 6> thrown{};
  for (int i = 0; i < 6000; ++i) ++thrown.at(random.between(1, 6) - 1);
  for (const int times : thrown) EXPECT_NEAR(times, 1000, 150);
}

TEST(Random, BetweenEqualEndsGivesThem) {
  Random random(1);
  EXPECT_EQ(random.between(5, 5), 5u);
  EXPECT_EQ(random.thousandthsBetween(0.5, 0.5), 0.5);
}

TEST(Random, BetweenTakesTheWholeRange) {
  Random random(1234567);
  EXPECT_EQ(random.between(0, ~std::uint64_t{0}), 6457827717110365317u);
}

TEST(Random, ThousandthsStayInTheirRange) {
  Random random(3);
  for (int i = 0; i < 1000; ++i) {
    const double drawn = random.thousandthsBetween(0.25, 0.75);
    EXPECT_GE(drawn, 0.25);
    EXPECT_LE(drawn, 0.75);
  }
}

}  // namespace
}  // namespace threadmart
