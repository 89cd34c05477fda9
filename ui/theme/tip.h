// The box that explains what is under the pointer: the same in every view.
#pragma once

#include <QPainter>
#include <QStringList>

#include "ui/theme/theme.h"

namespace threadmart {

// A box with a bold first line beside the point, kept within `bounds`.
void paintTip(QPainter& painter, QPointF at, const QStringList& lines, const QRectF& bounds, const Theme& theme);

}  // namespace threadmart
