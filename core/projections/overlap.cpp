#include "core/projections/overlap.h"

#include <algorithm>
#include <functional>

#include <queue>

namespace threadmart {
namespace {

using Ends = std::priority_queue<Nanos, std::vector<Nanos>, std::greater<>>;

// Walks through time: `during(count, from, to)` for every stretch in which the number of slices in the state stays the
// same.
template <class During>
void sweep(const std::vector<Slice>& slices, TaskState state, During&& during) {
  Ends ends;
  Nanos now = 0;
  const auto advance = [&](Nanos to) {
    if (to > now && !ends.empty()) during(static_cast<unsigned>(ends.size()), now, to);
    now = std::max(now, to);
  };
  const auto leaveUntil = [&](Nanos limit) {
    while (!ends.empty() && ends.top() <= limit) {
      advance(ends.top());
      ends.pop();
    }
  };
  for (const Slice& slice : slices) {
    if (slice.state != state || slice.task == kNoTask || slice.duration() <= 0) continue;
    leaveUntil(slice.begin);
    advance(slice.begin);
    now = slice.begin;
    ends.push(slice.end);
  }
  while (!ends.empty()) leaveUntil(ends.top());
}

bool runs(const Slice& slice) {
  return slice.state == TaskState::Running && slice.duration() > 0;
}

}  // namespace

std::vector<Overlap> runningOverlaps(const std::vector<Slice>& slices) {
  std::vector<Overlap> overlaps;
  std::vector<const Slice*> running;  // by begin
  for (const Slice& slice : slices) {
    if (!runs(slice)) continue;
    std::erase_if(running, [&](const Slice* other) { return other->end <= slice.begin; });
    if (!running.empty()) {
      const Slice& other = *running.back();
      overlaps.push_back({{slice.begin, std::min(slice.end, other.end)}, other, slice});
    }
    running.push_back(&slice);
  }
  return overlaps;
}

unsigned maxConcurrency(const std::vector<Slice>& slices, TaskState state) {
  unsigned most = 0;
  sweep(slices, state, [&](unsigned count, Nanos, Nanos) { most = std::max(most, count); });
  return most;
}

Nanos timeWithAtLeast(unsigned count, const std::vector<Slice>& slices, TaskState state) {
  Nanos total = 0;
  sweep(slices, state, [&](unsigned now, Nanos from, Nanos to) { total += now >= count ? to - from : 0; });
  return total;
}

double runningOverlapShare(const std::vector<Slice>& slices) {
  const Nanos one = timeWithAtLeast(1, slices, TaskState::Running);
  const Nanos two = timeWithAtLeast(2, slices, TaskState::Running);
  return one > 0 ? static_cast<double>(two) / static_cast<double>(one) : 0;
}

Interval taskSpan(const std::vector<Slice>& slices, TaskId task) {
  Interval span;
  bool started = false;
  for (const Slice& slice : slices) {
    if (slice.task != task || slice.state == TaskState::Queued) continue;
    if (!started) span.begin = slice.begin;
    started = true;
    span.end = slice.end;
  }
  return span;
}

Interval longestGap(const std::vector<Slice>& slices, TaskId task) {
  Interval longest;
  const Slice* last = nullptr;
  for (const Slice& slice : slices) {
    if (slice.task != task || !runs(slice)) continue;
    if (last && slice.begin - last->end > longest.duration()) longest = {last->end, slice.begin};
    last = &slice;
  }
  return longest;
}

unsigned maxOverlap(std::vector<Interval> intervals) {
  std::sort(intervals.begin(), intervals.end(), [](const Interval& a, const Interval& b) { return a.begin < b.begin; });
  Ends ends;
  std::size_t most = 0;
  for (const Interval& interval : intervals) {
    if (interval.duration() <= 0) continue;
    while (!ends.empty() && ends.top() <= interval.begin) ends.pop();
    ends.push(interval.end);
    most = std::max(most, ends.size());
  }
  return static_cast<unsigned>(most);
}

}  // namespace threadmart
