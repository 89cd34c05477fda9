// Where things are on a timeline: geometry first, so that painter, mouse and tests agree.
#pragma once

#include <optional>

#include <QRectF>
#include <QSizeF>

#include "ui/theme/theme.h"
#include "ui/timeline/coordinates.h"
#include "ui/timeline/model.h"

namespace threadmart {

inline constexpr double kLabelSize = 12;  // of the lanes' names

// What part of the timeline is seen.
struct Viewport {
  TimeRange time;
  double scroll = 0;        // pixels by which the lanes are moved up
  double row_height = 0;    // pixels from lane to lane; 0: as high as fits
  double highest_row = 38;  // but no higher than this, in the design's pixels

  friend bool operator==(const Viewport&, const Viewport&) = default;
};

// Lanes under each other: all geometry of rows.
struct Rows {
  double top = 0;     // of the first lane, may be above clip_top
  double pitch = 24;  // from lane to lane
  double bar = 18;    // height of a lane's bar, in the middle of its row
  double clip_top = 0, clip_bottom = 0;
  std::size_t count = 0;

  double barTop(std::size_t lane) const { return top + pitch * static_cast<double>(lane) + (pitch - bar) / 2; }
  std::optional<std::size_t> laneAt(double y) const;
  std::pair<std::size_t, std::size_t> visible() const;  // [first, last)
};

// What shows a whole run, with the time of 'one till, one line' if that is not much longer. While the recording grows
// it goes a little beyond its end, in steps, so that the picture does not creep.
TimeRange wholeRange(const TimelineModel& model, bool finished);
Nanos furthestTime(const TimelineModel& model, bool finished);  // nobody can look beyond

double barHeight(double pitch);
// Where lanes are lower than a line of text only every second, fifth, … is named.
std::size_t labelStride(double pitch, double line);

struct TimelineLayout {
  QRectF labels, handle, plot, ghost, axis;  // handle: the strip above the lanes where the playhead's knob is
  TimeScale scale;
  Rows rows;
  double scroll_limit = 0;  // Viewport::scroll goes from 0 to this
};

TimelineLayout layoutTimeline(const TimelineModel& model, const Viewport& viewport, QSizeF size, const Theme& theme);

}  // namespace threadmart
