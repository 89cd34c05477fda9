#include "ui/shop/crowd.h"

#include <algorithm>
#include <cmath>

namespace threadmart {
namespace {

constexpr double kStagger = 0.5;  // every second row stands in the gaps of the first
constexpr double kTiny = 1e-9;    // against rounding where something fits exactly

std::size_t steps(double room, double step) {
  return room < 0 || step <= 0 ? 0 : static_cast<std::size_t>(std::floor(room / step + kTiny));
}

bool tooLarge(const QRectF& area, double figure) {
  return figure > area.height() || figure * kFigureWidth > area.width();
}

std::size_t columnsOf(const QRectF& area, double figure, double across, bool one_row) {
  const double shift = one_row ? 0 : across * kStagger;
  return 1 + steps(area.width() - figure * kFigureWidth - shift, across);
}

std::size_t rowsOf(const QRectF& area, double figure, double back) {
  return 1 + steps(area.height() - figure, back);
}

}  // namespace

std::size_t capacity(const QRectF& area, double figure, const Spacing& spacing) {
  if (tooLarge(area, figure)) return 0;
  const double across = figure * spacing.across;
  const std::size_t rows = rowsOf(area, figure, figure * spacing.back);
  return std::max(columnsOf(area, figure, across, true), rows * columnsOf(area, figure, across, false));
}

double figureFor(const QRectF& area, std::size_t count, const Spacing& spacing, double most) {
  double fits = 0, too_large = most;
  if (capacity(area, most, spacing) >= count) return most;
  for (int i = 0; i < 30; ++i) {
    const double middle = (fits + too_large) / 2;
    (capacity(area, middle, spacing) >= count ? fits : too_large) = middle;
  }
  return fits;
}

double figureFor(const QRectF& area, std::size_t count, double readable, double most) {
  const double comfortable = figureFor(area, count, kComfortable, most);
  return std::max(comfortable, std::min(readable, figureFor(area, count, kCrowded, most)));
}

double gently(std::size_t count, const std::function<double(std::size_t)>& size) {
  double smallest = size(count), gain = 1;
  for (std::size_t more = 1; more <= 30; ++more) {
    gain /= kGentleStep;
    smallest = std::min(smallest, size(count + more) * gain);
  }
  return smallest;
}

Places::Places(const QRectF& area, double figure, std::size_t count, From from)
    : area_(area), figure_(std::min({figure, area.height(), area.width() / kFigureWidth})), from_(from) {
  if (figure_ <= 0) return;
  Spacing spacing = kSpacings[0];
  for (std::size_t i = 1; i < std::size(kSpacings) && capacity(area, figure_, spacing) < count; ++i)
    spacing = kSpacings[i];
  // Nobody is left out, even of a recording in which more wait than can be.
  for (int i = 0; i < 60 && capacity(area, figure_, spacing) < count; ++i) {
    spacing.across *= 0.8;
    spacing.back *= 0.8;
  }
  across_ = figure_ * spacing.across;
  back_ = figure_ * spacing.back;
  columns_ = columnsOf(area, figure_, across_, true);
  if (columns_ >= count) return;
  columns_ = columnsOf(area, figure_, across_, false);
  shift_ = across_ * kStagger;
}

QPointF Places::feet(std::size_t index) const {
  const std::size_t row = index / columns_, along = index % columns_;
  const std::size_t column = row % 2 == 0 ? along : columns_ - 1 - along;
  const double margin = std::min(figure_ * kFigureWidth, area_.width()) / 2;
  const double x = margin + across_ * static_cast<double>(column) + (row % 2 == 0 ? 0 : shift_);
  const double y = area_.bottom() - back_ * static_cast<double>(row);
  return {from_ == From::Left ? area_.left() + x : area_.right() - x, y};
}

QRectF Places::bounds(std::size_t count) const {
  if (count == 0) return {};
  const std::size_t rows = (count - 1) / columns_ + 1;
  const QPointF first = feet(0);
  const double along = across_ * static_cast<double>(std::min(count, columns_) - 1) + (rows > 1 ? shift_ : 0);
  const double width = along + figure_ * kFigureWidth, height = back_ * static_cast<double>(rows - 1) + figure_;
  const double before = figure_ * kFigureWidth / 2;
  const double left = from_ == From::Left ? first.x() - before : first.x() + before - width;
  return {left, first.y() - height, width, height};
}

}  // namespace threadmart
