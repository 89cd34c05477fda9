#include "core/events/clock.h"

#include <algorithm>
#include <fstream>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace threadmart {
namespace {

bool tscIsInvariant() {
#if defined(__x86_64__)
  unsigned a = 0, b = 0, c = 0, d = 0;
  constexpr unsigned kPowerManagement = 0x80000007;
  constexpr unsigned kInvariantTsc = 1U << 8;
  return __get_cpuid(kPowerManagement, &a, &b, &c, &d) != 0 && (d & kInvariantTsc) != 0;
#else
  return false;
#endif
}

}  // namespace

ClockKind bestClock() {
  std::ifstream file("/sys/devices/system/clocksource/clocksource0/current_clocksource");
  std::string source;
  file >> source;
  return source == "tsc" && tscIsInvariant() ? ClockKind::Tsc : ClockKind::ClockGettime;
}

std::string clockName(ClockKind kind) {
  return kind == ClockKind::Tsc ? "tsc" : "clock_gettime";
}

TickLine::TickLine(Clock clock) : clock_(clock) {
  // Two pairs a little apart, so that the line has a slope from the start.
  addPair();
  const Nanos until = monotonicNow() + 200'000;
  while (monotonicNow() < until) {
  }
  addPair();
}

void TickLine::addPair() {
  // Of a few readings the one with the narrowest bracket: an interrupt between the two clocks would bend the line.
  Ticks best = 0;
  Nanos nanos = 0;
  Ticks narrowest = INT64_MAX;
  for (int attempt = 0; attempt < 3; ++attempt) {
    const Ticks before = clock_.now();
    const Nanos between = monotonicNow();
    const Ticks after = clock_.now();
    if (after - before >= narrowest) continue;
    narrowest = after - before;
    best = before + (after - before) / 2;
    nanos = between;
  }
  addPair(best, nanos);
}

void TickLine::addPair(Ticks ticks, Nanos nanos) {
  if (!pairs_.empty() && (ticks <= pairs_.back().ticks || nanos < pairs_.back().nanos)) return;
  pairs_.push_back({ticks, nanos});
}

Nanos TickLine::toNanos(Ticks ticks) const {
  if (clock_.kind() == ClockKind::ClockGettime || pairs_.size() < 2) return ticks;
  // Nearly always the last stretch; a late event is looked up.
  auto right = pairs_.end() - 1;
  if (ticks < (right - 1)->ticks) {
    right = std::upper_bound(pairs_.begin() + 1, pairs_.end() - 1, ticks,
                             [](Ticks value, const Pair& pair) { return value < pair.ticks; });
  }
  const Pair& left = *(right - 1);
  const double slope = static_cast<double>(right->nanos - left.nanos) / static_cast<double>(right->ticks - left.ticks);
  return left.nanos + static_cast<Nanos>(static_cast<double>(ticks - left.ticks) * slope);
}

}  // namespace threadmart
