#include <cmath>

#include <QPainter>

#include "ui/timeline/widget.h"

namespace threadmart {

TimelineLegend::TimelineLegend(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setAccessibleName(tr("Legend"));
  setLegend({{TaskState::Running, TaskState::Io, TaskState::Lock, TaskState::Ready}, false});
}

void TimelineLegend::setLegend(Legend legend) {
  if (legend == legend_) return;
  legend_ = std::move(legend);
  QStringList states;
  for (const TaskState state : legend_.states) states << stateWords(state, legend_.words, legend_.gil);
  setAccessibleDescription(states.join(QStringLiteral(", ")));
  updateGeometry();
  update();
}

void TimelineLegend::setTheme(const Theme& theme) {
  theme_ = theme;
  updateGeometry();
  update();
}

void TimelineLegend::setWords(Words words) {
  Legend legend = legend_;
  legend.words = words;
  setLegend(std::move(legend));
}

QSize TimelineLegend::sizeHint() const {
  return {static_cast<int>(std::ceil(paintLegend(nullptr, legend_, 0, 0, theme_))) + 2, qRound(theme_.px(24))};
}

void TimelineLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintLegend(&painter, legend_, 0, height() / 2.0, theme_);
}

}  // namespace threadmart
