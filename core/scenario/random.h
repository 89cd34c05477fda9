// The seeded generator behind random baskets: SplitMix64. It is written out here because the standard library's
// distributions differ between implementations, and one seed must give the same baskets on every machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadmart {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  // Each task draws from a stream of its own, so that further groups or tasks never change its basket.
  Random(std::uint64_t seed, std::string_view group, std::uint64_t task);

  std::uint64_t next();
  std::uint64_t between(std::uint64_t from, std::uint64_t to);  // both included, all equally likely; from ≤ to
  // A multiple of 1/1000 from `from` to `to`. Drawn as a whole number: no rounding differs between machines.
  double thousandthsBetween(double from, double to);

 private:
  std::uint64_t state_;
};

}  // namespace threadmart
