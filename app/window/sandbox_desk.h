// The sandbox in the window: what is built by hand is what Run runs, and the parameters above say how. What was built
// is kept from one day to the next.
#pragma once

#include <QObject>
#include <QString>

#include "core/scenario/scenario.h"

class QUndoGroup;

namespace threadmart {

class RunForm;
class ScenarioPage;

class SandboxDesk : public QObject {
  Q_OBJECT

 public:
  SandboxDesk(ScenarioPage& page, RunForm& form, QUndoGroup& undo);

  bool active() const { return active_; }
  void enter();
  void leave();  // for the catalogue or a recording
  // False if it cannot be edited by hand, or if something unsaved would be lost; nothing has changed then.
  bool load(const Scenario& scenario);
  QByteArray json() const;
  QString name() const;  // a file name without suffix
  void markSaved();
  void keep() const;  // what was built, for the next start
  void restore();     // what was kept, if there is something

 signals:
  void entered();  // with what can be run, or nothing

 private:
  void takeScenario(const std::optional<Scenario>& scenario);
  void takeChoice();

  ScenarioPage& page_;
  RunForm& form_;
  QUndoGroup& undo_;
  bool active_ = false;
  bool taking_ = false;
};

}  // namespace threadmart
