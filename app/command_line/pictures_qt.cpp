#include <stdexcept>

#include <QGuiApplication>

#include "app/command_line/pictures.h"
#include "ui/export/slide.h"
#include "ui/theme/theme.h"

namespace threadmart {
namespace {

ThemeKind kindOf(PictureTheme theme) {
  switch (theme) {
    case PictureTheme::Light:
      return ThemeKind::Light;
    case PictureTheme::Dark:
      return ThemeKind::Dark;
    case PictureTheme::Print:
      return ThemeKind::Print;
  }
  return ThemeKind::Light;
}

// Qt remarks on the environment ('XDG_RUNTIME_DIR not set'); what matters to the picture comes as an exception.
void keepQuiet(QtMsgType, const QMessageLogContext&, const QString&) {}

SlideOptions slideOf(const PictureRequest& request) {
  SlideOptions slide;
  slide.size = {request.size.width, request.size.height};
  slide.theme = kindOf(request.theme);
  slide.by = request.by;
  slide.from = request.from;
  slide.to = request.to;
  slide.title = QString::fromStdString(request.title);
  slide.transparent = request.transparent;
  return slide;
}

}  // namespace

void drawPicture(const PictureRequest& request) {
  // A picture looks the same with a display and without one; so it never asks for one.
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  qInstallMessageHandler(keepQuiet);
  char name[] = "threadmart";
  char* argv[] = {name, nullptr};
  int argc = 1;
  const QGuiApplication qt(argc, argv);
  if (!loadFonts()) throw std::runtime_error("the program's own font cannot be read: build it again");
  exportSlide(request.recordings, slideOf(request), QString::fromStdString(request.file));
}

}  // namespace threadmart
