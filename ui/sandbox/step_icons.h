// Small drawn pictures of what can lie in a basket. Pure functions of what they are given.
#pragma once

#include <QPainter>
#include <QRectF>

#include "ui/sandbox/draft.h"
#include "ui/theme/theme.h"

namespace threadmart {

// Into a square. `pieces`: how many items or how long a trip, where the picture can show it.
void paintStepIcon(QPainter& painter, const DraftStep& step, int pieces, const QRectF& square, const Theme& theme);
// A basket that waits to be filled.
void paintEmptyBasket(QPainter& painter, const QRectF& rect, const QColor& colour);

}  // namespace threadmart
