// What the painters of the shop share: what they draw with, and the order in which they are called (painter.cpp).
#pragma once

#include "ui/shop/captions.h"
#include "ui/shop/groups.h"
#include "ui/shop/painter.h"

namespace threadmart {

struct Drawing {
  QPainter& painter;
  const FloorPlan& floor;
  const RunInfo& info;
  const Theme& theme;
  ArtCabinet& art;
  const ShopLook& look;
  CaptionSpace& captions;

  std::optional<QRectF> caption(const Caption& text) const { return placeCaption(&painter, captions, text, theme); }
  QString label(Label label) const { return labelWords(label, look.words); }
  QString spoken(const QString& shop, const QString& computing) const {
    return threadmart::spoken(shop, computing, look.words);
  }
  double px(double size) const { return theme.px(size); }
};

// Where a figure is drawn whose feet are at a point.
QRectF figureRect(Art art, QPointF feet, double height);

// A till of the floor plan as it is now. With one scanner all workers share one.
struct TillNow {
  const FloorPlan::Till* place = nullptr;
  std::size_t number = 0;  // from 1, as on its sign
  TillState state = TillState::NotThere;
  TaskId served = kNoTask;
  bool no_assistant = false;         // its customer is ready, and nobody serves
  const ShopTill* worker = nullptr;  // null where all share it
};
std::vector<TillNow> tillsNow(const FloorPlan& floor, const ShopState& state);
bool isPopUp(const FloorPlan& floor);
bool hasRope(const FloorPlan& floor);  // who has no worker yet waits behind it
bool sharesOneTill(const FloorPlan& floor, const ShopState& state);

// floor_painter.cpp
void repeatArt(const Drawing& drawing, Art art, const QRectF& area, double overlap = 0);
QRectF exitPanel(const FloorPlan& floor);
void paintStanding(const Drawing& drawing);
void captionStanding(const Drawing& drawing, QPainter* painter);  // without a painter it only takes the room
// tills_painter.cpp
void paintTills(const Drawing& drawing, const Scene& scene, const std::vector<TillNow>& tills);
void captionTills(const Drawing& drawing, const Scene& scene, const std::vector<TillNow>& tills);
void paintBell(const Drawing& drawing, const Scene& scene);
// people_painter.cpp
// Behind those who stand waiting.
void paintOutlines(const Drawing& drawing, const Scene& scene, const std::vector<WaitingGroup>& groups);
void paintAssistants(const Drawing& drawing, const Scene& scene);
void paintCustomers(const Drawing& drawing, const Scene& scene);
void paintRope(const Drawing& drawing);
// people_captions.cpp
void captionWaiting(const Drawing& drawing, const Scene& scene,
                    const std::vector<WaitingGroup>& groups);  // 'ready, waiting for the scanner'
void captionAway(const Drawing& drawing, const Scene& scene);  // bubbles
void captionLine(const Drawing& drawing, const Scene& scene);
void captionAssistants(const Drawing& drawing, const Scene& scene);
// board_painter.cpp
void paintBoard(const Drawing& drawing, const Scene& scene);
void paintTickets(const Drawing& drawing, const Scene& scene);
// walls_painter.cpp
void paintParcels(const Drawing& drawing, const Scene& scene, const std::vector<TillNow>& tills);
void paintWalls(const Drawing& drawing, const Scene& scene, const std::vector<TillNow>& tills);
void captionMemory(const Drawing& drawing, const ShopState& state);  // of all pop-up tills
void paintSheet(const Drawing& drawing, const Scene& scene);
void paintExit(const Drawing& drawing, const Scene& scene);
}  // namespace threadmart
