// The drawn figures of the shop, from the SVG files in resources/art; an illustrator can change them without touching
// code. A file's placeholder colours (resources/art/README.md) are replaced by those of the figure.
//
// Onto pixels they are drawn as sprites, kept per figure, colours, and size; onto SVG and PDF as vectors.
#pragma once

#include <cstdint>
#include <memory>

#include <QColor>
#include <QPainter>
#include <QRectF>

#include "ui/theme/theme.h"

namespace threadmart {

enum class Art : std::uint8_t {
  CustomerWaiting,   // with a full basket on the arm
  CustomerAway,      // walking, basket on the arm, an avocado in mind
  CustomerAtTill,    // putting items on the belt
  CustomerGone,      // with a bag
  AssistantScanning,
  AssistantWithTea,
  Till,              // counter, belt, scanner
  TillPopUp,         // a folding table
  TillSign,          // the pole with a lit disc for the number
  Shelf,             // a piece of shelf that can be repeated side by side
  Bell,
  Trolley,
  Rope,              // two posts and a rope, repeatable
  Parcel,
  Item,              // one item on the belt
  Tick, Cross,       // end marks
  Sheet,             // the stock sheet's clip board
};

struct ArtColours {  // what replaces the placeholders; invalid: as drawn
  QColor main;       // the task's colour: shirt, item
  QColor skin, hair;
  friend bool operator==(const ArtColours&, const ArtColours&) = default;
};
ArtColours customerColours(TaskId task, const Theme& theme);  // skin and hair vary with the task's number
ArtColours assistantColours(unsigned core, const Theme& theme);

class ArtCabinet {
 public:
  explicit ArtCabinet(const Theme& theme);
  ~ArtCabinet();

  // Into the rectangle, whose shape should be aspect(art). As a sprite, or as vectors where the painter's device is not
  // made of pixels. `opacity` 0…1.
  void draw(QPainter& painter, Art art, const QRectF& rect, const ArtColours& colours = {}, double opacity = 1);
  static double aspect(Art art);  // width / height
  std::size_t sprites() const;    // kept at the moment

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace threadmart
