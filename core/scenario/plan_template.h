// A scenario's tasks as they were read: parameters and random draws are still open. expand.cpp settles them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/scenario/json_tree.h"
#include "core/scenario/vocabulary.h"

namespace threadmart {

struct ParameterUse {
  std::string name;
};
using Operand = std::variant<double, ParameterUse>;

struct Between {  // drawn anew for each task and repetition, both ends included
  Operand from, to;
};
struct About {  // drawn from value − percent to value + percent
  Operand value;
  double percent = 0;
};

struct Number {
  std::variant<double, ParameterUse, Between, About> value = 0.0;
  bool whole = true;
  Position at;
  std::string field;  // for messages: 'tasks[0].steps[2].items'
};

struct StepTemplate {
  const StepKind* kind = nullptr;
  Position at;
  std::string field;
  std::map<std::string_view, Number> numbers;
  std::set<std::string_view> flags;  // those that are true
  std::string url;
  std::vector<StepTemplate> steps;  // of a repeat
};

struct TaskGroup {
  std::string name;
  Position at;
  std::string field;
  Number count;
  std::vector<StepTemplate> steps;
};

struct PlanTemplate {
  std::string file;  // for messages
  Number seed, switch_interval_ms;
  std::vector<TaskGroup> groups;
  std::map<std::string, Position> parameter_positions;
};

}  // namespace threadmart
