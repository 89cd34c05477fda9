// What can lie in a basket, in the words of the shop and of the computer.
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "ui/sandbox/draft.h"
#include "ui/sandbox/draft_check.h"

namespace threadmart {

QString shopWords(const DraftStep& step);       // 'avocado trip'
QString computingWords(const DraftStep& step);  // 'sleep 500 ms'
QString fieldLabel(const StepField& field);     // 'answer after'
QString fieldUnit(const StepField& field);      // 'ms', 'bytes' or nothing

QString durationText(double ms);    // '500 ms', '2 s', '1.5 min'
QString bytesText(double bytes);    // '4 KiB', '1,500 bytes'
QString numberText(double number);  // '1,000'

// What a person types: '500', '1,000', '0.5 s', '4 KiB'. Empty if it is no such number. `unit` as fieldUnit() has it.
std::optional<double> readAmount(const QString& text, const QString& unit);

// 'about 60 ms scanning, 500 ms away'
QString sumText(const BasketSum& sum);
// 'Customer 2, trip 1'; 'Customer 2'; 'The title'
QString placeText(const DraftPlace& place, const Draft& draft);

// What the palette offers.
struct PaletteItem {
  QString name;  // 'Avocado trip'
  DraftStep step;
  int pieces = 1;  // how many pieces its picture shows
};
const std::vector<PaletteItem>& paletteItems();

}  // namespace threadmart
