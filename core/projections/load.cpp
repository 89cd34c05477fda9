#include "core/projections/load.h"

#include <algorithm>
#include <map>

namespace threadmart {
namespace {

constexpr double fromThousandths(std::uint64_t thousandths) {
  return static_cast<double>(thousandths) / 1000.0;
}

}  // namespace

std::vector<CoreSeries> coreLoad(const Snapshot& snapshot) {
  std::map<std::uint16_t, CoreSeries> series;
  for (std::span<const Event> events : snapshot.spans())
    for (const Event& event : events) {
      if (event.kind != EventKind::CoreLoad) continue;
      CoreSeries& core = series[event.core];
      core.core = event.core;
      core.samples.push_back({event.time, fromThousandths(event.value), fromThousandths(event.count)});
    }
  std::vector<CoreSeries> result;
  result.reserve(series.size());
  for (auto& [id, core] : series) result.push_back(std::move(core));
  return result;
}

std::vector<ProcessSeries> processUse(const Snapshot& snapshot) {
  std::map<WorkerId, ProcessSeries> series;
  for (std::span<const Event> events : snapshot.spans())
    for (const Event& event : events) {
      if (event.kind == EventKind::ProcessSample) {
        ProcessSeries& process = series[event.worker];
        process.worker = event.worker;
        process.samples.push_back({event.time, event.value, 0, fromThousandths(event.count), event.detail == 1});
      }
      if (event.kind != EventKind::ProcessShared) continue;
      const auto known = series.find(event.worker);
      if (known != series.end()) known->second.samples.back().shared_bytes = event.value;
    }
  std::vector<ProcessSeries> result;
  result.reserve(series.size());
  for (auto& [worker, process] : series) result.push_back(std::move(process));
  return result;
}

std::vector<double> ownLoad(const std::vector<Slice>& slices, Nanos from, Nanos to) {
  std::vector<Nanos> busy,
      busy_until;  // by core; the second keeps time from counting twice where positions are not exact
  for (const Slice& slice : slices) {
    if (slice.begin >= to) break;
    if (slice.state != TaskState::Running || slice.core == kNoCore || slice.end <= from) continue;
    if (slice.core >= busy.size()) {
      busy.resize(slice.core + 1u, 0);
      busy_until.resize(slice.core + 1u, from);
    }
    const Nanos begin = std::max({slice.begin, from, busy_until[slice.core]});
    const Nanos end = std::min(slice.end, to);
    if (end <= begin) continue;
    busy[slice.core] += end - begin;
    busy_until[slice.core] = end;
  }
  std::vector<double> shares;
  shares.reserve(busy.size());
  for (Nanos time : busy) shares.push_back(static_cast<double>(time) / static_cast<double>(to - from));
  return shares;
}

}  // namespace threadmart
