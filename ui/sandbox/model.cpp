#include "ui/sandbox/model.h"

#include <algorithm>
#include <utility>

#include <QUndoCommand>

namespace threadmart {
namespace {

constexpr int kMergeable = 1;

QString named(const DraftCustomer& customer) {
  return customer.name.empty() ? QStringLiteral("a customer") : QString::fromStdString(customer.name);
}

}  // namespace

// Some customers in a row give way to others: adding, removing, moving and editing are all of this kind.
class SandboxModel::Splice : public QUndoCommand {
 public:
  Splice(SandboxModel& model, int first, std::vector<DraftCustomer> before, std::vector<DraftCustomer> after,
         const QString& what, std::string field)
      : QUndoCommand(what),
        model_(model),
        first_(first),
        before_(std::move(before)),
        after_(std::move(after)),
        field_(std::move(field)) {}

  void undo() override { model_.takeCustomers(first_, static_cast<int>(after_.size()), before_); }
  void redo() override { model_.takeCustomers(first_, static_cast<int>(before_.size()), after_); }
  int id() const override { return field_.empty() ? -1 : kMergeable; }

  bool mergeWith(const QUndoCommand* other) override {
    const auto* next = dynamic_cast<const Splice*>(other);
    if (!next || next->first_ != first_ || next->field_ != field_) return false;
    after_ = next->after_;
    return true;
  }

 private:
  SandboxModel& model_;
  int first_;
  std::vector<DraftCustomer> before_, after_;
  std::string field_;  // edits of the same field one after another are one step of undo
};

class SandboxModel::HeadChange : public QUndoCommand {
 public:
  HeadChange(SandboxModel& model, DraftHead next, const QString& what, std::string field)
      : QUndoCommand(what),
        model_(model),
        before_(model.draft_.head),
        after_(std::move(next)),
        field_(std::move(field)) {}

  void undo() override { take(before_); }
  void redo() override { take(after_); }
  int id() const override { return field_.empty() ? -1 : kMergeable; }

  bool mergeWith(const QUndoCommand* other) override {
    const auto* next = dynamic_cast<const HeadChange*>(other);
    if (!next || next->field_ != field_) return false;
    after_ = next->after_;
    return true;
  }

 private:
  // How it is run has an undo of its own: it stays as it is, unless a whole other draft came or goes.
  void take(DraftHead head) {
    if (!field_.empty()) head.defaults = model_.draft_.head.defaults;
    model_.takeHead(head);
  }

