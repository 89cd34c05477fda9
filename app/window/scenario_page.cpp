#include "app/window/scenario_page.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/window/icons.h"
#include "app/window/message_bar.h"
#include "app/window/shop_card.h"
#include "app/window/timeline_card.h"
#include "ui/catalogue/parameter_bar.h"
#include "ui/sandbox/page.h"
#include "ui/theme/elided_label.h"

namespace threadmart {

ScenarioPage::ScenarioPage(RunForm& form, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      title_(new ElidedLabel(this)),
      description_(new QLabel(this)),
      parameters_(new ParameterBar(form, this)),
      run_(new QPushButton(this)),
      messages_(new MessageBar(this)),
      stack_(new QStackedWidget(this)),
      sandbox_(new SandboxPage(theme, this)) {
  title_->setProperty("role", "title");
  description_->setProperty("role", "muted");
  description_->setWordWrap(true);
  for (QLabel* label : {title_, description_}) label->setTextFormat(Qt::PlainText);
  run_->setProperty("role", "primary");
  run_->setFocusPolicy(Qt::TabFocus);  // a click leaves the keys to the transport
  run_->setAutoDefault(true);          // Enter presses it, not only Space
  connect(run_, &QPushButton::clicked, this, &ScenarioPage::runOrCancel);

  stack_->addWidget(makeWatching(theme));
  stack_->addWidget(sandbox_);
  auto* column = new QVBoxLayout(this);
  column->addWidget(makeTitleRow());
  column->addWidget(description_);
  column->addWidget(parameters_);
  column->addWidget(messages_);
  column->addWidget(stack_, 1);
  setSandbox(false);
  setTheme(theme);
}

QWidget* ScenarioPage::makeTitleRow() {
  auto* row = new QWidget(this);
  auto* group = new QButtonGroup(this);
  build_ = makeSegment("Build", true);
  watch_ = makeSegment("Watch", false);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->addWidget(title_, 1);
  for (QPushButton* segment : {build_, watch_}) {
    group->addButton(segment);
    line->addWidget(segment);
  }
  line->addSpacing(8);
  line->addWidget(run_);
  return row;
}

QPushButton* ScenarioPage::makeSegment(const QString& text, bool building) {
  auto* segment = new QPushButton(text, this);
  segment->setProperty("role", "segment");
  segment->setCheckable(true);
  connect(segment, &QPushButton::clicked, this, [this, building] { showBuilding(building); });
  return segment;
}

QWidget* ScenarioPage::makeWatching(const Theme& theme) {
  watching_ = new QSplitter(Qt::Vertical, this);
  shop_ = new ShopCard(theme, watching_);
  timeline_ = new TimelineCard(theme, watching_);
  watching_->addWidget(shop_);
  watching_->addWidget(timeline_);
  watching_->setChildrenCollapsible(false);
  watching_->setStretchFactor(0, 5);
  watching_->setStretchFactor(1, 4);
  watching_->setSizes({5300, 4700});  // shares: they are fitted to what there is
  return watching_;
}

void ScenarioPage::setTitle(const QString& title, const QString& description) {
  title_->setText(title);
  description_->setText(description);
  description_->setVisible(!description.isEmpty());
}

void ScenarioPage::setRunning(bool running) {
  running_ = running;
  parameters_->setEnabled(!running);
  sandbox_->setEnabled(!running);
  if (running) showBuilding(false);
  showRunButton();
}

void ScenarioPage::setSandbox(bool sandbox) {
  build_->setVisible(sandbox);
  watch_->setVisible(sandbox);
  showBuilding(sandbox);
}

void ScenarioPage::showBuilding(bool building) {
  (building ? build_ : watch_)->setChecked(true);
  QWidget* shown = building ? static_cast<QWidget*>(sandbox_) : watching_;
  // What is not to be seen must not keep the window high.
  for (QWidget* page : {static_cast<QWidget*>(sandbox_), static_cast<QWidget*>(watching_)}) {
    const auto policy = page == shown ? QSizePolicy::Preferred : QSizePolicy::Ignored;
    page->setSizePolicy(policy, policy);
  }
  stack_->setCurrentWidget(shown);
}

bool ScenarioPage::building() const {
  return stack_->currentWidget() == sandbox_;
}

QByteArray ScenarioPage::arrangement() const {
  return watching_->saveState();
}

void ScenarioPage::arrange(const QByteArray& arrangement) {
  if (!arrangement.isEmpty()) watching_->restoreState(arrangement);
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
  layout()->setContentsMargins(px(18), px(14), px(16), px(16));
  layout()->setSpacing(px(10));
  watching_->setHandleWidth(px(10));
  run_->setFixedSize(px(118), px(34));
  parameters_->setTheme(theme);
  messages_->setTheme(theme);
  shop_->setTheme(theme);
  timeline_->setTheme(theme);
  sandbox_->setTheme(theme);
  showRunButton();
}

}  // namespace threadmart
