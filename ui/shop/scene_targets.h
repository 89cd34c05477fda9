// Part of the scene: the places where everybody belongs, by state, without the ways between them.
#pragma once

#include <vector>

#include "ui/shop/crowd.h"
#include "ui/shop/scene.h"

namespace threadmart {

struct Target {
  QPointF feet;
  double height = 0;
  Spot spot = Spot::Outside;
  const FloorPlan::Till* till = nullptr;  // at it, waiting or served; of an assistant: behind it
};

struct Targets {
  std::vector<Target> customers, assistants;
};

class TargetMaker {
 public:
  void make(const ShopState& state, const FloorPlan& floor, Targets& out);
  // Of the state just made: groups that are too large to be counted by eye.
  void crowds(const FloorPlan& floor, std::vector<Scene::Crowd>& out) const;

 private:
  // Who stands somewhere, in the order in which they came: by till, since when, task.
  struct Entry {
    const FloorPlan::Till* till = nullptr;
    Nanos since = 0;
    TaskId task = kNoTask;
  };
  void sortIn(const ShopState& state, const FloorPlan& floor);
  void placeRoom(const std::vector<Entry>& entries, const QRectF& area, double figure, From from, Targets& out);
  void placeWaiting(Targets& out);
  void placeServed(Targets& out);
  void placeAssistants(const ShopState& state, const FloorPlan& floor, Targets& out);

  std::vector<Entry> line_, aisle_, exit_, waiting_, served_;
  std::vector<Entry> serving_;  // assistants: their position instead of a task
};

}  // namespace threadmart
