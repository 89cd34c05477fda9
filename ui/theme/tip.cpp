#include "ui/theme/tip.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

namespace threadmart {

void paintTip(QPainter& painter, QPointF at, const QStringList& lines, const QRectF& bounds, const Theme& theme) {
  if (lines.isEmpty()) return;
  const QFont bold = theme.font(12, QFont::DemiBold), plain = theme.font(11.5, QFont::Medium);
  double width = 0;
  for (const QString& line : lines)
    width = std::max(width, QFontMetricsF(line == lines.first() ? bold : plain).horizontalAdvance(line));
  const double pad = theme.px(12), pitch = theme.px(17);
  QRectF box(at + QPointF(theme.px(12), theme.px(16)),
             QSizeF(std::ceil(width + 2 * pad), pitch * static_cast<double>(lines.size()) + theme.px(13)));
  if (box.right() > bounds.right()) box.moveRight(std::max(at.x() - theme.px(8), bounds.left() + box.width()));
  if (box.bottom() > bounds.bottom()) box.moveBottom(std::max(at.y() - theme.px(8), bounds.top() + box.height()));
  box.moveTopLeft(QPointF(std::round(box.left()), std::round(box.top())));

  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.tip);
  painter.drawRoundedRect(box, theme.px(8), theme.px(8));
  double base = box.top() + theme.px(20);
  for (const QString& line : lines) {
    painter.setFont(line == lines.first() ? bold : plain);
    painter.setPen(line == lines.first() ? theme.tip_text : theme.tip_muted);
    painter.drawText(QPointF(box.left() + pad, std::round(base)), line);
    base += pitch;
  }
  painter.restore();
}

}  // namespace threadmart
