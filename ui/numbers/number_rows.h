// Numbers in words: one row each, with a sentence that says what it means: of a run, of one thing in it, of a range of
// time. Pure functions of the recording.
#pragma once

#include <vector>

#include <QString>

#include "core/projections/numbers.h"
#include "core/recording/run_info.h"
#include "ui/timeline/coordinates.h"
#include "ui/words/counts.h"
#include "ui/words/words.h"

namespace threadmart {

enum class Tone { Plain, Good, Bad };

struct NumberRow {
  QString label;
  QString value;
  QString help;  // one sentence: what the number is
  Tone tone = Tone::Plain;
  QString sentence = {};  // what it says of this run, shown below the row; empty where the value says it all
};

std::vector<NumberRow> numberRows(const Numbers& numbers, const RunInfo& info, Words words = Words::Shop);

// What one customer, till or assistant did in the whole run; a ticket's rows are its customer's. Empty if the run does
// not know it. O(slices) for tills and assistants.
std::vector<NumberRow> thingRows(const Thing& thing, const Numbers& numbers, const std::vector<Slice>& slices,
                                 const RunInfo& info, Words words);

// What happened between two times. O(slices).
std::vector<NumberRow> rangeRows(const std::vector<Slice>& slices, const TimeRange& range, const RunInfo& info,
                                 Words words);

// The rows as lines of 'label<tab>value': what goes to the clipboard.
QString numbersText(const std::vector<NumberRow>& rows);

QString upperFirst(QString text);
QString timesText(std::uint64_t count);  // 'never', 'once', '47 times'
QString ratioText(double value);         // three digits that count: '0.98', '12.3'
QString paceText(double pace);           // '40 × slower than real'
unsigned coresOf(const RunInfo& info);   // that the run might use; 0: not known

}  // namespace threadmart
