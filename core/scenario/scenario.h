// A scenario: what is to be done, apart from how it is run. Read from JSON (resources/scenarios/scenario.schema.json),
// then expanded with its parameters into a plan: tasks with literal numbers. Same seed, same plan, on every machine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace threadmart {

// ---- Steps with literal numbers, as a worker carries them out. Times in milliseconds at pace 1.
struct ScanStep {
  std::uint32_t items = 0;
  bool releases_gil = false;  // as a C extension does
};
struct PowerStep {  // n ** n for every n in [from, to]
  std::uint32_t from = 0, to = 0;
};
struct SleepStep {
  double ms = 0;
  bool blocks_loop = false;  // in an event loop: a blocking call instead of an await
};
struct FetchStep {
  std::string url;      // absolute, or a path on the built-in server ('/threading')
  double delay_ms = 0;  // how long the built-in server takes to answer; 0 for other hosts
};
struct UploadStep {
  std::uint64_t bytes = 0;
  double delay_ms = 0;
};
struct SendStep {
  std::uint64_t bytes = 0;
};
struct CountStep {
  std::uint64_t times = 0;
  bool locked = false;
};
using Step = std::variant<ScanStep, PowerStep, SleepStep, FetchStep, UploadStep, SendStep, CountStep>;

struct Task {
  std::string name;
  std::vector<Step> steps;  // repeats are unrolled
};

struct Parameter {
  std::string name, label, unit, help;
  double value = 0;  // the default
  double min = 0, max = 0;
  bool integer = true;
};

struct Defaults {
  std::string executor = "sequential";
  std::optional<unsigned> workers;
  std::optional<unsigned> cores;  // pin to so many cores
  double pace = 1.0;
  double switch_interval_ms = 5.0;
};

// One mistake in a file: printed as 'FILE:LINE:COLUMN: FIELD: MESSAGE'.
struct Problem {
  std::string file;
  int line = 0, column = 0;
  std::string field;    // e.g. 'tasks[0].steps[2].items'
  std::string message;  // what was expected, and what was found

  std::string text() const;
};

class ScenarioError : public std::runtime_error {
 public:
  explicit ScenarioError(std::vector<Problem> problems);
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
};

// A scenario's tasks with every number settled.
struct Plan {
  std::vector<Task> tasks;  // a task may be without steps: a range with fewer numbers than tasks leaves some nothing
  bool leaves_loopback = false;    // some step goes to another host: needs permission
  std::vector<std::string> hosts;  // those hosts
  double switch_interval_ms = 5.0;
  std::uint64_t seed = 1;
};

// The names that `defaults.executor` may have.
std::span<const std::string_view> executorNames();

struct PlanTemplate;  // tasks with parameters and draws still open (plan_template.h)

class Scenario {
 public:
  // Throw ScenarioError with every mistake at once. What was read expands without error for its default parameters.
  static Scenario parse(std::string json, const std::string& file_for_errors);
  static Scenario load(const std::filesystem::path& file);

  const std::string& name() const { return name_; }  // the file's stem
  const std::string& title() const { return title_; }
  const std::string& description() const { return description_; }
  const std::string& question() const { return question_; }  // what to predict before running; may be empty
  const std::vector<Parameter>& parameters() const { return parameters_; }
  const Defaults& defaults() const { return defaults_; }
  std::uint64_t seed() const { return seed_; }       // with the default parameters
  const std::string& json() const { return json_; }  // the text it was read from

  // Throws ScenarioError: unknown parameter, value out of its range, or not a whole number where one is needed.
  Plan expand(const std::map<std::string, double>& parameters = {}) const;

 private:
  friend class ScenarioReader;
  Scenario() = default;
  std::string name_, title_, description_, question_, json_;
  std::vector<Parameter> parameters_;
  Defaults defaults_;
  std::uint64_t seed_ = 1;
  std::shared_ptr<const PlanTemplate> template_;
};

// Every mistake in a scenario file, in the order of the file; empty if it is fine.
std::vector<Problem> checkScenario(const std::filesystem::path& file);

}  // namespace threadmart
