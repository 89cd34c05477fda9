// How busy each core was, and how much of that was the run's own doing, in equal steps of time: pure functions of
// slices, load samples and readings.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include <QString>

#include "core/projections/load.h"
#include "core/projections/slices.h"
#include "ui/words/counts.h"

namespace threadmart {

struct CoreShare {
  double own = 0;     // 0…1: the run's tasks
  double others = 0;  // 0…1: everything else on the machine; own + others <= 1

  double busy() const { return own + others; }
};

struct CoreStrip {
  unsigned core = 0;
  std::vector<CoreShare> steps;  // equally long, oldest first
};

struct CoreLoads {
  Nanos from = 0, to = 0;        // what the steps cover
  bool live = false;             // of the machine now; else of a recording
  std::vector<CoreStrip> cores;  // ascending by core
};

// What a core did in the step that holds the time; outside of the loads nothing is known.
std::optional<CoreShare> shareAt(const CoreLoads& loads, std::size_t index, Nanos time);
// Live what it does now, of a recording at the time, without one on average.
CoreShare shareToName(const CoreLoads& loads, std::size_t index, std::optional<Nanos> time);
// 0…1: where in the picture of the loads the time is; empty while live, and outside.
std::optional<double> placeOf(const CoreLoads& loads, std::optional<Nanos> time);
// '98 % busy, 95 % of it this run'
QString shareText(const CoreShare& share);

// The whole run [0, end) in `steps` equal steps: own from the Running slices, others from what the recording's samples
// of the machine say beyond it. Where there is no sample, others are taken as 0.
CoreLoads loadsOfRecording(const std::vector<Slice>& slices, const std::vector<CoreSeries>& machine, std::size_t cores,
                           Nanos end, std::size_t steps);

// The machine's last readings, while nothing or something runs.
class LiveLoads {
 public:
  LiveLoads(std::size_t steps, Nanos step) : steps_(steps), step_(step) {}

  // `busy`: of the whole machine; `own`: of the run, shorter or empty if there is none. Both by core, 0…1.
  void add(const std::vector<double>& busy, const std::vector<double>& own);
  CoreLoads loads() const;

 private:
  std::size_t steps_;
  Nanos step_;
  std::deque<std::vector<CoreShare>> readings_;  // oldest first
};

}  // namespace threadmart
