// What the tests of the figures share.
#pragma once

#include <array>
#include <vector>

#include <QImage>

#include "ui/shop/art_files.h"

namespace threadmart::testing_support {

inline constexpr std::array kThemes = {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print};

inline std::vector<Art> everyArt() {
  std::vector<Art> all;
  for (int i = 0; i < kArts; ++i) all.push_back(static_cast<Art>(i));
  return all;
}

inline QSizeF sizeOf(Art art, double customer) {
  const double height = customer * ArtCabinet::height(art);
  return {height * ArtCabinet::aspect(art), height};
}

inline QImage blank(QSize size, double ratio = 1) {
  QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(ratio);
  image.fill(Qt::transparent);
  return image;
}

inline QImage spriteOnly(ArtCabinet& cabinet, Art art, QSize size, QPointF at, const ArtColours& colours) {
  QImage image = blank(size);
  QPainter painter(&image);
  cabinet.draw(painter, art, QRectF(at, sizeOf(art, 100)), colours);
  return image;
}

}  // namespace threadmart::testing_support
