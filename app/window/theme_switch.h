// Which theme is in force: light, dark, high contrast or as the system has it, and how large. Gives it to Qt's own
// widgets; who paints by itself listens to changed().
#pragma once

#include <QObject>

#include "app/window/settings.h"
#include "ui/theme/theme.h"

class QApplication;

namespace threadmart {

class ThemeSwitch : public QObject {
  Q_OBJECT

 public:
  ThemeSwitch(QApplication& app, ThemeChoice choice, int scale_percent, QObject* parent = nullptr);

  const Theme& theme() const { return theme_; }
  ThemeChoice choice() const { return choice_; }
  bool systemIsDark() const { return system_is_dark_; }
  int scalePercent() const { return scale_percent_; }
  void choose(ThemeChoice choice);
  void setScalePercent(int percent);
  void followSystem(bool dark);  // it has changed its mind

 signals:
  void changed(const threadmart::Theme& theme);

 private:
  Theme wanted() const;
  void apply();

  QApplication& app_;
  ThemeChoice choice_;
  int scale_percent_;
  bool system_is_dark_;
  Theme theme_;
};

}  // namespace threadmart
