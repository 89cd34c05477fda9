// The numbers of a run in words: one row each, with a sentence that says what it means. A pure function of the
// recording.
#pragma once

#include <vector>

#include <QString>

#include "core/projections/numbers.h"
#include "core/recording/run_info.h"

namespace threadmart {

enum class Tone { Plain, Good, Bad };

struct NumberRow {
  QString label;
  QString value;
  QString help;  // one sentence
  Tone tone = Tone::Plain;
};

std::vector<NumberRow> numberRows(const Numbers& numbers, const RunInfo& info);

// The rows as lines of 'label<tab>value': what goes to the clipboard.
QString numbersText(const std::vector<NumberRow>& rows);

QString countText(std::uint64_t count);  // '12,345'
QString paceText(double pace);           // '40 × slower than real'

}  // namespace threadmart
