#include "ui/timeline/coordinates.h"

#include <algorithm>
#include <cmath>

namespace threadmart {

double TimeScale::xOf(Nanos time) const {
  return left + static_cast<double>(time - range.begin) / static_cast<double>(range.length()) * width;
}

double TimeScale::clampedXOf(Nanos time) const {
  return std::clamp(xOf(time), left - 4, right() + 4);
}

Nanos TimeScale::timeAt(double x) const {
  return range.begin + static_cast<Nanos>(std::llround((x - left) / width * static_cast<double>(range.length())));
}

TimeRange zoomed(const TimeRange& range, double factor, Nanos fixed) {
  const double length = std::max<double>(kShortestRange, static_cast<double>(range.length()) * factor);
  const double before = static_cast<double>(fixed - range.begin) / static_cast<double>(range.length());
  const Nanos begin = fixed - static_cast<Nanos>(std::llround(before * length));
  return {begin, begin + static_cast<Nanos>(std::llround(length))};
}

TimeRange panned(const TimeRange& range, Nanos by) {
  return {range.begin + by, range.end + by};
}

TimeRange limitedTo(const TimeRange& range, Nanos last) {
  const Nanos longest = std::max(last, kShortestRange);
  const Nanos length = std::clamp(range.length(), kShortestRange, longest);
  const Nanos begin = std::clamp<Nanos>(range.begin, 0, longest - length);
  return {begin, begin + length};
}

Nanos tickStep(Nanos range, int most_ticks) {
  const Nanos least = std::max<Nanos>(1, range / std::max(1, most_ticks));
  const Nanos power = powerOfTenBelow(least);
  for (const Nanos factor : {1, 2, 5, 10})
    if (power * factor >= least && range / (power * factor) < most_ticks) return power * factor;
  return power * 20;
}

std::vector<Nanos> ticks(const TimeRange& range, Nanos step) {
  std::vector<Nanos> result;
  Nanos first = range.begin / step * step;
  if (first < range.begin) first += step;
  for (Nanos tick = first; tick <= range.end; tick += step) result.push_back(tick);
  return result;
}

}  // namespace threadmart
