// Every action of the window with its shortcut, and the menus that offer them.
#pragma once

#include "app/window/settings.h"

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;
class QUndoGroup;
class QWidget;

namespace threadmart {

struct WindowActions {
  QAction* open = nullptr;
  QMenu* recent = nullptr;
  QAction* save = nullptr;
  QAction* save_scenario = nullptr;
  QAction* export_timeline = nullptr;
  QAction* export_shop = nullptr;
  QAction* quit = nullptr;
  QAction* copy_numbers = nullptr;
  QAction* reset = nullptr;
  QAction* run = nullptr;
  QAction* cancel = nullptr;
  QAction* sandbox = nullptr;
  QAction* next_words = nullptr;
  QAction* arrows = nullptr;  // checkable
  QAction* shortcuts = nullptr;
  QAction* about = nullptr;
  QActionGroup* themes = nullptr;    // data(): ThemeChoice as int
  QActionGroup* scales = nullptr;    // data(): per cent
  QActionGroup* lanes_by = nullptr;  // data(): LaneBy as int
  QActionGroup* words = nullptr;     // data(): Words as int
  QActionGroup* motions = nullptr;   // data(): MotionChoice as int
};

WindowActions makeActions(QWidget& window, QMenuBar& menus, QUndoGroup& undo, const WindowMemory& memory);
void addHelpMenu(QMenuBar& menus, const WindowActions& actions);  // the last of the menus
void checkAction(QActionGroup& group, int data);

}  // namespace threadmart
