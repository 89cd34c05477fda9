#include "ui/timeline/density.h"

#include <algorithm>
#include <utility>

namespace threadmart {
namespace {

constexpr std::size_t kMostBins = 4096;  // more than a strip has pixels
constexpr Nanos kFirstBin = 256;

}  // namespace

void Density::update(const SharedSlices& slices, std::uint64_t generation) {
  if (slices != slices_ || generation != generation_ || (slices && slices->size() < read_)) *this = Density();
  slices_ = slices;
  generation_ = generation;
  if (bin_ == 0) bin_ = kFirstBin;
  if (!slices_) return;
  const auto take = [this](std::uint32_t number) {
    const Slice& slice = (*slices_)[number];
    while (static_cast<std::size_t>(slice.end / bin_) >= kMostBins) coarsen();
    if (slice.open) return true;
    add(slice, static_cast<double>(bin_), sums_);
    return false;
  };
  std::erase_if(open_, [&](std::uint32_t number) { return !take(number); });
  for (; read_ < slices_->size(); ++read_)
    if (take(static_cast<std::uint32_t>(read_))) open_.push_back(static_cast<std::uint32_t>(read_));
}

void Density::add(const Slice& slice, double bin, std::vector<Sum>& sums) {
  if (slice.task == kNoTask || slice.state == TaskState::Queued || slice.duration() <= 0) return;
  const double begin = static_cast<double>(slice.begin) / bin, end = static_cast<double>(slice.end) / bin;
  const auto first = static_cast<std::size_t>(begin), last = static_cast<std::size_t>(end);
  if (sums.size() < last + 1) sums.resize(last + 1);
  const bool runs = slice.state == TaskState::Running;
  const auto put = [&](std::size_t i, double part) {
    (runs ? sums[i].running : sums[i].waiting) += static_cast<float>(part * bin);
  };
  if (first == last) return put(first, end - begin);
  put(first, static_cast<double>(first + 1) - begin);
  put(last, end - static_cast<double>(last));
  if (last == first + 1) return;
  ++(runs ? sums[first + 1].runs : sums[first + 1].waits);
  --(runs ? sums[last].runs : sums[last].waits);
}

void Density::settle(std::vector<Sum>& sums, double bin) {
  int runs = 0, waits = 0;
  for (Sum& sum : sums) {
    runs += std::exchange(sum.runs, 0);
    waits += std::exchange(sum.waits, 0);
    sum.running += static_cast<float>(runs * bin);
    sum.waiting += static_cast<float>(waits * bin);
  }
}

void Density::coarsen() {
  settle(sums_, static_cast<double>(bin_));
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    const Sum sum = std::exchange(sums_[i], {});
    sums_[i / 2].running += sum.running;
    sums_[i / 2].waiting += sum.waiting;
  }
  sums_.resize((sums_.size() + 1) / 2);
  bin_ *= 2;
}

std::vector<Density::Bin> Density::bins(std::size_t count, Nanos end) const {
  std::vector<Bin> result(count);
  if (count == 0 || end <= 0 || bin_ == 0) return result;
  std::vector<Sum> sums = sums_;
  const double own = static_cast<double>(bin_);
  for (const std::uint32_t number : open_) add((*slices_)[number], own, sums);
  settle(sums, own);

  const double width = static_cast<double>(end) / static_cast<double>(count);
  for (std::size_t i = 0; i < sums.size(); ++i) {  // each of ours is shared out among those it lies in
    const double from = own * static_cast<double>(i) / width, to = own * static_cast<double>(i + 1) / width;
    for (auto bin = static_cast<std::size_t>(from); bin < count && static_cast<double>(bin) < to; ++bin) {
      const double part =
          (std::min(to, static_cast<double>(bin + 1)) - std::max(from, static_cast<double>(bin))) / (to - from);
      result[bin].running += static_cast<float>(sums[i].running * part / width);
      result[bin].waiting += static_cast<float>(sums[i].waiting * part / width);
    }
  }
  return result;
}

}  // namespace threadmart
