// How much goes on in each part of a whole run: customers on a core and customers that wait, on average. Grows with the
// recording, whatever the lanes are by; the minimap draws it.
#pragma once

#include <vector>

#include "ui/timeline/model.h"

namespace threadmart {

class Density {
 public:
  struct Bin {
    float running = 0, waiting = 0;  // customers, on average over the bin
  };

  // As TimelineModel::update(): only what is new is read, until the generation changes.
  void update(const SharedSlices& slices, std::uint64_t generation = 0);

  // `count` bins of [0, end), with what has not ended yet up to its end so far.
  std::vector<Bin> bins(std::size_t count, Nanos end) const;

 private:
  // Time in each bin. What covers a bin from end to end is counted at the first and taken back after the last.
  struct Sum {
    float running = 0, waiting = 0;
    int runs = 0, waits = 0;  // how many more cover this bin and those after it than the one before
  };

  void coarsen();
  static void add(const Slice& slice, double bin, std::vector<Sum>& sums);
  static void settle(std::vector<Sum>& sums, double bin);

  SharedSlices slices_;
  std::uint64_t generation_ = 0;
  std::size_t read_ = 0;
  std::vector<std::uint32_t> open_;  // slices that had not ended at the last update
  std::vector<Sum> sums_;
  Nanos bin_ = 0;  // width
};

}  // namespace threadmart
