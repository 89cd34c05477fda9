#include "ui/shop/captions.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QLocale>

namespace threadmart {
namespace {

struct BoxLook {
  QColor fill, edge, text;
  bool dashed = false;
};

bool hasBox(CaptionStyle style) {
  return style >= CaptionStyle::Chip;
}

BoxLook lookOf(CaptionStyle style, const Theme& theme) {
  switch (style) {
    case CaptionStyle::Plain:
      return {{}, {}, theme.text};
    case CaptionStyle::Muted:
      return {{}, {}, theme.text_muted};
    case CaptionStyle::Alarm:
      return {{}, {}, theme.warning};
    case CaptionStyle::Board:
      return {{}, {}, theme.board_text};
    case CaptionStyle::Bell:
      return {{}, {}, theme.bell_text};
    case CaptionStyle::Lock:
      return {theme.warning_soft, theme.warning, theme.warning};
    case CaptionStyle::Ready:
      return {theme.ready_fill, theme.ready_edge, theme.text, true};
    case CaptionStyle::Chip:
    case CaptionStyle::Bubble:
      return {theme.chip, theme.panel_edge, theme.chip_text};
  }
  return {};
}

QRectF boxAt(QPointF anchor, CaptionSide side, QSizeF size) {
  switch (side) {
    case CaptionSide::Above:
      return {{anchor.x() - size.width() / 2, anchor.y() - size.height()}, size};
    case CaptionSide::Below:
      return {{anchor.x() - size.width() / 2, anchor.y()}, size};
    case CaptionSide::Right:
      return {{anchor.x(), anchor.y() - size.height() / 2}, size};
    case CaptionSide::Left:
      return {{anchor.x() - size.width(), anchor.y() - size.height() / 2}, size};
    case CaptionSide::Centre:
      return {{anchor.x() - size.width() / 2, anchor.y() - size.height() / 2}, size};
  }
  return {};
}

// The tail, if there is one, points down at `tail_x`.
void drawBox(QPainter& painter, const QRectF& box, std::optional<double> tail_x, const BoxLook& look,
             const Theme& theme) {
  painter.setBrush(look.fill);
  painter.setPen(QPen(look.edge, theme.px(1), look.dashed ? Qt::DashLine : Qt::SolidLine));
  painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
  if (!tail_x) return;
  const double half = theme.px(4), base = box.bottom() - theme.px(1), round = box.height() / 2;
  const double x = std::clamp(*tail_x, box.left() + round, std::max(box.left() + round, box.right() - round));
  const QPointF point[] = {{x - half, base}, {x, box.bottom() + half}, {x + half, base}};
  painter.setPen(Qt::NoPen);
  painter.drawPolygon(point, 3);
  painter.setPen(QPen(look.edge, theme.px(1)));
  painter.drawPolyline(point, 3);
}

// At the anchor, or moved sideways as far as it still touches it.
std::optional<QRectF> findRoom(const CaptionSpace& space, const Caption& caption, QSizeF size, const QRectF& bounds) {
  const bool upright = caption.side == CaptionSide::Above || caption.side == CaptionSide::Below;
  for (const double moved : {0.0, -0.42, 0.42}) {
    if (moved != 0 && !(caption.slide && upright)) break;
    QRectF rect = boxAt(caption.anchor + QPointF(moved * size.width(), 0), caption.side, size);
    if (caption.slide && (upright || caption.side == CaptionSide::Centre))
      rect.moveLeft(std::clamp(rect.left(), bounds.left(), std::max(bounds.left(), bounds.right() - rect.width())));
    rect.moveTopLeft(QPointF(std::round(rect.left()), std::round(rect.top())));
    if (bounds.contains(rect) && space.isFree(rect)) return rect;
  }
  return std::nullopt;
}

}  // namespace

bool CaptionSpace::isFree(const QRectF& rect) const {
  return bounds_.contains(rect) &&
         std::none_of(taken_.begin(), taken_.end(), [&](const QRectF& taken) { return taken.intersects(rect); });
}

void drawLine(QPainter& painter, const QString& text, double left, double middle, const QFont& font,
              const QColor& colour) {
  painter.setFont(font);
  painter.setPen(colour);
  painter.drawText(QPointF(left, std::round(middle + QFontMetricsF(font).capHeight() / 2)), text);
}

std::optional<QRectF> placeCaption(QPainter* painter, CaptionSpace& space, const Caption& caption, const Theme& theme) {
  const QFont font = theme.font(caption.size, QFont::DemiBold);
  const QFontMetricsF metrics(font);
  const QRectF bounds = caption.within.isEmpty() ? space.bounds() : space.bounds() & caption.within;
  const double pad = hasBox(caption.style) ? theme.px(caption.size * 0.75) : theme.px(1);
  const double height = std::round(theme.px(caption.size * (hasBox(caption.style) ? 1.85 : 1.3)));
  const double most = std::min(caption.most > 0 ? caption.most : bounds.width(), bounds.width()) - 2 * pad;
  for (const QString& text : caption.texts) {
    const double width = metrics.horizontalAdvance(text);
    if (text.isEmpty() || width > most + 0.5) continue;
    const std::optional<QRectF> rect = findRoom(space, caption, {std::ceil(width + 2 * pad), height}, bounds);
    if (!rect) continue;
    space.take(*rect);
    if (!painter) return rect;
    const BoxLook look = lookOf(caption.style, theme);
    const bool tail = caption.style == CaptionStyle::Bubble;
    if (hasBox(caption.style))
      drawBox(*painter, rect->adjusted(0.5, 0.5, -0.5, -0.5), tail ? std::optional(caption.anchor.x()) : std::nullopt,
              look, theme);
    drawLine(*painter, text, rect->left() + pad, rect->center().y(), font, look.text);
    return rect;
  }
  return std::nullopt;
}

}  // namespace threadmart
