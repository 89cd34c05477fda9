#include "ui/timeline/columns.h"

#include <algorithm>
#include <cmath>

namespace threadmart {
namespace {

constexpr double kDrawnPerPixel = 0.5;      // up to here every slice is drawn
constexpr std::size_t kScannedPerCell = 4;  // up to here every slice is looked at; beyond, the mip
constexpr std::size_t kSampledLanes = 4;    // of a row with very many slices

Nanos startOf(const Bins& bins) {
  return static_cast<Nanos>(std::floor(bins.origin));
}
Nanos endOf(const Bins& bins) {
  return static_cast<Nanos>(std::ceil(bins.origin + bins.width * static_cast<double>(bins.count)));
}

}  // namespace

ColumnGrid::ColumnGrid(const TimeScale& scale) {
  const double width = scale.nanosPerPixel();
  const double first = std::floor(static_cast<double>(scale.range.begin) / width);
  bins = {first * width, width, static_cast<std::size_t>(std::ceil(scale.width)) + 1};
  left = std::round(scale.left + (bins.origin - static_cast<double>(scale.range.begin)) / width);
}

bool isDense(std::size_t slices, const TimeScale& scale) {
  return static_cast<double>(slices) > std::max(64.0, scale.width * kDrawnPerPixel);
}

std::vector<Cell> laneCells(const TimelineLane& lane, std::span<const Slice> slices, const Bins& bins) {
  const std::span<const std::uint32_t> visible = lane.within(startOf(bins), endOf(bins), slices);
  if (visible.size() <= kScannedPerCell * bins.count || lane.mip().empty()) return binned(visible, slices, bins);

  std::vector<Cell> cells;
  cells.reserve(bins.count);
  const auto until = static_cast<double>(lane.mip().until());
  for (double from = bins.origin; cells.size() < bins.count && from + bins.width <= until;) {
    CellSum sum;
    lane.mip().sum(from, from + bins.width, bins.width / 2, sum);
    cells.push_back(sum.cell(bins.width));
    from = bins.origin + bins.width * static_cast<double>(cells.size());
  }
  const Bins rest{bins.origin + bins.width * static_cast<double>(cells.size()), bins.width, bins.count - cells.size()};
  const std::vector<Cell> last = binned(lane.within(startOf(rest), endOf(rest), slices), slices, rest);
  cells.insert(cells.end(), last.begin(), last.end());
  return cells;
}

std::vector<Cell> groupCells(std::span<const TimelineLane> lanes, std::span<const Slice> slices, const Bins& bins) {
  std::vector<std::uint32_t> index;
  for (const TimelineLane& lane : lanes) {
    const auto visible = lane.within(startOf(bins), endOf(bins), slices);
    index.insert(index.end(), visible.begin(), visible.end());
    if (index.size() > 2 * kScannedPerCell * bins.count) break;
  }
  if (index.size() <= 2 * kScannedPerCell * bins.count) return binned(index, slices, bins, lanes.size());

  std::vector<CellSum> sums(bins.count);
  const std::size_t stride = std::max<std::size_t>(1, lanes.size() / kSampledLanes);
  for (std::size_t i = 0; i < lanes.size(); i += stride) {
    const std::vector<Cell> cells = laneCells(lanes[i], slices, bins);
    for (std::size_t bin = 0; bin < bins.count; ++bin) sums[bin].add(cells[bin], 1);
  }
  const std::size_t sampled = (lanes.size() + stride - 1) / stride;
  std::vector<Cell> cells;
  cells.reserve(sums.size());
  for (const CellSum& sum : sums) cells.push_back(sum.cell(static_cast<double>(sampled)));
  return cells;
}

}  // namespace threadmart
