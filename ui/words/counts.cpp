#include "ui/words/counts.h"

#include <cmath>

#include <QLocale>

namespace threadmart {

QString countText(std::uint64_t count) {
  return QLocale(QLocale::English).toString(static_cast<qulonglong>(count));
}

QString percentText(double share) {
  const long percent = std::lround(share * 100);
  return percent == 0 && share > 0 ? QStringLiteral("< 1 %") : QStringLiteral("%1 %").arg(percent);
}

}  // namespace threadmart
