// Short scenarios for tests, and their mistakes as texts.
#pragma once

#include <string>
#include <vector>

#include "core/scenario/scenario.h"

namespace threadmart {

// 'LINE:COLUMN FIELD: MESSAGE' of every mistake in `json`.
inline std::vector<std::string> mistakesIn(const std::string& json) {
  std::vector<std::string> texts;
  try {
    Scenario::parse(json, "test.json");
  } catch (const ScenarioError& error) {
    for (const Problem& p : error.problems()) {
      texts.push_back(std::to_string(p.line) + ':' + std::to_string(p.column) + ' ' + p.field + ": " + p.message);
    }
  }
  return texts;
}

// A scenario with one task of these steps, which begin at line 2, column 1.
inline std::string withSteps(const std::string& steps) {
  return R"({"title": "t", "tasks": [{"name": "a", "steps": [
)" + steps +
         "]}]}";
}

inline std::vector<std::string> mistakesInStep(const std::string& step) {
  return mistakesIn(withSteps(step));
}

inline Plan planOf(const std::string& json, const std::map<std::string, double>& parameters = {}) {
  return Scenario::parse(json, "test.json").expand(parameters);
}

template <typename StepType>
const StepType& stepOf(const Plan& plan, std::size_t task, std::size_t step) {
  return std::get<StepType>(plan.tasks.at(task).steps.at(step));
}

}  // namespace threadmart
