#include "app/window/settings.h"

#include <algorithm>

#include <QSettings>

namespace threadmart {
namespace {

template <typename Enum>
Enum readChoice(const QSettings& settings, const char* key, Enum fallback, Enum last) {
  const int value = settings.value(key, static_cast<int>(fallback)).toInt();
  return value < 0 || value > static_cast<int>(last) ? fallback : static_cast<Enum>(value);
}

}  // namespace

WindowMemory readMemory(const QSettings& settings) {
  WindowMemory memory;
  memory.geometry = settings.value("window/geometry").toByteArray();
  memory.arrangement = settings.value("window/arrangement").toByteArray();
  memory.scenario = settings.value("scenario").toString();
  memory.folder = settings.value("folder").toString();
  memory.theme = readChoice(settings, "view/theme", ThemeChoice::System, ThemeChoice::HighContrast);
  memory.scale_percent = std::clamp(settings.value("view/scale", 100).toInt(), 100, 200);
  memory.lanes_by = readChoice(settings, "view/lanes", LaneBy::Task, LaneBy::Core);
  memory.words = readChoice(settings, "view/words", Words::Shop, Words::Both);
  memory.motion = readChoice(settings, "view/motion", MotionChoice::System, MotionChoice::Reduced);
  memory.recent = settings.value("recent").toStringList().mid(0, kMostRecent);
  memory.interrupted = settings.value("interrupted").toString();
  return memory;
}

void writeMemory(QSettings& settings, const WindowMemory& memory) {
  settings.setValue("window/geometry", memory.geometry);
  settings.setValue("window/arrangement", memory.arrangement);
  settings.setValue("scenario", memory.scenario);
  settings.setValue("folder", memory.folder);
  settings.setValue("view/theme", static_cast<int>(memory.theme));
  settings.setValue("view/scale", memory.scale_percent);
  settings.setValue("view/lanes", static_cast<int>(memory.lanes_by));
  settings.setValue("view/words", static_cast<int>(memory.words));
  settings.setValue("view/motion", static_cast<int>(memory.motion));
  settings.setValue("recent", memory.recent);
  settings.setValue("interrupted", memory.interrupted);
}

}  // namespace threadmart
