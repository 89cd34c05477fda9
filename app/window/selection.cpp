#include "app/window/selection.h"

namespace threadmart {

void Selection::select(const Thing& thing) {
  if (thing == selected_) return;
  selected_ = thing;
  emit selectedChanged();
}

void Selection::hover(const Thing& thing) {
  if (thing == hovered_) return;
  hovered_ = thing;
  emit hoveredChanged();
}

void Selection::selectRange(const std::optional<TimeRange>& range) {
  if (range == range_) return;
  range_ = range;
  emit rangeChanged();
}

void Selection::clear() {
  select({});
  hover({});
  selectRange(std::nullopt);
}

}  // namespace threadmart
