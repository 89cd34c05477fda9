#include "ui/cores/heat_strip_widget.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/cores/heat_strip.h"
#include "ui/words/durations.h"

namespace threadmart {

HeatStripWidget::HeatStripWidget(QWidget* parent) : QWidget(parent) {
  setAccessibleName(QStringLiteral("Load of each core as a heat strip"));
}

void HeatStripWidget::setLoads(const CoreLoads& loads, const Theme& theme, Words words) {
  loads_ = loads;
  theme_ = theme;
  words_ = words;
  update();
}

void HeatStripWidget::setPlayhead(std::optional<Nanos> time) {
  if (time == playhead_) return;
  playhead_ = time;
  update();
}

void HeatStripWidget::setSelected(std::optional<unsigned> core) {
  if (core == selected_) return;
  selected_ = core;
  update();
}

QString HeatStripWidget::textAt(QPointF at) const {
  const auto cell = heatCellAt(at, rect(), loads_, theme_);
  const auto share = cell ? shareAt(loads_, cell->index, cell->time) : std::nullopt;
  if (!share) return {};
  const QString when = loads_.live ? QString() : QStringLiteral(" at ") + formatDuration(cell->time);
  return coreWords(loads_.cores[cell->index].core, words_) + when + QStringLiteral(": ") + shareText(*share);
}

bool HeatStripWidget::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
  return true;
}

void HeatStripWidget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintHeatStrip(painter, rect(), loads_, theme_);
  paintHeatMarks(painter, rect(), loads_, theme_, placeOf(loads_, playhead_), selected_);
}

void HeatStripWidget::mousePressEvent(QMouseEvent* event) {
  const auto cell = heatCellAt(event->position(), rect(), loads_, theme_);
  if (cell && event->button() == Qt::LeftButton) emit chosen(loads_.cores[cell->index].core);
}

}  // namespace threadmart
