// Time and pixels: pure functions between the two, and the steps of a time axis.
#pragma once

#include <vector>

#include "core/events/event.h"
#include "ui/words/durations.h"

namespace threadmart {

// The visible part of a run.
struct TimeRange {
  Nanos begin = 0;
  Nanos end = 1;

  Nanos length() const { return end - begin; }
  bool contains(Nanos time) const { return time >= begin && time <= end; }
  friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

// Maps the range onto the pixels [left, left + width].
struct TimeScale {
  TimeRange range;
  double left = 0;
  double width = 1;

  double nanosPerPixel() const { return static_cast<double>(range.length()) / width; }
  double right() const { return left + width; }
  double xOf(Nanos time) const;         // also outside the range: far away for far times
  double clampedXOf(Nanos time) const;  // never more than a few pixels outside: safe to draw
  Nanos timeAt(double x) const;         // the nanosecond nearest to x
};

inline constexpr Nanos kShortestRange = 100;  // a person can zoom no further in

// `factor` below 1 zooms in; the instant `fixed` stays where it is on screen.
TimeRange zoomed(const TimeRange& range, double factor, Nanos fixed);
TimeRange panned(const TimeRange& range, Nanos by);
// Moved, and if need be shortened, so that it lies within [0, last].
TimeRange limitedTo(const TimeRange& range, Nanos last);

// 1, 2 or 5 times a power of ten, so that at most so many ticks are in a range of this length.
// range.
Nanos tickStep(Nanos range, int most_ticks);
std::vector<Nanos> ticks(const TimeRange& range, Nanos step);

}  // namespace threadmart
