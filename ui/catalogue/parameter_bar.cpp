#include "ui/catalogue/parameter_bar.h"

#include <QToolButton>

#include "ui/catalogue/executor_box.h"
#include "ui/catalogue/flow_layout.h"
#include "ui/catalogue/number_chip.h"
#include "ui/catalogue/run_form.h"
#include "ui/catalogue/run_sentence.h"
#include "ui/theme/elided_label.h"

namespace threadmart {
namespace {

// The lowest value of 'workers' and 'cores' stands for 'not chosen'.
std::optional<unsigned> chosen(double value) {
  return value < 1 ? std::nullopt : std::optional(static_cast<unsigned>(value));
}

NumberRange rangeOf(const Parameter& parameter) {
  const QString unit = QString::fromStdString(parameter.unit);
  const bool said = QString::fromStdString(parameter.label).compare(unit, Qt::CaseInsensitive) == 0;  // 'Customers'
  return {parameter.min, parameter.max, parameter.integer, said ? QString() : unit, {}};
}

}  // namespace

ParameterBar::ParameterBar(RunForm& form, QWidget* parent)
    : QWidget(parent), form_(form), theme_(makeTheme(ThemeKind::Light)), flow_(new FlowLayout(this)) {
  setAccessibleName("Parameters of the run");
  executor_ = new ExecutorBox(this);
  workers_ = new NumberChip("Workers", "How many threads or processes the pool has",
                            {0, kMostWorkers, true, {}, "auto"}, this);
  cores_ = new NumberChip("Cores", "On how many of the machine's cores the run may work: as many shop assistants",
                          {0, static_cast<double>(form.machineCores()), true, {}, "all"}, this);
  pace_ = new NumberChip("Slowed down", "The pace: so many times slower than in earnest, so that a run can be watched",
                         {kFastestPace, kSlowestPace, false, "×", {}}, this);
  bell_ = new NumberChip("Bell", "The switch interval: how long one thread may keep the GIL while others want it",
                         {kShortestBellMs, kLongestBellMs, false, "ms", {}}, this);
  reset_ = new QToolButton(this);
  reset_->setProperty("role", "link");
  reset_->setText("Reset");
  reset_->setToolTip("Back to the scenario's own values (Ctrl+Shift+D)");
  reset_->setAccessibleName("Reset the parameters");
  will_run_ = new ElidedLabel(this);
  will_run_->setProperty("role", "muted");
  will_run_->setAccessibleName("What will be run");
  for (QWidget* widget : std::initializer_list<QWidget*>{executor_, workers_, cores_, pace_, bell_, reset_, will_run_})
    flow_->addWidget(widget);
  connectEdits();
  connect(&form_, &RunForm::scenarioChanged, this, &ParameterBar::rebuildParameters);
  connect(&form_, &RunForm::changed, this, &ParameterBar::showValues);
  rebuildParameters();
  setTheme(theme_);
}

void ParameterBar::connectEdits() {
  connect(executor_, &ExecutorBox::edited, this,
          [this](const QString& name) { form_.setExecutor(name.toStdString()); });
  connect(workers_, &NumberChip::edited, this, [this](double value) { form_.setWorkers(chosen(value)); });
  connect(cores_, &NumberChip::edited, this, [this](double value) { form_.setCores(chosen(value)); });
  connect(pace_, &NumberChip::edited, this, [this](double value) { form_.setPace(value); });
  connect(bell_, &NumberChip::edited, this, [this](double value) { form_.setSwitchInterval(value); });
  connect(reset_, &QToolButton::clicked, this, [this] { form_.resetToDefaults(); });
}

void ParameterBar::rebuildParameters() {
  for (const auto& [name, chip] : parameters_) delete chip;
  parameters_.clear();
  while (flow_->count() > 0) delete flow_->takeAt(0);
  flow_->addWidget(executor_);
  if (form_.hasScenario()) {
    for (const Parameter& parameter : form_.scenario().parameters()) {
      auto* chip = new NumberChip(QString::fromStdString(parameter.label), QString::fromStdString(parameter.help),
                                  rangeOf(parameter), this);
      chip->setTheme(theme_);
      connect(chip, &NumberChip::edited, this,
              [this, name = parameter.name](double value) { form_.setParameter(name, value); });
      flow_->addWidget(chip);
      chip->show();
      parameters_[parameter.name] = chip;
    }
  }
  for (QWidget* widget : std::initializer_list<QWidget*>{workers_, cores_, pace_, bell_, reset_, will_run_})
    flow_->addWidget(widget);
  QWidget* before = executor_;
  for (int i = 1; i < flow_->count(); ++i) {
    setTabOrder(before, flow_->itemAt(i)->widget());
    before = flow_->itemAt(i)->widget();
  }
  showValues();
}

void ParameterBar::showValues() {
  setEnabled(form_.hasScenario());
  will_run_->setText(runSentence(form_));
  will_run_->setAccessibleDescription(will_run_->text());
  if (!form_.hasScenario()) return;
  const RunChoice& choice = form_.choice();
  const ExecutorDescription* executor = form_.executor();
  executor_->setExecutor(choice.executor);
  workers_->setVisible(executor != nullptr && executor->takes_workers);
  workers_->setMinimumMeans(QString("auto (%1)").arg(form_.automaticWorkers()));
  workers_->setValue(choice.workers.value_or(0));
  cores_->setMinimumMeans(QString("all %1").arg(form_.machineCores()));
  cores_->setValue(choice.cores.value_or(0));
  pace_->setValue(choice.pace);
  bell_->setVisible(executor != nullptr && executor->has_gil && !form_.hasOwnBell());
  bell_->setValue(form_.switchInterval());
  reset_->setEnabled(!form_.isDefault());
  for (const auto& [name, chip] : parameters_) {
    const auto value = choice.parameters.find(name);
    if (value != choice.parameters.end()) chip->setValue(value->second);
  }
}

NumberChip* ParameterBar::parameter(const std::string& name) const {
  const auto found = parameters_.find(name);
  return found == parameters_.end() ? nullptr : found->second;
}

void ParameterBar::setTheme(const Theme& theme) {
  theme_ = theme;
  flow_->setSpacing(qRound(theme.px(8)));
  flow_->setContentsMargins(0, 0, 0, 0);
  executor_->setTheme(theme);
  for (NumberChip* chip : {workers_, cores_, pace_, bell_}) chip->setTheme(theme);
  for (const auto& [name, chip] : parameters_) chip->setTheme(theme);
  reset_->setFixedHeight(qRound(theme.px(34)));
  will_run_->setFixedHeight(qRound(theme.px(18)));
}

}  // namespace threadmart
