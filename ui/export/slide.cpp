#include "ui/export/slide.h"

#include "ui/export/picture_file.h"

namespace threadmart {

void exportSlide(const Recordings& recordings, const SlideOptions& options, const QString& file) {
  const PictureFile picture{file, options.size, options.transparent, options.title,
                            recordings.front()->info().started_at};
  writePicture(picture, [&](QPainter& painter) { paintSlide(painter, recordings, options); });
}

}  // namespace threadmart
