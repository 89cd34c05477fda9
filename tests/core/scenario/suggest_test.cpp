#include "core/scenario/suggest.h"

#include <array>
#include <gtest/gtest.h>

namespace threadmart {
namespace {

constexpr std::array<std::string_view, 3> kNames{"items", "releases_gil", "ms"};

TEST(Suggest, FindsTheNearestName) {
  EXPECT_EQ(nearestName("itmes", kNames), "items");
  EXPECT_EQ(nearestName("item", kNames), "items");
  EXPECT_EQ(nearestName("release_gil", kNames), "releases_gil");
  EXPECT_EQ(nearestName("m", kNames), "ms");
}

TEST(Suggest, KeepsQuietWhenNothingIsNear) {
  EXPECT_EQ(nearestName("colour", kNames), std::nullopt);
  EXPECT_EQ(nearestName("", kNames), std::nullopt);
  EXPECT_EQ(nearestName(std::string(1'000'000, 'x'), kNames), std::nullopt);
}

TEST(Suggest, OffersTheKnownNamesOtherwise) {
  EXPECT_EQ(suggestion("itmes", kNames), "; did you mean \"items\"?");
  EXPECT_EQ(suggestion("colour", kNames), R"(; known are "items", "releases_gil", "ms")");
  EXPECT_EQ(suggestion("colour", {}), "");
}

}  // namespace
}  // namespace threadmart
