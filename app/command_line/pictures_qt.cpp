#include <stdexcept>

#include <QApplication>

#include "app/command_line/pictures.h"
#include "app/window/window_picture.h"
#include "ui/export/shop_slide.h"
#include "ui/export/slide.h"
#include "ui/theme/theme.h"
#include "ui/words/durations.h"

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

Words wordsOf(PictureWords words) {
  switch (words) {
    case PictureWords::Shop:
      return Words::Shop;
    case PictureWords::Computing:
      return Words::Computing;
    case PictureWords::Both:
      return Words::Both;
  }
  return Words::Shop;
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

void drawShop(const PictureRequest& request, const ShopMoment& moment) {
  ShopSlideOptions options;
  options.size = {request.size.width, request.size.height};
  options.theme = kindOf(request.theme);
  options.transparent = request.transparent;
  options.title = QString::fromStdString(request.title);
  exportShopSlide(request.recordings.front(), moment, options, QString::fromStdString(request.file));
}

void drawWindow(const PictureRequest& request, const ShopMoment& moment) {
  WindowPicture picture;
  picture.size = {request.size.width, request.size.height};
  picture.theme = kindOf(request.theme);
  picture.moment = moment;
  picture.only_cores = request.view == PictureView::Cores;
  exportWindow(request.recordings.front(), picture, QString::fromStdString(request.file));
}

void requireWithin(Nanos at, const Recording& recording) {
  SliceBuilder builder;
  builder.update(recording.snapshot());
  if (at <= builder.end()) return;
  throw std::runtime_error("--at lies beyond the end of the recording, which is " +
                           formatDuration(builder.end()).toStdString() + " long");
}

}  // namespace

void drawPicture(const PictureRequest& request) {
  // A picture looks the same with a display and without one; so it never asks for one.
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  qInstallMessageHandler(keepQuiet);
  char name[] = "threadmart";
  char* argv[] = {name, nullptr};
  int argc = 1;
  const QApplication qt(argc, argv);
  if (!loadFonts()) throw std::runtime_error("the program's own font cannot be read: build it again");
  if (request.view == PictureView::Timeline)
    return exportSlide(request.recordings, slideOf(request), QString::fromStdString(request.file));
  ShopMoment moment;
  if (request.at) requireWithin(*request.at, *request.recordings.front());
  moment.time = request.at ? *request.at : tellingMoment(*request.recordings.front());
  moment.words = wordsOf(request.words);
  request.view == PictureView::Shop ? drawShop(request, moment) : drawWindow(request, moment);
}

}  // namespace threadmart
