// What is known of a run besides its events: what was run, how, on which machine. Plain values; written into the trace
// file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/events/event.h"

namespace threadmart {

struct TaskInfo {
  std::string name;         // 'customer 3', or the scenario's own name for it
  std::uint32_t items = 0;  // how many items its basket holds, 0 if it scans nothing

  friend bool operator==(const TaskInfo&, const TaskInfo&) = default;
};

enum class WorkerKind : std::uint8_t { Thread, Process, Loop };

struct WorkerInfo {
  std::string name;  // as Python would name it: 'Thread-1', 'SpawnPoolWorker-1', 'MainThread'
  WorkerKind kind = WorkerKind::Thread;

  friend bool operator==(const WorkerInfo&, const WorkerInfo&) = default;
};

// How the time on and off a core was known. Stated with every picture.
enum class CoreTimeSource : std::uint8_t {
  SchedulerSwitches,  // the kernel's own switch records: exact
  RunDelay,           // CPU clock and run delay, at the end of each item: exact sums, position within an item unknown
  None,               // neither was allowed: 'running' includes time without a core
  Foreign,            // the trace of another tool
};

struct MachineInfo {
  unsigned cores = 0;  // cores of the machine
  std::string cpu;     // model name
  std::string kernel;
  std::string host;  // operating system's name, e.g. 'Debian GNU/Linux 12'

  friend bool operator==(const MachineInfo&, const MachineInfo&) = default;
};

// The shared counter of a race: what it should say and what it says.
struct CounterResult {
  std::uint64_t expected = 0;
  std::uint64_t actual = 0;

  friend bool operator==(const CounterResult&, const CounterResult&) = default;
};

// What the built-in server holds after the run, against what was sent.
struct UploadResult {
  std::uint64_t files = 0, bytes = 0;                    // arrived
  std::uint64_t expected_files = 0, expected_bytes = 0;  // sent
  bool digests_equal = false;                            // every file's content is what was sent

  friend bool operator==(const UploadResult&, const UploadResult&) = default;
};

struct RunInfo {
  std::string scenario;  // name in the catalogue, or the file's stem
  std::string title;
  std::string scenario_json;  // the whole scenario as it was run, so that a recording can be run again
  std::string executor;
  unsigned workers = 0;            // as many as the executor may use
  unsigned run_cores = 0;          // cores the run was allowed to use (pinning)
  std::vector<unsigned> core_ids;  // which ones
  double pace = 1.0;
  double switch_interval_ms = 5.0;  // the bell; only with a GIL
  bool has_gil = false;
  std::vector<std::pair<std::string, double>> parameters;
  MachineInfo machine;
  std::string clock;           // 'tsc' or 'clock_gettime'
  std::string server_url;      // of the built-in server, e.g. 'http://127.0.0.1:40123'; empty if the run had none
  std::string started_at;      // UTC, ISO 8601
  std::int64_t origin_ns = 0;  // CLOCK_MONOTONIC at time 0
  CoreTimeSource source = CoreTimeSource::None;
  std::vector<TaskInfo> tasks;
  std::vector<WorkerInfo> workers_info;

  // Known at the end of the run.
  bool finished = false;
  std::uint64_t lost = 0;      // events that were not recorded: always 0, counted all the same
  std::string error;           // why the run failed, one line; empty if it did not
  std::string results_digest;  // sha256 over the results in input order; empty if there are none
  std::optional<CounterResult> counter;
  std::optional<UploadResult> uploads;

  friend bool operator==(const RunInfo&, const RunInfo&) = default;
};

}  // namespace threadmart
