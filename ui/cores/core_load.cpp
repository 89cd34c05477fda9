#include "ui/cores/core_load.h"

#include <algorithm>
#include <cmath>

namespace threadmart {
namespace {

// Adds a Running slice to the steps that it touches.
void addOwn(std::vector<CoreShare>& steps, const Slice& slice, double step) {
  const double begin = std::max(0.0, static_cast<double>(slice.begin) / step);
  const double end = std::min(static_cast<double>(steps.size()), static_cast<double>(slice.end) / step);
  for (auto i = static_cast<std::size_t>(begin); static_cast<double>(i) < end; ++i) {
    const double left = std::max(begin, static_cast<double>(i));
    const double right = std::min(end, static_cast<double>(i + 1));
    steps[i].own = std::min(1.0, steps[i].own + right - left);
  }
}

// Each sample says what the core did since the one before: what was not ours was others'.
void addOthers(std::vector<CoreShare>& steps, const CoreSeries& series, double step) {
  std::size_t from = 0;
  for (const LoadSample& sample : series.samples) {
    const auto upto = std::min(steps.size(), static_cast<std::size_t>(static_cast<double>(sample.time) / step) + 1);
    if (upto <= from) continue;
    double own = 0;
    for (std::size_t i = from; i < upto; ++i) own += steps[i].own;
    own /= static_cast<double>(upto - from);
    for (; from < upto; ++from) steps[from].others = std::clamp(sample.busy - own, 0.0, 1.0 - steps[from].own);
  }
}

CoreShare average(const std::vector<CoreShare>& steps) {
  CoreShare sum;
  for (const CoreShare& share : steps) {
    sum.own += share.own;
    sum.others += share.others;
  }
  const auto count = static_cast<double>(std::max<std::size_t>(1, steps.size()));
  return {sum.own / count, sum.others / count};
}

}  // namespace

std::optional<CoreShare> shareAt(const CoreLoads& loads, std::size_t index, Nanos time) {
  if (index >= loads.cores.size() || time < loads.from || time > loads.to || loads.to <= loads.from)
    return std::nullopt;
  const std::vector<CoreShare>& steps = loads.cores[index].steps;
  if (steps.empty()) return std::nullopt;
  const double place = static_cast<double>(time - loads.from) / static_cast<double>(loads.to - loads.from);
  const auto step = static_cast<std::size_t>(place * static_cast<double>(steps.size()));
  return steps[std::min(step, steps.size() - 1)];  // the end belongs to the last step
}

CoreShare shareToName(const CoreLoads& loads, std::size_t index, std::optional<Nanos> time) {
  const std::vector<CoreShare>& steps = loads.cores[index].steps;
  if (steps.empty()) return {};
  if (loads.live) return steps.back();
  const std::optional<CoreShare> now = time ? shareAt(loads, index, *time) : std::nullopt;
  return now ? *now : average(steps);
}

std::optional<double> placeOf(const CoreLoads& loads, std::optional<Nanos> time) {
  if (!time || loads.live || loads.to <= loads.from || *time < loads.from || *time > loads.to) return std::nullopt;
  return static_cast<double>(*time - loads.from) / static_cast<double>(loads.to - loads.from);
}

QString shareText(const CoreShare& share) {
  QString busy = percentText(share.busy()) + QStringLiteral(" busy");
  if (std::lround(share.busy() * 100) == 0) return busy;
  return busy + QStringLiteral(", %1 of it this run").arg(percentText(share.own / share.busy()));
}

CoreLoads loadsOfRecording(const std::vector<Slice>& slices, const std::vector<CoreSeries>& machine, std::size_t cores,
                           Nanos end, std::size_t steps) {
  CoreLoads loads{0, end, false, {}};
  if (end <= 0 || steps == 0) return loads;
  const double step = static_cast<double>(end) / static_cast<double>(steps);
  for (std::size_t core = 0; core < cores; ++core)
    loads.cores.push_back({static_cast<unsigned>(core), std::vector<CoreShare>(steps)});
  for (const Slice& slice : slices)
    if (slice.state == TaskState::Running && slice.core < cores) addOwn(loads.cores[slice.core].steps, slice, step);
  for (const CoreSeries& series : machine)
    if (series.core < cores) addOthers(loads.cores[series.core].steps, series, step);
  return loads;
}

void LiveLoads::add(const std::vector<double>& busy, const std::vector<double>& own) {
  std::vector<CoreShare> now;
  for (std::size_t core = 0; core < busy.size(); ++core) {
    // The machine's clock steps by 10 ms, ours by nanoseconds: our own share is the surer of the two.
    const double mine = core < own.size() ? std::clamp(own[core], 0.0, 1.0) : 0.0;
    now.push_back({mine, std::clamp(busy[core] - mine, 0.0, 1.0 - mine)});
  }
  readings_.push_back(std::move(now));
  while (readings_.size() > steps_) readings_.pop_front();
}

CoreLoads LiveLoads::loads() const {
  CoreLoads loads{-static_cast<Nanos>(steps_) * step_, 0, true, {}};
  const std::size_t cores = readings_.empty() ? 0 : readings_.back().size();
  for (std::size_t core = 0; core < cores; ++core) {
    CoreStrip strip{static_cast<unsigned>(core), std::vector<CoreShare>(steps_ - readings_.size())};
    for (const auto& reading : readings_) strip.steps.push_back(core < reading.size() ? reading[core] : CoreShare{});
    loads.cores.push_back(std::move(strip));
  }
  return loads;
}

}  // namespace threadmart
