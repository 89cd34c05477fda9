#include "app/command_line/run_settings.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "app/command_line/values.h"

namespace threadmart {
namespace {

std::string parameterNames(const Scenario& scenario) {
  std::string names;
  for (const Parameter& parameter : scenario.parameters()) names += (names.empty() ? "" : ", ") + parameter.name;
  return names.empty() ? "it has no parameters" : "its parameters are " + names;
}

void requireParameter(const Scenario& scenario, const std::string& name) {
  if (std::ranges::find(scenario.parameters(), name, &Parameter::name) != scenario.parameters().end()) return;
  throw UsageError("scenario '" + scenario.name() + "' has no parameter '" + name + "': " + parameterNames(scenario));
}

void requireExecutor(const std::string& name) {
  if (findExecutor(name)) return;
  std::string names;
  for (const ExecutorDescription& executor : executors()) names += (names.empty() ? "" : ", ") + executor.name;
  throw UsageError("there is no executor '" + name + "': choose one of " + names);
}

// 'parameters.items' in a file is --set items here.
std::string settingProblem(const ScenarioError& error) {
  if (error.problems().empty()) return error.what();
  const Problem& first = error.problems().front();
  return "--set " + first.field.substr(first.field.rfind('.') + 1) + ": " + first.message;
}

}  // namespace

void RunSettings::addTo(CLI::App& parser) {
  // A range is checked, and told when it is missed; in the help it would only be noise.
  const auto within = [](auto low, auto high) { return CLI::Range(low, high).description(""); };
  parser.add_option("SCENARIO", scenario, "A name from 'threadmart list', or a path")->required()->type_name("");
  parser.add_option("--workers", workers, "Threads or processes of a pool (default: as many as Python would take)")
      ->check(within(1u, 100'000u))
      ->type_name("N");
  parser.add_option("--tasks", tasks, "How many tasks: sets the scenario's parameter 'tasks'")->type_name("N");
  parser.add_option("--set", settings, "Set a parameter of the scenario; may be repeated")
      ->take_all()
      ->allow_extra_args(false)
      ->type_name("NAME=VALUE");
  parser.add_option("--pace", pace, "Make work, waits and the bell so many times longer, to watch them")
      ->check(within(0.01, 10'000.0))
      ->type_name("X");
  parser.add_option("--cores", cores, "Pin the run to so many cores")->check(within(1u, 8192u))->type_name("N");
  parser.add_option("--bell", bell_ms, "Switch interval of the GIL (default: 5)")
      ->check(within(0.01, 60'000.0))
      ->type_name("MS");
  parser.add_flag("--allow-network", allow_network, "Let the scenario talk to other machines");
}

RunOptions RunSettings::options(const Scenario& parsed, const std::string& executor) const {
  RunOptions options;
  options.scheduler_switches = std::getenv("THREADMART_NO_PERF") == nullptr;
  if (!executor.empty()) requireExecutor(executor);
  options.executor = executor;
  options.workers = workers;
  options.cores = cores;
  options.pace = pace;
  options.switch_interval_ms = bell_ms;
  options.allow_network = allow_network;
  for (const std::string& setting : settings)
    options.parameters.insert_or_assign(parseSetting(setting).first, parseSetting(setting).second);
  if (tasks) options.parameters["tasks"] = *tasks;
  for (const auto& [name, value] : options.parameters) requireParameter(parsed, name);
  try {
    (void)parsed.expand(options.parameters);
  } catch (const ScenarioError& error) {  // a value out of its range: the command line is at fault, not the file
    throw UsageError(settingProblem(error));
  }
  return options;
}

void requireFolderOf(const std::string& file) {
  if (file.empty()) return;
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  if (folder.empty() || std::filesystem::is_directory(folder)) return;
  throw UsageError("cannot write '" + file + "': there is no folder '" + folder.string() + "', create it first");
}

}  // namespace threadmart
