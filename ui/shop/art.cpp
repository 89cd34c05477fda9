// Facts about the figures: shapes and places within them, in the coordinates of the files.
#include "ui/shop/art.h"

#include <array>

#include "ui/shop/art_files.h"

namespace threadmart {
namespace {

// In the order of Art. Sizes are those of the files' view boxes, in hundredths of a customer's height.
constexpr std::array<ArtFile, kArts> kFiles = {{
    {"customer-waiting", {80, 100}, true, true},
    {"customer-away", {80, 100}, true, true},
    {"customer-at-till", {80, 100}, true, true},
    {"customer-gone", {80, 100}, true, true},
    {"assistant-scanning", {80, 100}, true, true},
    {"assistant-with-tea", {80, 100}, true, true},
    {"till", {240, 80}, true, true},
    {"till-pop-up", {120, 56}, false, true},
    {"till-sign", {40, 90}, false, true},
    {"shelf", {200, 100}, false, false},
    {"bell", {60, 60}, false, true},
    {"trolley", {48, 60}, false, true},
    {"rope", {100, 60}, false, false},
    {"parcel", {60, 48}, false, true},
    {"item", {20, 28}, false, true},
    {"tick", {40, 40}, false, true},
    {"cross", {40, 40}, false, true},
    {"sheet", {80, 100}, false, true},
}};

// A rectangle of a file's coordinates, within the figure as drawn.
QRectF within(Art art, const QRectF& rect, const QRectF& place) {
  const QSizeF box = artFile(art).box;
  const double x = rect.width() / box.width(), y = rect.height() / box.height();
  return {rect.x() + place.x() * x, rect.y() + place.y() * y, place.width() * x, place.height() * y};
}

bool isCustomer(Art art) {
  return art <= Art::CustomerGone;
}

}  // namespace

const ArtFile& artFile(Art art) {
  return kFiles[static_cast<std::size_t>(art)];
}

double ArtCabinet::aspect(Art art) {
  const QSizeF box = artFile(art).box;
  return box.width() / box.height();
}

double ArtCabinet::height(Art art) {
  return artFile(art).box.height() / artFile(Art::CustomerWaiting).box.height();
}

QRectF numberPlace(Art art, const QRectF& rect) {
  if (isCustomer(art)) return within(art, rect, {27.5, 45, 21, 20});
  if (art == Art::TillSign) return within(art, rect, {6, 4, 28, 28});
  if (art == Art::Parcel) return within(art, rect, {9, 22, 42, 19});
  if (art == Art::Sheet) return within(art, rect, {16, 32, 48, 54});
  return {};
}

QRectF basketPlace(Art art, const QRectF& customer) {
  if (!isCustomer(art)) return {};
  return within(art, customer, art == Art::CustomerGone ? QRectF(54, 58, 22, 28) : QRectF(49, 54, 30, 27));
}

QRectF trolleyPlace(const QRectF& customer) {
  return within(Art::CustomerWaiting, customer, {38, 40, 48, 60});
}

QRectF beltPlace(const QRectF& till) {
  return within(Art::Till, till, {12, 2, 142, 24});
}

QPointF scannerPlace(const QRectF& till) {
  return within(Art::Till, till, {211, 11, 0, 0}).topLeft();
}

QRectF signPlace(const QRectF& till) {
  return within(Art::Till, till, {138, -60, 40, 90});
}

QPointF customerPlace(const QRectF& till) {
  return within(Art::Till, till, {70, 92, 0, 0}).topLeft();
}

QPointF assistantPlace(const QRectF& till) {
  return within(Art::Till, till, {257, 79, 0, 0}).topLeft();
}

}  // namespace threadmart
