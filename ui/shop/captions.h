// Words in the picture: chips, plain labels, and the rule that no two of them ever overlap or leave the picture. Who
// comes first gets the room, so painters ask in the order of importance.
#pragma once

#include <optional>
#include <vector>

#include <QPainter>
#include <QStringList>

#include "ui/theme/theme.h"
#include "ui/words/counts.h"

namespace threadmart {

// Where something is written already.
class CaptionSpace {
 public:
  explicit CaptionSpace(const QRectF& bounds) : bounds_(bounds) {}
  const QRectF& bounds() const { return bounds_; }
  bool isFree(const QRectF& rect) const;
  void take(const QRectF& rect) { taken_.push_back(rect); }

 private:
  QRectF bounds_;
  std::vector<QRectF> taken_;
};

enum class CaptionStyle : std::uint8_t {
  Plain,   // text alone
  Muted,   // text alone, quieter
  Alarm,   // text alone, in the colour of warnings
  Board,   // text alone, on the ticket board
  Bell,    // text alone, beside the bell
  Chip,    // in a rounded box
  Lock,    // in the box of those who wait for the scanner: red
  Ready,   // in the box of those who have no assistant: grey, dashed
  Bubble,  // in a box with a tail that points down
};

enum class CaptionSide : std::uint8_t { Above, Below, Right, Left, Centre };  // of the anchor

struct Caption {
  QStringList texts;  // the same thing, longest first: the first that finds room is drawn
  QPointF anchor;
  CaptionSide side = CaptionSide::Above;
  CaptionStyle style = CaptionStyle::Plain;
  double size = 11;    // of the font
  double most = 0;     // width; 0: as wide as the picture
  bool slide = true;   // may move sideways, where that gives it room
  QRectF within = {};  // stays in it, too; empty: anywhere
};

// Draws it where there is room and takes the room; empty if there was none. Without a painter it only takes the room.
std::optional<QRectF> placeCaption(QPainter* painter, CaptionSpace& space, const Caption& caption, const Theme& theme);

// One line of text, its capitals centred on `middle`, from `left`.
void drawLine(QPainter& painter, const QString& text, double left, double middle, const QFont& font,
              const QColor& colour);

}  // namespace threadmart
