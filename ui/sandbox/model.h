// The draft on the bench: every change can be undone, and is checked at once. Knows no widgets.
#pragma once

#include <vector>

#include <QObject>
#include <QString>
#include <QUndoStack>

#include "ui/sandbox/draft.h"
#include "ui/sandbox/draft_check.h"

namespace threadmart {

class SandboxModel : public QObject {
  Q_OBJECT

 public:
  explicit SandboxModel(QObject* parent = nullptr);

  const Draft& draft() const { return draft_; }
  int customers() const { return static_cast<int>(draft_.customers.size()); }
  const DraftCustomer& customer(int index) const { return draft_.customers[static_cast<std::size_t>(index)]; }
  int steps(int index) const { return static_cast<int>(customer(index).steps.size()); }
  const DraftStep& step(int index, int step) const { return customer(index).steps[static_cast<std::size_t>(step)]; }
  const DraftCheck& check() const { return check_; }
  QUndoStack& undoStack() { return undo_; }
  const QUndoStack& undoStack() const { return undo_; }

  void reset(Draft draft);  // another one; forgets what could be undone
  void replace(Draft draft, const QString& what);

  // Names that are taken get a number. Places outside are moved to the nearer end.
  void insertCustomers(int at, std::vector<DraftCustomer> customers);
  void removeCustomer(int index);
  void duplicateCustomer(int index);
  void moveCustomer(int from, int to);  // `to` is its index afterwards
  void rename(int index, const QString& name);
  void setCopies(int index, double count);

  void insertSteps(int customer, int at, const std::vector<DraftStep>& steps);
  void removeStep(int customer, int step);
  // `at` is counted before the step is taken away: between the chips as they are seen.
  void moveStep(int from_customer, int from_step, int to_customer, int at);
  void setStep(int customer, int step, const DraftStep& next);

  void setTitle(const QString& title);
  void setDescription(const QString& description);
  // How the shop is run: chosen, and undone, elsewhere.
  void setDefaults(const Defaults& defaults);

 signals:
  void customersReplaced(int first, int removed, int inserted);
  void headChanged();
  void changed();          // after those, for any change
  void problemsChanged();  // the draft has been checked anew

 private:
  class Splice;
  class HeadChange;
  void splice(int first, int removed, std::vector<DraftCustomer> inserted, const QString& what,
              const std::string& field = {});
  void edit(int index, DraftCustomer next, const QString& what, const std::string& field = {});
  void changeHead(DraftHead next, const QString& what, const std::string& field);
  void takeCustomers(int first, int removed, const std::vector<DraftCustomer>& inserted);
  void takeHead(const DraftHead& head);
  void checkAgain();

  Draft draft_;
  DraftCheck check_;
  QUndoStack undo_;
  int batch_ = 0;  // > 0: changes that belong together, checked once at the end
};

}  // namespace threadmart
