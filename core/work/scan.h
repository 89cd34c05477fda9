// Scanning an item: the CPU work of every scenario. A fixed number of dependent steps of integer arithmetic, so that an
// item costs the same whoever scans it, and contention shows as time. (Work that spins until a millisecond has passed
// would hide it.)
#pragma once

#include <cstdint>

#include "core/events/event.h"

namespace threadmart {

// The worker scans an item in chunks of about 10 µs and looks up between two of them: at the bell, at a cancel.
inline constexpr std::uint32_t kChunkIterations = 6'750;
inline constexpr std::uint32_t kChunksPerItem = 100;
inline constexpr std::uint32_t kItemIterations = kChunkIterations * kChunksPerItem;  // about 1 ms

// Goes `iterations` steps along the chain that `state` is on and returns where it ends: the same on every machine.
std::uint64_t scanChunk(std::uint64_t state, std::uint32_t iterations);

// Nanoseconds that one item takes on this machine at this moment: the median of a few. Takes some milliseconds; for
// display only.
Nanos measureItem();

}  // namespace threadmart
