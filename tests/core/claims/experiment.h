// A small experiment: a scenario, run for real, and what its recording says.
//
// Nothing here is measured against a clock. Other programs may want the cores too, so the tests ask what happened in
// which order, at the same time as what, and how often; and how long only where waiting gives a bound that noise cannot
// break.
#pragma once

#include <chrono>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/projections/numbers.h"
#include "core/projections/overlap.h"
#include "core/projections/slices.h"
#include "core/projections/tickets.h"
#include "core/run/run.h"

namespace threadmart::claims {

// How to run it; what is left out is as the scenario says.
struct How {
  std::string executor = {};
  std::map<std::string, double> parameters = {};
  std::optional<unsigned> workers = std::nullopt;
  std::optional<unsigned> cores = std::nullopt;  // pin to so many
  std::optional<double> pace = std::nullopt;
};

struct Experiment {
  RunResult result;
  RunInfo info;
  Snapshot events;
  std::vector<Slice> slices;
  Numbers numbers;
};

Scenario fromCatalogue(const std::string& name);
Scenario fromTasks(const std::string& tasks);  // the JSON of `tasks`, everything else as usual

RunOptions optionsFor(const How& how);
Experiment readResult(RunResult result);
// Runs it, and expects that it ends well and that nothing of it was lost.
Experiment perform(const Scenario& scenario, const How& how);
inline Experiment perform(const std::string& name, const How& how) {
  return perform(fromCatalogue(name), how);
}

// For what is possible but not certain: while other programs compute, the kernel may put all our threads on one core.
// Performs the experiment again and again until `seen(experiment)`, for a minute; false if it never was.
template <class Seen>
bool seenInTime(const Scenario& scenario, const How& how, Seen&& seen) {
  const auto patience = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (std::chrono::steady_clock::now() < patience) {
    if (seen(perform(scenario, how))) return true;
    if (testing::Test::HasFailure()) return false;
  }
  return false;
}

// For tests whose parameter is an executor: its name as gtest allows it.
std::string executorOf(const testing::TestParamInfo<std::string>& test);

// ---- What the machine offers
unsigned coresHere();  // that this program may use
inline constexpr const char* kOneCore = "two tasks cannot run at the same instant: this program may use one core only";
// Where the kernel tells of its switches, Running means on a core; elsewhere it may mean about to be.
inline bool runningIsExact(const Experiment& experiment) {
  return experiment.info.source == CoreTimeSource::SchedulerSwitches;
}
inline constexpr const char* kNotExact = "the kernel does not tell here when a thread has no core";

// ---- What happened
std::vector<Slice> slicesOf(const Experiment& experiment, TaskId task, TaskState state);
std::vector<Slice> inState(const Experiment& experiment, TaskState state);  // of any task, none of length zero
std::vector<Event> eventsOf(const Experiment& experiment, EventKind kind);
std::vector<Event> itemsOf(const Experiment& experiment, TaskId task);  // ItemScanned, in order
std::vector<Interval> taskSpans(const Experiment& experiment);          // by task
std::vector<TaskId> orderOfFinishing(const Experiment& experiment);
std::vector<Slice> startUps(const Experiment& experiment);  // the time from a worker's being wanted to its first step
std::vector<std::uint32_t> workerPids(const Experiment& experiment);  // in the order of starting

bool overlap(const Slice& a, const Slice& b);
// Some time at which two tasks ran at once, each on a core of its own.
bool ranOnTwoCoresAtOnce(const Experiment& experiment);

}  // namespace threadmart::claims
