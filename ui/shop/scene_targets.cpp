#include "ui/shop/scene_targets.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace threadmart {
namespace {

constexpr std::size_t kCounted = 20;      // more are not counted at a glance
constexpr double kSmallFigure = 24;       // pixels: of people as small as this …
constexpr std::size_t kCountedSmall = 5;  // … not more than these are

// Calls back with the range of each till's entries.
template <class Entries, class Callback>
void forEachTill(const Entries& entries, Callback&& callback) {
  for (std::size_t first = 0; first < entries.size();) {
    std::size_t end = first + 1;
    while (end < entries.size() && entries[end].till == entries[first].till) ++end;
    callback(first, end);
    first = end;
  }
}

const FloorPlan::Till* tillFor(const FloorPlan& floor, WorkerId worker) {
  const FloorPlan::Till* till = floor.tillOf(worker);
  return till || floor.tills.empty() ? till : &floor.tills.front();
}

// Several who are served at one till, in the moment of a hand-over, stand close together.
QPointF shoulderToShoulder(const FloorPlan::Till& till, std::size_t index, std::size_t count) {
  const double step = std::min(0.3 * till.figure, 0.8 * till.zone.width() / static_cast<double>(count));
  const double shift = step * (static_cast<double>(index) - static_cast<double>(count - 1) / 2);
  return {std::clamp(till.customer.x() + shift, till.zone.left(), till.zone.right()), till.customer.y()};
}

}  // namespace

Spot spotOf(const ShopCustomer& customer) {
  if (!customer.submitted) return Spot::Outside;
  switch (customer.state) {
    case TaskState::Queued:
      return Spot::Line;
    case TaskState::Running:
      return Spot::Till;
    case TaskState::Io:
      return Spot::Aisle;
    case TaskState::Lock:
    case TaskState::Ready:  // in an event loop: awake, and in its list READY until the loop resumes it
      return Spot::Waiting;
    case TaskState::Done:
      return Spot::Exit;
  }
  return Spot::Outside;
}

void TargetMaker::sortIn(const ShopState& state, const FloorPlan& floor) {
  for (std::vector<Entry>* entries : {&line_, &aisle_, &exit_, &waiting_, &served_}) entries->clear();
  for (const ShopCustomer& customer : state.customers) {
    const Entry entry{nullptr, customer.since, customer.task};
    const auto at_till = [&] { return Entry{tillFor(floor, customer.worker), customer.since, customer.task}; };
    switch (spotOf(customer)) {
      case Spot::Outside:
        break;
      case Spot::Line:
        line_.push_back(entry);
        break;
      case Spot::Aisle:
        aisle_.push_back(entry);
        break;
      case Spot::Exit:
        exit_.push_back(entry);
        break;
      case Spot::Till:
        served_.push_back(at_till());
        break;
      case Spot::Waiting:
        waiting_.push_back(at_till());
        break;
    }
  }
  const auto before = [](const Entry& a, const Entry& b) {
    if (a.till != b.till) return std::less<>()(a.till, b.till);
    return std::tie(a.since, a.task) < std::tie(b.since, b.task);
  };
  for (std::vector<Entry>* entries : {&line_, &aisle_, &exit_, &waiting_, &served_})
    if (!std::is_sorted(entries->begin(), entries->end(), before)) std::sort(entries->begin(), entries->end(), before);
}

void TargetMaker::make(const ShopState& state, const FloorPlan& floor, Targets& out) {
  const QPointF door(floor.line.left() + floor.line_figure * kFigureWidth / 2, floor.line.bottom());
  out.customers.assign(state.customers.size(), {door, floor.line_figure, Spot::Outside, nullptr});
  for (std::size_t i = 0; i < state.customers.size(); ++i) out.customers[i].spot = spotOf(state.customers[i]);
  sortIn(state, floor);
  placeRoom(line_, floor.line, floor.line_figure, From::Right, out);
  placeRoom(aisle_, floor.aisle, floor.figure, From::Left, out);
  placeRoom(exit_, floor.exit, floor.exit_figure, From::Left, out);
  placeWaiting(out);
  placeServed(out);
  placeAssistants(state, floor, out);
}

