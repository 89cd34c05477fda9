// Draws timelines. Pure functions of what they are given: the same on screen, in a picture, in a test.
//
// Never clips, never uses composition modes, keeps coordinates near the picture: it draws as well into SVG and PDF.
#pragma once

#include <optional>

#include <QPainter>

#include "ui/timeline/layout.h"

namespace threadmart {

// The whole timeline, without what moves.
void paintTimeline(QPainter& painter, const TimelineModel& model, const TimelineLayout& layout, const Theme& theme,
                   std::optional<TaskId> highlight = std::nullopt);
// What moves over it.
void paintPlayhead(QPainter& painter, const TimelineLayout& layout, const Theme& theme, Nanos time);

// The parts, for pictures that arrange them in their own way.
void paintGrid(QPainter& painter, const TimeScale& scale, double top, double bottom, const Theme& theme);
void paintAxis(QPainter& painter, const TimeScale& scale, double top, const Theme& theme, double font_size = 10.5);
void paintLanes(QPainter& painter, const TimelineModel& model, const TimeScale& scale, const Rows& rows,
                const Theme& theme, std::optional<TaskId> highlight = std::nullopt);

// The states that occur, from `left`, centred on `middle`. Returns where it ends; with a null painter it only measures.
double paintLegend(QPainter* painter, const std::vector<TaskState>& states, double left, double middle,
                   const Theme& theme, double font_size = 11);
std::vector<TaskState> legendStates(const TimelineModel& model);

// A small dark box with a bold first line, kept within `bounds`, beside the point.
void paintTip(QPainter& painter, QPointF at, const QStringList& lines, const QRectF& bounds, const Theme& theme);

}  // namespace threadmart
