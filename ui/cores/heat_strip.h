// Many cores at a glance: a row a core, time to the right, darker is busier. A pure painter; the machine with 64 cores
// uses it.
#pragma once

#include <optional>

#include <QRectF>

#include "ui/cores/core_load.h"
#include "ui/theme/theme.h"

class QPainter;

namespace threadmart {

// Own load in the accent colour, others' in grey, mixed by their shares over the sunken background.
QColor heatColour(const CoreShare& share, const Theme& theme);

void paintHeatStrip(QPainter& painter, const QRectF& rect, const CoreLoads& loads, const Theme& theme);
// Over it: the playhead at 0…1 of the time, and a frame round a core's row. Each only if there is one.
void paintHeatMarks(QPainter& painter, const QRectF& rect, const CoreLoads& loads, const Theme& theme,
                    std::optional<double> playhead, std::optional<unsigned> selected);

struct HeatCell {
  std::size_t index = 0;  // of the core's strip
  Nanos time = 0;         // the middle of the step
};
std::optional<HeatCell> heatCellAt(QPointF at, const QRectF& rect, const CoreLoads& loads, const Theme& theme);

}  // namespace threadmart
