// Settles a scenario's open numbers: parameters get their values, draws are drawn, groups and repeats are unrolled.
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/scenario/plan_template.h"
#include "core/scenario/problems.h"
#include "core/scenario/random.h"
#include "core/scenario/suggest.h"
#include "core/scenario/url.h"

namespace threadmart {
namespace {

using Values = std::map<std::string, double>;

// Every parameter's value: what was asked for, else its default.
Values settleParameters(const Scenario& scenario, const PlanTemplate& open, const Values& asked) {
  ProblemList problems(open.file);
  Values values;
  std::vector<std::string_view> names;
  for (const Parameter& parameter : scenario.parameters()) {
    values[parameter.name] = parameter.value;
    names.push_back(parameter.name);
    const auto wanted = asked.find(parameter.name);
    if (wanted == asked.end()) continue;
    const double value = wanted->second;
    const bool fits = value >= parameter.min && value <= parameter.max;
    if (!fits || (parameter.integer && value != std::floor(value))) {
      problems.add(open.parameter_positions.at(parameter.name), "parameters." + parameter.name,
                   std::string("expected a ") + (parameter.integer ? "whole " : "") + "number from " +
                       formatNumber(parameter.min) + " to " + formatNumber(parameter.max) + ", found the number " +
                       formatNumber(value));
    }
    values[parameter.name] = value;
  }
  for (const auto& [name, value] : asked) {
    if (!values.contains(name)) {
      problems.add({}, "parameters." + name, "there is no such parameter" + suggestion(name, names));
    }
  }
  problems.throwIfAny();
  return values;
}

// The index-th of `tasks` contiguous shares of a range, as even as can be; empty if there are more tasks than numbers.
std::optional<PowerStep> shareOfRange(const PowerStep& range, std::uint64_t index, std::uint64_t tasks) {
  const std::uint64_t numbers = std::uint64_t{range.to} - range.from + 1;
  const std::uint64_t begin = index * numbers / tasks, end = (index + 1) * numbers / tasks;
  if (begin == end) return std::nullopt;
  return PowerStep{static_cast<std::uint32_t>(range.from + begin), static_cast<std::uint32_t>(range.from + end - 1)};
}

class Expander {
 public:
  Expander(const PlanTemplate& open, Values values) : open_(open), values_(std::move(values)), problems_(open.file) {}

  Plan expand() {
    plan_.seed = static_cast<std::uint64_t>(settle(open_.seed));
    plan_.switch_interval_ms = settle(open_.switch_interval_ms);
    checkTaskCount();
    for (const TaskGroup& group : open_.groups) expandGroup(group);
    problems_.throwIfAny();
    return std::move(plan_);
  }

 private:
  struct Place {  // of a task in its group
    std::uint64_t index = 0, tasks = 0;
    Random random;
  };

  double settle(const Operand& operand) const {
    if (const double* literal = std::get_if<double>(&operand)) return *literal;
    return values_.at(std::get<ParameterUse>(operand).name);
  }

  // For numbers that cannot be draws.
  double settle(const Number& number) const {
    if (const double* literal = std::get_if<double>(&number.value)) return *literal;
    return values_.at(std::get<ParameterUse>(number.value).name);
  }

  double settle(const Number& number, Random& random) {
    if (const auto* between = std::get_if<Between>(&number.value)) {
      return draw(number, settle(between->from), settle(between->to), random);
    }
    if (const auto* about = std::get_if<About>(&number.value)) {
      const double middle = settle(about->value);
      return draw(number, middle * (100 - about->percent) / 100, middle * (100 + about->percent) / 100, random);
    }
    return settle(number);
  }

  double draw(const Number& number, double from, double to, Random& random) {
    if (from > to) {
      problems_.add(
          number.at, number.field,
          "expected at least \"from\", which is " + formatNumber(from) + ", found the number " + formatNumber(to));
      return to;
    }
    if (!number.whole) return random.thousandthsBetween(from, to);
    const auto low = static_cast<std::uint64_t>(std::llround(from)),
               high = static_cast<std::uint64_t>(std::llround(to));
    return static_cast<double>(random.between(low, high));
  }

