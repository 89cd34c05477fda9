#include <cmath>

#include <QPainter>

#include "ui/timeline/widget.h"

namespace threadmart {

TimelineLegend::TimelineLegend(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
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

QSize TimelineLegend::sizeOf(const Legend& legend) const {
  return {static_cast<int>(std::ceil(paintLegend(nullptr, legend, 0, 0, theme_))) + 2, qRound(theme_.px(24))};
}

// What is said where there is no room for both languages: the shop's.
Legend TimelineLegend::shorter() const {
  Legend legend = legend_;
  if (legend.words == Words::Both) legend.words = Words::Shop;
  return legend;
}

void TimelineLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintLegend(&painter, width() < sizeHint().width() ? shorter() : legend_, 0, height() / 2.0, theme_);
}

}  // namespace threadmart
