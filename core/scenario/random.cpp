#include "core/scenario/random.h"

#include <cmath>

namespace threadmart {
namespace {

std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

}  // namespace

Random::Random(std::uint64_t seed, std::string_view group, std::uint64_t task)
    : state_(mix(mix(mix(seed) ^ fnv1a(group)) + task)) {}

std::uint64_t Random::next() {
  state_ += 0x9E3779B97F4A7C15;
  return mix(state_);
}

std::uint64_t Random::between(std::uint64_t from, std::uint64_t to) {
  const std::uint64_t values = to - from + 1;
  if (values == 0) return next();  // the whole range of 64 bits
  // The first 2^64 mod `values` numbers are thrown away: what is left divides evenly.
  const std::uint64_t skipped = (0 - values) % values;
  std::uint64_t drawn = next();
  while (drawn < skipped) drawn = next();
  return from + drawn % values;
}

double Random::thousandthsBetween(double from, double to) {
  const auto low = static_cast<std::uint64_t>(std::llround(from * 1000));
  const auto high = static_cast<std::uint64_t>(std::llround(to * 1000));
  return static_cast<double>(between(low, high)) / 1000;
}

}  // namespace threadmart
