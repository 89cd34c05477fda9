#include "core/work/scan.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace threadmart {

// Every step needs the result of the one before, so no processor can do two at a time and no compiler can shorten the
// chain.
[[gnu::noinline]] std::uint64_t scanChunk(std::uint64_t state, std::uint32_t iterations) {
  for (std::uint32_t i = 0; i < iterations; ++i) {
    state ^= state >> 29;
    state = state * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019;
  }
  return state;
}

Nanos measureItem() {
  using Clock = std::chrono::steady_clock;
  static_assert(Clock::is_steady);
  std::array<Nanos, 5> samples{};
  volatile std::uint64_t state = 1;  // keeps the calls
  for (Nanos& sample : samples) {
    const auto start = Clock::now();
    for (std::uint32_t chunk = 0; chunk < kChunksPerItem; ++chunk) state = scanChunk(state, kChunkIterations);
    sample = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count();
  }
  std::nth_element(samples.begin(), samples.begin() + samples.size() / 2, samples.end());
  return samples[samples.size() / 2];
}

}  // namespace threadmart
