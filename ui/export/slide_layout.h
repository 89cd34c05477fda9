// Where things are on a slide. Lengths are those of a slide of 1920 by 1080, times `unit`.
#pragma once

#include "ui/export/slide_content.h"
#include "ui/timeline/layout.h"

namespace threadmart {

struct SlideLayout {
  double unit = 1;
  QRectF header;  // title and subtitle
  QRectF labels;  // names of the groups, or of the lanes of the only one
  QRectF plot, axis;
  QRectF legend, caption;  // a line of text each
  TimeScale scale;
  std::vector<Rows> rows;  // one for each group
};

double slideUnit(QSizeF size);
// `label_width` and `result_width`: what the texts beside the lanes need, in pixels.
SlideLayout layoutSlide(const SlideContent& content, QSizeF size, double label_width, double result_width);

}  // namespace threadmart
