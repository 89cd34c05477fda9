// What stands still: floor, shelf, counters, walls, the board.
#include <algorithm>
#include <cmath>

#include "ui/shop/drawing.h"

namespace threadmart {
namespace {

// The piece as often as fits, stretched a little to end exactly.
void repeat(const Drawing& drawing, Art art, const QRectF& area) {
  if (area.isEmpty()) return;
  const double piece = area.height() * ArtCabinet::aspect(art);
  const int count = std::max(1, static_cast<int>(std::lround(area.width() / piece)));
  const double width = area.width() / count;
  for (int i = 0; i < count; ++i)
    drawing.art.draw(drawing.painter, art, QRectF(area.left() + i * width, area.top(), width, area.height()));
}

void paintPanel(const Drawing& drawing, const QRectF& area, const QColor& fill, const QColor& edge, double radius) {
  if (area.isEmpty()) return;
  drawing.painter.setPen(QPen(edge, drawing.px(1)));
  drawing.painter.setBrush(fill);
  drawing.painter.drawRoundedRect(area, drawing.px(radius), drawing.px(radius));
}

// A doorway at the end of the way out.
void paintDoor(const Drawing& drawing) {
  const QRectF& exit = drawing.floor.exit;
  if (exit.isEmpty()) return;
  const Theme& theme = drawing.theme;
  QPainter& painter = drawing.painter;
  painter.setPen(QPen(theme.panel_edge, drawing.px(1)));
  painter.setBrush(theme.shop_wall);
  painter.drawRoundedRect(exit, drawing.px(8), drawing.px(8));
}

}  // namespace

QRectF tillRect(const QRectF& counter) {
  const double aspect = ArtCabinet::aspect(Art::Till);
  const double width = std::min(counter.width(), counter.height() * aspect), height = width / aspect;
  return {counter.center().x() - width / 2, counter.bottom() - height, width, height};
}

void paintStanding(const Drawing& drawing) {
  const FloorPlan& floor = drawing.floor;
  const Theme& theme = drawing.theme;
  drawing.painter.fillRect(QRectF({0, 0}, floor.size), theme.shop_wall);
  drawing.painter.fillRect(floor.ground, theme.ground);
  paintPanel(drawing, floor.staff, theme.sunken, theme.panel_edge, 10);
  paintDoor(drawing);
  repeat(drawing, Art::Shelf, floor.shelf);
  paintPanel(drawing, floor.board, theme.board, theme.board, 8);
  if (!floor.wall.isEmpty()) drawDottedWall(drawing.painter, floor.wall, wallGap(floor.wall, theme), theme);
  for (const FloorPlan::Till& till : floor.tills) {
    if (!till.wall.isEmpty()) drawDottedWall(drawing.painter, till.wall, wallGap(till.wall, theme), theme);
    if (!isPopUp(floor)) drawing.art.draw(drawing.painter, Art::Till, tillRect(till.counter));
  }
}

void captionStanding(const Drawing& drawing, QPainter* painter) {
  const FloorPlan& floor = drawing.floor;
  if (!floor.shelf.isEmpty()) {
    const QString aisle = drawing.label(Label::Aisle);
    const Caption above{
        .texts = {drawing.look.words == Words::Shop ? QStringLiteral("aisle · waiting for I/O") : aisle, aisle},
        .anchor = {floor.shelf.left(), floor.shelf.top() - floor.label / 2},
        .side = CaptionSide::Right,
        .style = CaptionStyle::Muted,
        .size = 10.5,
        .most = floor.shelf.width(),
        .elide = true,
        .slide = false};
    placeCaption(painter, drawing.captions, above, drawing.theme);
  }
}

}  // namespace threadmart
