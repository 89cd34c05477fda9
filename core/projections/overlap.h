// What happened at the same time, and for how long: the questions that concurrency and parallelism are about.
//
// All functions take slices ordered by begin time, as SliceBuilder gives them. Intervals are half-open: what ends at an
// instant does not overlap what begins at it. Zero-length slices overlap nothing.
#pragma once

#include <vector>

#include "core/projections/slices.h"

namespace threadmart {

struct Interval {
  Nanos begin = 0;
  Nanos end = 0;

  Nanos duration() const { return end - begin; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

// Two slices at the same time, from the later begin to the earlier end.
struct Overlap {
  Interval when;
  Slice first, second;  // by begin

  friend bool operator==(const Overlap&, const Overlap&) = default;
};

// Each Running slice that begins while others run, paired with the one of those that began last. Empty: never two at
// once.
std::vector<Overlap> runningOverlaps(const std::vector<Slice>& slices);

// The most tasks in a state at one instant.
unsigned maxConcurrency(const std::vector<Slice>& slices, TaskState state);

// How long at least `count` tasks were in the state at once.
Nanos timeWithAtLeast(unsigned count, const std::vector<Slice>& slices, TaskState state);

// Of the time in which something ran, the share in which two or more ran: 0 with one till, near 1 where the work is
// shared out.
double runningOverlapShare(const std::vector<Slice>& slices);

// From a task's first slice that is not queued to the end of its last; empty (0, 0) if it never started.
Interval taskSpan(const std::vector<Slice>& slices, TaskId task);

// The longest time that a started task went without running, before it ran again: what a customer would notice. (0, 0)
// if never.
Interval longestGap(const std::vector<Slice>& slices, TaskId task);

// How many of the intervals, in any order, share an instant at most.
unsigned maxOverlap(std::vector<Interval> intervals);

}  // namespace threadmart
