#include "core/run/settle.h"

#include <algorithm>
#include <ctime>
#include <iomanip>
#include <sstream>

namespace threadmart {
namespace {

constexpr double kLeastPace = 0.001, kMostPace = 100'000;
constexpr unsigned kMostWorkers = 10'000;

const ExecutorEntry& chooseExecutor(const std::string& name) {
  if (const ExecutorEntry* entry = findEntry(name)) return *entry;
  std::string names;
  for (const ExecutorEntry& entry : executorTable()) names += (names.empty() ? "" : ", ") + entry.description.name;
  throw RunError("there is no executor '" + name + "': choose one of " + names);
}

double within(double value, double least, double most, const std::string& what) {
  if (value >= least && value <= most) return value;
  std::ostringstream text;
  text << what << " is " << value << ": give a number from " << least << " to " << most;
  throw RunError(text.str());
}

std::vector<unsigned> chooseCores(std::optional<unsigned> wanted, const Machine& machine) {
  std::vector<unsigned> cores = machine.allowed_cores;
  if (!wanted) return cores;
  if (*wanted < 1 || *wanted > cores.size()) {
    throw RunError("cannot run on " + std::to_string(*wanted) + " cores: this program may use 1 to " +
                   std::to_string(cores.size()) + " of them");
  }
  cores.resize(*wanted);
  return cores;
}

unsigned chooseWorkers(const Scenario& scenario, const RunOptions& options, const SettledRun& settled) {
  const ExecutorDescription& executor = settled.executor->description;
  const auto cores = static_cast<unsigned>(settled.cores.size());
  const unsigned usual = defaultWorkers(executor.name, cores, settled.plan.tasks.size());
  if (!executor.takes_workers) return usual;  // one a task, or one for all: nothing to choose
  const bool as_the_scenario = executor.name == scenario.defaults().executor;
  const unsigned workers =
      options.workers.value_or(as_the_scenario ? scenario.defaults().workers.value_or(usual) : usual);
  return static_cast<unsigned>(within(workers, 1, kMostWorkers, "the number of workers"));
}

void lookAtSteps(SettledRun& settled) {
  for (const Task& task : settled.plan.tasks) {
    for (const Step& step : task.steps) {
      const auto* fetch = std::get_if<FetchStep>(&step);
      if (std::holds_alternative<UploadStep>(step) || (fetch != nullptr && fetch->url.starts_with('/')))
        settled.needs_server = true;
      if (const auto* send = std::get_if<SendStep>(&step))
        settled.goods_bytes = std::max(settled.goods_bytes, send->bytes);
    }
  }
}

void askForPermission(const Plan& plan, const RunOptions& options) {
  if (!plan.leaves_loopback || options.allow_network) return;
  std::string hosts;
  for (const std::string& host : plan.hosts) hosts += (hosts.empty() ? "" : ", ") + host;
  throw RunError("this scenario talks to " + hosts + ": add --allow-network if it may");
}

std::filesystem::path findWorkerProgram(const RunOptions& options, bool leaves_loopback) {
  if (!options.worker_program.empty()) return options.worker_program;
  const std::string name = leaves_loopback ? "threadmart-worker-web" : "threadmart-worker";
  const auto here = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  for (const auto& folder : {here, here / "../libexec/threadmart", std::filesystem::path(THREADMART_WORKER_DIR)}) {
    if (std::filesystem::exists(folder / name)) return folder / name;
  }
  throw RunError("the worker program " + name + " is not beside this program in " + here.string() +
                 ": build or install it again");
}

std::string utcNow() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::ostringstream text;
  text << std::put_time(&parts, "%Y-%m-%dT%H:%M:%SZ");
  return text.str();
}

TaskInfo describeTask(const Task& task) {
  TaskInfo info{task.name, 0};
  for (const Step& step : task.steps) {
    if (const auto* scanning = std::get_if<ScanStep>(&step)) info.items += scanning->items;
  }
  return info;
}

}  // namespace

SettledRun settle(const Scenario& scenario, const RunOptions& options, const Machine& machine) {
  SettledRun settled;
  const Defaults& defaults = scenario.defaults();
  settled.executor = &chooseExecutor(options.executor.empty() ? defaults.executor : options.executor);
  settled.plan = scenario.expand(options.parameters);
  askForPermission(settled.plan, options);
  settled.cores = chooseCores(options.cores ? options.cores : defaults.cores, machine);
  settled.pinned = settled.cores.size() < machine.allowed_cores.size();
  settled.pace = within(options.pace.value_or(defaults.pace), kLeastPace, kMostPace, "the pace");
  const double bell =
      within(options.switch_interval_ms.value_or(settled.plan.switch_interval_ms), 0.001, 100'000, "the bell in ms");
  settled.switch_interval_ms = bell * settled.pace;
  settled.workers = chooseWorkers(scenario, options, settled);
  lookAtSteps(settled);
  if (settled.executor->worker_kind == WorkerKind::Process) {
    settled.worker_program = findWorkerProgram(options, settled.plan.leaves_loopback);
  }
  return settled;
}

RunInfo describe(const Scenario& scenario, const RunOptions& options, const SettledRun& settled,
                 const Machine& machine) {
  RunInfo info;
  info.scenario = scenario.name();
  info.title = scenario.title();
  info.scenario_json = scenario.json();
  info.executor = settled.executor->description.name;
  info.workers = settled.workers;
  info.run_cores = static_cast<unsigned>(settled.cores.size());
  info.core_ids = settled.cores;
  info.pace = settled.pace;
  info.switch_interval_ms = settled.switch_interval_ms;
  info.has_gil = settled.executor->description.has_gil;
  for (const Parameter& parameter : scenario.parameters()) {
    const auto given = options.parameters.find(parameter.name);
    info.parameters.emplace_back(parameter.name, given == options.parameters.end() ? parameter.value : given->second);
  }
  info.machine = {machine.cores, machine.cpu, machine.kernel, machine.host};
  info.started_at = utcNow();
  for (const Task& task : settled.plan.tasks) info.tasks.push_back(describeTask(task));
  for (unsigned i = 0; i < settled.workers; ++i) {
    info.workers_info.push_back({workerName(settled.executor->names, i), settled.executor->worker_kind});
  }
  return info;
}

}  // namespace threadmart
