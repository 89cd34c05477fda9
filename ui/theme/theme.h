// Every colour, font and size of the program. A theme is a value: painters get one, widgets follow the current one.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

#include "core/events/event.h"

namespace threadmart {

enum class ThemeKind { Light, Dark, Print };

struct Theme {
  ThemeKind kind = ThemeKind::Light;
  double scale = 1.0;  // of all fonts and sizes: projectors

  QColor page, panel, panel_edge, sunken;  // backgrounds, from the outside in
  QColor text, text_muted, text_on_accent;
  QColor accent, accent_hover, accent_soft;
  QColor warning, warning_soft;  // the red of 'waiting for the scanner'
  QColor grid, playhead, ready_fill, ready_edge, ghost;
  QColor tip, tip_text, tip_muted;  // tool tips stand out against the panel

  QColor ground, shop_wall;                 // of the shop: its floor, and what is behind it
  QColor shelf_wood, shelf_back;            // boards, and the wall between them
  QColor counter_top, counter_front;        // of a till
  QColor board, board_text, board_muted;    // the ticket board
  QColor ticket_paper, ticket_edge, sheet;  // paper: written on in `text`
  QColor bell_fill, bell_edge, bell_text;
  QColor sign_fill, sign_edge, sign_text;  // the lit number of a till
  QColor rope;
  QColor chip, chip_text;  // a bubble over somebody's head
  QColor process_edge;     // the dotted wall around a process
  QColor art_outline;      // lines of the drawn figures

  QColor task(TaskId task) const;        // Okabe-Ito, the same in every view; past the eighth task in other shades
  QColor taskTint(TaskId task) const;    // the pale one under the hatch of `io`
  QColor taskHatch(TaskId task) const;   // the hatch of `io` itself
  QColor textOnTask(TaskId task) const;  // black or white, whichever reads better on the task's colour

  double px(double size) const { return size * scale; }  // a length of the design, in logical pixels

  // Inter, PreferNoHinting, NoSubpixelAntialias. `size` is in logical pixels, so that a picture is the same on every
  // screen.
  QFont font(double size, QFont::Weight weight = QFont::Normal) const;

  friend bool operator==(const Theme&, const Theme&) = default;
};

Theme makeTheme(ThemeKind kind, double scale = 1.0);
bool loadFonts();                        // once, before the first font(): the bundled Inter. False if Qt cannot read it
QString styleSheet(const Theme& theme);  // for the widgets

}  // namespace threadmart
