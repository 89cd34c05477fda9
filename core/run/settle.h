// Settling what a run will be, before anything is started: the scenario, the options and the machine in, one value out.
#pragma once

#include "core/probes/machine.h"
#include "core/run/executor_table.h"
#include "core/run/run.h"

namespace threadmart {

struct SettledRun {
  const ExecutorEntry* executor = nullptr;
  Plan plan;
  unsigned workers = 1;
  std::vector<unsigned> cores;  // the ones to run on
  bool pinned = false;          // fewer than this process may use
  double pace = 1.0;
  double switch_interval_ms = 5.0;
  bool needs_server = false;
  std::uint64_t goods_bytes = 0;  // the largest `send`
  std::filesystem::path worker_program;
};

// Throws RunError and ScenarioError.
SettledRun settle(const Scenario& scenario, const RunOptions& options, const Machine& machine);
// What is known of it before it starts.
RunInfo describe(const Scenario& scenario, const RunOptions& options, const SettledRun& settled,
                 const Machine& machine);

}  // namespace threadmart
