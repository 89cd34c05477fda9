#include "ui/shop/groups.h"

#include <algorithm>
#include <cmath>

#include "ui/shop/crowd.h"

namespace threadmart {
namespace {

constexpr std::size_t kByEye = 12;  // more are outlined together
constexpr double kSmallest = 24;    // height below which outlines of their own would be all one sees

bool standSpread(const WaitingGroup& group, const Scene& scene) {
  if (group.tasks.size() > kByEye) return false;
  for (std::size_t i = 0; i < group.tasks.size(); ++i) {
    const Person& one = scene.customers[group.tasks[i]];
    if (one.height < kSmallest) return false;
    for (std::size_t j = i + 1; j < group.tasks.size(); ++j) {
      const Person& other = scene.customers[group.tasks[j]];
      if (std::abs(one.feet.x() - other.feet.x()) < one.height * 0.8 &&
          std::abs(one.feet.y() - other.feet.y()) < one.height)
        return false;
    }
  }
  return true;
}

}  // namespace

std::vector<WaitingGroup> waitingGroups(const Scene& scene, const FloorPlan& floor) {
  std::vector<WaitingGroup> groups;
  for (TaskId task = 0; task < scene.customers.size(); ++task) {
    const Person& person = scene.customers[task];
    const ShopCustomer& customer = scene.state.customers[task];
    if (person.spot != Spot::Waiting || person.opacity <= 0) continue;
    const FloorPlan::Till* till = floor.tillOf(customer.worker);
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const WaitingGroup& g) { return g.state == customer.state && g.till == till; });
    if (group == groups.end()) group = groups.insert(groups.end(), {customer.state, till, {}, {}, true});
    const double width = person.height * kFigureWidth;
    group->tasks.push_back(task);
    group->area |= QRectF(person.feet.x() - width / 2, person.feet.y() - person.height, width, person.height);
  }
  for (WaitingGroup& group : groups) group.spread = standSpread(group, scene);
  return groups;
}

}  // namespace threadmart
