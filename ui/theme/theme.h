// Every colour, font and size of the program. A theme is a value: painters get one, widgets follow the current one.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

#include "core/events/event.h"

class QApplication;

namespace threadmart {

enum class ThemeKind { Light, Dark, Print };

struct Theme {
  ThemeKind kind = ThemeKind::Light;
  double scale = 1.0;  // of all fonts and sizes: projectors

  QColor page, panel, panel_edge, sunken;        // backgrounds, from the outside in
  QColor text, text_muted, text_on_accent;
  QColor accent, accent_soft, warning;           // warning: the red of 'waiting for the scanner'
  QColor grid, playhead, ready_fill, ready_edge, ghost;

  QColor task(TaskId task) const;       // Okabe-Ito, the same in every view
  QColor taskTint(TaskId task) const;   // the pale one under the hatch of `io`

  QFont font(double points, QFont::Weight weight = QFont::Normal) const;  // Inter, PreferNoHinting, NoSubpixelAntialias

  friend bool operator==(const Theme&, const Theme&) = default;
};

Theme makeTheme(ThemeKind kind, double scale = 1.0);
bool loadFonts();                                  // once, before the first font(): the bundled Inter
QString styleSheet(const Theme& theme);            // for the widgets
QString stateName(TaskState state);                // 'scanning', 'away (I/O)', 'waiting for the GIL or a lock', …

}  // namespace threadmart
