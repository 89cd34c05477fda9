// What the window remembers from one day to the next. Plain values; written by QSettings.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "core/projections/slices.h"
#include "ui/words/words.h"

class QSettings;

namespace threadmart {

enum class ThemeChoice { System, Light, Dark, HighContrast };
enum class MotionChoice { System, Full, Reduced };

inline constexpr int kMostRecent = 8;

struct WindowMemory {
  QByteArray geometry, arrangement;  // of the window; of shop and timeline
  QString scenario;                  // name in the catalogue
  QString folder;                    // where recordings were last opened or saved
  ThemeChoice theme = ThemeChoice::System;
  int scale_percent = 100;  // 100 … 200
  LaneBy lanes_by = LaneBy::Task;
  Words words = Words::Shop;
  MotionChoice motion = MotionChoice::System;
  QStringList recent;   // files that were opened or saved, the latest first
  QString interrupted;  // the recording of a run that closing the window cut short; empty if there is none

  friend bool operator==(const WindowMemory&, const WindowMemory&) = default;
};

// Whatever is missing or makes no sense becomes its default.
WindowMemory readMemory(const QSettings& settings);
void writeMemory(QSettings& settings, const WindowMemory& memory);

}  // namespace threadmart
