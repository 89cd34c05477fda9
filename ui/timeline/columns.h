// A lane as columns of pixels, for when there are more slices than pixels to draw them.
#pragma once

#include "ui/timeline/coordinates.h"
#include "ui/timeline/model.h"

namespace threadmart {

// The columns that show a scale's range. They are counted from time 0, so that a column holds the same slices wherever
// the view has been moved to: nothing shimmers.
struct ColumnGrid {
  explicit ColumnGrid(const TimeScale& scale);
  double xOf(std::size_t column) const { return left + static_cast<double>(column); }

  Bins bins;
  double left = 0;  // of the first column, up to one pixel outside
};

bool isDense(std::size_t slices, const TimeScale& scale);  // too many to draw one by one

std::vector<Cell> laneCells(const TimelineLane& lane, std::span<const Slice> slices, const Bins& bins);
// Several lanes in one row of pixels: what most of them do.
std::vector<Cell> groupCells(std::span<const TimelineLane> lanes, std::span<const Slice> slices, const Bins& bins);

}  // namespace threadmart
