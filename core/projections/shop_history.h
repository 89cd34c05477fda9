// Looking something up in what happened in order of time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include "core/events/event.h"

namespace threadmart {

inline constexpr Nanos kNever = std::numeric_limits<Nanos>::max();

// Of entries with a `time`, in order: the last that is not after `time`; null if there is none.
template <class Entry>
const Entry* lastUntil(const std::vector<Entry>& entries, Nanos time) {
  if (entries.empty()) return nullptr;
  if (entries.back().time <= time) return &entries.back();
  const auto later = std::upper_bound(entries.begin(), entries.end(), time,
                                      [](Nanos at, const Entry& entry) { return at < entry.time; });
  return later == entries.begin() ? nullptr : &*(later - 1);
}

// How many of the first `count` ordered times are not after `time`; timeOf(i) is the i-th. Whoever plays asks for
// almost the same place again: that is looked at first.
template <class TimeOf>
std::size_t countUntil(std::size_t count, Nanos time, std::size_t guess, TimeOf&& timeOf) {
  constexpr int kNear = 8;
  std::size_t place = std::min(guess, count);
  for (int steps = 0; steps < kNear; ++steps) {
    if (place < count && timeOf(place) <= time) {
      ++place;
    } else if (place > 0 && timeOf(place - 1) > time) {
      --place;
    } else {
      return place;
    }
  }
  std::size_t low = 0, high = count;
  if (place > 0 && timeOf(place - 1) <= time) low = place;
  if (place < count && timeOf(place) > time) high = place;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (timeOf(middle) <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

template <class Record>
Record& slotOf(std::vector<Record>& records, std::size_t id) {
  if (id >= records.size()) records.resize(id + 1);
  return records[id];
}

}  // namespace threadmart
