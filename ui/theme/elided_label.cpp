#include "ui/theme/elided_label.h"

#include <QPainter>

namespace threadmart {

void ElidedLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(palette().color(foregroundRole()));
  const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
  if (toolTip() != (shown == text() ? QString() : text())) setToolTip(shown == text() ? QString() : text());
  painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, shown);
}

}  // namespace threadmart
