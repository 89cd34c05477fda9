#include "core/scenario/step_reader.h"

#include <algorithm>

#include "core/scenario/suggest.h"
#include "core/scenario/url.h"

namespace threadmart {
namespace {

std::vector<std::string_view> stepNames() {
  std::vector<std::string_view> names;
  for (const StepKind& kind : stepKinds()) names.push_back(kind.name);
  return names;
}

std::string expectation(const StepField& field) {
  switch (field.kind) {
    case StepField::Kind::Number:
      return rangeText(field.rule);
    case StepField::Kind::Flag:
      return "true or false";
    case StepField::Kind::Url:
      return "a path ('/page') or an http or https URL";
    case StepField::Kind::Steps:
      return "a list of steps";
  }
  return {};
}

}  // namespace

std::vector<StepTemplate> StepReader::readSteps(const JsonValue& value, const std::string& path) {
  std::vector<StepTemplate> steps;
  if (!value.array() || value.array()->empty()) {
    problems_.add(value.at, path,
                  "expected a list of steps, found " + (value.array() ? "an empty one" : describe(value)));
    return steps;
  }
  std::size_t index = 0;
  for (const JsonValue& element : *value.array()) {
    auto step = readStep(element, path + '[' + std::to_string(index++) + ']');
    if (step) steps.push_back(std::move(*step));
  }
  return steps;
}

const StepKind* StepReader::readKind(const JsonValue& value, const std::string& path) {
  if (!Fields::isObject(value, path, problems_)) return nullptr;
  const std::string field = path + ".step";
  const auto& members = *value.object();
  const auto named = std::find_if(members.begin(), members.end(), [](const JsonMember& m) { return m.name == "step"; });
  if (named == members.end()) {
    problems_.add(value.at, field, "missing; expected one of " + quotedList(stepNames()));
    return nullptr;
  }
  const std::string* name = named->value.text();
  const StepKind* kind = name ? findStepKind(*name) : nullptr;
  if (!kind) {
    problems_.add(named->value.at, field,
                  "expected one of " + quotedList(stepNames()) + ", found " + describe(named->value) +
                      (name && nearestName(*name, stepNames()) ? suggestion(*name, stepNames()) : ""));
  }
  return kind;
}

std::optional<StepTemplate> StepReader::readStep(const JsonValue& value, const std::string& path) {
  StepTemplate step;
  step.kind = readKind(value, path);
  if (!step.kind) return std::nullopt;
  step.at = value.at;
  step.field = path;
  const auto names = step.kind->fieldNames();
  const Fields fields(value, path, names, problems_);
  for (const StepField& field : step.kind->fields) readField(field, fields, step);
  const bool elsewhere = !step.url.empty() && !checkUrl(step.url).built_in;
  if (const JsonValue* delay = fields.find("delay_ms"); delay && elsewhere) {
    problems_.add(delay->at, fields.path("delay_ms"),
                  "only the built-in server can be told to wait; give a path such as '/page', or leave the delay out");
  }
  return step;
}

void StepReader::readField(const StepField& field, const Fields& fields, StepTemplate& step) {
  const JsonValue* value = field.required ? fields.require(field.name, expectation(field)) : fields.find(field.name);
  if (!value) return;
  const std::string path = fields.path(field.name);
  switch (field.kind) {
    case StepField::Kind::Number:
      if (auto number = numbers_.read(*value, path, field.rule)) step.numbers.emplace(field.name, std::move(*number));
      break;
    case StepField::Kind::Flag:
      if (fields.flag(field.name).value_or(false)) step.flags.insert(field.name);
      break;
    case StepField::Kind::Url:
      readUrl(*value, path, step);
      break;
    case StepField::Kind::Steps:
      step.steps = readSteps(*value, path);
      break;
  }
}

void StepReader::readUrl(const JsonValue& value, const std::string& path, StepTemplate& step) {
  const std::string* url = value.text();
  const std::string problem = url ? checkUrl(*url).problem : "expected a text with a URL";
  if (problem.empty()) {
    step.url = *url;
  } else {
    problems_.add(value.at, path, problem + ", found " + describe(value));
  }
}

}  // namespace threadmart
