#include "app/window/window_picture.h"

#include <QApplication>

#include "app/window/main_window.h"
#include "app/window/scenario_page.h"
#include "app/window/shop_card.h"
#include "app/window/theme_switch.h"
#include "app/window/workbench.h"
#include "core/probes/machine.h"
#include "core/scenario/catalogue.h"
#include "ui/catalogue/catalogue_list.h"
#include "ui/cores/cores_view.h"
#include "ui/export/picture_file.h"

namespace threadmart {
namespace {

ThemeChoice choiceOf(ThemeKind theme) {
  switch (theme) {
    case ThemeKind::Light:
      return ThemeChoice::Light;
    case ThemeKind::Dark:
      return ThemeChoice::Dark;
    case ThemeKind::Print:
      return ThemeChoice::HighContrast;
  }
  return ThemeChoice::Light;
}

RunResult runsNothing(const Scenario&, const RunOptions&, Status&, const CancelToken&) {
  return {};
}

void showCores(MainWindow& window, QSize size) {
  window.cores()->setParent(nullptr);
  window.cores()->resize(size);
  window.cores()->show();
}

}  // namespace

void exportWindow(const std::shared_ptr<const Recording>& recording, const WindowPicture& picture,
                  const QString& file) {
  QApplication::setStyle("Fusion");
  ThemeSwitch themes(*qApp, choiceOf(picture.theme), 100);
  RunForm form(static_cast<unsigned>(readMachine().allowed_cores.size()));
  MainWindow window(form, themes.theme());
  Workbench workbench(window, form, themes, runsNothing, WindowMemory{});
  window.catalogue()->setEntries(catalogue());
  window.resize(picture.size);
  window.setAttribute(Qt::WA_DontShowOnScreen);
  window.show();
  workbench.showRecording(recording);
  window.page()->shop()->setWords(picture.moment.words);
  workbench.selection().select(picture.moment.selected);
  workbench.player().seek(picture.moment.time);
  QWidget* shown = &window;
  if (picture.only_cores) {
    shown = window.cores();
    showCores(window, picture.size);
  }
  for (int i = 0; i < 4; ++i) {  // layouts settle: heights follow widths, and the sides follow the window
    if (!picture.only_cores) window.resize(picture.size);
    QApplication::processEvents();
  }
  writePicture({file, picture.size, false, "Threadmart", recording->info().started_at},
               [&](QPainter& painter) { shown->render(&painter); });
  if (picture.only_cores) shown->setParent(&window);  // the window owns it
}

}  // namespace threadmart