void TargetMaker::placeRoom(const std::vector<Entry>& entries, const QRectF& area, double figure, From from,
                            Targets& out) {
  const Places places(area, figure, entries.size(), from);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    Target& target = out.customers[entries[i].task];
    target.feet = places.feet(i);
    target.height = figure;
  }
}

void TargetMaker::placeWaiting(Targets& out) {
  forEachTill(waiting_, [&](std::size_t first, std::size_t end) {
    const FloorPlan::Till* till = waiting_[first].till;
    if (!till) return;
    const Places places(till->waiting, till->waiting_figure, end - first, From::Right);
    for (std::size_t i = first; i < end; ++i) {
      Target& target = out.customers[waiting_[i].task];
      target = {places.feet(i - first), till->waiting_figure, Spot::Waiting, till};
    }
  });
}

void TargetMaker::placeServed(Targets& out) {
  forEachTill(served_, [&](std::size_t first, std::size_t end) {
    const FloorPlan::Till* till = served_[first].till;
    if (!till) return;
    for (std::size_t i = first; i < end; ++i)
      out.customers[served_[i].task] = {shoulderToShoulder(*till, i - first, end - first), till->figure, Spot::Till,
                                        till};
  });
}

// An assistant moves only for a task whose core is known: of a Running one with kNoCore nobody knows who serves it, and
// nobody is shown behind its till.
void TargetMaker::placeAssistants(const ShopState& state, const FloorPlan& floor, Targets& out) {
  const Places staff(floor.staffRoom(), floor.staff_figure, state.assistants.size(), From::Left);
  out.assistants.clear();
  serving_.clear();
  for (std::size_t i = 0; i < state.assistants.size(); ++i) {
    out.assistants.push_back({staff.feet(i), floor.staff_figure, Spot::Outside, nullptr});
    const ShopAssistant& assistant = state.assistants[i];
    const FloorPlan::Till* till = assistant.task == kNoTask ? nullptr : tillFor(floor, assistant.worker);
    if (till) serving_.push_back({till, 0, static_cast<TaskId>(i)});
  }
  std::stable_sort(serving_.begin(), serving_.end(),
                   [](const Entry& a, const Entry& b) { return std::less<>()(a.till, b.till); });
  forEachTill(serving_, [&](std::size_t first, std::size_t end) {
    const FloorPlan::Till& till = *serving_[first].till;
    for (std::size_t i = first; i < end; ++i) {
      const double aside = 0.3 * till.figure * static_cast<double>(i - first);
      out.assistants[serving_[i].task] = {till.assistant - QPointF(aside, 0), till.figure, Spot::Till, &till};
    }
  });
}

void TargetMaker::crowds(const FloorPlan& floor, std::vector<Scene::Crowd>& out) const {
  out.clear();
  if (floor.needs.kind == ShopKind::Unknown) return;
  const auto add = [&](Spot spot, const QRectF& area, double figure, std::size_t count, From from) {
    if (count <= (figure < kSmallFigure * floor.scale ? kCountedSmall : kCounted)) return;
    out.push_back({Places(area, figure, count, from).bounds(count), count, spot});
  };
  add(Spot::Line, floor.line, floor.line_figure, line_.size(), From::Right);
  add(Spot::Aisle, floor.aisle, floor.figure, aisle_.size(), From::Left);
  add(Spot::Exit, floor.exit, floor.exit_figure, exit_.size(), From::Left);
  forEachTill(waiting_, [&](std::size_t first, std::size_t end) {
    const FloorPlan::Till* till = waiting_[first].till;
    if (till) add(Spot::Waiting, till->waiting, till->waiting_figure, end - first, From::Right);
  });
}

}  // namespace threadmart
