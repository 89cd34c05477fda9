// Behind pictures.h in a build without Qt.
#include <stdexcept>

#include "app/command_line/pictures.h"

namespace threadmart {

void drawPicture(const PictureRequest& request) {
  throw std::runtime_error(
      "cannot draw '" + request.file +
      "': this build has no pictures; build it with -DTHREADMART_GUI=ON, or open the recording in Perfetto");
}

}  // namespace threadmart
