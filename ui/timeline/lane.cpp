#include <algorithm>

#include "ui/timeline/model.h"

namespace threadmart {
namespace {

constexpr std::size_t kBlock = 64;

}  // namespace

// Takes note of the slices that have ended since the last time. What has ended never changes; what begins, begins at
// `end` or later.
void TimelineLane::settle(std::span<const Slice> slices, Nanos end) {
  while (closed_ < index_.size() && !slices[index_[closed_]].open) ++closed_;
  while ((reach_.size() + 1) * kBlock <= closed_) {
    Nanos reach = reach_.empty() ? 0 : reach_.back();
    for (std::size_t i = reach_.size() * kBlock, last = i + kBlock; i < last; ++i)
      reach = std::max(reach, slices[index_[i]].end);
    reach_.push_back(reach);
  }
  const Nanos settled = closed_ < index_.size() ? slices[index_[closed_]].begin : end;
  mip_.adapt(index_.size(), settled);
  mip_.extend(std::span(index_).subspan(firstReaching(mip_.until(), slices)), slices, settled);
}

std::size_t TimelineLane::firstReaching(Nanos from, std::span<const Slice> slices) const {
  const auto block = std::upper_bound(reach_.begin(), reach_.end(), from) - reach_.begin();
  std::size_t first = static_cast<std::size_t>(block) * kBlock;
  while (first < closed_ && slices[index_[first]].end <= from) ++first;
  return first;
}

std::span<const std::uint32_t> TimelineLane::within(Nanos from, Nanos to, std::span<const Slice> slices) const {
  const std::size_t first = firstReaching(from, slices);
  const auto begins_before = [&](std::uint32_t number, Nanos time) { return slices[number].begin < time; };
  const auto last =
      std::lower_bound(index_.begin() + static_cast<std::ptrdiff_t>(first), index_.end(), to, begins_before);
  return std::span(index_).subspan(first, static_cast<std::size_t>(last - index_.begin()) - first);
}

std::size_t TimelineLane::bytes() const {
  return index_.capacity() * sizeof(std::uint32_t) + reach_.capacity() * sizeof(Nanos) + mip_.bytes();
}

}  // namespace threadmart
