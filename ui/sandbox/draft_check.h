// What is wrong with a draft, and where: the engine's own mistakes, brought back to the customer, step and field that
// they are about. Knows no Qt.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/sandbox/draft.h"

namespace threadmart {

struct DraftPlace {
  int customer = -1;  // index; −1: the draft as a whole
  int step = -1;      // index; −1: the customer
  std::string field;  // 'items', 'name', 'count', 'steps', 'title', …; empty: all of it

  friend bool operator==(const DraftPlace&, const DraftPlace&) = default;
};

// 'tasks[1].steps[2].items' is the items of step 2 of customer 1.
DraftPlace placeOf(const std::string& field);

struct DraftProblem {
  DraftPlace place;
  std::string message;  // without what only a file can say ("$parameter", random numbers)
};

struct DraftCheck {
  std::optional<Scenario> scenario;  // what would be run; there if nothing is wrong
  std::vector<DraftProblem> problems;
};
DraftCheck checkDraft(const Draft& draft, const std::string& file = "sandbox.json");

}  // namespace threadmart
