// What is pointed at and what is chosen, in whichever view it was done: one for the whole window.
#pragma once

#include <optional>

#include <QObject>

#include "ui/timeline/coordinates.h"
#include "ui/words/thing.h"

namespace threadmart {

class Selection : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const Thing& selected() const { return selected_; }
  const Thing& hovered() const { return hovered_; }
  const std::optional<TimeRange>& range() const { return range_; }

  void select(const Thing& thing);
  void hover(const Thing& thing);
  void selectRange(const std::optional<TimeRange>& range);
  void clear();

 signals:
  void selectedChanged();
  void hoveredChanged();
  void rangeChanged();

 private:
  Thing selected_, hovered_;
  std::optional<TimeRange> range_;
};

}  // namespace threadmart
