// The order in which the shop is drawn: what stands still, tills, people, paper; then what is written, the most
// important first.
#include "ui/shop/painter.h"

#include <algorithm>
#include <cmath>

#include "ui/shop/drawing.h"

namespace threadmart {
namespace {

void paintHalo(const Drawing& drawing, const Scene& scene, const Thing& thing, bool selected) {
  if (!thing) return;
  QRectF rect = outlineOf(thing, scene, drawing.floor);
  if (rect.isEmpty()) return;
  const double margin = drawing.px(3);
  rect.adjust(-margin, -margin, margin, margin);
  const double radius = std::min(drawing.px(9), std::min(rect.width(), rect.height()) / 3);
  QPainter& painter = drawing.painter;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(drawing.theme.panel, drawing.px(selected ? 6 : 4)));  // apart from whatever is behind
  painter.drawRoundedRect(rect, radius, radius);
  painter.setPen(QPen(drawing.theme.accent, drawing.px(selected ? 3 : 1.6)));
  painter.drawRoundedRect(rect, radius, radius);
}

void prepare(QPainter& painter) {
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
}

void sayNothingIsKnown(const Drawing& drawing) {
  drawing.caption(
      {.texts =
           {QStringLiteral(
                "This recording comes from another tool: nobody knows what kind of shop it was. Look at the timeline."),
            QStringLiteral("Another tool's recording: look at the timeline."), QStringLiteral("no shop")},
       .anchor = QRectF({0, 0}, drawing.floor.size).center(),
       .side = CaptionSide::Centre,
       .style = CaptionStyle::Muted,
       .size = 13});
}

QRectF pictureOf(const FloorPlan& floor, const Theme& theme) {
  const double margin = theme.px(2);
  return QRectF({0, 0}, floor.size).adjusted(margin, margin, -margin, -margin);
}

// Nothing is written across these.
void takeThings(CaptionSpace& captions, const FloorPlan& floor, const Theme& theme) {
  const double ring = theme.px(7);
  for (const QRectF& thing : {floor.board, floor.sheet})
    if (!thing.isEmpty()) captions.take(thing);
  if (!floor.bell.isEmpty()) captions.take(floor.bell.adjusted(-ring, -ring, ring, ring));
}

void markTills(std::vector<TillNow>& tills, const std::vector<WaitingGroup>& groups) {
  for (TillNow& till : tills)
    till.no_assistant = till.state == TillState::Open && till.served == kNoTask &&
                        std::any_of(groups.begin(), groups.end(), [&](const WaitingGroup& group) {
                          return group.state == TaskState::Ready && group.till == till.place;
                        });
}

}  // namespace

void paintFloor(QPainter& painter, const FloorPlan& floor, const RunInfo& info, const Theme& theme, ArtCabinet& art,
                const ShopLook& look) {
  CaptionSpace captions(pictureOf(floor, theme));
  const Drawing drawing{painter, floor, info, theme, art, look, captions};
  painter.save();
  prepare(painter);
  paintStanding(drawing);
  captionStanding(drawing, &painter);
  painter.restore();
}

void paintScene(QPainter& painter, const Scene& scene, const FloorPlan& floor, const RunInfo& info, const Theme& theme,
                ArtCabinet& art, const ShopLook& look) {
  CaptionSpace captions(pictureOf(floor, theme));
  const Drawing drawing{painter, floor, info, theme, art, look, captions};
  const std::vector<WaitingGroup> groups = waitingGroups(scene, floor);
  std::vector<TillNow> tills = tillsNow(floor, scene.state);
  markTills(tills, groups);
  painter.save();
  prepare(painter);
  if (floor.needs.kind == ShopKind::Unknown) {
    sayNothingIsKnown(drawing);
    return painter.restore();
  }
  captionStanding(drawing, nullptr);  // drawn with the floor
  takeThings(captions, floor, theme);
  paintWalls(drawing, scene, tills);
  paintOutlines(drawing, scene, groups);
  paintAssistants(drawing, scene);  // behind the tills
  paintTills(drawing, scene, tills);
  paintCustomers(drawing, scene);
  paintRope(drawing);
  paintBoard(drawing, scene);
  paintTickets(drawing, scene);
  paintHalo(drawing, scene, look.selected, true);
  if (look.hovered != look.selected) paintHalo(drawing, scene, look.hovered, false);
  captionTills(drawing, scene, tills);
  captionWaiting(drawing, scene, groups);
  paintBell(drawing, scene);
  paintSheet(drawing, scene);
  captionAssistants(drawing, scene);
  captionAway(drawing, scene);
  captionLine(drawing, scene);
  paintParcels(drawing, scene, tills);
  paintExit(drawing, scene);
  if (isPopUp(floor)) captionMemory(drawing, scene.state);
  painter.restore();
}

void paintShop(QPainter& painter, const ShopIndex& index, Nanos time, QSizeF size, const Theme& theme,
               const ShopLook& look) {
  const FloorPlan floor = layoutFloor(shopNeeds(index), size, theme);
  ArtCabinet art(theme);
  paintFloor(painter, floor, index.info(), theme, art, look);
  paintScene(painter, sceneAt(index, time, floor), floor, index.info(), theme, art, look);
}

}  // namespace threadmart
