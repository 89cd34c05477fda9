// Every action of the window with its shortcut, and the menus that offer them.
#pragma once

#include "app/window/settings.h"

class QAction;
class QActionGroup;
class QMenuBar;
class QUndoStack;
class QWidget;

namespace threadmart {

struct WindowActions {
  QAction* open = nullptr;
  QAction* save = nullptr;
  QAction* export_picture = nullptr;
  QAction* quit = nullptr;
  QAction* copy_numbers = nullptr;
  QAction* reset = nullptr;
  QAction* run = nullptr;
  QAction* cancel = nullptr;
  QAction* fit = nullptr;
  QAction* shortcuts = nullptr;
  QAction* about = nullptr;
  QActionGroup* themes = nullptr;    // data(): ThemeChoice as int
  QActionGroup* scales = nullptr;    // data(): per cent
  QActionGroup* lanes_by = nullptr;  // data(): LaneBy as int
};

WindowActions makeActions(QWidget& window, QMenuBar& menus, QUndoStack& undo, const WindowMemory& memory);
void checkAction(QActionGroup& group, int data);

}  // namespace threadmart
