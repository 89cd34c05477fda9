// Shared shelves and sealed parcels (claim 15).
#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>

#include "experiment.h"

namespace threadmart::claims {
namespace {

constexpr double kKiB = 1024, kMiB = 1024 * kKiB;

Experiment hand(const char* executor, double bytes, double rounds) {
  return perform(
      "memory",
      {.executor = executor, .parameters = {{"tasks", 1}, {"bytes", bytes}, {"rounds", rounds}}, .workers = 1});
}

// The goods of `send`, there and back; not the task and its result, which travel too.
std::vector<Parcel> goodsOf(const Experiment& experiment) {
  std::vector<Parcel> goods;
  for (const Parcel& parcel : makeParcels(experiment.events)) {
    const Nanos began = experiment.numbers.tasks.at(parcel.task).start;
    const Nanos ended = experiment.numbers.tasks.at(parcel.task).end;
    EXPECT_TRUE(parcel.received.has_value());
    if (parcel.sent >= began && parcel.sent < ended && parcel.received) goods.push_back(parcel);
  }
  return goods;
}

// The quickest way there and the quickest back: what the way itself takes, without the waits that others cause.
Nanos quickest(const std::vector<Parcel>& goods) {
  Nanos there = INT64_MAX / 2, back = there;
  for (const Parcel& parcel : goods) {
    Nanos& least = parcel.leg == ParcelLeg::TaskOut ? there : back;
    least = std::min(least, *parcel.received - parcel.sent);
  }
  return there + back;
}

TEST(Claim15, ThroughAWallTheTimeGrowsWithTheSize) {
  const std::vector<Parcel> small = goodsOf(hand("process-pool", kKiB, 20));
  const std::vector<Parcel> medium = goodsOf(hand("process-pool", kMiB, 10));
  const std::vector<Parcel> large = goodsOf(hand("process-pool", 64 * kMiB, 2));
  ASSERT_EQ(small.size(), 40u);  // there and back
  ASSERT_EQ(medium.size(), 20u);
  ASSERT_EQ(large.size(), 4u);
  for (const Parcel& parcel : large) EXPECT_EQ(parcel.bytes, 64u << 20);
  EXPECT_GT(quickest(medium), quickest(small));
  EXPECT_GT(quickest(large), 10 * quickest(small));
}

TEST(Claim15, WithinTheWallsAPointerIsEnough) {
  const std::vector<Parcel> small = goodsOf(hand("threads", kKiB, 20));
  const std::vector<Parcel> large = goodsOf(hand("threads", 64 * kMiB, 20));
  ASSERT_EQ(small.size(), 40u);
  ASSERT_EQ(large.size(), 40u);
  const Nanos through_a_wall = quickest(goodsOf(hand("process-pool", 64 * kMiB, 1)));
  EXPECT_LT(100 * quickest(large), through_a_wall);
  EXPECT_LT(quickest(large), 100 * (quickest(small) + 1'000)) << "65,536 times the size, about the same time";
}

}  // namespace
}  // namespace threadmart::claims
