#include "ui/sandbox/draft_reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/scenario/json_tree.h"
#include "core/scenario/problems.h"

namespace threadmart {
namespace {

const JsonValue* find(const JsonValue* object, std::string_view name) {
  if (!object || !object->object()) return nullptr;
  for (const JsonMember& member : *object->object())
    if (member.name == name) return &member.value;
  return nullptr;
}

std::string textOf(const JsonValue* value) {
  return value && value->text() ? *value->text() : std::string();
}

// Reads what a draft can hold and passes over everything else: what was passed over shows in the mistakes of the
// draft, which are then others than the file's.
class TreeReader {
 public:
  explicit TreeReader(const std::vector<Parameter>& parameters) : parameters_(parameters) {}

  bool unrolled() const { return unrolled_; }  // some repeat was written out

  std::optional<double> number(const JsonValue* value) const {
    if (!value) return std::nullopt;
    if (value->number()) return *value->number();
    const std::string name = textOf(value);
    const auto used =
        std::find_if(parameters_.begin(), parameters_.end(), [&](const Parameter& p) { return name == '$' + p.name; });
    return used == parameters_.end() ? std::nullopt : std::optional(used->value);
  }

  std::optional<DraftCustomer> customer(const JsonValue& value) {
    const JsonValue* list = find(&value, "steps");
    if (!list || !list->array()) return std::nullopt;
    DraftCustomer customer{textOf(find(&value, "name")), {}, number(find(&value, "count")).value_or(1)};
    addSteps(*list, customer.steps);
    return customer;
  }

  void addSteps(const JsonValue& list, std::vector<DraftStep>& into) {
    if (!list.array()) return;
    for (const JsonValue& element : *list.array()) addStep(element, into);
  }

  void addStep(const JsonValue& value, std::vector<DraftStep>& into) {
    const StepKind* kind = findStepKind(textOf(find(&value, "step")));
    if (!kind) return;
    if (!kind->build) return addRepeat(value, into);
    DraftStep step{kind, {}};
    for (const StepField& field : kind->fields) {
      const JsonValue* given = find(&value, field.name);
      if (field.kind == StepField::Kind::Url) step.values.url = textOf(given);
      if (field.kind == StepField::Kind::Flag && given && given->flag() && *given->flag())
        step.values.flags.insert(field.name);
      if (field.kind != StepField::Kind::Number) continue;
      if (const auto settled = number(given)) step.values.numbers[field.name] = *settled;
    }
    into.push_back(std::move(step));
  }

 private:
  void addRepeat(const JsonValue& value, std::vector<DraftStep>& into) {
    const JsonValue* list = find(&value, "steps");
    const auto times = static_cast<std::size_t>(std::clamp(number(find(&value, "times")).value_or(0), 0.0, 1e6));
    unrolled_ = true;
    for (std::size_t turn = 0; list && turn < times && into.size() <= kMostDraftSteps; ++turn) addSteps(*list, into);
  }

