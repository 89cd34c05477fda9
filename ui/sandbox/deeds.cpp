#include "ui/sandbox/deeds.h"

#include <algorithm>

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

#include "ui/sandbox/model.h"

namespace threadmart {
namespace {

DraftPlace customerPlace(const SandboxModel& model, int customer) {
  return {std::min(customer, model.customers() - 1), -1, {}};
}

// The step that is now at this place, the last one if there is none, the customer if the basket is empty.
DraftPlace stepPlace(const SandboxModel& model, int customer, int step) {
  return {customer, std::min(step, model.steps(customer) - 1), {}};
}

void copy(const SandboxModel& model, const DraftPlace& place) {
  const DraftCustomer& customer = model.customer(place.customer);
  auto data =
      place.step < 0 ? mimeOf(std::vector{customer}) : mimeOf(std::vector{model.step(place.customer, place.step)});
  QGuiApplication::clipboard()->setMimeData(data.release());
}

DraftPlace remove(SandboxModel& model, const DraftPlace& place) {
  if (place.step < 0) {
    model.removeCustomer(place.customer);
    return customerPlace(model, place.customer);
  }
  model.removeStep(place.customer, place.step);
  return stepPlace(model, place.customer, place.step);
}

DraftPlace duplicate(SandboxModel& model, const DraftPlace& place) {
  if (place.step < 0) {
    model.duplicateCustomer(place.customer);
    return {place.customer + 1, -1, {}};
  }
  model.insertSteps(place.customer, place.step + 1, {model.step(place.customer, place.step)});
  return {place.customer, place.step + 1, {}};
}

DraftPlace paste(SandboxModel& model, const DraftPlace& place) {
  const QMimeData* data = QGuiApplication::clipboard()->mimeData();
  if (data == nullptr) return place;
  Carried carried = readMime(*data);
  carried.from.reset();
  if (!carried.customers.empty()) return dropCustomers(model, carried, place.customer + 1, true);
  return dropSteps(model, carried, place.customer, place.step < 0 ? -1 : place.step + 1, true);
}

// Within a basket by one, or the whole customer.
DraftPlace moveBy(SandboxModel& model, const DraftPlace& place, int by) {
  if (place.step < 0) {
    model.moveCustomer(place.customer, place.customer + by);
    return {place.customer + by, -1, {}};
  }
  model.moveStep(place.customer, place.step, place.customer, by < 0 ? place.step - 1 : place.step + 2);
  return {place.customer, place.step + by, {}};
}

DraftPlace moveToCustomer(SandboxModel& model, const DraftPlace& place, int customer) {
  if (place.step < 0) return moveBy(model, place, customer - place.customer);
  const int at = std::min(place.step, model.steps(customer));
  model.moveStep(place.customer, place.step, customer, at);
  return {customer, at, {}};
}

}  // namespace

QString deedName(Deed deed, bool step) {
  switch (deed) {
    case Deed::Duplicate:
      return "Duplicate";
    case Deed::Remove:
      return step ? "Take out of the basket" : "Remove this customer";
    case Deed::Earlier:
      return step ? "Earlier in the basket" : "Earlier in the line";
    case Deed::Later:
      return step ? "Later in the basket" : "Later in the line";
    case Deed::PreviousCustomer:
      return step ? "To the customer before" : "Earlier in the line";
    case Deed::NextCustomer:
      return step ? "To the next customer" : "Later in the line";
    case Deed::Cut:
      return "Cut";
    case Deed::Copy:
      return "Copy";
    case Deed::Paste:
      return "Paste";
  }
  return {};
}

QKeySequence deedKeys(Deed deed, bool step) {
  switch (deed) {
    case Deed::Duplicate:
      return QKeySequence("Ctrl+D");
    case Deed::Remove:
      return QKeySequence("Del");
    case Deed::Earlier:
      return step ? QKeySequence("Alt+Left") : QKeySequence();
    case Deed::Later:
      return step ? QKeySequence("Alt+Right") : QKeySequence();
    case Deed::PreviousCustomer:
      return QKeySequence("Alt+Up");
    case Deed::NextCustomer:
      return QKeySequence("Alt+Down");
    case Deed::Cut:
      return QKeySequence("Ctrl+X");
    case Deed::Copy:
      return QKeySequence("Ctrl+C");
    case Deed::Paste:
      return QKeySequence("Ctrl+V");
  }
  return {};
}

std::optional<Deed> deedOf(const QKeyEvent& key, bool step) {
  if (key.key() == Qt::Key_Backspace && key.modifiers() == Qt::NoModifier) return Deed::Remove;
  const QKeySequence pressed(QKeyCombination(key.modifiers() & ~Qt::KeypadModifier, Qt::Key(key.key())));
  for (const Deed deed : kDeeds)
    if (deedKeys(deed, step) == pressed) return deed;
  return std::nullopt;
}

bool canDo(const SandboxModel& model, Deed deed, const DraftPlace& place) {
  const bool customer = place.customer >= 0 && place.customer < model.customers();
  if (deed == Deed::Paste) {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    return data != nullptr && !readMime(*data).empty();
  }
  if (!customer || place.step >= model.steps(place.customer)) return false;
  const bool step = place.step >= 0;
  switch (deed) {
    case Deed::Earlier:
      return step ? place.step > 0 : place.customer > 0;
    case Deed::Later:
      return step ? place.step + 1 < model.steps(place.customer) : place.customer + 1 < model.customers();
    case Deed::PreviousCustomer:
      return place.customer > 0;
    case Deed::NextCustomer:
      return place.customer + 1 < model.customers();
    default:
      return true;
  }
}

DraftPlace perform(SandboxModel& model, Deed deed, const DraftPlace& place) {
  if (!canDo(model, deed, place)) return place;
  switch (deed) {
    case Deed::Duplicate:
      return duplicate(model, place);
    case Deed::Remove:
      return remove(model, place);
    case Deed::Earlier:
      return moveBy(model, place, -1);
    case Deed::Later:
      return moveBy(model, place, +1);
    case Deed::PreviousCustomer:
      return moveToCustomer(model, place, place.customer - 1);
    case Deed::NextCustomer:
      return moveToCustomer(model, place, place.customer + 1);
    case Deed::Cut:
      copy(model, place);
      return remove(model, place);
    case Deed::Copy:
      copy(model, place);
      return place;
    case Deed::Paste:
      return paste(model, place);
  }
  return place;
}

DraftPlace dropSteps(SandboxModel& model, const Carried& carried, int customer, int at, bool copy) {
  if (carried.steps.empty()) return {customer, -1, {}};
  if (customer < 0 || customer >= model.customers()) {  // beside all baskets: somebody new
    if (carried.from && !copy) {
      model.insertCustomers(model.customers(), {{"", {}, 1}});
      model.moveStep(carried.from->customer, carried.from->step, model.customers() - 1, 0);
    } else {
      model.insertCustomers(model.customers(), {{"", carried.steps, 1}});
    }
    return {model.customers() - 1, 0, {}};
  }
  if (at < 0) at = model.steps(customer);
  if (!carried.from || copy) {
    model.insertSteps(customer, at, carried.steps);
    return {customer, at, {}};
  }
  model.moveStep(carried.from->customer, carried.from->step, customer, at);
  const bool later = carried.from->customer == customer && at > carried.from->step;
  return {customer, later ? at - 1 : at, {}};
}

DraftPlace dropCustomers(SandboxModel& model, const Carried& carried, int at, bool copy) {
  at = std::clamp(at, 0, model.customers());
  if (!carried.from || copy) {
    model.insertCustomers(at, carried.customers);
    return {at, -1, {}};
  }
  const int to = at > carried.from->customer ? at - 1 : at;
  model.moveCustomer(carried.from->customer, to);
  return {to, -1, {}};
}

}  // namespace threadmart
