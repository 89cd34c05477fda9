// Onto a file: PNG, SVG or PDF, whatever is painted. The same painting gives the same bytes.
#pragma once

#include <functional>
#include <string>

#include <QPainter>
#include <QSize>
#include <QString>

namespace threadmart {

struct PictureFile {
  QString file;              // .png, .svg or .pdf
  QSize size{1920, 1080};    // pixels; in PDF 1/96 inch
  bool transparent = false;  // a PNG keeps its alpha channel
  QString title = {};
  std::string made_at = {};  // ISO 8601, for formats that must carry a date
};

// `paint` draws into (0, 0, size). The file is there complete or not at all. Throws std::runtime_error with one clear
// line.
void writePicture(const PictureFile& picture, const std::function<void(QPainter&)>& paint);

}  // namespace threadmart
