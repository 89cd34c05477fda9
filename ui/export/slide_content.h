// What a slide says, in words and numbers; slide_painter.cpp says where.
#pragma once

#include "ui/export/slide.h"
#include "ui/timeline/model.h"

namespace threadmart {

// One recording on the slide.
struct SlideGroup {
  TimelineModel model;
  RunInfo info;
  Numbers numbers;
  QString name, computing;  // 'threads-gil', '6 threads, one GIL'
};

struct SlideContent {
  std::vector<SlideGroup> groups;
  QString title, subtitle, caption;
  TimeRange time;
};

SlideContent makeSlideContent(const Recordings& recordings, const SlideOptions& options);

LaneBy bestLanes(const std::vector<Slice>& slices, const RunInfo& info);
QString computingWords(const RunInfo& info);     // '6 threads, one GIL'
QString captionOf(const RunInfo& info);          // 'three-urls · threads-gil · … · measured 23 Nov 2026'
QString sourceWords(CoreTimeSource source);      // how on-core time was known
QString dateWords(const std::string& iso_8601);  // '23 Nov 2026'; empty if it is no date

}  // namespace threadmart