  void checkTaskCount() {
    std::uint64_t tasks = 0;
    for (const TaskGroup& group : open_.groups) {
      tasks += static_cast<std::uint64_t>(settle(group.count));
      if (tasks <= kMostTasks) continue;
      problems_.add(group.at, group.field,
                    "all groups together have more than " + formatNumber(kMostTasks) + " tasks; lower a \"count\"");
      problems_.throwIfAny();
    }
  }

  void expandGroup(const TaskGroup& group) {
    const auto tasks = static_cast<std::uint64_t>(settle(group.count));
    for (std::uint64_t index = 0; index < tasks; ++index) {
      Task task;
      task.name = tasks == 1 ? group.name : group.name + ' ' + std::to_string(index + 1);
      Place place{index, tasks, Random(plan_.seed, group.name, index)};
      expandSteps(group.steps, place, task);
      plan_.tasks.push_back(std::move(task));
    }
  }

  void expandSteps(const std::vector<StepTemplate>& steps, Place& place, Task& task) {
    for (const StepTemplate& step : steps) {
      countStep(step);
      const StepValues values = settleStep(step, place.random);
      if (step.kind->build) {
        addStep(step, step.kind->build(values), place, task);
        continue;
      }
      const std::uint64_t times = values.whole("times");
      for (std::uint64_t turn = 0; turn < times; ++turn) expandSteps(step.steps, place, task);
    }
  }

  // Repeats count as steps too, so that empty turns in nested ones come to an end.
  void countStep(const StepTemplate& step) {
    if (++steps_ <= kMostSteps) return;
    problems_.add(step.at, step.field,
                  "with every repeat unrolled, the tasks together have more than " + formatNumber(kMostSteps) +
                      " steps; lower a \"times\" or a \"count\"");
    problems_.throwIfAny();
  }

  StepValues settleStep(const StepTemplate& step, Random& random) {
    StepValues values{{}, step.flags, step.url};
    // In the order of the vocabulary, so that what is drawn does not hang on the order of the file.
    for (const StepField& field : step.kind->fields) {
      const auto number = step.numbers.find(field.name);
      if (number != step.numbers.end()) values.numbers[field.name] = settle(number->second, random);
    }
    return values;
  }

  void addStep(const StepTemplate& step, Step built, const Place& place, Task& task) {
    if (const auto* range = std::get_if<PowerStep>(&built)) {
      if (range->from > range->to) {
        problems_.add(step.numbers.at("to").at, step.field + ".to",
                      "expected at least \"from\", which is " + formatNumber(range->from) + ", found the number " +
                          formatNumber(range->to));
        return;
      }
      const auto share = shareOfRange(*range, place.index, place.tasks);
      if (!share) return;
      built = *share;
    }
    if (const auto* fetch = std::get_if<FetchStep>(&built)) noteHost(fetch->url);
    task.steps.push_back(std::move(built));
  }

  void noteHost(const std::string& url) {
    const UrlCheck checked = checkUrl(url);
    if (checked.built_in || isLoopbackHost(checked.host)) return;
    plan_.leaves_loopback = true;
    const bool known = std::find(plan_.hosts.begin(), plan_.hosts.end(), checked.host) != plan_.hosts.end();
    if (!known) plan_.hosts.push_back(checked.host);
  }

  const PlanTemplate& open_;
  Values values_;
  ProblemList problems_;
  Plan plan_;
  std::uint64_t steps_ = 0;
};

}  // namespace

Plan Scenario::expand(const std::map<std::string, double>& parameters) const {
  return Expander(*template_, settleParameters(*this, *template_, parameters)).expand();
}

}  // namespace threadmart
