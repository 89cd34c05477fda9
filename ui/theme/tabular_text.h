// Numbers that do not jitter: every digit is as wide as the widest one, so that a time that runs stays where it is.
#pragma once

#include <QFontMetricsF>
#include <QPainter>
#include <QString>

namespace threadmart {

double tabularWidth(const QFontMetricsF& metrics, const QString& text);
// With the painter's font and pen; the baseline starts at `left`. Nothing is clipped.
void drawTabular(QPainter& painter, QPointF left, const QString& text);

}  // namespace threadmart
