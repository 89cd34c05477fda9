// Slices into equal bins, in time that does not depend on how many bins a slice covers.
#include <algorithm>
#include <cmath>

#include "ui/timeline/mip.h"

namespace threadmart {
namespace {

constexpr std::size_t kLong = 8;  // a slice that covers more bins is remembered as a begin and an end

struct Change {
  std::size_t bin;
  TaskState state;
  TaskId task;
  bool begins;
};

// How many long slices cover the current bin, and which task's began last.
class Cover {
 public:
  void apply(const Change& change) {
    const auto state = static_cast<std::size_t>(change.state);
    count_[state] += change.begins ? 1 : -1;
    if (change.begins) last_[state] = change.task;
  }

  void addTo(CellSum& sum, double width) const {
    for (std::size_t state = 0; state < count_.size(); ++state)
      if (count_[state] > 0) sum.add(static_cast<TaskState>(state), last_[state], width * count_[state]);
  }

 private:
  std::array<int, kTaskStates> count_{};
  std::array<TaskId, kTaskStates> last_{};
};

class Binner {
 public:
  explicit Binner(const Bins& bins) : bins_(bins), bins_per_nano_(1 / bins.width), sums_(bins.count) {}

  void add(const Slice& slice) {
    const double begin = std::max(0.0, (static_cast<double>(slice.begin) - bins_.origin) * bins_per_nano_);
    const double end =
        std::min(static_cast<double>(bins_.count), (static_cast<double>(slice.end) - bins_.origin) * bins_per_nano_);
    if (begin >= end) return;
    const auto first = static_cast<std::size_t>(begin);
    const auto last = std::min(bins_.count - 1, static_cast<std::size_t>(end));
    if (first == last) {
      addTo(first, slice, end - begin);
      return;
    }
    addTo(first, slice, static_cast<double>(first + 1) - begin);
    addTo(last, slice, end - static_cast<double>(last));
    if (last - first <= kLong) {
      for (std::size_t bin = first + 1; bin < last; ++bin) addTo(bin, slice, 1);
    } else {
      changes_.push_back({first + 1, slice.state, slice.task, true});
      changes_.push_back({last, slice.state, slice.task, false});
    }
  }

  std::vector<Cell> cells(std::size_t lanes) {
    std::stable_sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) { return a.bin < b.bin; });
    std::vector<Cell> cells(bins_.count);
    Cover cover;
    auto change = changes_.begin();
    for (std::size_t bin = 0; bin < bins_.count; ++bin) {
      for (; change != changes_.end() && change->bin == bin; ++change) cover.apply(*change);
      cover.addTo(sums_[bin], 1);
      cells[bin] = sums_[bin].cell(static_cast<double>(lanes));
    }
    return cells;
  }

 private:
  void addTo(std::size_t bin, const Slice& slice, double part) {
    if (part > 0) sums_[bin].add(slice.state, slice.task, part);
  }

  Bins bins_;
  double bins_per_nano_;
  std::vector<CellSum> sums_;
  std::vector<Change> changes_;
};

}  // namespace

std::vector<Cell> binned(std::span<const std::uint32_t> index, std::span<const Slice> slices, const Bins& bins,
                         std::size_t lanes) {
  Binner binner(bins);
  for (const std::uint32_t number : index) binner.add(slices[number]);
  return binner.cells(lanes);
}

}  // namespace threadmart
