#include "app/window/scenario_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/window/icons.h"
#include "app/window/message_bar.h"
#include "app/window/timeline_card.h"
#include "ui/catalogue/parameter_bar.h"

namespace threadmart {

ScenarioPage::ScenarioPage(RunForm& form, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      title_(new QLabel(this)),
      description_(new QLabel(this)),
      parameters_(new ParameterBar(form, this)),
      run_(new QPushButton(this)),
      messages_(new MessageBar(this)),
      timeline_(new TimelineCard(theme, this)) {
  title_->setProperty("role", "title");
  description_->setProperty("role", "muted");
  description_->setWordWrap(true);
  for (QLabel* label : {title_, description_}) label->setTextFormat(Qt::PlainText);
  run_->setProperty("role", "primary");
  connect(run_, &QPushButton::clicked, this, &ScenarioPage::runOrCancel);

  auto* controls = new QHBoxLayout;
  controls->addWidget(parameters_, 1);
  controls->addWidget(run_, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->addWidget(title_);
  column->addWidget(description_);
  column->addLayout(controls);
  column->addWidget(messages_);
  column->addWidget(timeline_, 1);
  setTheme(theme);
}

void ScenarioPage::setTitle(const QString& title, const QString& description) {
  title_->setText(title);
  description_->setText(description);
  description_->setVisible(!description.isEmpty());
}

void ScenarioPage::setRunning(bool running) {
  running_ = running;
  parameters_->setEnabled(!running);
  showRunButton();
}

void ScenarioPage::showRunButton() {
  const int size = qRound(theme_.px(14));
  run_->setText(running_ ? "Cancel" : "Run");
  run_->setIcon(iconPixmap(running_ ? "cancel" : "run", size, theme_.text_on_accent, devicePixelRatioF()));
  run_->setIconSize(QSize(size, size));
  run_->setToolTip(running_ ? "Stop the run; what was recorded stays (Esc)" : "Run the scenario (Ctrl+R or F5)");
  run_->setAccessibleName(running_ ? "Cancel the run" : "Run the scenario");
}

void ScenarioPage::setTheme(const Theme& theme) {
  theme_ = theme;
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  layout()->setContentsMargins(px(18), px(14), px(16), px(18));
  layout()->setSpacing(px(10));
  run_->setFixedSize(px(118), px(34));
  parameters_->setTheme(theme);
  messages_->setTheme(theme);
  timeline_->setTheme(theme);
  showRunButton();
}

}  // namespace threadmart
