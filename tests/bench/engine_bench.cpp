// What recording costs: a push, the merge, the whole way from rings to recording, and a run with against without.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <thread>
#include <vector>

#include "core/events/ring_set.h"
#include "core/recording/collector.h"
#include "core/run/run.h"

namespace threadmart {
namespace {

// One event: reserve, stamp with time and core, publish. The reader's part is done here too, once every 4,096 events.
void push(benchmark::State& state) {
  RingSet rings(1, false);
  rings.page().rings.clock = static_cast<ClockKind>(state.range(0));
  EventWriter writer = rings.writer(RingSet::ringOf(0), 0);
  Ring ring = rings.ring(RingSet::ringOf(0));
  for (auto _ : state) {
    for (int i = 0; i < 4'096; ++i) writer.push(EventKind::CounterWritten, 1, 0, 2, 3);
    ring.take(4'096);
  }
  state.SetItemsProcessed(state.iterations() * 4'096);
  state.SetLabel(clockName(static_cast<ClockKind>(state.range(0))));
}
BENCHMARK(push)->Arg(static_cast<int>(ClockKind::Tsc))->Arg(static_cast<int>(ClockKind::ClockGettime));

void merge(benchmark::State& state) {
  const auto runs = static_cast<std::size_t>(state.range(0));
  constexpr std::size_t kEvents = 1 << 18;
  std::vector<Event> unsorted(kEvents), events, scratch;
  std::vector<std::size_t> ends;
  for (std::size_t run = 0; run < runs; ++run) {
    const std::size_t begin = kEvents * run / runs, end = kEvents * (run + 1) / runs;
    for (std::size_t i = begin; i < end; ++i)
      unsorted[i].time = static_cast<Nanos>((i - begin) * runs + (i * 7 + run) % runs);
    std::sort(unsorted.begin() + static_cast<std::ptrdiff_t>(begin),
              unsorted.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Event& a, const Event& b) { return a.time < b.time; });
    ends.push_back(end);
  }
  for (auto _ : state) {
    events = unsorted;
    mergeRuns(events, ends, scratch);
    benchmark::DoNotOptimize(events.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kEvents));
}
BENCHMARK(merge)->Arg(2)->Arg(4)->Arg(16);

// 16 writers at full speed until the last event lies in the recording; `lost` is counted, not assumed.
void ringsToRecording(benchmark::State& state) {
  constexpr unsigned kWriters = 16;
  constexpr std::uint32_t kEvents = 100'000;
  std::int64_t lost = 0;
  for (auto _ : state) {
    RingSet rings(kWriters, false);
    Recording recording{RunInfo{}};
    Collector collector(rings, recording);
    collector.begin();
    std::vector<std::thread> writers;
    for (WorkerId id = 0; id < kWriters; ++id) {
      writers.emplace_back([&rings, id] {
        EventWriter writer = rings.writer(RingSet::ringOf(id), id);
        for (std::uint32_t i = 0; i < kEvents; ++i) writer.push(EventKind::CounterWritten, id, 0, i, i);
      });
    }
    for (std::thread& writer : writers) writer.join();
    collector.stop();
    std::int64_t kept = 0;
    for (const auto span : recording.snapshot().spans()) {
      kept += std::count_if(span.begin(), span.end(),
                            [](const Event& event) { return event.kind == EventKind::CounterWritten; });
    }
    lost += static_cast<std::int64_t>(kWriters) * kEvents - kept;
  }
  state.SetItemsProcessed(state.iterations() * kWriters * kEvents);
  state.counters["lost"] = static_cast<double>(lost);
}
BENCHMARK(ringsToRecording)->Unit(benchmark::kMillisecond)->UseRealTime();

Nanos makespanOf(const Scenario& scenario, const char* executor, bool record) {
  Status status;
  const CancelToken cancel;
  return run(scenario, {.executor = executor, .record = record}, status, cancel).makespan;
}

// The same run with and without recording, in pairs whose order alternates; the median of the ratios.
void recordingCost(benchmark::State& state, const char* executor) {
  const Scenario scenario = Scenario::parse(R"({"title": "Bench", "description": "Busy customers",
      "tasks": [{"name": "customer", "count": 4, "steps": [{"step": "scan", "items": 60}]}]})",
                                            "bench.json");
  std::vector<double> ratios;
  for (auto _ : state) {
    const bool first = ratios.size() % 2 == 0;
    const auto one = static_cast<double>(makespanOf(scenario, executor, first));
    const auto other = static_cast<double>(makespanOf(scenario, executor, !first));
    ratios.push_back(first ? one / other : other / one);
  }
  std::sort(ratios.begin(), ratios.end());
  state.counters["with_over_without"] = ratios[ratios.size() / 2];
}
BENCHMARK_CAPTURE(recordingCost, sequential, "sequential")
    ->Iterations(15)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(recordingCost, threads_gil, "threads-gil")
    ->Iterations(15)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(recordingCost, process_pool, "process-pool")
    ->Iterations(15)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace threadmart

BENCHMARK_MAIN();
