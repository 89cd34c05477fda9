// What a run says about itself: JSON for scripts, a summary for people.
// Pure functions of a recording; who prints them, and where, is the command line's business.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/recording/recording.h"

namespace threadmart {

using Json = nlohmann::ordered_json;  // fields stay in the order in which they are documented

// How the time on a core was known, as one word ('scheduler-switches') and for people.
std::string sourceName(CoreTimeSource source);
std::string sourceText(CoreTimeSource source);

// '3.01 s', '12.3 ms', '850 µs'.
std::string timeText(Nanos time);

// How the whole run ended; Failed while it has not.
Outcome outcomeOf(const Snapshot& snapshot);

// The object that `run --json` prints.
Json runJson(const Recording& recording);
// A few aligned lines, each ended by a newline.
std::string runSummary(const Recording& recording);

// One row a run, and the object that `compare --json` prints.
std::string compareTable(const std::vector<std::shared_ptr<const Recording>>& runs);
Json compareJson(const std::vector<std::shared_ptr<const Recording>>& runs);

}  // namespace threadmart
