#include "ui/export/slide.h"

#include "ui/export/picture_file.h"

namespace threadmart {

void exportSlide(const Recordings& recordings, const SlideOptions& options, const QString& file) {
  PictureFile picture{file, options.size, options.transparent, options.title};
  if (!recordings.empty()) picture.made_at = recordings.front()->info().started_at;
  writePicture(picture, [&](QPainter& painter) { paintSlide(painter, recordings, options); });
}

}  // namespace threadmart
