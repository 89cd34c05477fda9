// What can be done to a customer or a step, by key, menu or drop. Each answers where to go on: the place that then has
// the focus.
#pragma once

#include <optional>

#include <QKeySequence>
#include <QString>

#include "ui/sandbox/draft_check.h"
#include "ui/sandbox/mime.h"

class QKeyEvent;

namespace threadmart {

class SandboxModel;

enum class Deed : std::uint8_t { Duplicate, Remove, Earlier, Later, PreviousCustomer, NextCustomer, Cut, Copy, Paste };
inline constexpr Deed kDeeds[] = {Deed::Cut,         Deed::Copy,    Deed::Paste, Deed::Duplicate,
                                  Deed::Remove,      Deed::Earlier, Deed::Later, Deed::PreviousCustomer,
                                  Deed::NextCustomer};

QString deedName(Deed deed, bool step);  // 'Duplicate', 'Move to the customer before'
QKeySequence deedKeys(Deed deed, bool step);
std::optional<Deed> deedOf(const QKeyEvent& key, bool step);

bool canDo(const SandboxModel& model, Deed deed, const DraftPlace& place);
DraftPlace perform(SandboxModel& model, Deed deed, const DraftPlace& place);

// Puts what is carried into a basket before its `at`-th step (−1: at the end), or customers before a customer. What
// came from a place in the draft is moved unless `copy`.
DraftPlace dropSteps(SandboxModel& model, const Carried& carried, int customer, int at, bool copy);
DraftPlace dropCustomers(SandboxModel& model, const Carried& carried, int at, bool copy);

}  // namespace threadmart
