// Reads a scenario file, from text to Scenario, and notes every mistake on the way.
#pragma once

#include <set>
#include <string>

#include "core/scenario/number_reader.h"
#include "core/scenario/plan_template.h"
#include "core/scenario/problems.h"

namespace threadmart {

class ScenarioReader {
 public:
  ScenarioReader(std::string json, const std::string& file);
  Scenario read();  // once. Throws ScenarioError with every mistake

 private:
  void readRoot(const JsonValue& root);
  void readParameters(const JsonValue& value);
  void readParameter(const JsonMember& member);
  void readRange(const Fields& fields, Parameter& parameter);
  void readDefaults(const JsonValue& value);
  void readExecutor(const JsonValue& value, const std::string& path);
  void readTasks(const JsonValue& value);
  void readTask(const JsonValue& value, const std::string& path);
  void checkUsed();

  ProblemList problems_;
  Scenario scenario_;
  PlanTemplate template_;
  NumberReader numbers_;
  std::set<std::string> names_;  // of the task groups so far
};

}  // namespace threadmart
