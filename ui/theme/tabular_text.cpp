#include "ui/theme/tabular_text.h"

#include <algorithm>

namespace threadmart {
namespace {

double digitWidth(const QFontMetricsF& metrics) {
  double widest = 0;
  for (char digit = '0'; digit <= '9'; ++digit)
    widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
  return widest;
}

// One digit, or everything up to the next one.
qsizetype partEnd(const QString& text, qsizetype begin) {
  qsizetype end = begin + 1;
  if (text[begin].isDigit()) return end;
  while (end < text.size() && !text[end].isDigit()) ++end;
  return end;
}

}  // namespace

double tabularWidth(const QFontMetricsF& metrics, const QString& text) {
  const double digit = digitWidth(metrics);
  double width = 0;
  for (qsizetype begin = 0, end = 0; begin < text.size(); begin = end) {
    end = partEnd(text, begin);
    width += text[begin].isDigit() ? digit : metrics.horizontalAdvance(text.mid(begin, end - begin));
  }
  return width;
}

void drawTabular(QPainter& painter, QPointF left, const QString& text) {
  const QFontMetricsF metrics(painter.font(), painter.device());
  const double digit = digitWidth(metrics);
  for (qsizetype begin = 0, end = 0; begin < text.size(); begin = end) {
    end = partEnd(text, begin);
    const QString part = text.mid(begin, end - begin);
    const double own = metrics.horizontalAdvance(part);
    const double width = text[begin].isDigit() ? digit : own;
    painter.drawText(left + QPointF((width - own) / 2, 0), part);
    left.rx() += width;
  }
}

}  // namespace threadmart
