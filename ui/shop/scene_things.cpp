// What can be pointed at in the shop, and where it is.
#include <algorithm>
#include <cmath>

#include "ui/shop/crowd.h"
#include "ui/shop/scene.h"

namespace threadmart {
namespace {

constexpr double kTicketWidth = 62, kTicketHeight = 24;  // the smallest that can be read
constexpr double kTicketWidest = 104, kTicketHighest = 50;
constexpr double kTicketGap = 6;
constexpr double kSeen = 0.1;     // opacity from which on something can be pointed at
constexpr double kTouchable = 6;  // pixels: smaller people are as large as this to the pointer

QRectF bodyOf(const Person& person) {
  const double width = person.height * kFigureWidth;
  return {person.feet.x() - width / 2, person.feet.y() - person.height, width, person.height};
}

bool canTouch(const Person& person, QPointF at, double scale) {
  if (person.opacity < kSeen) return false;
  const double more = std::max(0.0, kTouchable * scale - person.height) / 2;
  return bodyOf(person).adjusted(-more, -more, more, more).contains(at);
}

// Places for the tickets of all customers, by row; empty if they would be too small.
QRectF ticketRect(const FloorPlan& floor, TaskId task) {
  const QRectF& area = floor.tickets;
  const double gap = kTicketGap * floor.scale;
  const auto count = [gap](double room, double each) { return std::max(1.0, std::floor((room + gap) / (each + gap))); };
  const double customers = std::max(1.0, static_cast<double>(floor.needs.customers));
  // As few rows as possible, so that they are as large as possible.
  const double most_columns = count(area.width(), kTicketWidth * floor.scale);
  const double rows = std::ceil(customers / most_columns);
  if (rows > count(area.height(), kTicketHeight * floor.scale) || area.height() < kTicketHeight * floor.scale)
    return {};
  const double columns = std::ceil(customers / rows);
  const double width = std::min((area.width() + gap) / columns - gap, kTicketWidest * floor.scale);
  const double height = std::min((area.height() + gap) / rows - gap, kTicketHighest * floor.scale);
  const double column = std::fmod(task, columns), row = std::floor(task / columns);
  return {area.left() + column * (width + gap), area.top() + row * (height + gap), width, height};
}

const ShopTicket* ticketOf(const ShopState& state, TaskId task) {
  const auto found = std::lower_bound(state.tickets.begin(), state.tickets.end(), task,
                                      [](const ShopTicket& ticket, TaskId wanted) { return ticket.task < wanted; });
  return found != state.tickets.end() && found->task == task ? &*found : nullptr;
}

// Of one till for all workers: the worker who is served there, or was last.
WorkerId workerAt(const Scene& scene, const FloorPlan& floor, std::size_t till) {
  if (floor.tills.size() > 1 || scene.state.tills.size() <= 1) return static_cast<WorkerId>(till);
  const auto& scanner = scene.state.scanner;
  return scanner && scanner->holder != kNoWorker ? scanner->holder : 0;
}

Thing tillAt(const Scene& scene, const FloorPlan& floor, QPointF at) {
  for (std::size_t i = 0; i < floor.tills.size(); ++i)
    if (floor.tills[i].counter.contains(at)) return tillThing(workerAt(scene, floor, i));
  for (std::size_t i = 0; i < floor.tills.size(); ++i)
    if (floor.tills[i].wall.contains(at)) return tillThing(workerAt(scene, floor, i));
  return {};
}

}  // namespace

Thing thingAt(const Scene& scene, const FloorPlan& floor, QPointF at) {
  Thing thing;
  double front = -1;  // people are drawn from back to front
  const auto look = [&](const Person& person, const Thing& candidate) {
    if (person.feet.y() < front || !canTouch(person, at, floor.scale)) return;
    front = person.feet.y();
    thing = candidate;
  };
  for (std::size_t i = 0; i < scene.assistants.size(); ++i)
    look(scene.assistants[i], assistantThing(scene.state.assistants[i].core));
  for (std::size_t i = 0; i < scene.customers.size(); ++i)
    look(scene.customers[i], customerThing(static_cast<TaskId>(i)));
  if (thing) return thing;
  if (floor.tickets.contains(at))
    for (const ShopTicket& ticket : scene.state.tickets)
      if (ticketRect(floor, ticket.task).contains(at)) return ticketThing(ticket.task);
  return tillAt(scene, floor, at);
}

QRectF outlineOf(const Thing& thing, const Scene& scene, const FloorPlan& floor) {
  switch (thing.kind) {
    case Thing::Kind::None:
      return {};
    case Thing::Kind::Customer:
      if (thing.id >= scene.customers.size() || scene.customers[thing.id].opacity < kSeen) return {};
      return bodyOf(scene.customers[thing.id]);
    case Thing::Kind::Assistant:
      for (std::size_t i = 0; i < scene.assistants.size(); ++i)
        if (scene.state.assistants[i].core == thing.id && scene.assistants[i].opacity >= kSeen)
          return bodyOf(scene.assistants[i]);
      return {};
    case Thing::Kind::Till: {
      const FloorPlan::Till* till = floor.tillOf(thing.id);
      return till && thing.id < scene.state.tills.size() ? till->counter : QRectF();
    }
    case Thing::Kind::Ticket:
      return ticketOf(scene.state, thing.id) && !floor.tickets.isEmpty() ? ticketRect(floor, thing.id) : QRectF();
  }
  return {};
}

}  // namespace threadmart
