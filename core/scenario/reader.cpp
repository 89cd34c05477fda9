#include "core/scenario/reader.h"

#include <algorithm>
#include <memory>

#include "core/scenario/step_reader.h"
#include "core/scenario/suggest.h"

namespace threadmart {
namespace {

bool isParameterName(const std::string& name) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && std::all_of(name.begin(), name.end(), allowed);
}

template <typename Value>
void assign(Value& to, const std::optional<double>& number) {
  if (number) to = static_cast<Value>(*number);
}

}  // namespace

ScenarioReader::ScenarioReader(std::string json, const std::string& file)
    : problems_(file), numbers_(scenario_.parameters_, problems_) {
  scenario_.json_ = std::move(json);
  scenario_.name_ = std::filesystem::path(file).stem().string();
  template_.file = file;
  template_.seed.value = 1.0;
  template_.switch_interval_ms = {Defaults{}.switch_interval_ms, false, {}, "defaults.switch_interval_ms"};
}

Scenario ScenarioReader::read() {
  try {
    readRoot(parseJson(scenario_.json_));
  } catch (const JsonSyntaxError& error) {
    problems_.add(error.at, "", error.what());
  }
  problems_.throwIfAny();
  checkUsed();
  problems_.throwIfAny();
  scenario_.template_ = std::make_shared<const PlanTemplate>(std::move(template_));
  const Plan with_defaults = scenario_.expand();  // finds what only shows once the numbers are settled
  scenario_.defaults_.switch_interval_ms = with_defaults.switch_interval_ms;
  scenario_.seed_ = with_defaults.seed;
  return std::move(scenario_);
}

void ScenarioReader::readRoot(const JsonValue& root) {
  if (!Fields::isObject(root, "", problems_)) return;
  const Fields fields(root, "", kScenarioFields, problems_);
  fields.text("$schema");
  scenario_.title_ = fields.requireText("title", "a title for the catalogue").value_or("");
  scenario_.description_ = fields.text("description").value_or("");
  scenario_.question_ = fields.text("question").value_or("");
  if (const JsonValue* parameters = fields.find("parameters")) readParameters(*parameters);
  if (const JsonValue* seed = fields.find("seed")) {
    if (auto number = numbers_.read(*seed, "seed", kSeedRule)) template_.seed = std::move(*number);
  }
  if (const JsonValue* defaults = fields.find("defaults")) readDefaults(*defaults);
  if (const JsonValue* tasks = fields.require("tasks", "a list of tasks")) readTasks(*tasks);
}

void ScenarioReader::readParameters(const JsonValue& value) {
  if (!Fields::isObject(value, "parameters", problems_)) return;
  for (const JsonMember& member : *value.object()) readParameter(member);
}

void ScenarioReader::readParameter(const JsonMember& member) {
  const std::string path = "parameters." + member.name;
  if (!isParameterName(member.name)) {
    problems_.add(member.at, path, "a parameter's name begins with a-z and goes on with a-z, 0-9 and _");
  }
  if (!template_.parameter_positions.emplace(member.name, member.at).second) {
    problems_.add(member.at, path, "this parameter is given twice; keep one");
    return;
  }
  if (!Fields::isObject(member.value, path, problems_)) return;
  const Fields fields(member.value, path, kParameterFields, problems_);
  Parameter parameter;
  parameter.name = member.name;
  parameter.label = fields.requireText("label", "a label for the window").value_or("");
  parameter.unit = fields.text("unit").value_or("");
  parameter.help = fields.text("help").value_or("");
  parameter.integer = fields.flag("integer").value_or(true);
  readRange(fields, parameter);
  scenario_.parameters_.push_back(std::move(parameter));
}

