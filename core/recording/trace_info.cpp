// RunInfo as the object `otherData.threadmart` of a trace file, and back.
#include <array>
#include <nlohmann/json.hpp>

#include "core/recording/trace_format.h"

namespace threadmart {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 3> kWorkerKinds{"thread", "process", "loop"};
constexpr std::array<const char*, 4> kSources{"scheduler-switches", "run-delay", "none", "foreign"};

template <class Enum, std::size_t N>
const char* nameOf(Enum value, const std::array<const char*, N>& names) {
  return names.at(static_cast<std::size_t>(value));
}

template <class Enum, std::size_t N>
Enum fromName(const json& value, const std::array<const char*, N>& names) {
  const std::string& name = value.get_ref<const std::string&>();
  for (std::size_t i = 0; i < N; ++i)
    if (name == names[i]) return static_cast<Enum>(i);
  throw json::other_error::create(501, "unknown word '" + name + "'", &value);
}

json tasksToJson(const std::vector<TaskInfo>& tasks) {
  json list = json::array();
  for (const TaskInfo& task : tasks) list.push_back({{"name", task.name}, {"items", task.items}});
  return list;
}

json workersToJson(const std::vector<WorkerInfo>& workers) {
  json list = json::array();
  for (const WorkerInfo& worker : workers)
    list.push_back({{"name", worker.name}, {"kind", nameOf(worker.kind, kWorkerKinds)}});
  return list;
}

json parametersToJson(const std::vector<std::pair<std::string, double>>& parameters) {
  json list = json::array();  // in their order, which an object would not keep
  for (const auto& [name, value] : parameters) list.push_back({{"name", name}, {"value", value}});
  return list;
}

json machineToJson(const MachineInfo& machine) {
  return {{"cores", machine.cores}, {"cpu", machine.cpu}, {"kernel", machine.kernel}, {"host", machine.host}};
}

MachineInfo machineFromJson(const json& machine) {
  return {machine.at("cores").get<unsigned>(), machine.at("cpu").get<std::string>(),
          machine.at("kernel").get<std::string>(), machine.at("host").get<std::string>()};
}

json resultsToJson(const RunInfo& info) {
  json results = {{"finished", info.finished}, {"lost", info.lost}, {"error", info.error}};
  results["digest"] = info.results_digest;
  if (info.counter) results["counter"] = {{"expected", info.counter->expected}, {"actual", info.counter->actual}};
  if (info.uploads)
    results["uploads"] = {{"files", info.uploads->files},
                          {"bytes", info.uploads->bytes},
                          {"expected_files", info.uploads->expected_files},
                          {"expected_bytes", info.uploads->expected_bytes},
                          {"digests_equal", info.uploads->digests_equal}};
  return results;
}

void resultsFromJson(const json& results, RunInfo& info) {
  results.at("finished").get_to(info.finished);
  results.at("lost").get_to(info.lost);
  results.at("error").get_to(info.error);
  results.at("digest").get_to(info.results_digest);
  if (results.contains("counter")) {
    const json& counter = results["counter"];
    info.counter = {counter.at("expected").get<std::uint64_t>(), counter.at("actual").get<std::uint64_t>()};
  }
  if (results.contains("uploads")) {
    const json& uploads = results["uploads"];
    info.uploads = {uploads.at("files").get<std::uint64_t>(), uploads.at("bytes").get<std::uint64_t>(),
                    uploads.at("expected_files").get<std::uint64_t>(),
                    uploads.at("expected_bytes").get<std::uint64_t>(), uploads.at("digests_equal").get<bool>()};
  }
}

}  // namespace

json infoToJson(const RunInfo& info) {
  return {{"version", kTraceVersion},
          {"scenario", info.scenario},
          {"title", info.title},
          {"scenario_json", info.scenario_json},
          {"executor", info.executor},
          {"workers", info.workers},
          {"run_cores", info.run_cores},
          {"core_ids", info.core_ids},
          {"pace", info.pace},
          {"switch_interval_ms", info.switch_interval_ms},
          {"has_gil", info.has_gil},
          {"parameters", parametersToJson(info.parameters)},
          {"machine", machineToJson(info.machine)},
          {"clock", info.clock},
          {"server_url", info.server_url},
          {"started_at", info.started_at},
          {"origin_ns", info.origin_ns},
          {"source", nameOf(info.source, kSources)},
          {"tasks", tasksToJson(info.tasks)},
          {"workers_info", workersToJson(info.workers_info)},
          {"results", resultsToJson(info)}};
}

RunInfo infoFromJson(const json& object) {
  RunInfo info;
  object.at("scenario").get_to(info.scenario);
  object.at("title").get_to(info.title);
  object.at("scenario_json").get_to(info.scenario_json);
  object.at("executor").get_to(info.executor);
  object.at("workers").get_to(info.workers);
  object.at("run_cores").get_to(info.run_cores);
  object.at("core_ids").get_to(info.core_ids);
  object.at("pace").get_to(info.pace);
  object.at("switch_interval_ms").get_to(info.switch_interval_ms);
  object.at("has_gil").get_to(info.has_gil);
  for (const json& parameter : object.at("parameters"))
    info.parameters.emplace_back(parameter.at("name").get<std::string>(), parameter.at("value").get<double>());
  info.machine = machineFromJson(object.at("machine"));
  object.at("clock").get_to(info.clock);
  object.at("server_url").get_to(info.server_url);
  object.at("started_at").get_to(info.started_at);
  object.at("origin_ns").get_to(info.origin_ns);
  info.source = fromName<CoreTimeSource>(object.at("source"), kSources);
  for (const json& task : object.at("tasks"))
    info.tasks.push_back({task.at("name").get<std::string>(), task.at("items").get<std::uint32_t>()});
  for (const json& worker : object.at("workers_info"))
    info.workers_info.push_back(
        {worker.at("name").get<std::string>(), fromName<WorkerKind>(worker.at("kind"), kWorkerKinds)});
  resultsFromJson(object.at("results"), info);
  return info;
}

}  // namespace threadmart
