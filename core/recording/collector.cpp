#include "core/recording/collector.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unistd.h>

namespace threadmart {
namespace {

constexpr Nanos kRound = 10'000'000;               // how often the rings are drained when nobody rings the bell
constexpr Nanos kSample = 200'000'000;             // /proc/stat counts in steps of 10 ms: no faster than 5 Hz
constexpr Nanos kFirstProcessSample = 30'000'000;  // soon: a short run has processes too

bool earlier(const Event& a, const Event& b) {
  return a.time < b.time;
}

}  // namespace

// Bottom-up merge sort that knows its runs: log2(runs) passes over the batch.
void mergeRuns(std::vector<Event>& events, std::vector<std::size_t> ends, std::vector<Event>& scratch) {
  scratch.resize(events.size());
  while (ends.size() > 1) {
    std::vector<std::size_t> merged_ends;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); i += 2) {
      const auto at = [&](std::size_t position) { return events.begin() + static_cast<std::ptrdiff_t>(position); };
      const std::size_t middle = ends[i];
      const std::size_t end = i + 1 < ends.size() ? ends[i + 1] : middle;
      std::merge(at(begin), at(middle), at(middle), at(end), scratch.begin() + static_cast<std::ptrdiff_t>(begin),
                 earlier);
      merged_ends.push_back(end);
      begin = end;
    }
    events.swap(scratch);
    ends.swap(merged_ends);
  }
}

Collector::Collector(RingSet& rings, Recording& recording)
    : rings_(rings),
      recording_(recording),
      line_(Clock(rings.page().rings.clock)),
      attached_(rings.count()),
      core_times_(readCoreTimes()),
      processes_(static_cast<std::uint32_t>(getpid())),
      next_core_sample_(kSample),
      next_process_sample_(kFirstProcessSample) {
  thread_ = std::thread([this] { loop(); });
}

Collector::~Collector() {
  stop();
}

void Collector::watch(std::unique_ptr<SchedulerSwitches> switches) {
  const std::lock_guard lock(switches_mutex_);
  switches_ = std::move(switches);
}

Nanos Collector::begin() {
  const Nanos now = monotonicNow();
  origin_.store(now, std::memory_order_release);
  return now;
}

void Collector::stop() {
  if (!thread_.joinable()) return;
  stopping_.store(true, std::memory_order_release);
  auto& bell = rings_.page().rings.bell;
  bell.fetch_add(1, std::memory_order_release);
  futexWake(bell);
  thread_.join();
}

void Collector::loop() {
  auto& bell = rings_.page().rings.bell;
  while (!stopping_.load(std::memory_order_acquire)) {
    const std::uint32_t heard = bell.load(std::memory_order_acquire);
    drain();
    futexWait(bell, heard, kRound);
  }
  drain();
}

void Collector::drain() {
  line_.addPair();
  const Nanos origin = origin_.load(std::memory_order_acquire);
  if (line_.lastNanos() <= origin) return;  // not begun
  const Nanos cut = line_.lastNanos() - origin;
  events_.clear();
  collectEvents(line_.lastTicks());
  sample(line_.lastNanos(), origin);
  collectSwitches();
  refine(cut);
  append();
}

void Collector::collectEvents(Ticks cut) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < attached_.size(); ++i) {
    Ring& ring = attached_[i];
    if (!ring && rings_.inUse(i)) ring = rings_.ring(i);
    if (!ring) continue;
    const std::uint64_t available = ring.available();
    std::uint64_t taken = 0;
    for (; taken < available && ring.peek(taken).time <= cut; ++taken) {
      events_.push_back(ring.peek(taken));
      events_.back().time = line_.toNanos(events_.back().time) - origin_.load(std::memory_order_relaxed);
    }
    if (taken == 0) continue;
    ring.take(taken);
    ends.push_back(events_.size());
  }
  mergeRuns(events_, std::move(ends), scratch_);
}

// The samples belong to the end of the round: after every event that it has.
void Collector::sample(Nanos now, Nanos origin) {
  const Nanos time = std::max(now - origin, events_.empty() ? Nanos{0} : events_.back().time);
  for (const Event& event : events_) processes_.follow(event);
  if (time >= next_process_sample_) {
    next_process_sample_ = time + kSample;
    processes_.sample(time, events_);
  }
  if (time >= next_core_sample_) {
    next_core_sample_ = time + kSample;
    sampleCores(time);
  }
}

void Collector::sampleCores(Nanos time) {
  CoreTimes times = readCoreTimes();
  const std::vector<double> shares = busyShares(core_times_, times);
  core_times_ = std::move(times);
  for (std::size_t core = 0; core < shares.size(); ++core) {
    Event event;
    event.time = time;
    event.kind = EventKind::CoreLoad;
    event.core = static_cast<std::uint16_t>(core);
    event.value = static_cast<std::uint64_t>(std::lround(shares[core] * 1'000));
    events_.push_back(event);
  }
}

void Collector::collectSwitches() {
  const std::lock_guard lock(switches_mutex_);
  if (!switches_) return;
  switches_->read(switches_read_);
  lost_switches_ = switches_->lost();
  std::stable_sort(switches_read_.begin(), switches_read_.end(),
                   [](const SchedulerSwitch& a, const SchedulerSwitch& b) { return a.time < b.time; });
}

void Collector::refine(Nanos cut) {
  refined_.clear();
  std::size_t used = 0;
  const Nanos origin = origin_.load(std::memory_order_relaxed);
  const auto feedSwitchesUntil = [&](Nanos time) {
    for (; used < switches_read_.size() && switches_read_[used].time - origin <= time; ++used) {
      refiner_.feed(switches_read_[used], switches_read_[used].time - origin, refined_);
    }
  };
  for (const Event& event : events_) {
    feedSwitchesUntil(event.time);
    refiner_.feed(event, refined_);
  }
  feedSwitchesUntil(cut);
  switches_read_.erase(switches_read_.begin(), switches_read_.begin() + static_cast<std::ptrdiff_t>(used));
  if (!std::is_sorted(refined_.begin(), refined_.end(), earlier)) {
    std::stable_sort(refined_.begin(), refined_.end(), earlier);
  }
}

void Collector::append() {
  auto in_order =
      std::find_if(refined_.begin(), refined_.end(), [&](const Event& event) { return event.time >= last_appended_; });
  std::for_each(refined_.begin(), in_order, [&](const Event& event) { recording_.insertLate(event); });
  recording_.append({in_order, refined_.end()});
  if (!refined_.empty()) last_appended_ = std::max(last_appended_, refined_.back().time);
}

}  // namespace threadmart
