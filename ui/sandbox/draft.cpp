#include "ui/sandbox/draft.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/scenario/json_text.h"

namespace threadmart {
namespace {

JsonValue json(double number) {
  return {{}, number};
}
JsonValue json(std::string text) {
  return {{}, std::move(text)};
}

void put(JsonValue::Object& object, std::string_view name, JsonValue value) {
  object.push_back({std::string(name), {}, std::move(value)});
}
void putText(JsonValue::Object& object, std::string_view name, const std::string& text) {
  if (!text.empty()) put(object, name, json(text));
}

JsonValue json(const DraftStep& step) {
  JsonValue::Object object;
  put(object, "step", json(std::string(step.kind->name)));
  for (const StepField& field : step.kind->fields) {
    if (field.kind == StepField::Kind::Number && (field.required || step.number(field.name) != 0))
      put(object, field.name, json(step.number(field.name)));
    if (field.kind == StepField::Kind::Flag && step.values.flag(field.name)) put(object, field.name, {{}, true});
    if (field.kind == StepField::Kind::Url) put(object, field.name, json(step.values.url));
  }
  return {{}, std::move(object)};
}

JsonValue json(const std::vector<DraftStep>& steps) {
  JsonValue::Array array;
  for (const DraftStep& step : steps) array.push_back(json(step));
  return {{}, std::move(array)};
}

JsonValue json(const DraftCustomer& customer) {
  JsonValue::Object object;
  put(object, "name", json(customer.name));
  if (customer.count != 1) put(object, "count", json(customer.count));
  put(object, "steps", json(customer.steps));
  return {{}, std::move(object)};
}

JsonValue json(const std::vector<DraftCustomer>& customers) {
  JsonValue::Array array;
  for (const DraftCustomer& customer : customers) array.push_back(json(customer));
  return {{}, std::move(array)};
}

JsonValue json(const Defaults& defaults) {
  const Defaults usual;
  JsonValue::Object object;
  put(object, "executor", json(defaults.executor));
  if (defaults.workers) put(object, "workers", json(*defaults.workers));
  if (defaults.cores) put(object, "cores", json(*defaults.cores));
  if (defaults.pace != usual.pace) put(object, "pace", json(defaults.pace));
  if (defaults.switch_interval_ms != usual.switch_interval_ms)
    put(object, "switch_interval_ms", json(defaults.switch_interval_ms));
  return {{}, std::move(object)};
}

DraftStep flagged(DraftStep step, std::string_view flag, bool set) {
  if (set) step.values.flags.insert(flag);
  return step;
}

struct FromStep {
  DraftStep operator()(const ScanStep& s) const {
    return flagged(draftStep("scan", {{"items", s.items}}), "releases_gil", s.releases_gil);
  }
  DraftStep operator()(const PowerStep& s) const { return draftStep("power", {{"from", s.from}, {"to", s.to}}); }
  DraftStep operator()(const SleepStep& s) const {
    return flagged(draftStep("sleep", {{"ms", s.ms}}), "blocks_loop", s.blocks_loop);
  }
  DraftStep operator()(const FetchStep& s) const { return draftStep("fetch", {{"delay_ms", s.delay_ms}}, s.url); }
  DraftStep operator()(const UploadStep& s) const {
    return draftStep("upload", {{"bytes", static_cast<double>(s.bytes)}, {"delay_ms", s.delay_ms}});
  }
  DraftStep operator()(const SendStep& s) const { return draftStep("send", {{"bytes", static_cast<double>(s.bytes)}}); }
  DraftStep operator()(const CountStep& s) const {
    return flagged(draftStep("count", {{"times", static_cast<double>(s.times)}}), "locked", s.locked);
  }
};

// How many tasks a count stands for, whatever it says: for numbering only.
std::uint32_t tasksOf(const DraftCustomer& customer) {
  return static_cast<std::uint32_t>(std::clamp(std::floor(customer.count), 1.0, static_cast<double>(kMostTasks)));
}

}  // namespace

// Numbers that are left out are 0.
bool operator==(const DraftStep& a, const DraftStep& b) {
  if (a.kind != b.kind || a.values.flags != b.values.flags || a.values.url != b.values.url) return false;
  return std::all_of(a.kind->fields.begin(), a.kind->fields.end(),
                     [&](const StepField& field) { return a.number(field.name) == b.number(field.name); });
}

bool sameDefaults(const Defaults& a, const Defaults& b) {
  return a.executor == b.executor && a.workers == b.workers && a.cores == b.cores && a.pace == b.pace &&
         a.switch_interval_ms == b.switch_interval_ms;
}

bool operator==(const DraftHead& a, const DraftHead& b) {
  return a.title == b.title && a.description == b.description && a.question == b.question && a.schema == b.schema &&
         a.seed == b.seed && sameDefaults(a.defaults, b.defaults);
}

DraftStep draftStep(std::string_view kind, std::map<std::string_view, double> numbers, std::string url) {
  return {findStepKind(kind), {std::move(numbers), {}, std::move(url)}};
}

DraftStep draftStep(const Step& step) {
  return std::visit(FromStep{}, step);
}

std::string toJson(const Draft& draft) {
  const DraftHead& head = draft.head;
  JsonValue::Object root;
  putText(root, "$schema", head.schema);
  put(root, "title", json(head.title));
  putText(root, "description", head.description);
  putText(root, "question", head.question);
  if (head.seed != DraftHead{}.seed) put(root, "seed", json(static_cast<double>(head.seed)));
  put(root, "defaults", json(head.defaults));
  put(root, "tasks", json(draft.customers));
  return jsonText({{}, std::move(root)});
}

std::string toJson(const std::vector<DraftStep>& steps) {
  return jsonText(json(steps));
}

std::string toJson(const std::vector<DraftCustomer>& customers) {
  return jsonText(json(customers));
}

BasketSum sumOf(const std::vector<DraftStep>& steps, double pace) {
  BasketSum sum;
  for (const DraftStep& step : steps) {
    sum.scanning_ms += step.number("items") * pace;
    sum.away_ms += (step.number("ms") + step.number("delay_ms")) * pace;
    if (step.is("send")) sum.bytes_sent += step.number("bytes");
    if (step.is("count")) sum.entries += step.number("times");
    if (step.is("power")) sum.powers = true;
  }
  return sum;
}

std::uint32_t firstTaskOf(const std::vector<DraftCustomer>& customers, std::size_t customer) {
  std::uint32_t task = 0;
  for (std::size_t i = 0; i < customer && i < customers.size(); ++i) task += tasksOf(customers[i]);
  return task;
}

std::string freeName(const std::vector<DraftCustomer>& customers, const std::string& wanted) {
  const auto taken = [&](const std::string& name) {
    return std::any_of(customers.begin(), customers.end(), [&](const DraftCustomer& c) { return c.name == name; });
  };
  if (!taken(wanted) && !wanted.empty()) return wanted;
  // 'customer 2' is counted on as 'customer 3', not as 'customer 2 2'.
  std::string stem = wanted.empty() ? "customer" : wanted;
  const std::size_t digits = stem.find_last_not_of("0123456789");
  if (digits != std::string::npos && digits + 1 < stem.size() && stem[digits] == ' ') stem.erase(digits);
  for (std::size_t number = wanted.empty() ? customers.size() + 1 : 2;; ++number) {
    std::string name = stem + ' ' + std::to_string(number);
    if (!taken(name)) return name;
  }
}

}  // namespace threadmart
