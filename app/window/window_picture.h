// The window as it looks at one moment of a recording, as a picture: for documents and slides. No display is needed.
#pragma once

#include <memory>

#include <QSize>
#include <QString>

#include "core/recording/recording.h"
#include "ui/export/shop_slide.h"
#include "ui/theme/theme.h"

namespace threadmart {

struct WindowPicture {
  QSize size{1440, 900};
  ThemeKind theme = ThemeKind::Light;
  ShopMoment moment = {};
  bool only_cores = false;  // not all of it: the card with the cores
};

// Needs a QApplication and loadFonts(). Throws std::runtime_error with one clear line.
void exportWindow(const std::shared_ptr<const Recording>& recording, const WindowPicture& picture, const QString& file);

}  // namespace threadmart
