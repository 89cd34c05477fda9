// Time and place for events, cheap enough to stamp every one: raw ticks of the TSC where it is invariant and the kernel
// itself trusts it, CLOCK_MONOTONIC nanoseconds elsewhere. TickLine turns ticks into CLOCK_MONOTONIC nanoseconds
// afterwards.
#pragma once

#include <cstddef>
#include <ctime>
#include <string>
#include <sys/rseq.h>
#include <vector>

#include "core/events/event.h"

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace threadmart {

using Ticks = std::int64_t;

enum class ClockKind : std::uint32_t { ClockGettime, Tsc };

// The TSC if the processor says it is invariant and the kernel uses it as its own clock.
ClockKind bestClock();
std::string clockName(ClockKind kind);

inline Nanos monotonicNow() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<Nanos>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

// A value, not an object to share: every writer has its own copy.
class Clock {
 public:
  explicit Clock(ClockKind kind) : kind_(kind) {}
  ClockKind kind() const { return kind_; }
  Ticks now() const {
#if defined(__x86_64__)
    if (kind_ == ClockKind::Tsc) return static_cast<Ticks>(__rdtsc());
#endif
    return monotonicNow();
  }

 private:
  ClockKind kind_;
};

// The core that the calling thread is on, from the area that glibc shares with the kernel (restartable sequences).
inline std::uint16_t currentCore() {
  const auto* area =
      reinterpret_cast<const struct rseq*>(static_cast<char*>(__builtin_thread_pointer()) + __rseq_offset);
  const auto id = *static_cast<const volatile std::uint32_t*>(&area->cpu_id);
  return id < kNoCore ? static_cast<std::uint16_t>(id) : kNoCore;
}

// The straight line between pairs of (ticks, CLOCK_MONOTONIC) taken while the run goes on. Exact at the pairs, and
// monotonic.
class TickLine {
 public:
  explicit TickLine(Clock clock);
  void addPair();  // now; called before every drain, so that every event drained lies before the last pair
  void addPair(Ticks ticks, Nanos nanos);
  Nanos toNanos(Ticks ticks) const;
  Ticks lastTicks() const { return pairs_.back().ticks; }
  Nanos lastNanos() const { return pairs_.back().nanos; }

 private:
  struct Pair {
    Ticks ticks;
    Nanos nanos;
  };
  Clock clock_;
  std::vector<Pair> pairs_;
};

}  // namespace threadmart
