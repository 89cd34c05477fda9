// Where everybody stands at a time: geometry only. A pure function of (recording, time, floor plan, motion).
#pragma once

#include <memory>
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
  double opacity = 1;         // 0: not to be seen
  Spot spot = Spot::Outside;  // of the state at the time, whatever is left of the way to it
};

struct Scene {
  ShopState state;
  std::vector<Person> customers;   // by task, as in state
  std::vector<Person> assistants;  // as in state; spot Till: behind it, Outside: with tea
  struct Crowd {                   // a group too large to be counted by eye
    QRectF area;                   // around all of them, once they have arrived
    std::size_t count = 0;
    Spot spot = Spot::Line;
  };
  std::vector<Crowd> crowds;
};

// How movement is drawn. Places of a state are reached smoothly within about `ease` of recorded time; 0: at once, as in
// stills and between steps. Feet are inside a till's zone exactly while the state is Running, eased or not.
struct Motion {
  Nanos ease = 0;
  bool fade = false;  // reduced motion: nobody walks, they fade in where they are now
};

Scene sceneAt(const ShopIndex& index, Nanos time, const FloorPlan& floor, const Motion& motion = {});

// The same, again and again, without asking for memory each time. What was asked before does not matter.
class SceneMaker {
 public:
  SceneMaker();
  ~SceneMaker();
  SceneMaker(SceneMaker&&) noexcept;
  SceneMaker& operator=(SceneMaker&&) noexcept;
  const Scene& make(const ShopIndex& index, Nanos time, const FloorPlan& floor, const Motion& motion = {});

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// What is drawn at a point, the foremost.
Thing thingAt(const Scene& scene, const FloorPlan& floor, QPointF at);
// Empty if it is not to be seen. Tickets have a place each, or, where they would be too small to read, none of them
// has.
QRectF outlineOf(const Thing& thing, const Scene& scene, const FloorPlan& floor);

}  // namespace threadmart