  const std::vector<Parameter>& parameters_;
  bool unrolled_ = false;
};

bool hasDraw(const JsonValue& step) {
  if (!step.object()) return false;
  return std::any_of(step.object()->begin(), step.object()->end(), [](const JsonMember& member) {
    const auto* nested = member.value.array();
    return member.value.object() || (nested && std::any_of(nested->begin(), nested->end(), hasDraw));
  });
}

// A group whose tasks differ by what is drawn for them: each is a customer of its own.
void addDrawn(const Plan& plan, std::size_t first, std::size_t tasks, std::vector<DraftCustomer>& into) {
  for (std::size_t i = first; i < first + tasks; ++i) {
    DraftCustomer customer{plan.tasks[i].name, {}, 1};
    for (const Step& step : plan.tasks[i].steps) customer.steps.push_back(draftStep(step));
    into.push_back(std::move(customer));
  }
}

std::size_t stepsOf(const std::vector<DraftCustomer>& customers) {
  std::size_t steps = customers.size();
  for (const DraftCustomer& customer : customers) steps += customer.steps.size();
  return steps;
}

std::string settledNote(const std::vector<Parameter>& parameters) {
  std::string list;
  for (const Parameter& p : parameters) list += (list.empty() ? "" : ", ") + p.label + ' ' + formatNumber(p.value);
  return "Its parameters became plain numbers: " + list + '.';
}

DraftHead headOf(const JsonValue& root, const Scenario& scenario) {
  return {scenario.title(),    scenario.description(), scenario.question(), textOf(find(&root, "$schema")),
          scenario.defaults(), scenario.seed()};
}

DraftReading fromValid(const Scenario& scenario, const JsonValue& root, const std::string& file) {
  const Plan plan = scenario.expand();
  TreeReader reader(scenario.parameters());
  DraftReading reading;
  Draft draft{headOf(root, scenario), {}};
  bool drawn = false;
  std::size_t task = 0;
  for (const JsonValue& group : *find(&root, "tasks")->array()) {
    const auto tasks = static_cast<std::size_t>(reader.number(find(&group, "count")).value_or(1));
    if (hasDraw(group)) {
      addDrawn(plan, task, tasks, draft.customers);
      drawn = true;
    } else {
      draft.customers.push_back(*reader.customer(group));
    }
    task += tasks;
    if (stepsOf(draft.customers) <= kMostDraftSteps) continue;
    reading.problems.push_back({file, group.at.line, group.at.column, "tasks",
                                "this is too much to be built by hand: more than " + formatNumber(kMostDraftSteps) +
                                    " different steps. It can be run, though"});
    return reading;
  }
  for (std::size_t i = 0; i < draft.customers.size(); ++i) {  // what was one name can be many, and meet another
    std::string name = std::exchange(draft.customers[i].name, "");
    draft.customers[i].name = freeName(draft.customers, name);
  }
  if (!scenario.parameters().empty()) reading.notes.push_back(settledNote(scenario.parameters()));
  if (drawn)
    reading.notes.push_back("Its random numbers are those of seed " + std::to_string(scenario.seed()) +
                            ", drawn once.");
  if (reader.unrolled()) reading.notes.emplace_back("Its repeats are written out.");
  reading.draft = std::move(draft);
  return reading;
}

std::vector<Problem> problemsOf(const std::string& json, const std::string& file) {
  try {
    Scenario::parse(json, file);
    return {};
  } catch (const ScenarioError& error) {
    return error.problems();
  }
}

std::multiset<std::string> whatIsWrong(const std::vector<Problem>& problems) {
  std::multiset<std::string> texts;
  for (const Problem& problem : problems) texts.insert(problem.field + ": " + problem.message);
  return texts;
}

// Whether nothing of the file is lost, is known by the mistakes: the draft must have exactly the same.
std::optional<Draft> fromInvalid(const JsonValue& root, const std::vector<Problem>& problems) {
  const std::vector<Parameter> none;
  TreeReader reader(none);
  Draft draft;
  draft.head.title = textOf(find(&root, "title"));
  draft.head.description = textOf(find(&root, "description"));
  draft.head.question = textOf(find(&root, "question"));
  draft.head.schema = textOf(find(&root, "$schema"));
  draft.head.seed = static_cast<std::uint64_t>(std::clamp(reader.number(find(&root, "seed")).value_or(1), 0.0, 1e15));
  const JsonValue* defaults = find(&root, "defaults");
  const auto whole = [&](std::string_view name) -> std::optional<unsigned> {
    const auto number = reader.number(find(defaults, name));
    return number ? std::optional(static_cast<unsigned>(std::clamp(*number, 0.0, 1e6))) : std::nullopt;
  };
  Defaults& how = draft.head.defaults;
  if (find(defaults, "executor")) how.executor = textOf(find(defaults, "executor"));
  how.workers = whole("workers");
  how.cores = whole("cores");
  how.pace = reader.number(find(defaults, "pace")).value_or(how.pace);
  how.switch_interval_ms = reader.number(find(defaults, "switch_interval_ms")).value_or(how.switch_interval_ms);
  if (const JsonValue* tasks = find(&root, "tasks"); tasks && tasks->array()) {
    for (const JsonValue& group : *tasks->array())
      if (auto customer = reader.customer(group)) draft.customers.push_back(std::move(*customer));
  }
  if (reader.unrolled() || stepsOf(draft.customers) > kMostDraftSteps) return std::nullopt;
  if (whatIsWrong(problemsOf(toJson(draft), "")) != whatIsWrong(problems)) return std::nullopt;
  return draft;
}

std::optional<JsonValue> parsed(const std::string& json) {
  try {
    return parseJson(json);
  } catch (const JsonSyntaxError&) {
    return std::nullopt;
  }
}

}  // namespace

DraftReading readDraft(const std::string& json, const std::string& file) {
  const std::optional<JsonValue> root = parsed(json);
  try {
    const Scenario scenario = Scenario::parse(json, file);
    return fromValid(scenario, *root, file);
  } catch (const ScenarioError& error) {
    DraftReading reading{{}, {}, error.problems()};
    if (root) reading.draft = fromInvalid(*root, reading.problems);
    return reading;
  }
}

std::vector<DraftStep> readSteps(const std::string& json) {
  const std::optional<JsonValue> root = parsed(json);
  const std::vector<Parameter> none;
  TreeReader reader(none);
  std::vector<DraftStep> steps;
  if (!root) return steps;
  if (root->array())
    reader.addSteps(*root, steps);
  else
    reader.addStep(*root, steps);
  return steps;
}

std::vector<DraftCustomer> readCustomers(const std::string& json) {
  const std::optional<JsonValue> root = parsed(json);
  const std::vector<Parameter> none;
  TreeReader reader(none);
  std::vector<DraftCustomer> customers;
  if (!root) return customers;
  const JsonValue* tasks = find(&*root, "tasks");  // a whole scenario
  const JsonValue& list = tasks ? *tasks : *root;
  const auto add = [&](const JsonValue& value) {
    if (auto customer = reader.customer(value)) customers.push_back(std::move(*customer));
  };
  if (list.array())
    std::for_each(list.array()->begin(), list.array()->end(), add);
  else
    add(list);
  return customers;
}

}  // namespace threadmart
