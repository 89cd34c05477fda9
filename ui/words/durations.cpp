#include "ui/words/durations.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace threadmart {
namespace {

struct Unit {
  Nanos nanos;
  const char* name;
};
constexpr Unit kUnits[] = {{1'000'000'000, "s"}, {1'000'000, "ms"}, {1'000, "µs"}, {1, "ns"}};

const Unit& unitFor(Nanos largest) {
  for (const Unit& unit : kUnits)
    if (std::abs(largest) >= unit.nanos) return unit;
  return kUnits[3];
}

// How many decimals show a difference of `step` in this unit.
int decimalsFor(Nanos step, const Unit& unit) {
  int decimals = 0;
  for (Nanos shown = unit.nanos; shown > 1 && step % shown != 0; shown /= 10) ++decimals;
  return decimals;
}

QString inUnit(Nanos time, const Unit& unit, int decimals) {
  return QString::number(static_cast<double>(time) / static_cast<double>(unit.nanos), 'f', decimals);
}

}  // namespace

Nanos powerOfTenBelow(Nanos value) {
  Nanos power = 1;
  while (power <= value / 10) power *= 10;
  return power;
}

QString formatTick(Nanos time, Nanos step, Nanos largest) {
  const Unit& unit = unitFor(largest);
  return inUnit(time, unit, decimalsFor(step, unit)) + QLatin1Char(' ') + QString::fromUtf8(unit.name);
}

QString formatDuration(Nanos duration) {
  const Unit* unit = &unitFor(duration);
  double value = static_cast<double>(duration) / static_cast<double>(unit->nanos);
  if (std::abs(value) >= 999.5 && unit != kUnits) {  // would be rounded to 1000: one unit up
    --unit;
    value = static_cast<double>(duration) / static_cast<double>(unit->nanos);
  }
  const double size = std::abs(value);
  const int decimals = unit->nanos == 1 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
  QString number = QString::number(value, 'f', decimals);
  if (number.contains(QLatin1Char('.'))) {
    while (number.endsWith(QLatin1Char('0'))) number.chop(1);
    if (number.endsWith(QLatin1Char('.'))) number.chop(1);
  }
  return number + QLatin1Char(' ') + QString::fromUtf8(unit->name);
}

QString formatRemaining(Nanos left, Nanos whole) {
  if (whole >= 400'000'000) return QString::number(static_cast<double>(left) / 1e9, 'f', 1) + QStringLiteral(" s");
  if (whole >= 100'000'000) return QString::number(static_cast<double>(left) / 1e9, 'f', 2) + QStringLiteral(" s");
  const int decimals = whole >= 20'000'000 ? 0 : 1;
  if (whole >= 1'000'000)
    return QString::number(static_cast<double>(left) / 1e6, 'f', decimals) + QStringLiteral(" ms");
  return QString::number(static_cast<double>(left) / 1e3, 'f', 0) + QStringLiteral(" µs");
}

QString formatInterval(Nanos begin, Nanos end) {
  const Unit& unit = unitFor(end);
  const int decimals = decimalsFor(powerOfTenBelow(std::max<Nanos>(1, (end - begin) / 10)), unit);
  return inUnit(begin, unit, decimals) + QStringLiteral("–") + inUnit(end, unit, decimals) + QLatin1Char(' ') +
         QString::fromUtf8(unit.name);
}

}  // namespace threadmart
