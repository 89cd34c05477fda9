// Part of ShopIndex: the assistants, which are the cores that the run may use, and what other programs want of them.
#pragma once

#include <vector>

#include "core/projections/shop.h"
#include "core/projections/shop_history.h"

namespace threadmart {

class ShopAssistants {
 public:
  void consume(const Event& event);  // in the recording's order
  // Fills in assistants, by core number, but not whom they serve.
  void at(Nanos time, const RunInfo& info, std::vector<ShopAssistant>& out) const;

 private:
  struct Sample {
    Nanos time = 0;
    double others = 0;
  };
  struct Core {
    std::vector<Sample> samples;
    unsigned running = 0;  // of our tasks
    Nanos counted = 0;     // until when `own` is counted
    Nanos own = 0;         // time in which at least one ran, since the last sample
    Nanos sampled = 0;
  };
  struct Run {
    WorkerId worker = kNoWorker;
    std::uint16_t core = kNoCore;
  };
  void leave(Nanos time, Run& run);
  void count(Nanos time, Core& core);
  void sample(const Event& event);

  std::vector<Core> cores_;
  std::vector<Run> runs_;  // by task
};

}  // namespace threadmart
