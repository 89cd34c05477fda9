// The tills of a floor plan: how large they can be, and where in its cell everything of a till stands.
#pragma once

#include "ui/shop/floor.h"

namespace threadmart {

struct TillStyle {
  bool own_waiting = true;  // a place for the one customer of this till; else all wait in a common room
  bool own_wall = false;    // of its own process, with a caption on it
  bool bell = false;        // over the counter
  bool large = false;       // the only till there is
  bool pop_up = false;      // a table without a sign
};

// The greatest height of people at most `most` at which `count` tills have room in the region.
double tillFigure(const QRectF& region, std::size_t count, const TillStyle& style, double label, double most);

// Equal cells for `count` tills of that size.
FloorPlan::Grid tillGrid(const QRectF& region, std::size_t count, const TillStyle& style, double label, double figure);
QRectF cellOf(const FloorPlan::Grid& grid, std::size_t till);

// A till in its cell; the feet of who is served are `below_feet` above the cell's bottom.
FloorPlan::Till makeTill(const QRectF& cell, const TillStyle& style, double label, double figure, double below_feet);
double belowFeet(const QRectF& cell, const TillStyle& style, double label, double figure);

}  // namespace threadmart
