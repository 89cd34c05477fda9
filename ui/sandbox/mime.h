// What travels through the clipboard and while dragging: steps and customers as JSON text, which other programs can
// read too, and where they came from, so that dragging moves instead of copying.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QMimeData>

#include "ui/sandbox/draft.h"
#include "ui/sandbox/draft_check.h"

namespace threadmart {

std::unique_ptr<QMimeData> mimeOf(const std::vector<DraftStep>& steps);
std::unique_ptr<QMimeData> mimeOf(const std::vector<DraftCustomer>& customers);
// Of something in the draft that is moved: a step, or a whole customer (step −1).
std::unique_ptr<QMimeData> mimeOfMove(const DraftPlace& from, std::unique_ptr<QMimeData> content);

struct Carried {
  std::vector<DraftStep> steps;
  std::vector<DraftCustomer> customers;
  std::optional<DraftPlace> from;  // of the same sandbox

  bool empty() const { return steps.empty() && customers.empty(); }
};
Carried readMime(const QMimeData& data);

}  // namespace threadmart
