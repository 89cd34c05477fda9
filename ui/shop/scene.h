// Where everybody stands at a time: geometry only. A pure function of (recording, time, floor plan, ease).
#pragma once

#include <optional>
#include <vector>

#include "ui/shop/floor.h"
#include "ui/words/thing.h"

namespace threadmart {

enum class Spot : std::uint8_t { Outside, Line, Till, Aisle, Waiting /* for scanner, lock or assistant */, Exit };
// Where a customer belongs, by state. The shop never shows anything else.
Spot spotOf(const ShopCustomer& customer);

struct Person {
  QPointF feet;
  double height = 0;
  double opacity = 1;
  Spot spot = Spot::Outside;  // of the state at the time, whatever is left of the way to it
};

struct Scene {
  ShopState state;
  std::vector<Person> customers;   // by task, as in state
  std::vector<Person> assistants;  // as in state; spot Till: behind it, Outside: with tea
  struct Crowd {                   // a group too large to be counted by eye
    QRectF area;
    std::size_t count = 0;
    Spot spot = Spot::Line;
  };
  std::vector<Crowd> crowds;
};

// How movement is drawn. Places of a state are reached smoothly within about `ease` of recorded time; 0: at once, as in
// stills and between steps. Feet are inside a till's zone exactly while the state is Running, eased or not.
struct Motion {
  Nanos ease = 0;
  bool fade = false;  // reduced motion: nobody walks, they fade over
};

Scene sceneAt(const ShopIndex& index, Nanos time, const FloorPlan& floor, const Motion& motion = {});

// What is drawn at a point, the foremost.
Thing thingAt(const Scene& scene, const FloorPlan& floor, QPointF at);
QRectF outlineOf(const Thing& thing, const Scene& scene, const FloorPlan& floor);  // empty if it is not to be seen

}  // namespace threadmart
