// Draws the shop. Pure functions of what they are given; never clips, never uses composition modes.
#pragma once

#include <QPainter>

#include "ui/shop/art.h"
#include "ui/shop/scene.h"
#include "ui/words/words.h"

namespace threadmart {

struct ShopLook {  // how it is drawn, besides the theme
  Words words = Words::Shop;
  Thing selected, hovered;
};

// What stands still; may be kept as a picture.
void paintFloor(QPainter& painter, const FloorPlan& floor, const RunInfo& info, const Theme& theme, ArtCabinet& art,
                const ShopLook& look);
// Everything that changes with time, over it.
void paintScene(QPainter& painter, const Scene& scene, const FloorPlan& floor, const RunInfo& info, const Theme& theme,
                ArtCabinet& art, const ShopLook& look);
// Both at a still moment: for slides and tests.
void paintShop(QPainter& painter, const ShopIndex& index, Nanos time, QSizeF size, const Theme& theme,
               const ShopLook& look);

}  // namespace threadmart