void ScenarioReader::readRange(const Fields& fields, Parameter& parameter) {
  const std::size_t before = problems_.size();
  NumberRule rule{0, kLargestWhole, parameter.integer, false};
  const auto number = [&](std::string_view name, double& into) {
    const JsonValue* field = fields.require(name, rangeText(rule));
    if (field) assign(into, numbers_.readLiteral(*field, fields.path(name), rule));
  };
  number("min", parameter.min);
  number("max", parameter.max);
  if (problems_.size() == before && parameter.min > parameter.max) {
    problems_.add(fields.find("max")->at, fields.path("max"),
                  "expected at least \"min\", which is " + formatNumber(parameter.min) + ", found the number " +
                      formatNumber(parameter.max));
  }
  if (problems_.size() == before) rule = {parameter.min, parameter.max, parameter.integer, false};
  number("default", parameter.value);
}

void ScenarioReader::readDefaults(const JsonValue& value) {
  if (!Fields::isObject(value, "defaults", problems_)) return;
  const Fields fields(value, "defaults", kDefaultsFields, problems_);
  const auto literal = [&](std::string_view name, const NumberRule& rule) -> std::optional<double> {
    const JsonValue* number = fields.find(name);
    return number ? numbers_.readLiteral(*number, fields.path(name), rule) : std::nullopt;
  };
  if (const JsonValue* executor = fields.find("executor")) readExecutor(*executor, fields.path("executor"));
  if (const auto workers = literal("workers", kWorkersRule))
    scenario_.defaults_.workers = static_cast<unsigned>(*workers);
  if (const auto cores = literal("cores", kCoresRule)) scenario_.defaults_.cores = static_cast<unsigned>(*cores);
  assign(scenario_.defaults_.pace, literal("pace", kPaceRule));
  if (const JsonValue* interval = fields.find("switch_interval_ms")) {
    auto number = numbers_.read(*interval, fields.path("switch_interval_ms"), kSwitchIntervalRule);
    if (number) template_.switch_interval_ms = std::move(*number);
  }
}

void ScenarioReader::readExecutor(const JsonValue& value, const std::string& path) {
  const auto known = executorNames();
  const std::string* name = value.text();
  if (name && std::find(known.begin(), known.end(), *name) != known.end()) {
    scenario_.defaults_.executor = *name;
    return;
  }
  const auto nearest = name ? nearestName(*name, known) : std::nullopt;
  problems_.add(value.at, path,
                "expected one of " + quotedList(known) + ", found " + describe(value) +
                    (nearest ? "; did you mean \"" + *nearest + "\"?" : ""));
}

void ScenarioReader::readTasks(const JsonValue& value) {
  if (!value.array() || value.array()->empty()) {
    problems_.add(value.at, "tasks",
                  "expected a list of tasks, found " + (value.array() ? "an empty one" : describe(value)));
    return;
  }
  std::size_t index = 0;
  for (const JsonValue& element : *value.array()) readTask(element, "tasks[" + std::to_string(index++) + ']');
}

void ScenarioReader::readTask(const JsonValue& value, const std::string& path) {
  if (!Fields::isObject(value, path, problems_)) return;
  const Fields fields(value, path, kTaskFields, problems_);
  TaskGroup group;
  group.at = value.at;
  group.field = path;
  group.name = fields.requireText("name", "a name, e.g. \"customer\"").value_or("");
  if (!group.name.empty() && !names_.insert(group.name).second) {
    problems_.add(fields.find("name")->at, fields.path("name"),
                  "another entry is called \"" + group.name + "\" too; names tell tasks apart");
  }
  group.count.value = 1.0;
  if (const JsonValue* count = fields.find("count")) {
    if (auto number = numbers_.read(*count, fields.path("count"), kCountRule)) group.count = std::move(*number);
  }
  if (const JsonValue* steps = fields.require("steps", "a list of steps")) {
    group.steps = StepReader(numbers_, problems_).readSteps(*steps, fields.path("steps"));
  }
  template_.groups.push_back(std::move(group));
}

void ScenarioReader::checkUsed() {
  for (const Parameter& parameter : scenario_.parameters_) {
    if (numbers_.used().contains(parameter.name)) continue;
    problems_.add(template_.parameter_positions.at(parameter.name), "parameters." + parameter.name,
                  "nothing uses this parameter; write \"$" + parameter.name + "\" where its value belongs");
  }
}

}  // namespace threadmart
