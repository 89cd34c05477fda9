#include "app/window/play_keys.h"

#include <QAbstractButton>
#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>

#include "app/window/player.h"
#include "app/window/selection.h"
#include "ui/timeline/widget.h"

namespace threadmart {

PlayKeys::PlayKeys(QWidget& window, QMenuBar& menus, Player& player, Selection& selection, TimelineWidget& timeline)
    : QObject(&window) {
  const auto step_task = [&player, &selection](bool forward) {
    if (selection.selected().isTask()) player.stepTask(selection.selected().id, forward);
  };
  const auto loop_selected = [&player, &selection] { player.loop(selection.range()); };
  QMenu* menu = menus.addMenu("&Watch");
  add(menu, "&Play or pause", Qt::Key_Space, [&player] { player.toggle(); });
  add(menu, "One event &forward", Qt::Key_Right, [&player] { player.stepForward(); });
  add(menu, "One event &back", Qt::Key_Left, [&player] { player.stepBack(); });
  add(menu, "&Next change of the selected customer", Qt::CTRL | Qt::Key_Right, [step_task] { step_task(true); });
  add(menu, "P&revious change of the selected customer", Qt::CTRL | Qt::Key_Left, [step_task] { step_task(false); });
  add(menu, "To the &beginning", Qt::Key_Home, [&player] { player.toBegin(); });
  add(menu, "To the &end", Qt::Key_End, [&player] { player.toEnd(); });
  menu->addSeparator();
  add(menu, "F&aster", Qt::Key_BracketRight, [&player] { player.faster(); });
  add(menu, "S&lower", Qt::Key_BracketLeft, [&player] { player.slower(); });
  add(menu, "L&oop the selected range, or stop looping", Qt::Key_L, [loop_selected] { loop_selected(); });
  menu->addSeparator();
  add(menu, "Zoom &in", Qt::Key_Plus, [&timeline] { timeline.zoomIn(); });
  add(menu, "Zoom o&ut", Qt::Key_Minus, [&timeline] { timeline.zoomOut(); });
  add(menu, "&Zoom to the selection", Qt::Key_Z, [&timeline] { timeline.zoomToSelection(); });
  add(menu, "The &whole run", Qt::Key_F, [&timeline] { timeline.fit(); });
  add(menu, "Select no&thing", Qt::Key_Escape, [&selection] { selection.clear(); });
  window.installEventFilter(this);
  // A scroll area would keep the arrows that nobody within it wanted.
  for (QScrollArea* area : window.findChildren<QScrollArea*>()) area->installEventFilter(this);
}

// The key stands in the menu as a hint and not as a shortcut: a shortcut would take Space from every button and the
// arrows from every list.
template <typename Function>
QAction* PlayKeys::add(QMenu* menu, const QString& text, const QKeySequence& key, Function what) {
  QAction* action = menu->addAction(text + '\t' + key.toString(QKeySequence::NativeText));
  connect(action, &QAction::triggered, this, what);
  by_key_[key[0].toCombined()] = action;
  return action;
}

void PlayKeys::shareKeysWith(QWidget& buttons) {
  for (QAbstractButton* button : buttons.findChildren<QAbstractButton*>()) button->installEventFilter(this);
}

QAction* PlayKeys::actionOf(const QKeyEvent& key) const {
  const auto modifiers = key.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
  const auto plain = key.key() == Qt::Key_Equal ? int(Qt::Key_Plus) : key.key();  // the same key without Shift
  const auto found = by_key_.find(QKeyCombination(modifiers, static_cast<Qt::Key>(plain)).toCombined());
  return found == by_key_.end() ? nullptr : found->second;
}

// A key that nobody below the window wanted comes to the window itself.
bool PlayKeys::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  QAction* action = actionOf(*key);
  const bool button_wants_it = !watched->inherits("QMainWindow") && key->key() == Qt::Key_Space;
  if (action == nullptr || button_wants_it) return QObject::eventFilter(watched, event);
  action->trigger();
  return true;
}

}  // namespace threadmart
