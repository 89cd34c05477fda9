// A lane at coarser and coarser resolution, as mip maps are for textures: time is cut into bins, each says what went on
// in it for the most part; every level has bins twice as wide as the one before.
#pragma once

#include <array>
#include <functional>
#include <span>
#include <vector>

#include "core/projections/slices.h"

namespace threadmart {

// What went on in a bin or in a column of pixels. Shares are in 1/255 of its width.
struct Cell {
  TaskId task = kNoTask;                  // the one that had the largest part in it
  TaskState waiting = TaskState::Queued;  // what it mostly was while not on a core
  std::uint8_t running = 0;               // share of time on a core
  std::uint8_t waited = 0;                // share of time in `waiting`
  std::uint8_t reserved = 0;

  bool empty() const { return running == 0 && waited == 0; }
  friend bool operator==(const Cell&, const Cell&) = default;
};
static_assert(sizeof(Cell) == 8);

// Adds up what happens within a cell.
class CellSum {
 public:
  void add(TaskState state, TaskId task, double nanos);
  void add(const Cell& cell, double nanos);
  Cell cell(double nanos) const;  // as shares of so much time
  bool empty() const { return weight_ == 0; }
  void clear() { *this = CellSum(); }

 private:
  std::array<double, kTaskStates> in_state_{};
  TaskId task_ = kNoTask;  // by majority vote with weights: right whenever one task has more than half
  double lead_ = 0;
  double weight_ = 0;
};

class Mip {
 public:
  // Brings the bins up to `settled`: no slice that begins earlier will change any more. `index` are the lane's slices.
  void extend(std::span<const std::uint32_t> index, std::span<const Slice> slices, Nanos settled);
  void clear();

  Nanos until() const { return until_; }  // bins reach so far
  bool empty() const { return levels_.empty(); }
  Nanos finestBin() const { return bin_; }
  std::size_t bytes() const;

  // Adds the time [from, to), which ends before until(), to the sum; bins count with the part of them that lies inside.
  // `detail` is how wide a bin may be.
  void sum(Nanos from, Nanos to, Nanos detail, CellSum& sum) const;

 private:
  void chooseBin(std::size_t slices, Nanos settled);
  void fill(std::span<const std::uint32_t> index, std::span<const Slice> slices, Nanos settled);
  void coarsen(std::size_t from_bin);

  Nanos bin_ = 0;  // width of the finest bins
  Nanos until_ = 0;
  std::size_t slices_at_build_ = 0;
  std::size_t next_ = 0;  // the first slice that may reach beyond until_
  std::vector<std::vector<Cell>> levels_;
};

}  // namespace threadmart
