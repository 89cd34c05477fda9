// The drawn figures of the shop, from the SVG files in resources/art; an illustrator can change them without touching
// code. A file's placeholder colours (resources/art/README.md) are replaced by those of the figure.
//
// Onto pixels they are drawn as sprites, kept per figure, colours, and size; onto SVG and PDF as vectors. Below about
// 24 device pixels a simpler drawing takes over, where there is one.
#pragma once

#include <cstdint>
#include <memory>

#include <QColor>
#include <QPainter>
#include <QRectF>

#include "ui/theme/theme.h"

namespace threadmart {

enum class Art : std::uint8_t {
  CustomerWaiting,  // with a full basket on the arm
  CustomerAway,     // walking, basket on the arm, an avocado in mind
  CustomerAtTill,   // putting items on the belt
  CustomerGone,     // with a bag
  AssistantScanning,
  AssistantWithTea,
  Till,       // counter, belt, scanner
  TillPopUp,  // a folding table
  TillSign,   // the pole with a lit disc for the number
  Shelf,      // a piece of shelf that can be repeated side by side
  Bell,
  Trolley,
  Rope,  // two posts and a rope, repeatable
  Parcel,
  Item,  // one item on the belt
  Tick,
  Cross,  // end marks
  Sheet,  // the stock sheet's clip board
};
inline constexpr int kArts = static_cast<int>(Art::Sheet) + 1;

enum class Haircut : std::uint8_t { Short, Long, Bun };

struct ArtColours {  // what replaces the placeholders; invalid: the theme's own
  QColor main;       // the task's colour: shirt, item
  QColor skin, hair;
  Haircut haircut = Haircut::Short;
  std::uint8_t basket = 3;  // 0 empty … 3 full
  friend bool operator==(const ArtColours&, const ArtColours&) = default;
};
ArtColours customerColours(TaskId task, const Theme& theme);  // skin and hair vary with the task's number
ArtColours assistantColours(unsigned core, const Theme& theme);

// Places within a figure that is drawn into `rect`; empty where it has none. Everybody's feet are at the middle of the
// lower edge.
QRectF numberPlace(Art art, const QRectF& rect);      // for a number: chest, disc, label, the sheet's paper
QRectF basketPlace(Art art, const QRectF& customer);  // the basket or bag
QRectF trolleyPlace(const QRectF& customer);          // of Art::Trolley, drawn first: the basket stands on it
QRectF beltPlace(const QRectF& till);                 // items stand on its lower edge
QPointF scannerPlace(const QRectF& till);             // the scanner's eye
QRectF signPlace(const QRectF& till);                 // where Art::TillSign goes
QPointF customerPlace(const QRectF& till);            // feet of who is served, in front of the till's left half
QPointF assistantPlace(const QRectF& till);           // feet of who serves, beside the till's right edge

class ArtCabinet {
 public:
  explicit ArtCabinet(const Theme& theme);
  ~ArtCabinet();

  // Into the rectangle, whose shape should be aspect(art). As a sprite, or as vectors where the painter's device is not
  // made of pixels. `opacity` 0…1. Sprites come to lie on whole device pixels.
  void draw(QPainter& painter, Art art, const QRectF& rect, const ArtColours& colours = {}, double opacity = 1);
  static double aspect(Art art);  // width / height
  static double height(Art art);  // beside a customer, whose height is 1
  std::size_t sprites() const;    // kept at the moment
  std::size_t bytes() const;      // that they take
  static constexpr std::size_t kMaxBytes = 64u << 20;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace threadmart
