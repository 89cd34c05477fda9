#include "ui/words/bytes.h"

#include <array>

namespace threadmart {

QString formatMemory(std::uint64_t bytes) {
  const double mega = static_cast<double>(bytes) / (1024.0 * 1024.0);
  if (mega >= 1024) return QString::number(mega / 1024, 'f', 1) + QStringLiteral(" GB");
  return QString::number(mega, 'f', mega < 99.95 ? 1 : 0) + QStringLiteral(" MB");
}

QString formatBytes(std::uint64_t bytes) {
  static constexpr std::array kUnits = {"B", "KiB", "MiB", "GiB"};
  double value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; value >= 1023.95 && unit + 1 < kUnits.size(); ++unit) value /= 1024;
  QString number = QString::number(value, 'f', unit == 0 || value >= 99.95 ? 0 : 1);
  if (number.endsWith(QLatin1String(".0"))) number.chop(2);
  return number + QLatin1Char(' ') + QLatin1String(kUnits[unit]);
}

}  // namespace threadmart
