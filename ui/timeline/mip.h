// A lane at coarser and coarser resolution, as mip maps are for textures: time is cut into bins, each says what went on
// in it for the most part; every level has bins twice as wide as the one before.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/projections/slices.h"

namespace threadmart {

// What went on in a bin of time, or in a column of pixels. Shares are in 1/255 of its width.
struct Cell {
  TaskId task = kNoTask;                  // the one that had the largest part in it
  TaskState waiting = TaskState::Queued;  // what it mostly was while not on a core
  std::uint8_t running = 0;               // share of time on a core
  std::uint8_t waited = 0;                // share of time in `waiting`

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

 private:
  void vote(TaskId task, double weight);

  std::array<float, kTaskStates> in_state_{};
  TaskId task_ = kNoTask;  // by majority vote with weights: right whenever one task has more than half
  float lead_ = 0;
};

// Equal bins of time: bin i is [origin + i * width, origin + (i + 1) * width).
struct Bins {
  double origin = 0;
  double width = 1;  // nanoseconds
  std::size_t count = 0;
};

// What the slices with these numbers did in each bin; `lanes` is how many lanes they are from, for the shares. Slices
// may overlap; time is that of the slices plus that of the bins, whatever their lengths.
std::vector<Cell> binned(std::span<const std::uint32_t> index, std::span<const Slice> slices, const Bins& bins,
                         std::size_t lanes = 1);

class Mip {
 public:
  // First makes the bins as wide as so many slices in so much time ask for; then extend() brings them up to `settled`:
  // no slice that begins earlier will change any more. `index` are the lane's slices from the first that reaches
  // until().
  void adapt(std::size_t slices, Nanos settled);
  void extend(std::span<const std::uint32_t> index, std::span<const Slice> slices, Nanos settled);

  Nanos until() const { return levels_.empty() ? 0 : static_cast<Nanos>(levels_[0].size()) * bin_; }
  bool empty() const { return levels_.empty() || levels_[0].empty(); }
  Nanos bin() const { return bin_; }  // width of the finest bins
  std::size_t bytes() const;

  // Adds the time [from, to), which ends no later than until(), to the sum. Bins count with the part that lies inside;
  // `detail` is how wide they may be.
  void sum(double from, double to, double detail, CellSum& sum) const;

 private:
  void coarsen();

  Nanos bin_ = 0;
  std::vector<std::vector<Cell>> levels_;
};

}  // namespace threadmart
