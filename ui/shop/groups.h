// Who stands together: those who wait for the same thing at the same till.
#pragma once

#include <vector>

#include "ui/shop/scene.h"

namespace threadmart {

struct WaitingGroup {
  TaskState state = TaskState::Lock;  // Lock or Ready
  const FloorPlan::Till* till = nullptr;
  std::vector<TaskId> tasks;
  QRectF area;         // around all of them
  bool spread = true;  // nobody hides another
};
std::vector<WaitingGroup> waitingGroups(const Scene& scene, const FloorPlan& floor);

}  // namespace threadmart
