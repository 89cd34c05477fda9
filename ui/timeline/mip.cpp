#include "ui/timeline/mip.h"

#include <algorithm>
#include <cmath>

namespace threadmart {
namespace {

constexpr std::size_t kWorthIt = 1024;    // fewer slices are looked at one by one
constexpr std::size_t kSlicesPerBin = 4;  // what a fresh mip has, more or less
constexpr double kRunningCounts = 8;      // the task on a core gives a cell its colour, not the ones that wait

std::uint8_t share(double part, double whole) {
  const double value = std::clamp(part / whole * 255, 0.0, 255.0);
  return value > 0 && value < 1 ? 1 : static_cast<std::uint8_t>(std::lround(value));  // little is not nothing
}

}  // namespace

void CellSum::vote(TaskId task, double weight) {
  if (task == kNoTask) return;
  const auto votes = static_cast<float>(weight);
  if (task == task_) {
    lead_ += votes;
  } else if (votes > lead_) {
    task_ = task;
    lead_ = votes - lead_;
  } else {
    lead_ -= votes;
  }
}

void CellSum::add(TaskState state, TaskId task, double nanos) {
  in_state_[static_cast<std::size_t>(state)] += static_cast<float>(nanos);
  vote(task, state == TaskState::Running ? kRunningCounts * nanos : nanos);
}

void CellSum::add(const Cell& cell, double nanos) {
  const double unit = nanos / 255;
  in_state_[static_cast<std::size_t>(TaskState::Running)] += static_cast<float>(cell.running * unit);
  in_state_[static_cast<std::size_t>(cell.waiting)] += static_cast<float>(cell.waited * unit);
  vote(cell.task, (kRunningCounts * cell.running + cell.waited) * unit);
}

Cell CellSum::cell(double nanos) const {
  Cell cell{.task = task_};
  float most = 0;
  for (const TaskState state : {TaskState::Io, TaskState::Lock, TaskState::Ready, TaskState::Queued}) {
    const float time = in_state_[static_cast<std::size_t>(state)];
    if (time <= most) continue;
    most = time;
    cell.waiting = state;
  }
  cell.running = share(in_state_[static_cast<std::size_t>(TaskState::Running)], nanos);
  cell.waited = share(most, nanos);
  return cell;
}

void Mip::adapt(std::size_t slices, Nanos settled) {
  if (slices < kWorthIt || settled <= 0) {
    levels_.clear();
    return;
  }
  const auto bins = [&] { return static_cast<std::size_t>(settled / bin_); };
  const bool too_coarse = !levels_.empty() && bins() * kSlicesPerBin * 8 < slices;
  if (levels_.empty() || too_coarse) {
    levels_.assign(1, {});
    bin_ = 1;
    while (bins() > slices / kSlicesPerBin) bin_ *= 2;
  }
  while (bins() > slices / (kSlicesPerBin / 2)) {  // the run went on more slowly: the second level becomes the finest
    bin_ *= 2;
    levels_.erase(levels_.begin());
    if (levels_.empty()) levels_.emplace_back();
  }
}

void Mip::extend(std::span<const std::uint32_t> index, std::span<const Slice> slices, Nanos settled) {
  if (levels_.empty()) return;
  const auto target = static_cast<std::size_t>(settled / bin_);
  const std::size_t have = levels_[0].size();
  if (target <= have) return;
  const std::vector<Cell> fresh =
      binned(index, slices, {static_cast<double>(until()), static_cast<double>(bin_), target - have});
  levels_[0].insert(levels_[0].end(), fresh.begin(), fresh.end());
  coarsen();
}

// A bin of the next level exists once both of its halves do.
void Mip::coarsen() {
  for (std::size_t level = 1; levels_[level - 1].size() >= 2; ++level) {
    if (level == levels_.size()) levels_.emplace_back();
    const std::vector<Cell>& fine = levels_[level - 1];
    std::vector<Cell>& coarse = levels_[level];
    for (std::size_t i = coarse.size(); 2 * i + 1 < fine.size(); ++i) {
      CellSum sum;
      sum.add(fine[2 * i], 1);
      sum.add(fine[2 * i + 1], 1);
      coarse.push_back(sum.cell(2));
    }
  }
}

std::size_t Mip::bytes() const {
  std::size_t bytes = 0;
  for (const auto& level : levels_) bytes += level.capacity() * sizeof(Cell);
  return bytes;
}

void Mip::sum(double from, double to, double detail, CellSum& sum) const {
  std::size_t level = 0;
  while (level + 1 < levels_.size() && static_cast<double>(bin_) * std::exp2(level + 1) <= detail) ++level;
  while (true) {
    const double width = static_cast<double>(bin_) * std::exp2(level);
    const std::vector<Cell>& cells = levels_[level];
    const double end =
        std::min(to, width * static_cast<double>(cells.size()));  // coarse levels may end a little earlier
    for (auto i = static_cast<std::size_t>(from / width); from < end; ++i) {
      const double stop = std::min(end, static_cast<double>(i + 1) * width);
      sum.add(cells[i], stop - from);
      from = stop;
    }
    if (from >= to || level == 0) return;
    --level;
  }
}

}  // namespace threadmart
