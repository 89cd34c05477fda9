// Customers and assistants, and the outlines of those who stand waiting.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/shop/drawing.h"

namespace threadmart {
namespace {

constexpr double kPostToPost = 0.3;  // of a piece of rope
constexpr double kReadable = 6.5;    // pixels of a font

Art poseOf(const Person& person) {
  switch (person.spot) {
    case Spot::Till:
      return Art::CustomerAtTill;
    case Spot::Aisle:
      return Art::CustomerAway;
    case Spot::Exit:
      return Art::CustomerGone;
    case Spot::Outside:
    case Spot::Line:
    case Spot::Waiting:
      return Art::CustomerWaiting;
  }
  return Art::CustomerWaiting;
}

// 0 empty … 3 full. Who scans nothing has a basket all the same.
std::uint8_t basketOf(const ShopCustomer& customer) {
  if (customer.items == 0) return 3;
  const std::uint32_t left = customer.items - std::min(customer.items, customer.scanned);
  return static_cast<std::uint8_t>((left * 3 + customer.items - 1) / customer.items);
}

void paintNumber(const Drawing& drawing, TaskId task, const QRectF& place) {
  const QString text = QString::number(task + 1);
  const double size = std::min(place.height() * 0.82, place.width() * 1.45 / static_cast<double>(text.size()));
  if (size < kReadable) return;
  QFont font = drawing.theme.font(1, QFont::Bold);
  font.setPixelSize(static_cast<int>(size));
  const double width = QFontMetricsF(font).horizontalAdvance(text);
  drawLine(drawing.painter, text, place.center().x() - width / 2, place.center().y(), font,
           drawing.theme.textOnTask(task));
}

bool hasTrolley(const Drawing& drawing, const ShopCustomer& customer) {
  const ShopKind kind = drawing.floor.needs.kind;
  return (kind == ShopKind::Trolleys || kind == ShopKind::ScannerPool) && customer.worker != kNoWorker &&
         customer.state != TaskState::Queued && customer.state != TaskState::Done;
}

void paintCustomer(const Drawing& drawing, TaskId task, const ShopCustomer& customer, const Person& person) {
  const Art pose = poseOf(person);
  const QRectF rect = figureRect(pose, person.feet, person.height);
  ArtColours colours = customerColours(task, drawing.theme);
  colours.basket = basketOf(customer);
  if (hasTrolley(drawing, customer))
    drawing.art.draw(drawing.painter, Art::Trolley, trolleyPlace(rect), {}, person.opacity);
  drawing.art.draw(drawing.painter, pose, rect, colours, person.opacity);
  if (person.opacity > 0.5) paintNumber(drawing, task, numberPlace(pose, rect));
}

void paintAssistant(const Drawing& drawing, const ShopAssistant& assistant, const Person& person) {
  const Art pose = person.spot == Spot::Till ? Art::AssistantScanning : Art::AssistantWithTea;
  drawing.art.draw(drawing.painter, pose, figureRect(pose, person.feet, person.height),
                   assistantColours(assistant.core, drawing.theme), person.opacity);
}

void paintOutline(const Drawing& drawing, const QRectF& rect, TaskState state) {
  const bool lock = state == TaskState::Lock;
  const Theme& theme = drawing.theme;
  drawing.painter.setPen(
      QPen(lock ? theme.warning : theme.ready_edge, drawing.px(1.5), lock ? Qt::SolidLine : Qt::DashLine));
  drawing.painter.setBrush(lock ? theme.warning_soft : theme.ready_fill);
  const double radius = std::min(drawing.px(8), rect.width() / 3);
  drawing.painter.drawRoundedRect(rect, radius, radius);
}

}  // namespace

bool hasRope(const FloorPlan& floor) {
  const ShopKind kind = floor.needs.kind;
  return kind == ShopKind::Trolleys || kind == ShopKind::ScannerPool || kind == ShopKind::Walls;
}

// In front of the line. The last post of a piece is the first one of the next.
void paintRope(const Drawing& drawing) {
  const QRectF& line = drawing.floor.line;
  if (!hasRope(drawing.floor) || line.isEmpty()) return;
  const double height = std::min(drawing.px(30), 0.2 * line.width());
  repeatArt(drawing, Art::Rope, QRectF(line.left(), line.bottom() - height * 0.8, line.width(), height), kPostToPost);
}

QRectF figureRect(Art art, QPointF feet, double height) {
  const double width = height * ArtCabinet::aspect(art);
  return {feet.x() - width / 2, feet.y() - height, width, height};
}

void paintOutlines(const Drawing& drawing, const Scene& scene, const std::vector<WaitingGroup>& groups) {
  for (const WaitingGroup& group : groups) {
    if (!group.spread) {
      paintOutline(drawing, group.area.adjusted(-drawing.px(4), -drawing.px(3), drawing.px(4), drawing.px(4)),
                   group.state);
      continue;
    }
    for (const TaskId task : group.tasks) {
      const Person& person = scene.customers[task];
      const QRectF figure = figureRect(Art::CustomerWaiting, person.feet, person.height);
      paintOutline(drawing,
                   figure.adjusted(figure.width() * 0.04, -drawing.px(3), figure.width() * 0.02, drawing.px(3)),
                   group.state);
    }
  }
}

void paintAssistants(const Drawing& drawing, const Scene& scene) {
  for (std::size_t i = 0; i < scene.assistants.size() && i < scene.state.assistants.size(); ++i)
    paintAssistant(drawing, scene.state.assistants[i], scene.assistants[i]);
}

// Who stands further in front hides those behind.
void paintCustomers(const Drawing& drawing, const Scene& scene) {
  std::vector<TaskId> order;
  order.reserve(scene.customers.size());
  for (TaskId task = 0; task < scene.customers.size(); ++task)
    if (scene.customers[task].opacity > 0 && scene.customers[task].height > 0) order.push_back(task);
  std::stable_sort(order.begin(), order.end(),
                   [&](TaskId a, TaskId b) { return scene.customers[a].feet.y() < scene.customers[b].feet.y(); });
  for (const TaskId task : order) paintCustomer(drawing, task, scene.state.customers[task], scene.customers[task]);
}

}  // namespace threadmart
