#include "ui/catalogue/run_form.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QUndoCommand>

namespace threadmart {

// One change of the form: the whole choice before and after, for both are small.
class RunForm::Change : public QUndoCommand {
 public:
  Change(RunForm& form, RunChoice next, const QString& what)
      : QUndoCommand(what), form_(form), before_(form.choice_), after_(std::move(next)) {}
  void undo() override { form_.take(before_); }
  void redo() override { form_.take(after_); }

 private:
  RunForm& form_;
  RunChoice before_, after_;
};

RunForm::RunForm(unsigned machine_cores, QObject* parent)
    : QObject(parent), machine_cores_(std::max(1u, machine_cores)) {}

void RunForm::setScenario(const Scenario& scenario) {
  scenario_ = scenario;
  undo_.clear();
  choice_ = defaults();
  emit scenarioChanged();
  take(choice_);
}

void RunForm::setScenario(const Scenario& scenario, const RunInfo& as_run) {
  setScenario(scenario);
  RunChoice choice = choice_;
  if (findExecutor(as_run.executor) != nullptr) choice.executor = as_run.executor;
  choice.workers = as_run.workers > 0 ? std::optional(as_run.workers) : std::nullopt;
  const bool pinned = as_run.run_cores > 0 && as_run.run_cores < as_run.machine.cores;
  choice.cores = pinned ? std::optional(std::min(as_run.run_cores, machine_cores_)) : std::nullopt;
  choice.pace = as_run.pace;
  if (!hasOwnBell() && as_run.switch_interval_ms != scenario_bell_ms_)
    choice.switch_interval_ms = as_run.switch_interval_ms;
  for (const auto& [name, value] : as_run.parameters)
    if (choice.parameters.contains(name)) choice.parameters[name] = value;
  take(choice);
}

void RunForm::clear() {
  scenario_.reset();
  undo_.clear();
  choice_ = {};
  tasks_ = 0;
  hosts_.clear();
  emit scenarioChanged();
  emit changed();
}

RunChoice RunForm::defaults() const {
  const Defaults& from = scenario_->defaults();
  RunChoice choice{from.executor, from.workers, from.cores, from.pace, std::nullopt, {}};
  if (choice.cores) choice.cores = std::clamp(*choice.cores, 1u, machine_cores_);
  for (const Parameter& parameter : scenario_->parameters()) choice.parameters[parameter.name] = parameter.value;
  return choice;
}

unsigned RunForm::automaticWorkers() const {
  return defaultWorkers(choice_.executor, choice_.cores.value_or(machine_cores_), tasks_);
}

double RunForm::switchInterval() const {
  return choice_.switch_interval_ms.value_or(scenario_bell_ms_);
}

bool RunForm::hasOwnBell() const {
  return choice_.parameters.contains("bell");
}

void RunForm::setExecutor(const std::string& name) {
  RunChoice next = choice_;
  next.executor = name;
  change(std::move(next), "change of how it is run");
}

void RunForm::setWorkers(std::optional<unsigned> workers) {
  RunChoice next = choice_;
  next.workers = workers ? std::optional(std::clamp(*workers, 1u, kMostWorkers)) : std::nullopt;
  change(std::move(next), "change of workers");
}

void RunForm::setCores(std::optional<unsigned> cores) {
  RunChoice next = choice_;
  next.cores = cores ? std::optional(std::clamp(*cores, 1u, machine_cores_)) : std::nullopt;
  change(std::move(next), "change of cores");
}

void RunForm::setPace(double pace) {
  RunChoice next = choice_;
  next.pace = std::clamp(pace, kFastestPace, kSlowestPace);
  change(std::move(next), "change of pace");
}

void RunForm::setSwitchInterval(double ms) {
  RunChoice next = choice_;
  next.switch_interval_ms = std::clamp(ms, kShortestBellMs, kLongestBellMs);
  change(std::move(next), "change of the bell");
}

void RunForm::setParameter(const std::string& name, double value) {
  const auto& parameters = scenario_->parameters();
  const auto found =
      std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& p) { return p.name == name; });
  if (found == parameters.end()) return;
  RunChoice next = choice_;
  next.parameters[name] = std::clamp(found->integer ? std::round(value) : value, found->min, found->max);
  change(std::move(next), "change of " + QString::fromStdString(found->label));
}

void RunForm::resetToDefaults() {
  if (hasScenario()) change(defaults(), "reset");
}

void RunForm::change(RunChoice next, const QString& what) {
  if (hasScenario() && next != choice_) undo_.push(new Change(*this, std::move(next), what));
}

void RunForm::take(const RunChoice& choice) {
  choice_ = choice;
  try {
    const Plan plan = scenario_->expand(choice_.parameters);
    tasks_ = plan.tasks.size();
    hosts_ = plan.hosts;
    scenario_bell_ms_ = plan.switch_interval_ms;
  } catch (const ScenarioError&) {
    tasks_ = 0;  // the run itself will say what does not fit
    hosts_.clear();
  }
  emit changed();
}

RunOptions RunForm::options() const {
  RunOptions options;
  options.executor = choice_.executor;
  const ExecutorDescription* description = executor();
  if (description != nullptr && description->takes_workers)
    options.workers = choice_.workers.value_or(automaticWorkers());
  options.cores = choice_.cores.value_or(machine_cores_);
  options.pace = choice_.pace;
  options.switch_interval_ms = choice_.switch_interval_ms;
  options.parameters = choice_.parameters;
  return options;
}

}  // namespace threadmart
