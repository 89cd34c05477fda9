// How many people stand in a place without treading on each other: in rows, the first one in front, going to and fro
// like a line between ropes, so that everyone steps to the next place when one leaves.
#pragma once

#include <cstddef>
#include <functional>

#include <QPointF>
#include <QRectF>

namespace threadmart {

inline constexpr double kFigureWidth = 0.75;  // of a customer with a basket, in heights

// In heights of a figure. The closer they stand, the more they overlap, but never by more than about half a body.
struct Spacing {
  double across = 0, back = 0;  // to the neighbour, to the row behind
};
inline constexpr Spacing kSpacings[] = {{0.9, 0.6}, {0.75, 0.5}, {0.6, 0.45}, {0.5, 0.4}, {0.4, 0.35}};
inline constexpr Spacing kComfortable = kSpacings[0], kCrowded = kSpacings[4];

// How many people of this height, from head to foot, the area holds.
std::size_t capacity(const QRectF& area, double figure, const Spacing& spacing);

// The greatest height, at most `most`, at which the area holds them.
double figureFor(const QRectF& area, std::size_t count, const Spacing& spacing, double most);

// The same, but they rather stand closer than become smaller than `readable`.
double figureFor(const QRectF& area, std::size_t count, double readable, double most);

// Of a size that shrinks in leaps as `count` grows: the greatest that never exceeds it and shrinks in small steps, to
// not less than kGentleStep each.
inline constexpr double kGentleStep = 0.93;
double gently(std::size_t count, const std::function<double(std::size_t)>& size);

enum class From : bool { Left, Right };  // the side where the first one stands

// The places of `count` people of this height. They stand comfortably while that is possible.
class Places {
 public:
  Places(const QRectF& area, double figure, std::size_t count, From from);
  QPointF feet(std::size_t index) const;
  QRectF bounds(std::size_t count) const;  // around the first ones, from head to foot

 private:
  QRectF area_;
  double figure_ = 0, across_ = 0, back_ = 0, shift_ = 0;
  std::size_t columns_ = 1;
  From from_;
};

}  // namespace threadmart
