// Draws timelines. Pure functions of what they are given: the same on screen, in a picture, in a test.
//
// Never clips, never uses composition modes, keeps coordinates near the picture: it draws as well into SVG and PDF.
#pragma once

#include <optional>

#include <QPainter>
#include <QStringList>

#include "ui/theme/tip.h"
#include "ui/timeline/layout.h"
#include "ui/words/thing.h"

namespace threadmart {

// What is written into slices: only whom a till serves, or times too.
enum class SliceText { Names, NamesAndTimes };

// The whole timeline, without what moves. What does not concern the highlighted thing is paler.
void paintTimeline(QPainter& painter, const TimelineModel& model, const TimelineLayout& layout, const Theme& theme,
                   const Thing& highlight = {});
// What moves over it.
void paintPlayhead(QPainter& painter, const TimelineLayout& layout, const Theme& theme, Nanos time);
// A tinted band with its length written above it, beside the playhead's knob.
void paintRange(QPainter& painter, const TimelineLayout& layout, const Theme& theme, const TimeRange& range,
                std::optional<Nanos> playhead = std::nullopt);
// What lights up because it is pointed at, here or in another view: its lane, or its slices while they are few.
void paintHovered(QPainter& painter, const TimelineModel& model, const TimelineLayout& layout, const Theme& theme,
                  const Thing& thing);

// The parts, for pictures that arrange them in their own way. Ticks are as many as labels of `font_size` leave room
// for.
inline constexpr double kAxisSize = 11;
void paintGrid(QPainter& painter, const TimeScale& scale, double top, double bottom, const Theme& theme,
               double font_size = kAxisSize);
void paintAxis(QPainter& painter, const TimeScale& scale, double top, double right_limit, const Theme& theme,
               double font_size = kAxisSize);
void paintLanes(QPainter& painter, const TimelineModel& model, const TimeScale& scale, const Rows& rows,
                const Theme& theme, const Thing& highlight = {}, SliceText text = SliceText::Names);

// What a legend explains: the states that occur.
struct Legend {
  std::vector<TaskState> states;
  bool gil = false;  // the lock is the GIL
  Words words = Words::Shop;

  friend bool operator==(const Legend&, const Legend&) = default;
};
Legend legendOf(const TimelineModel& model);
// From `left`, centred on `middle`; returns where it ends. Without a painter it only measures.
double paintLegend(QPainter* painter, const Legend& legend, double left, double middle, const Theme& theme,
                   double font_size = 11.5);

// What a tip (paintTip) says about a slice: 'customer 2: scanning, assistant 0' / '105.1–110.2 ms · 5 items · 5.1 ms'
QStringList tipLines(const TimelineModel& model, std::size_t lane, const Slice& slice);

}  // namespace threadmart
