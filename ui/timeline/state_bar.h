// One slice, or one run of equal columns, as a bar: every state has its colour and its pattern.
#pragma once

#include <QPainter>

#include "core/projections/slices.h"
#include "ui/theme/theme.h"
#include "ui/timeline/mip.h"

namespace threadmart {

// `rect` is on whole pixels; `anchor_x` is where the slice begins, even if that is outside the picture.
void paintStateBar(QPainter& painter, const QRectF& rect, TaskState state, TaskId task, double anchor_x,
                   const Theme& theme);

// A worker that starts up.
void paintStartUp(QPainter& painter, const QRectF& rect, const Theme& theme);

// Many slices at once: how they waited fills the bar, the time on a core stands in it from below, as high as its share.
void paintCell(QPainter& painter, const QRectF& rect, const Cell& cell, const Theme& theme);
// Cells that look alike when drawn so high: shares are shown in whole steps.
Cell simplified(const Cell& cell, double height);

// ✓ or ✗ as strokes, in a square with this centre.
void paintEndMark(QPainter& painter, QPointF centre, double size, Outcome outcome, const Theme& theme);

}  // namespace threadmart
