#include "ui/shop/scene.h"

#include <algorithm>
#include <array>

#include "ui/shop/scene_targets.h"

namespace threadmart {
namespace {

constexpr std::size_t kSamples = 3;
constexpr double kFaint = 0.2;   // who fades in can be seen from the first moment
constexpr double kClear = 0.02;  // of a figure: how far from a zone's edge

// The weights of a quadratic B-spline's three points, the latest first; `u` 0…1 between two samples.
std::array<double, kSamples> weightsAt(double u) {
  return {u * u / 2, 0.5 + u - u * u, (1 - u) * (1 - u) / 2};
}

QPointF intoZone(QPointF feet, const FloorPlan::Till& till) {
  const double clear = kClear * till.figure;
  const QRectF zone = till.zone.adjusted(clear, clear, -clear, -clear);
  return {std::clamp(feet.x(), zone.left(), zone.right()), std::clamp(feet.y(), zone.top(), zone.bottom())};
}

// To the nearest edge, and a little further.
QPointF outOfZones(QPointF feet, const FloorPlan& floor) {
  const FloorPlan::Till* till = floor.zoneAt(feet);
  if (!till) return feet;
  const QRectF& zone = till->zone;
  const double left = feet.x() - zone.left(), right = zone.right() - feet.x();
  const double top = feet.y() - zone.top(), bottom = zone.bottom() - feet.y();
  const double clear = kClear * till->figure, nearest = std::min({left, right, top, bottom});
  if (nearest == left) return {zone.left() - clear, feet.y()};
  if (nearest == right) return {zone.right() + clear, feet.y()};
  if (nearest == top) return {feet.x(), zone.top() - clear};
  return {feet.x(), zone.bottom() + clear};
}

// Between the three targets; opacity tells how much of the way somebody was there at all.
Person walking(const std::array<const Target*, kSamples>& targets, const std::array<double, kSamples>& weights) {
  Person person;
  person.opacity = 0;
  for (std::size_t k = 0; k < kSamples; ++k) {
    person.feet += targets[k]->feet * weights[k];
    person.height += targets[k]->height * weights[k];
    if (targets[k]->spot != Spot::Outside) person.opacity += weights[k];
  }
  return person;
}

Person fading(const Target& now, const std::array<const Target*, kSamples>& targets,
              const std::array<double, kSamples>& weights) {
  double here = 0;
  for (std::size_t k = 0; k < kSamples; ++k)
    if (targets[k]->spot == now.spot && targets[k]->till == now.till) here += weights[k];
  return {.feet = now.feet, .height = now.height, .opacity = kFaint + (1 - kFaint) * std::min(1.0, here)};
}

}  // namespace

struct SceneMaker::Parts {
  Scene scene;
  TargetMaker maker;
  ShopState sampled;                      // at a time of the grid
  std::array<Targets, kSamples> samples;  // the latest first
  Targets now;

  void still();
  void moving(const ShopIndex& index, const FloorPlan& floor, const Motion& motion);
  void person(std::size_t i, const Motion& motion, const std::array<double, kSamples>& weights,
              std::vector<Target> Targets::*who, Person& out) const;
  void keepToZones(const FloorPlan& floor);
};

void SceneMaker::Parts::still() {
  const auto stand = [](const Target& target, Person& person) {
    person = {target.feet, target.height, 1, target.spot};
  };
  for (std::size_t i = 0; i < now.customers.size(); ++i) stand(now.customers[i], scene.customers[i]);
  for (std::size_t i = 0; i < now.assistants.size(); ++i) stand(now.assistants[i], scene.assistants[i]);
}

void SceneMaker::Parts::person(std::size_t i, const Motion& motion, const std::array<double, kSamples>& weights,
                               std::vector<Target> Targets::*who, Person& out) const {
  const Target& target = (now.*who)[i];
  std::array<const Target*, kSamples> targets{};
  for (std::size_t k = 0; k < kSamples; ++k) targets[k] = &(samples[k].*who)[i];
  out = motion.fade ? fading(target, targets, weights) : walking(targets, weights);
  out.spot = target.spot;
}

void SceneMaker::Parts::moving(const ShopIndex& index, const FloorPlan& floor, const Motion& motion) {
  const Nanos time = std::max<Nanos>(0, scene.state.time);
  const Nanos step = std::max<Nanos>(1, motion.ease / static_cast<Nanos>(kSamples));
  const Nanos latest = time / step * step;
  for (std::size_t k = 0; k < kSamples; ++k) {
    const Nanos at = std::max<Nanos>(0, latest - static_cast<Nanos>(k) * step);
    if (k > 0 && latest < static_cast<Nanos>(k) * step) {  // before the beginning is like the beginning
      samples[k] = samples[k - 1];
      continue;
    }
    index.at(at, sampled);
    maker.make(sampled, floor, samples[k]);
  }
  const std::array<double, kSamples> weights =
      weightsAt(static_cast<double>(time - latest) / static_cast<double>(step));
  for (std::size_t i = 0; i < scene.customers.size(); ++i)
    person(i, motion, weights, &Targets::customers, scene.customers[i]);
  for (std::size_t i = 0; i < scene.assistants.size(); ++i) {
    person(i, motion, weights, &Targets::assistants, scene.assistants[i]);
    if (!motion.fade) scene.assistants[i].opacity = 1;  // they are never outside
  }
}

void SceneMaker::Parts::keepToZones(const FloorPlan& floor) {
  for (std::size_t i = 0; i < scene.customers.size(); ++i) {
    Person& person = scene.customers[i];
    if (person.spot == Spot::Outside) person.opacity = 0;
    const FloorPlan::Till* till = now.customers[i].till;
    const bool served = person.spot == Spot::Till && till != nullptr;
    person.feet = served ? intoZone(person.feet, *till) : outOfZones(person.feet, floor);
  }
  if (!floor.tills.empty()) return;
  for (std::vector<Person>* people : {&scene.customers, &scene.assistants})  // of a shop that nobody knows
    for (Person& person : *people) person.opacity = 0;
}

SceneMaker::SceneMaker() : parts_(std::make_unique<Parts>()) {}
SceneMaker::~SceneMaker() = default;
SceneMaker::SceneMaker(SceneMaker&&) noexcept = default;
SceneMaker& SceneMaker::operator=(SceneMaker&&) noexcept = default;

const Scene& SceneMaker::make(const ShopIndex& index, Nanos time, const FloorPlan& floor, const Motion& motion) {
  Parts& parts = *parts_;
  Scene& scene = parts.scene;
  index.at(time, scene.state);
  parts.maker.make(scene.state, floor, parts.now);
  parts.maker.crowds(floor, scene.crowds);
  scene.customers.resize(parts.now.customers.size());
  scene.assistants.resize(parts.now.assistants.size());
  if (motion.ease > 0) {
    parts.moving(index, floor, motion);
  } else {
    parts.still();
  }
  parts.keepToZones(floor);
  return scene;
}

Scene sceneAt(const ShopIndex& index, Nanos time, const FloorPlan& floor, const Motion& motion) {
  SceneMaker maker;
  return maker.make(index, time, floor, motion);
}

}  // namespace threadmart
