#include "ui/shop/floor.h"

#include <algorithm>
#include <cmath>

#include "ui/shop/crowd.h"
#include "ui/shop/floor_tills.h"

namespace threadmart {
namespace {

// Shares of the picture's width or height.
constexpr double kPortrait = 0.35, kPortraitOfWidth = 0.105;  // the largest figure
constexpr double kSide = 0.155;                               // staff and door, at the right
constexpr double kLine = 0.16;                                // the line, where it is a column at the left
constexpr double kExitFigure = 0.6;                           // of the others' height
constexpr double kTwoAbreast = 1.7;                           // heights of a figure
constexpr double kShelf = 0.62;                               // of the aisle's height: the shelf behind it
constexpr double kNearest = 3;        // the larger of those at tills and those in the aisle, at most
constexpr double kCrowd = 0.8;        // of the largest figure: who is not at a till
constexpr double kApart = 0.32;       // of a till's width: who is served there …
constexpr double kSmall = 0.2;        // … if that is not less of the picture's height
constexpr std::size_t kFewTills = 8;  // so few may differ in size from one to the next
constexpr double kReadable = 36;      // pixels: people rather crowd together than become smaller

// What one kind of shop has that others have not.
struct Style {
  TillStyle till;
  bool one_till = false;  // for all workers
  bool common_wall = false;
  bool line_at_bottom = false;     // before the till; else a column at the left
  bool short_line = false;         // soon empty, as everyone has a worker: only beside the aisle
  double tills_wide = 1;           // share of the room beside the line
  double aisle_share = 0.44;       // of the height: the aisle, above the tills …
  double aisle_share_many = 0.37;  // … and with many tills
};

Style styleOf(ShopKind kind) {
  const TillStyle one{.own_waiting = false, .large = true};
  const TillStyle one_scanner{.own_waiting = false, .bell = true, .large = true};
  switch (kind) {
    case ShopKind::OneTill:
      return {
          .till = {.large = true}, .one_till = true, .line_at_bottom = true, .tills_wide = 0.46, .aisle_share = 0.42};
    case ShopKind::OneScanner:
    case ShopKind::ScannerPool:
      return {.till = one_scanner,
              .one_till = true,
              .common_wall = true,
              .short_line = kind == ShopKind::OneScanner,
              .tills_wide = 0.43,
              .aisle_share = 0.335};
    case ShopKind::TicketBoard:
      return {.till = one, .one_till = true, .short_line = true, .tills_wide = 0.43, .aisle_share = 0.42};
    case ShopKind::FreeTills:
      return {.till = {}, .common_wall = true, .short_line = true};
    case ShopKind::Trolleys:
      return {.till = {}, .common_wall = true};
    case ShopKind::Walls:
      return {.till = {.own_wall = true}, .aisle_share = 0.4, .aisle_share_many = 0.34};
    case ShopKind::PopUpTills:
      return {.till = {.pop_up = true}, .short_line = true, .aisle_share_many = 0.38};
    case ShopKind::Unknown:
      break;
  }
  return {};
}

QRectF between(double left, double right, double top, double bottom) {
  return {left, top, std::max(0.0, right - left), std::max(0.0, bottom - top)};
}

// Lays out one plan, step by step: rooms first, then as large people as they hold.
class Layout {
 public:
  Layout(const ShopNeeds& needs, QSizeF size, const Theme& theme) : style_(styleOf(needs.kind)) {
    plan_.needs = needs;
    plan_.size = size;
    plan_.scale = theme.scale;
    plan_.label = std::min(theme.px(16), 0.085 * size.height());
    pad_ = std::min(theme.px(10), 0.02 * std::min(size.height(), size.width()));
    readable_ = std::min(theme.px(kReadable), 0.12 * size.height());
    most_ = std::min(kPortrait * size.height(), kPortraitOfWidth * size.width());
    if (needs.tickets) style_.short_line = false;  // they are there
  }

  FloorPlan plan() {
    placeSide();
    placeTop();
    placeBottom();
    sizePeople();
    placeTills();
    return std::move(plan_);
  }

 private:
  double width() const { return plan_.size.width(); }
  std::size_t tills() const { return style_.one_till ? 1 : plan_.needs.workers; }
  bool sharedWaiting() const { return !style_.till.own_waiting; }

