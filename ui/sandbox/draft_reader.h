// Opens scenario files for editing by hand. Knows no Qt.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/sandbox/draft.h"

namespace threadmart {

// At most so many steps are edited by hand.
inline constexpr std::size_t kMostDraftSteps = 20'000;

struct DraftReading {
  std::optional<Draft> draft;      // empty: see problems
  std::vector<std::string> notes;  // what the file said and the draft says in another way, a sentence each
  std::vector<Problem> problems;   // of the file. A draft can be there all the same, and then says the same mistakes
};

// Parameters get their defaults, random numbers are drawn as the run would draw them, repeats are written out: the
// draft's plan is the file's. A file with mistakes becomes a draft if a draft can hold every one of them.
DraftReading readDraft(const std::string& json, const std::string& file);

// What the clipboard holds, if it is steps or tasks as JSON; empty if it is anything else.
std::vector<DraftStep> readSteps(const std::string& json);
std::vector<DraftCustomer> readCustomers(const std::string& json);

}  // namespace threadmart
