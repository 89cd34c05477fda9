// Every name that a scenario file may use, with the range of every number. The reader obeys these tables, and a test
// holds the published schema (resources/scenarios/scenario.schema.json) against them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/scenario.h"

namespace threadmart {

inline constexpr std::uint64_t kMostTasks = 100'000;
inline constexpr std::uint64_t kMostSteps = 1'000'000;  // of all tasks together, repeats unrolled

inline constexpr std::array<std::string_view, 8> kScenarioFields{"$schema", "title",      "description", "question",
                                                                 "seed",    "parameters", "defaults",    "tasks"};
inline constexpr std::array<std::string_view, 7> kParameterFields{"label", "default", "min",    "max",
                                                                  "unit",  "help",    "integer"};
inline constexpr std::array<std::string_view, 5> kDefaultsFields{"executor", "workers", "cores", "pace",
                                                                 "switch_interval_ms"};
inline constexpr std::array<std::string_view, 3> kTaskFields{"name", "count", "steps"};
inline constexpr std::array<std::string_view, 4> kDrawFields{"from", "to", "about", "percent"};

struct NumberRule {
  double min = 0, max = 0;
  bool whole = true;
  bool parameters = true;  // may be "$parameter"
  bool draws = false;      // may be a random draw
};

inline constexpr double kLargestWhole = 9007199254740991.0;  // 2^53 − 1: JSON readers agree on whole numbers up to here
inline constexpr NumberRule kSeedRule{0, kLargestWhole};
inline constexpr NumberRule kCountRule{1, static_cast<double>(kMostTasks)};
inline constexpr NumberRule kWorkersRule{1, 10'000, true, false};
inline constexpr NumberRule kCoresRule{1, 4'096, true, false};
inline constexpr NumberRule kPaceRule{0.001, 1000, false, false};
inline constexpr NumberRule kSwitchIntervalRule{0.001, 10'000, false};
inline constexpr NumberRule kPercentRule{0, 100, false, false};

// A step's fields with every number settled.
struct StepValues {
  std::map<std::string_view, double> numbers;
  std::set<std::string_view> flags;
  std::string url;

  double number(std::string_view name) const;  // 0 if it was left out
  std::uint64_t whole(std::string_view name) const { return static_cast<std::uint64_t>(number(name)); }
  bool flag(std::string_view name) const { return flags.contains(name); }
};

struct StepField {
  enum class Kind : std::uint8_t { Number, Flag, Url, Steps };
  std::string_view name;
  Kind kind = Kind::Number;
  bool required = true;
  NumberRule rule{};
};

struct StepKind {
  std::string_view name;
  std::vector<StepField> fields;     // besides "step"
  Step (*build)(const StepValues&);  // null for `repeat`, which is unrolled

  std::vector<std::string_view> fieldNames() const;  // with "step"
};

const std::vector<StepKind>& stepKinds();
const StepKind* findStepKind(std::string_view name);

}  // namespace threadmart
