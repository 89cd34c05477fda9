// The floor plan of a shop: everything that does not move. A pure function of (what kind of shop, how many of what, the
// size, the theme); the same for every time of a run.
#pragma once

#include <vector>

#include <QRectF>
#include <QSizeF>

#include "core/projections/shop.h"
#include "ui/theme/theme.h"

namespace threadmart {

// How much room is needed for what. Of a run that grows everything here is known from the first moment.
struct ShopNeeds {
  ShopKind kind = ShopKind::OneTill;
  std::size_t customers = 0, workers = 0, assistants = 0;
  bool tickets = false, sheet = false;

  friend bool operator==(const ShopNeeds&, const ShopNeeds&) = default;
};
ShopNeeds shopNeeds(const ShopIndex& index);

// Rectangles are in logical pixels of the picture and empty where a shop has no such thing. People stand with their
// feet on points.
struct FloorPlan {
  struct Till {
    QRectF zone;       // whose feet are in it is being served, and nobody else: no two zones overlap
    QPointF customer;  // feet of the one being served
    QPointF assistant; // feet of who serves
    QRectF counter;    // the art
    QRectF waiting;    // at this till but not served: for the scanner, for an assistant
    QRectF wall;       // of the till's own process
  };
  ShopNeeds needs;
  QSizeF size;
  double figure = 40;       // height of a customer; grows smaller, without a jump, as there are more of them
  QRectF ground;            // the floor in another colour than the wall behind it
  QRectF wall;              // of the process that all tills are in
  QRectF shelf, aisle;      // aisle: who is away stands in it
  QRectF line;              // submitted, not started (behind the rope, where there is one)
  QRectF staff;             // assistants with nothing to do
  QRectF board, tickets, sheet, bell, exit;
  std::vector<Till> tills;  // by worker. With one scanner there is one, for all workers

  const Till* tillOf(WorkerId worker) const;
  friend bool operator==(const FloorPlan&, const FloorPlan&) = default;
};
FloorPlan layoutFloor(const ShopNeeds& needs, QSizeF size, const Theme& theme);

}  // namespace threadmart
