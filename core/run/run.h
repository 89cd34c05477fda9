// One scenario, one executor, one recording. The only place that knows all executors.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/recording/recording.h"
#include "core/scenario/scenario.h"
#include "core/work/cancel.h"

namespace threadmart {

struct ExecutorDescription {
  std::string name;       // 'threads-gil'
  std::string shop;       // 'One till, the assistant switches'
  std::string computing;  // 'one thread a task, one GIL'
  std::string python;     // 'threading.Thread'
  bool has_gil = false;
  bool takes_workers = false;  // a pool: --workers means something
};
const std::vector<ExecutorDescription>& executors();
const ExecutorDescription* findExecutor(const std::string& name);

// As many workers as the executor starts for so many tasks on so many cores, if nothing else is asked for.
unsigned defaultWorkers(const std::string& executor, unsigned cores, std::size_t tasks);

struct RunOptions {
  std::string executor = {};  // empty: the scenario's default
  std::optional<unsigned> workers = {};
  std::optional<unsigned> cores = {};  // pin to so many
  std::optional<double> pace = {};
  std::optional<double> switch_interval_ms = {};
  std::map<std::string, double> parameters = {};
  bool allow_network = false;
  bool record = true;                         // false: to measure what recording costs
  bool scheduler_switches = true;             // false: as on a kernel that gives no switch records
  std::filesystem::path worker_program = {};  // empty: beside this program
};

// Bad options, refused before anything starts: one clear line.
class RunError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct RunResult {
  std::shared_ptr<Recording> recording;
  Outcome outcome = Outcome::Done;
  std::string error;          // why it failed: one line
  std::int64_t makespan = 0;  // by this thread's clock, also where nothing was recorded
};

// The engine announces through it and never draws. Called in the thread that runs.
class Status {
 public:
  virtual ~Status() = default;
  virtual void started(std::shared_ptr<const Recording> recording) { (void)recording; }
  virtual void progress(std::size_t finished, std::size_t tasks) { (void)finished, (void)tasks; }
};

// Blocks until the run has ended and everything it started is gone. Throws RunError and ScenarioError before it starts
// anything; what goes wrong after that is in the result, and the recording up to then is kept.
RunResult run(const Scenario& scenario, const RunOptions& options, Status& status, const CancelToken& cancel);

}  // namespace threadmart
