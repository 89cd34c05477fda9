// Speed-ups and costs that the claims speak of, as ratios within one run of this program. Wants an otherwise idle
// machine.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <map>
#include <vector>

#include "core/projections/numbers.h"
#include "core/projections/tickets.h"
#include "core/run/run.h"
#include "core/scenario/catalogue.h"

namespace threadmart {
namespace {

struct Ran {
  RunResult result;
  Snapshot snapshot;
  RunInfo info;
  Numbers numbers;
};

Ran ran(const std::string& scenario, const RunOptions& options) {
  Status status;
  const CancelToken cancel;
  Ran all{run(findScenario(scenario), options, status, cancel), {}, {}, {}};
  all.snapshot = all.result.recording->snapshot();
  all.info = all.result.recording->info();
  all.numbers = makeNumbers(makeSlices(all.snapshot), all.snapshot, all.info);
  return all;
}

double seconds(Nanos time) {
  return static_cast<double>(time) / 1e9;
}

// Claims 12, 20, 21, 30: the same four busy customers, against one till, one line in the same run of the program.
void gilCpu(benchmark::State& state, const char* executor, unsigned workers) {
  std::vector<double> against_sequential;
  Ran last;
  for (auto _ : state) {
    const Ran sequential = ran("gil-cpu", {.executor = "sequential"});
    last = ran("gil-cpu", {.executor = executor, .workers = workers});
    against_sequential.push_back(seconds(sequential.numbers.makespan) / seconds(last.numbers.makespan));
  }
  std::sort(against_sequential.begin(), against_sequential.end());
  state.counters["speedup"] = against_sequential[against_sequential.size() / 2];
  state.counters["speedup_in_recording"] = last.numbers.speedup;
  state.counters["switches_per_s"] = static_cast<double>(last.numbers.switches) / seconds(last.numbers.makespan);
  state.counters["most_at_once"] = last.numbers.peak_running;
}
BENCHMARK_CAPTURE(gilCpu, threads_gil, "threads-gil", 4)->Iterations(5)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(gilCpu, threads, "threads", 4)->Iterations(5)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(gilCpu, process_pool, "process-pool", 2)->Iterations(5)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(gilCpu, futures_processes, "futures-processes", 2)
    ->Iterations(5)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

// Claim 1: thousands of uploads of half a second.
void uploads(benchmark::State& state, const char* executor) {
  Ran last;
  for (auto _ : state) {
    last = ran("uploads", {.executor = executor, .parameters = {{"tasks", static_cast<double>(state.range(0))}}});
  }
  state.counters["makespan_s"] = seconds(last.numbers.makespan);
  state.counters["files"] = last.info.uploads ? static_cast<double>(last.info.uploads->files) : 0.0;
  state.counters["as_sent"] = last.info.uploads && last.info.uploads->digests_equal ? 1.0 : 0.0;
}
BENCHMARK_CAPTURE(uploads, process_per_task, "process-per-task")
    ->Arg(3'000)
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(uploads, event_loop, "event-loop")
    ->Arg(5'000)
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(uploads, threads, "threads")->Arg(5'000)->Iterations(3)->Unit(benchmark::kMillisecond)->UseRealTime();

// Claim 15: what handing bytes over takes, from sent to received, the way out.
void handOver(benchmark::State& state, const char* executor) {
  double micros = 0;
  for (auto _ : state) {
    const Ran last = ran(
        "memory", {.executor = executor, .workers = 1, .parameters = {{"bytes", static_cast<double>(state.range(0))}}});
    std::vector<double> times;
    for (const Parcel& parcel : makeParcels(last.snapshot)) {
      const bool goods = parcel.bytes == static_cast<std::uint64_t>(state.range(0)) && parcel.leg == ParcelLeg::TaskOut;
      if (goods && parcel.received) times.push_back(static_cast<double>(*parcel.received - parcel.sent) / 1e3);
    }
    if (times.empty()) continue;
    std::sort(times.begin(), times.end());
    micros = times[times.size() / 2];
  }
  state.counters["hand_over_us"] = micros;
}
BENCHMARK_CAPTURE(handOver, thread, "thread-pool")
    ->RangeMultiplier(64)
    ->Range(1 << 10, 64 << 20)
    ->Iterations(1)
    ->UseRealTime();
BENCHMARK_CAPTURE(handOver, process, "process-pool")
    ->RangeMultiplier(64)
    ->Range(1 << 10, 64 << 20)
    ->Iterations(1)
    ->UseRealTime();

// Claim 22: one process a tiny task against a pool, and 1 … 64 workers.
void smallTasks(benchmark::State& state, const char* executor) {
  std::vector<double> makespans;
  for (auto _ : state) {
    makespans.push_back(seconds(
        ran("small-tasks", {.executor = executor, .workers = static_cast<unsigned>(state.range(0))}).numbers.makespan));
  }
  std::sort(makespans.begin(), makespans.end());
  state.counters["makespan_ms"] = makespans[makespans.size() / 2] * 1e3;
}
BENCHMARK_CAPTURE(smallTasks, process_per_task, "process-per-task")
    ->Arg(1)
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(smallTasks, process_pool, "process-pool")
    ->RangeMultiplier(2)
    ->Range(1, 64)
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace threadmart

BENCHMARK_MAIN();
