// Many cores at a glance: a row a core, time to the right, darker is busier. A pure painter; the machine with 64 cores
// uses it.
#pragma once

#include <QRectF>

#include "ui/cores/core_load.h"
#include "ui/theme/theme.h"

class QPainter;

namespace threadmart {

// Own load in the accent colour, others' in grey, mixed by their shares over the sunken background.
QColor heatColour(const CoreShare& share, const Theme& theme);

void paintHeatStrip(QPainter& painter, const QRectF& rect, const CoreLoads& loads, const Theme& theme);

}  // namespace threadmart
