#include "ui/shop/floor_tills.h"

#include <algorithm>
#include <cmath>

#include "ui/shop/art.h"

namespace threadmart {
namespace {

// All in heights of a figure. A till is as wide as its cell allows, between a table and a counter with a long belt.
constexpr double kNarrow = 2.3, kWide = 3.85, kOwnWaiting = 0.7;
constexpr double kBeside = 0.35, kAssistant = 0.66;    // so wide, between both, that one has room beside the counter
constexpr double kZoneHeight = 0.4, kZoneBelow = 0.1;  // the zone's height, and how much of it is below the feet
constexpr double kBelow = 0.15;                        // free below the feet
constexpr double kAbove = 0.3, kAboveWithBell = 0.5;   // free above the head: number, sign, bell
constexpr double kWallMargin = 0.12;

double captionHeight(const TillStyle& style, double label, double figure) {
  return style.own_wall ? std::min(label, figure * 0.5) : 0;
}

double tileWidth(const TillStyle& style, double figure) {
  const double width = style.large ? kWide * 0.86 : kNarrow;
  return figure * (width - (style.own_waiting ? 0 : kOwnWaiting) + (style.own_wall ? 2 * kWallMargin : 0.05));
}

double tileHeight(const TillStyle& style, double label, double figure) {
  const double height = 1 + kBelow + (style.bell ? kAboveWithBell : kAbove) + (style.own_wall ? 2 * kWallMargin : 0);
  return figure * height + captionHeight(style, label, figure);
}

std::size_t howOften(double length, double room) {
  return static_cast<std::size_t>(std::clamp(std::floor(room / length + 1e-9), 0.0, 1e6));
}

QRectF between(double left, double right, double top, double bottom) {
  return {left, top, right - left, bottom - top};
}

// As large as there is room, with its own shape, on the lower edge.
QRectF shaped(Art art, const QRectF& room) {
  const double aspect = ArtCabinet::aspect(art);
  const double width = std::min(room.width(), room.height() * aspect), height = width / aspect;
  return {room.center().x() - width / 2, room.bottom() - height, width, height};
}

}  // namespace

double tillFigure(const QRectF& region, std::size_t count, const TillStyle& style, double label, double most) {
  const auto fits = [&](double figure) {
    return howOften(tileWidth(style, figure), region.width()) *
               howOften(tileHeight(style, label, figure), region.height()) >=
           count;
  };
  if (fits(most)) return most;
  double low = 0, high = most;
  for (int i = 0; i < 30; ++i) {
    const double middle = (low + high) / 2;
    (fits(middle) ? low : high) = middle;
  }
  return low;
}

FloorPlan::Grid tillGrid(const QRectF& region, std::size_t count, const TillStyle& style, double label, double figure) {
  if (count == 0) return {};
  const std::size_t most_rows = std::max<std::size_t>(1, howOften(tileHeight(style, label, figure), region.height()));
  const std::size_t most_columns = std::max<std::size_t>(1, howOften(tileWidth(style, figure), region.width()));
  // As few rows as possible, and those of the same length.
  const std::size_t rows = std::clamp<std::size_t>((count + most_columns - 1) / most_columns, 1, most_rows);
  return {region, (count + rows - 1) / rows, rows};
}

QRectF cellOf(const FloorPlan::Grid& grid, std::size_t till) {
  const double width = grid.area.width() / static_cast<double>(grid.columns);
  const double height = grid.area.height() / static_cast<double>(grid.rows);
  const std::size_t column = till % grid.columns, row = till / grid.columns;
  return {grid.area.left() + width * static_cast<double>(column), grid.area.top() + height * static_cast<double>(row),
          width, height};
}

double belowFeet(const QRectF& cell, const TillStyle& style, double label, double figure) {
  const double slack = std::max(0.0, cell.height() - tileHeight(style, label, figure));
  return figure * (kBelow + (style.own_wall ? kWallMargin : 0)) + slack / 2;
}

FloorPlan::Till makeTill(const QRectF& cell, const TillStyle& style, double label, double figure, double below_feet) {
  const double margin = style.own_wall ? kWallMargin : 0.025;
  const double missing = style.own_waiting ? 0 : kOwnWaiting;
  const double room = cell.width() / figure - 2 * margin + missing;
  const double wide = std::clamp((room - kNarrow) / (kWide - kNarrow), 0.0, 1.0);
  const auto mix = [wide](double narrow, double broad) { return narrow + (broad - narrow) * wide; };
  const double spare = std::max(0.0, room - mix(kNarrow, kWide)) * figure;
  const double left = cell.left() + (margin - missing) * figure + (style.large ? 0 : spare / 2);
  const double feet = cell.bottom() - below_feet;
  const auto x = [&](double heights) { return left + heights * figure; };
  const auto y = [&](double heights) { return feet - heights * figure; };

  FloorPlan::Till till;
  till.figure = till.waiting_figure = figure;
  if (style.own_waiting) till.waiting = between(x(0), x(0.76), y(1), y(0));
  till.zone = between(x(0.78), x(mix(1.32, 1.5)), y(kZoneHeight - kZoneBelow), y(-kZoneBelow));
  till.customer = {x(mix(1.05, 1.15)), feet};
  const bool beside = wide >= kBeside;
  const double end = beside ? std::min(2.95, mix(kNarrow, kWide) - kAssistant) : kNarrow - 0.15;
  till.assistant = {x(beside ? end + 0.28 : end - 0.25), y(0.28)};
  till.counter = shaped(style.pop_up ? Art::TillPopUp : Art::Till, between(x(mix(0.9, 0.8)), x(end), y(0.95), y(0.25)));
  if (!style.pop_up) {
    const QRectF sign = signPlace(till.counter);
    const double above = 1 + (style.bell ? kAboveWithBell : kAbove);
    const double height = std::min(sign.height(), sign.bottom() - y(above));
    const double width = height * ArtCabinet::aspect(Art::TillSign);
    till.sign = {(till.customer.x() + till.assistant.x() - width) / 2, sign.bottom() - height, width, height};
  }
  if (style.own_wall) {
    const double inset = kWallMargin * figure / 3;
    till.wall = cell.adjusted(inset, captionHeight(style, label, figure) / 2 + inset, -inset, -inset);
  }
  return till;
}

}  // namespace threadmart
