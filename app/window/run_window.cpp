#include "app/window/run_window.h"

#include <QApplication>
#include <QScreen>
#include <QSettings>
#include <QStringList>

#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "app/window/theme_switch.h"
#include "app/window/workbench.h"
#include "core/probes/machine.h"
#include "core/run/run.h"
#include "core/scenario/catalogue.h"
#include "ui/catalogue/catalogue_list.h"
#include "ui/catalogue/run_form.h"

namespace threadmart {
namespace {

// The scenario of last time, or the first of the course.
std::string firstScenario(const std::vector<CatalogueEntry>& entries, const QString& last) {
  for (const CatalogueEntry& entry : entries)
    if (entry.name == last.toStdString()) return entry.name;
  return entries.empty() ? std::string() : entries.front().name;
}

void placeWindow(MainWindow& window, const WindowMemory& memory) {
  const QSize screen = QGuiApplication::primaryScreen()->availableSize();
  window.setMinimumSize(960, 620);
  window.resize(QSize(1440, 900).boundedTo(screen));
  if (!memory.geometry.isEmpty())
    window.restoreGeometry(memory.geometry);
  else if (screen.width() <= 1440 || screen.height() <= 940)
    window.setWindowState(Qt::WindowMaximized);
}

}  // namespace

int runWindow(int& argc, char** argv) {
  QApplication app(argc, argv);
  QApplication::setApplicationName("threadmart");
  QApplication::setOrganizationName("threadmart");
  QApplication::setStyle("Fusion");
  loadFonts();

  QSettings settings;
  const WindowMemory memory = readMemory(settings);
  ThemeSwitch themes(app, memory.theme, memory.scale_percent);
  RunForm form(static_cast<unsigned>(readMachine().allowed_cores.size()));
  MainWindow window(form, themes.theme());
  Workbench workbench(window, form, themes, run, memory);

  const std::vector<CatalogueEntry> entries = catalogue();
  window.catalogue()->setEntries(entries);
  const std::string first = firstScenario(entries, memory.scenario);
  if (!first.empty()) workbench.chooseScenario(first);
  placeWindow(window, memory);
  window.show();
  window.catalogue()->setFocus();
  // For measuring how long a start takes.
  if (qEnvironmentVariableIntValue("THREADMART_QUIT_AFTER_FIRST_PAINT") == 1)
    QObject::connect(&window, &MainWindow::painted, &app, &QApplication::quit);
  workbench.sandbox().restore();
  workbench.offerInterrupted(memory.interrupted);
  for (const QString& file : QApplication::arguments().mid(1)) workbench.open(file);

  const int code = QApplication::exec();
  writeMemory(settings, workbench.memory());
  return code;
}

}  // namespace threadmart
