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
// feet on points; where a rectangle is for people, they are in it from head to foot.
struct FloorPlan {
  struct Till {
    double figure = 0;          // height of those at this till
    QRectF zone;                // whose feet are in it is being served, and nobody else: no two zones overlap
    QPointF customer;           // feet of the one being served
    QPointF assistant;          // feet of who serves
    QRectF counter;             // the till as drawn
    QRectF sign;                // its number; between the two who stand there. Empty where there is none
    QRectF waiting;             // at this till but not served: for the scanner, for an assistant
    double waiting_figure = 0;  // height of those in it
    QRectF wall;                // of the till's own process

    friend bool operator==(const Till&, const Till&) = default;
  };
  struct Grid {  // the tills stand in equal cells, by row; what belongs to a till lies in its cell, but shared waiting
    QRectF area;
    std::size_t columns = 0, rows = 0;

    friend bool operator==(const Grid&, const Grid&) = default;
  };
  ShopNeeds needs;
  QSizeF size;
  double figure = 40;       // height of a customer; grows smaller, without a jump, as there are more of them
  double line_figure = 40;  // of those in the line, where it is narrow
  double exit_figure = 24;  // of those who are done: they are on their way
  double staff_figure = 40;
  double label = 0;     // height of the free strips for labels: see below
  double scale = 1;     // of the theme
  QRectF ground;        // the floor in another colour than the wall behind it
  QRectF wall;          // of the process that all tills are in; a label has room on its top edge
  QRectF shelf, aisle;  // who is away stands in the aisle, before the shelf. Labels have room above both
  QRectF line;          // submitted, not started (behind the rope, where there is one)
  QRectF staff;         // assistants with nothing to do; a label has room in it at the top and at the bottom
  QRectF board, tickets, sheet, bell;
  QRectF exit;              // done; a label has room above it
  std::vector<Till> tills;  // by worker. With one scanner there is one, for all workers
  Grid grid;

  const Till* tillOf(WorkerId worker) const;  // null: there is none
  const Till* zoneAt(QPointF feet) const;     // whose zone the point is in; null: in none
  QRectF staffRoom() const;                   // of `staff`, without the labels
  friend bool operator==(const FloorPlan&, const FloorPlan&) = default;
};
FloorPlan layoutFloor(const ShopNeeds& needs, QSizeF size, const Theme& theme);

}  // namespace threadmart
