#include "app/window/sandbox_desk.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUndoGroup>

#include "app/window/scenario_page.h"
#include "ui/catalogue/run_form.h"
#include "ui/sandbox/page.h"

namespace threadmart {
namespace {

QString keptFile() {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/sandbox.json";
}

Defaults defaultsOf(const RunForm& form) {
  const RunChoice& choice = form.choice();
  Defaults defaults;
  defaults.executor = choice.executor;
  defaults.workers = choice.workers;
  defaults.cores = choice.cores;
  defaults.pace = choice.pace;
  defaults.switch_interval_ms = form.switchInterval();
  return defaults;
}

}  // namespace

SandboxDesk::SandboxDesk(ScenarioPage& page, RunForm& form, QUndoGroup& undo)
    : QObject(&page), page_(page), form_(form), undo_(undo) {
  undo_.addStack(&page_.sandbox()->undoStack());
  connect(page_.sandbox(), &SandboxPage::scenarioReady, this, &SandboxDesk::takeScenario);
  connect(&form_, &RunForm::changed, this, &SandboxDesk::takeChoice);
}

void SandboxDesk::enter() {
  active_ = true;
  page_.setSandbox(true);
  page_.setTitle("Build your own shop", {});
  undo_.setActiveStack(&page_.sandbox()->undoStack());
  takeScenario(page_.sandbox()->scenario());
  emit entered();
}

void SandboxDesk::leave() {
  active_ = false;
  page_.setSandbox(false);
  undo_.setActiveStack(&form_.undoStack());
}

bool SandboxDesk::load(const Scenario& scenario) {
  const SandboxPage& sandbox = *page_.sandbox();
  if (!sandbox.draft().customers.empty() && sandbox.isModified()) return false;  // somebody's work
  return page_.sandbox()->load(QByteArray::fromStdString(scenario.json()), scenario.name());
}

void SandboxDesk::takeScenario(const std::optional<Scenario>& scenario) {
  if (!active_ || taking_) return;
  taking_ = true;
  if (scenario)
    form_.setScenario(*scenario);
  else
    form_.clear();
  taking_ = false;
}

void SandboxDesk::takeChoice() {
  if (!active_ || taking_ || !form_.hasScenario()) return;
  taking_ = true;
  page_.sandbox()->setDefaults(defaultsOf(form_));
  taking_ = false;
}

QByteArray SandboxDesk::json() const {
  return page_.sandbox()->json();
}

QString SandboxDesk::name() const {
  const QString title = QString::fromStdString(page_.sandbox()->draft().head.title).trimmed().toLower();
  QString name;
  for (const QChar c : title) name += c.isLetterOrNumber() ? c : QChar('-');
  return name.isEmpty() ? "my-shop" : name;
}

void SandboxDesk::markSaved() {
  page_.sandbox()->markSaved();
}

void SandboxDesk::keep() const {
  if (page_.sandbox()->draft().customers.empty()) {
    QFile::remove(keptFile());
    return;
  }
  QDir().mkpath(QFileInfo(keptFile()).path());
  QSaveFile file(keptFile());
  const QByteArray text = json();
  if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
    qWarning("%s: %s", qUtf8Printable(keptFile()), qUtf8Printable(file.errorString()));
}

void SandboxDesk::restore() {
  QFile file(keptFile());
  if (file.open(QIODevice::ReadOnly)) page_.sandbox()->load(file.readAll(), "sandbox");
}

}  // namespace threadmart