  SandboxModel& model_;
  DraftHead before_, after_;
  std::string field_;
};

SandboxModel::SandboxModel(QObject* parent) : QObject(parent) {
  checkAgain();
}

void SandboxModel::reset(Draft draft) {
  const int before = customers();
  draft_ = std::move(draft);
  undo_.clear();
  emit customersReplaced(0, before, customers());
  emit headChanged();
  checkAgain();
}

void SandboxModel::replace(Draft draft, const QString& what) {
  ++batch_;
  undo_.beginMacro(what);
  changeHead(draft.head, what, {});
  splice(0, customers(), std::move(draft.customers), what);
  undo_.endMacro();
  --batch_;
  checkAgain();
}

void SandboxModel::insertCustomers(int at, std::vector<DraftCustomer> added) {
  if (added.empty()) return;
  std::vector<DraftCustomer> all = draft_.customers;
  for (DraftCustomer& customer : added) {
    customer.name = freeName(all, customer.name);
    all.push_back(customer);
  }
  const QString what = added.size() == 1 ? "adding " + named(added.front()) : QStringLiteral("adding customers");
  splice(std::clamp(at, 0, customers()), 0, std::move(added), what);
}

void SandboxModel::removeCustomer(int index) {
  splice(index, 1, {}, "removing " + named(customer(index)));
}

void SandboxModel::duplicateCustomer(int index) {
  insertCustomers(index + 1, {customer(index)});
}

void SandboxModel::moveCustomer(int from, int to) {
  to = std::clamp(to, 0, customers() - 1);
  if (from == to) return;
  const int first = std::min(from, to), last = std::max(from, to);
  std::vector<DraftCustomer> moved(draft_.customers.begin() + first, draft_.customers.begin() + last + 1);
  if (from < to)
    std::rotate(moved.begin(), moved.begin() + 1, moved.end());
  else
    std::rotate(moved.begin(), moved.end() - 1, moved.end());
  splice(first, last - first + 1, std::move(moved), "moving " + named(customer(from)));
}

void SandboxModel::rename(int index, const QString& name) {
  DraftCustomer next = customer(index);
  next.name = name.toStdString();
  edit(index, std::move(next), "change of a name", "name");
}

void SandboxModel::setCopies(int index, double count) {
  DraftCustomer next = customer(index);
  next.count = count;
  edit(index, std::move(next), "change of copies", "count");
}

void SandboxModel::insertSteps(int index, int at, const std::vector<DraftStep>& added) {
  if (added.empty()) return;
  DraftCustomer next = customer(index);
  next.steps.insert(next.steps.begin() + std::clamp(at, 0, steps(index)), added.begin(), added.end());
  const QString what = "adding to the basket of " + named(next);
  edit(index, std::move(next), what);
}

void SandboxModel::removeStep(int index, int step) {
  DraftCustomer next = customer(index);
  next.steps.erase(next.steps.begin() + step);
  const QString what = "taking out of the basket of " + named(next);
  edit(index, std::move(next), what);
}

void SandboxModel::moveStep(int from_customer, int from_step, int to_customer, int at) {
  const DraftStep moved = step(from_customer, from_step);
  at = std::clamp(at, 0, steps(to_customer));
  const QString what = "moving in a basket";
  if (from_customer == to_customer) {
    if (at > from_step) --at;
    if (at == from_step) return;
    DraftCustomer next = customer(from_customer);
    next.steps.erase(next.steps.begin() + from_step);
    next.steps.insert(next.steps.begin() + at, moved);
    return edit(from_customer, std::move(next), what);
  }
  ++batch_;
  undo_.beginMacro(what);
  removeStep(from_customer, from_step);
  insertSteps(to_customer, at, {moved});
  undo_.endMacro();
  --batch_;
  checkAgain();
}

void SandboxModel::setStep(int index, int step, const DraftStep& changed_step) {
  DraftCustomer next = customer(index);
  next.steps[static_cast<std::size_t>(step)] = changed_step;
  edit(index, std::move(next), "change in a basket", "step " + std::to_string(step));
}

void SandboxModel::setTitle(const QString& title) {
  DraftHead next = draft_.head;
  next.title = title.toStdString();
  changeHead(std::move(next), "change of the title", "title");
}

void SandboxModel::setDescription(const QString& description) {
  DraftHead next = draft_.head;
  next.description = description.toStdString();
  changeHead(std::move(next), "change of the description", "description");
}

void SandboxModel::setDefaults(const Defaults& defaults) {
  if (sameDefaults(draft_.head.defaults, defaults)) return;
  draft_.head.defaults = defaults;
  emit headChanged();
  checkAgain();
}

void SandboxModel::splice(int first, int removed, std::vector<DraftCustomer> inserted, const QString& what,
                          const std::string& field) {
  std::vector<DraftCustomer> before(draft_.customers.begin() + first, draft_.customers.begin() + first + removed);
  if (before != inserted) undo_.push(new Splice(*this, first, std::move(before), std::move(inserted), what, field));
}

void SandboxModel::edit(int index, DraftCustomer next, const QString& what, const std::string& field) {
  splice(index, 1, {std::move(next)}, what, field);
}

void SandboxModel::changeHead(DraftHead next, const QString& what, const std::string& field) {
  if (next != draft_.head) undo_.push(new HeadChange(*this, std::move(next), what, field));
}

void SandboxModel::takeCustomers(int first, int removed, const std::vector<DraftCustomer>& inserted) {
  auto& all = draft_.customers;
  const auto begin = all.begin() + first;
  const auto common = std::min(static_cast<std::ptrdiff_t>(inserted.size()), std::ptrdiff_t{removed});
  std::copy(inserted.begin(), inserted.begin() + common, begin);
  all.erase(begin + common, begin + removed);
  all.insert(all.begin() + first + common, inserted.begin() + common, inserted.end());
  emit customersReplaced(first, removed, static_cast<int>(inserted.size()));
  checkAgain();
}

void SandboxModel::takeHead(const DraftHead& head) {
  draft_.head = head;
  emit headChanged();
  checkAgain();
}

void SandboxModel::checkAgain() {
  if (batch_ > 0) return;
  check_ = checkDraft(draft_);
  emit problemsChanged();
  emit changed();
}

}  // namespace threadmart
