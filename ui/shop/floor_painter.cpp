// What stands still: floor, shelf, counters, walls, the board.
#include <algorithm>
#include <cmath>

#include "ui/shop/drawing.h"

namespace threadmart {
namespace {

void paintPanel(const Drawing& drawing, const QRectF& area, const QColor& fill, const QColor& edge, double radius) {
  if (area.isEmpty()) return;
  drawing.painter.setPen(QPen(edge, drawing.px(1)));
  drawing.painter.setBrush(fill);
  drawing.painter.drawRoundedRect(area, drawing.px(radius), drawing.px(radius));
}

}  // namespace

// The piece as often as fits, stretched a little to end exactly. Each covers `overlap` of the one before.
void repeatArt(const Drawing& drawing, Art art, const QRectF& area, double overlap) {
  if (area.isEmpty()) return;
  const double piece = area.height() * ArtCabinet::aspect(art), fresh = 1 - overlap;
  const int count = std::max(1, static_cast<int>(std::lround((area.width() / piece - overlap) / fresh)));
  const double width = area.width() / (count * fresh + overlap);
  for (int i = 0; i < count; ++i)
    drawing.art.draw(drawing.painter, art, QRectF(area.left() + i * width * fresh, area.top(), width, area.height()));
}

QRectF exitPanel(const FloorPlan& floor) {
  if (floor.exit.isEmpty()) return {};
  return floor.exit.adjusted(0, -1.1 * floor.label, 0, 0.45 * floor.label);
}

void paintStanding(const Drawing& drawing) {
  const FloorPlan& floor = drawing.floor;
  const Theme& theme = drawing.theme;
  drawing.painter.fillRect(QRectF({0, 0}, floor.size), theme.shop_wall);
  drawing.painter.fillRect(floor.ground, theme.ground);
  paintPanel(drawing, floor.staff, theme.sunken, theme.panel_edge, 10);
  paintPanel(drawing, exitPanel(floor), theme.sunken, theme.panel_edge, 10);
  repeatArt(drawing, Art::Shelf, floor.shelf);
  paintPanel(drawing, floor.board, theme.board, theme.board, 8);
}

void captionStanding(const Drawing& drawing, QPainter* painter) {
  const FloorPlan& floor = drawing.floor;
  if (!floor.shelf.isEmpty()) {
    const Caption above{.texts = {drawing.label(Label::Aisle)},
                        .anchor = {floor.shelf.right(), floor.shelf.top() - floor.label / 2},
                        .side = CaptionSide::Left,
                        .style = CaptionStyle::Muted,
                        .size = 10.5,
                        .most = floor.shelf.width(),
                        .slide = false};
    placeCaption(painter, drawing.captions, above, drawing.theme);
  }
}

}  // namespace threadmart
