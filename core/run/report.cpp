#include "core/run/report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "core/projections/numbers.h"
#include "core/projections/slices.h"

namespace threadmart {
namespace {

double seconds(Nanos time) {
  return static_cast<double>(time) / 1e9;
}

std::string fixed(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

std::string counted(std::size_t count, const std::string& thing) {
  return std::to_string(count) + ' ' + thing + (count == 1 ? "" : "s");
}

Numbers numbersOf(const Recording& recording) {
  const Snapshot snapshot = recording.snapshot();
  return makeNumbers(makeSlices(snapshot), snapshot, recording.info());
}

std::string outcomeName(Outcome outcome) {
  switch (outcome) {
    case Outcome::Done:
      return "done";
    case Outcome::Failed:
      return "failed";
    case Outcome::Cancelled:
      return "cancelled";
  }
  return "failed";
}

Nanos inState(const std::array<Nanos, kTaskStates>& times, TaskState state) {
  return times[static_cast<std::size_t>(state)];
}

Json taskJson(const TaskNumbers& task, const RunInfo& info) {
  Json json;
  json["task"] = task.task;
  json["name"] = task.task < info.tasks.size() ? info.tasks[task.task].name : "";
  json["worker"] = task.worker == kNoWorker ? Json(nullptr) : Json(task.worker);
  json["start_s"] = seconds(task.start);
  json["end_s"] = seconds(task.end);
  json["running_s"] = seconds(inState(task.in_state, TaskState::Running));
  json["io_s"] = seconds(inState(task.in_state, TaskState::Io));
  json["lock_s"] = seconds(inState(task.in_state, TaskState::Lock));
  json["ready_s"] = seconds(inState(task.in_state, TaskState::Ready));
  json["outcome"] = task.finished ? Json(outcomeName(task.outcome)) : Json(nullptr);
  return json;
}

void addNumbers(Json& json, const Numbers& numbers) {
  json["makespan_s"] = seconds(numbers.makespan);
  json["cpu_s"] = seconds(numbers.cpu);
  json["sum_of_parts_s"] = seconds(numbers.sum_of_parts);
  json["speedup"] = numbers.speedup;
  json["cores_used"] = numbers.cores_used;
  json["switches"] = numbers.switches;
  json["events"] = numbers.events;
  json["lost"] = numbers.lost;
  json["failed"] = numbers.failed;
  json["cancelled"] = numbers.cancelled;
}

void addHowItWasRun(Json& json, const RunInfo& info) {
  json["cores"] = info.run_cores;
  json["pace"] = info.pace;
  json["bell_ms"] = info.has_gil ? Json(info.switch_interval_ms) : Json(nullptr);
  json["parameters"] = Json::object();
  for (const auto& [name, value] : info.parameters) json["parameters"][name] = value;
  json["started_at"] = info.started_at;
  json["machine"] = {{"cores", info.machine.cores},
                     {"cpu", info.machine.cpu},
                     {"kernel", info.machine.kernel},
                     {"host", info.machine.host}};
}

void addProofs(Json& json, const RunInfo& info) {
  json["counter"] = nullptr;
  if (info.counter) json["counter"] = {{"expected", info.counter->expected}, {"actual", info.counter->actual}};
  json["uploads"] = nullptr;
  if (info.uploads) {
    json["uploads"] = {{"files", info.uploads->files},
                       {"bytes", info.uploads->bytes},
                       {"expected_files", info.uploads->expected_files},
                       {"expected_bytes", info.uploads->expected_bytes},
                       {"digests_equal", info.uploads->digests_equal}};
  }
}

// Lines of 'name   value', the values under one another.
class Lines {
 public:
  void add(std::string_view name, const std::string& value) {
    constexpr std::size_t kColumn = 14;
    text_ += name;
    text_.append(name.size() < kColumn ? kColumn - name.size() : 1, ' ');
    text_ += value + '\n';
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string stateTimes(const Numbers& numbers) {
  static constexpr std::pair<TaskState, std::string_view> kShown[] = {{TaskState::Running, "on a core"},
                                                                      {TaskState::Io, "away (I/O)"},
                                                                      {TaskState::Lock, "waiting for a lock"},
                                                                      {TaskState::Ready, "ready without a core"}};
  std::string text;
  for (const auto& [state, name] : kShown) {
    if (!text.empty()) text += ", ";
    text += timeText(inState(numbers.in_state, state)) + ' ' + std::string(name);
  }
  return text;
}

void addProofLines(Lines& lines, const RunInfo& info) {
  if (info.counter) {
    const std::uint64_t missing = info.counter->expected - std::min(info.counter->expected, info.counter->actual);
    lines.add("counter", "says " + std::to_string(info.counter->actual) + ", should say " +
                             std::to_string(info.counter->expected) + ": " +
                             (missing ? counted(missing, "update") + " lost" : "no update lost"));
  }
  if (info.uploads) {
    const UploadResult& up = *info.uploads;
    lines.add("uploads", std::to_string(up.files) + " of " + counted(up.expected_files, "file") + ", " +
                             std::to_string(up.bytes) + " of " + counted(up.expected_bytes, "byte") + " arrived, " +
                             (up.digests_equal ? "contents as sent" : "contents differ"));
  }
  if (!info.results_digest.empty()) lines.add("results", "sha256 " + info.results_digest);
}

}  // namespace

std::string sourceName(CoreTimeSource source) {
  switch (source) {
    case CoreTimeSource::SchedulerSwitches:
      return "scheduler-switches";
    case CoreTimeSource::RunDelay:
      return "run-delay";
    case CoreTimeSource::None:
      return "none";
    case CoreTimeSource::Foreign:
      return "foreign";
  }
  return "none";
}

std::string sourceText(CoreTimeSource source) {
  switch (source) {
    case CoreTimeSource::SchedulerSwitches:
      return "the kernel's scheduler switches: exact";
    case CoreTimeSource::RunDelay:
      return "CPU clock and run delay: exact sums, places within an item unknown";
    case CoreTimeSource::None:
      return "not known: 'on a core' includes time without one";
    case CoreTimeSource::Foreign:
      return "another tool's trace";
  }
  return {};
}

std::string timeText(Nanos time) {
  if (time == 0) return "0 s";
  if (time < 1'000'000) return fixed(seconds(time) * 1e6, 0) + " µs";
  if (time < 1'000'000'000) return fixed(seconds(time) * 1e3, 1) + " ms";
  return fixed(seconds(time), 2) + " s";
}

Outcome outcomeOf(const Snapshot& snapshot) {
  for (std::size_t i = snapshot.size(); i-- > 0;) {
    if (snapshot[i].kind == EventKind::RunFinished) return static_cast<Outcome>(snapshot[i].detail);
  }
  return Outcome::Failed;
}

Json runJson(const Recording& recording) {
  const RunInfo info = recording.info();
  const Numbers numbers = numbersOf(recording);
  Json json;
  json["scenario"] = info.scenario;
  json["executor"] = info.executor;
  json["workers"] = info.workers;
  json["tasks"] = info.tasks.size();
  addNumbers(json, numbers);
  json["source"] = sourceName(info.source);
  json["results_digest"] = info.results_digest;
  json["outcome"] = outcomeName(outcomeOf(recording.snapshot()));
  json["error"] = info.error;
  addHowItWasRun(json, info);
  addProofs(json, info);
  json["per_task"] = Json::array();
  for (const TaskNumbers& task : numbers.tasks) json["per_task"].push_back(taskJson(task, info));
  return json;
}

std::string runSummary(const Recording& recording) {
  const RunInfo info = recording.info();
  const Numbers numbers = numbersOf(recording);
  const std::string how = info.executor + ", " + counted(info.tasks.size(), "task") + ", " +
                          counted(info.workers, "worker") + ", " + counted(info.run_cores, "core");
  Lines lines;
  lines.add(info.scenario, how);
  lines.add("finished in", timeText(numbers.makespan));
  lines.add("speed-up",
            fixed(numbers.speedup, 2) + " × against " + timeText(numbers.sum_of_parts) + " one after another");
  lines.add("cores used", fixed(numbers.cores_used, 2) + " of " + std::to_string(info.run_cores));
  lines.add("switches", std::to_string(numbers.switches));
  lines.add("all tasks", stateTimes(numbers));
  lines.add("core time by", sourceText(info.source));
  if (info.pace != 1.0) lines.add("pace", fixed(info.pace, 1) + " × slower than real");
  addProofLines(lines, info);
  if (numbers.failed) lines.add("failed", counted(numbers.failed, "task"));
  if (numbers.cancelled) lines.add("cancelled", counted(numbers.cancelled, "task"));
  return lines.text();
}

std::string compareTable(const std::vector<std::shared_ptr<const Recording>>& runs) {
  std::string text;
  const auto addRow = [&text](const std::array<std::string, 6>& cells) {
    char row[160];
    std::snprintf(row, sizeof row, "%-18s %11s %9s %11s %9s %7s\n", cells[0].c_str(), cells[1].c_str(),
                  cells[2].c_str(), cells[3].c_str(), cells[4].c_str(), cells[5].c_str());
    text += row;
  };
  addRow({"executor", "finished in", "speed-up", "cores used", "switches", "failed"});
  for (const auto& run : runs) {
    const Numbers numbers = numbersOf(*run);
    addRow({run->info().executor, fixed(seconds(numbers.makespan), 3) + " s", fixed(numbers.speedup, 2),
            fixed(numbers.cores_used, 2), std::to_string(numbers.switches), std::to_string(numbers.failed)});
  }
  return text;
}

Json compareJson(const std::vector<std::shared_ptr<const Recording>>& runs) {
  Json json;
  json["scenario"] = runs.empty() ? "" : runs.front()->info().scenario;
  json["runs"] = Json::array();
  for (const auto& run : runs) json["runs"].push_back(runJson(*run));
  return json;
}

}  // namespace threadmart
