// The files of the figures, and what replaces their placeholder colours.
#pragma once

#include <QByteArray>
#include <QSizeF>

#include "ui/shop/art.h"

namespace threadmart {

struct ArtFile {
  const char* name;  // resources/art/NAME.svg
  QSizeF box;        // of its view box
  bool tiny;         // there is a NAME-tiny.svg for small heights
  bool upright;  // keeps its shape and stands on whole pixels; else it fills the rectangle, to be joined without seam
};
const ArtFile& artFile(Art art);

enum class ArtDetail : std::uint8_t { Full, Tiny };
QByteArray artSource(Art art, ArtDetail detail);  // as drawn, with its placeholders

// Placeholders replaced: by the figure's colours, the others by the theme's.
QByteArray colouredSource(const QByteArray& source, const ArtColours& colours, const Theme& theme);

}  // namespace threadmart