  void placeSide();
  void placeTop();
  void placeBottom();
  void sizePeople();
  void placeTills();
  double crowdFigure(std::size_t customers) const;
  double roomFigure(const QRectF& room, double share) const;
  double servedFigure(double most) const;

  FloorPlan plan_;
  Style style_;
  double pad_, readable_, most_;
  QRectF main_;        // all but the side
  double middle_ = 0;  // y between aisle and tills
  double beside_ = 0;  // x right of the line
  double feet_ = 0;    // y of the front row
  QRectF region_;      // of the tills
  QRectF waiting_;     // that all tills share
};

void Layout::placeSide() {
  const double side = kSide * width(), height = plan_.size.height();
  const double left = width() - pad_ - side;
  main_ = between(2 * pad_, left - 2 * pad_, plan_.label + pad_ / 2, height - 1.5 * pad_);
  // The more tills, the more room for them, little by little.
  const double many = std::clamp(std::log2(std::max(1.0, static_cast<double>(tills()))) / std::log2(64.0), 0.0, 1.0);
  const double share = style_.aisle_share + (style_.aisle_share_many - style_.aisle_share) * many;
  middle_ = main_.top() + share * main_.height();
  feet_ = main_.bottom() - 0.17 * most_;
  if (style_.common_wall) plan_.wall = main_.adjusted(-pad_, -plan_.label * 0.4, pad_, pad_ / 2);
  plan_.staff = between(left, width() - pad_, main_.top() - plan_.label * 0.4, main_.top() + 0.5 * main_.height());
  plan_.exit = between(left, width() - pad_, plan_.staff.bottom() + plan_.label + pad_, feet_);
}

void Layout::placeTop() {
  const ShopNeeds& needs = plan_.needs;
  const double top = main_.top() + plan_.label;  // free for labels
  double left = main_.left(), right = main_.right();
  if (!style_.line_at_bottom) left += kLine * width();
  if (needs.tickets) {
    plan_.tickets = between(main_.left(), main_.left() + 0.42 * main_.width(), main_.top() + plan_.label * 0.6,
                            main_.top() + 0.27 * main_.height());
    left = std::max(left, plan_.tickets.right() + 2 * pad_);
  }
  if (needs.kind == ShopKind::TicketBoard) {
    plan_.board = between(right - 0.27 * main_.width(), right, main_.top() + plan_.label * 0.6, middle_);
    right = plan_.board.left() - 2 * pad_;
  }
  if (needs.sheet) {
    const double wide = std::min(0.1 * main_.width(), 0.75 * (middle_ - top));
    plan_.sheet = {right - wide, top, wide, wide * 1.25};
    right = plan_.sheet.left() - 2 * pad_;
  }
  plan_.shelf = between(left, right, top, top + kShelf * (middle_ - top));
  plan_.aisle = between(left, right, top + 0.2 * plan_.label, middle_);
  plan_.ground = between(0, width(), plan_.shelf.bottom() - pad_ / 2, plan_.size.height());
}

void Layout::placeBottom() {
  const double top = middle_ + pad_ / 2;
  beside_ = main_.left();
  if (style_.short_line) {
    plan_.line = between(main_.left(), main_.left() + kLine * width() - 2 * pad_, plan_.aisle.top(), middle_);
  } else if (!style_.line_at_bottom) {
    beside_ += kLine * width();
    const double above = std::max(main_.top(), plan_.tickets.bottom()) + plan_.label;
    plan_.line = between(main_.left(), beside_ - 2 * pad_, above, feet_);
  }
  const double wide = style_.tills_wide * (main_.right() - beside_);
  const double below = style_.till.pop_up ? plan_.label : 0;  // what they cost
  region_ = between(main_.right() - wide, main_.right(), top, main_.bottom() - below);
  const QRectF before = between(beside_, region_.left(), top, feet_);
  if (style_.line_at_bottom) plan_.line = before;
  if (sharedWaiting()) waiting_ = before;
}

double Layout::crowdFigure(std::size_t customers) const {
  const ShopNeeds& needs = plan_.needs;
  const double figure = figureFor(plan_.aisle, customers, readable_, kCrowd * most_);
  if (!sharedWaiting()) return figure;
  const bool trolleys = needs.kind == ShopKind::ScannerPool;  // who has none waits at the rope
  const std::size_t waiting = trolleys ? std::min(customers, needs.workers) : customers;
  return std::min(figure, figureFor(waiting_, waiting, readable_, most_));
}

double Layout::roomFigure(const QRectF& room, double share) const {
  return gently(plan_.needs.customers,
                [&](std::size_t customers) { return figureFor(room, customers, readable_ * share, most_ * share); });
}

void Layout::sizePeople() {
  plan_.figure = gently(plan_.needs.customers, [this](std::size_t customers) { return crowdFigure(customers); });
  plan_.line_figure = std::min(plan_.figure, roomFigure(plan_.line, 1));
  plan_.exit_figure = std::min(kExitFigure * plan_.figure, roomFigure(plan_.exit, kExitFigure));
  const QRectF room = plan_.staffRoom();
  const double two = room.width() / kTwoAbreast;  // rather side by side than one behind the other
  const double most = plan_.needs.assistants > 1 ? std::min(most_, two) : most_;
  plan_.staff_figure = figureFor(room, plan_.needs.assistants, readable_, std::min(most, room.height()));
}

// Who is served is a little nearer than the crowd; at the only till in any case. Rather than stand in front of the
// assistant they are a little smaller.
double Layout::servedFigure(double most) const {
  if (style_.one_till) return std::clamp(kNearest * plan_.figure, 0.75 * most, most);
  const double least = std::max(0.55 * most, std::min(most, readable_));
  const double apart = std::max(kApart * cellOf(plan_.grid, 0).width(), std::min(most, kSmall * plan_.size.height()));
  return std::clamp(std::min(1.3 * plan_.figure, apart), least, most);
}

void Layout::placeTills() {
  const auto fitting = [this](std::size_t count) {
    return tillFigure(region_, style_.one_till ? 1 : count, style_.till, plan_.label, most_);
  };
  const double most = tills() < kFewTills ? fitting(tills()) : gently(tills(), fitting);
  plan_.figure = std::min(plan_.figure, kNearest * most);
  plan_.line_figure = std::min(plan_.line_figure, plan_.figure);
  plan_.exit_figure = std::min(plan_.exit_figure, kExitFigure * plan_.figure);
  plan_.grid = tillGrid(region_, tills(), style_.till, plan_.label, most);
  const double figure = servedFigure(most);
  for (std::size_t i = 0; i < tills(); ++i) {
    const QRectF cell = cellOf(plan_.grid, i);
    const double below = style_.one_till ? cell.bottom() - feet_ : belowFeet(cell, style_.till, plan_.label, figure);
    FloorPlan::Till till = makeTill(cell, style_.till, plan_.label, figure, below);
    if (sharedWaiting()) {
      till.waiting = waiting_;
      till.waiting_figure = plan_.figure;
    }
    plan_.tills.push_back(till);
  }
  if (!style_.till.bell || plan_.tills.empty()) return;
  const FloorPlan::Till& till = plan_.tills.front();
  const double bell = 0.32 * figure;
  plan_.bell = {till.customer.x() - 0.3 * figure, till.customer.y() - 1.3 * figure - bell, bell, bell};
}

}  // namespace

const FloorPlan::Till* FloorPlan::tillOf(WorkerId worker) const {
  if (tills.empty()) return nullptr;
  if (tills.size() == 1) return &tills.front();
  return worker < tills.size() ? &tills[worker] : nullptr;
}

const FloorPlan::Till* FloorPlan::zoneAt(QPointF feet) const {
  if (tills.empty() || !grid.area.contains(feet)) return nullptr;
  const auto cell = [](double along, double length, std::size_t count) {
    const double index = std::floor(along / length * static_cast<double>(count));
    return std::min(count - 1, static_cast<std::size_t>(std::max(0.0, index)));
  };
  const std::size_t column = cell(feet.x() - grid.area.left(), grid.area.width(), grid.columns);
  const std::size_t row = cell(feet.y() - grid.area.top(), grid.area.height(), grid.rows);
  const std::size_t till = row * grid.columns + column;
  return till < tills.size() && tills[till].zone.contains(feet) ? &tills[till] : nullptr;
}

QRectF FloorPlan::staffRoom() const {
  return staff.adjusted(0, label * 1.2, 0, -label * 1.2);
}

FloorPlan layoutFloor(const ShopNeeds& needs, QSizeF size, const Theme& theme) {
  if (needs.kind == ShopKind::Unknown || size.isEmpty()) {
    FloorPlan nothing;
    nothing.needs = needs;
    nothing.size = size;
    return nothing;
  }
  return Layout(needs, size, theme).plan();
}

}  // namespace threadmart
