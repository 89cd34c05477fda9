#include "app/window/actions.h"

#include <utility>
#include <vector>

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>
#include <QWidget>

namespace threadmart {
namespace {

struct Choice {
  QString text;
  int data;
  QKeySequence shortcut;
};

QAction* makeAction(QWidget& window, const QString& text, const QList<QKeySequence>& shortcuts, const QString& tip) {
  auto* action = new QAction(text, &window);
  action->setShortcuts(shortcuts);
  action->setToolTip(shortcuts.isEmpty() ? tip : QString("%1 (%2)").arg(tip, shortcuts.first().toString()));
  window.addAction(action);  // the shortcut works wherever the focus is
  return action;
}

QActionGroup* addChoices(QWidget& window, QMenu* menu, const std::vector<Choice>& choices, int checked) {
  auto* group = new QActionGroup(&window);
  for (const Choice& choice : choices) {
    QAction* action = menu->addAction(choice.text);
    action->setCheckable(true);
    action->setChecked(choice.data == checked);
    action->setData(choice.data);
    action->setShortcut(choice.shortcut);
    group->addAction(action);
  }
  return group;
}

void addFileMenu(QMenuBar& menus, const WindowActions& actions) {
  QMenu* file = menus.addMenu("&File");
  file->addActions({actions.open, actions.save, actions.export_picture});
  file->addSeparator();
  file->addAction(actions.quit);
}

void addEditMenu(QWidget& window, QMenuBar& menus, QUndoStack& undo, const WindowActions& actions) {
  QMenu* edit = menus.addMenu("&Edit");
  QAction* back = undo.createUndoAction(&window, "&Undo");
  QAction* again = undo.createRedoAction(&window, "&Redo");
  back->setShortcut(QKeySequence::Undo);
  again->setShortcuts({QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")});
  window.addActions({back, again});
  edit->addActions({back, again, actions.reset});
  edit->addSeparator();
  edit->addAction(actions.copy_numbers);
}

void addViewMenu(QWidget& window, QMenuBar& menus, WindowActions& actions, const WindowMemory& memory) {
  QMenu* view = menus.addMenu("&View");
  actions.lanes_by = addChoices(window, view,
                                {{"Lanes by &customer", static_cast<int>(LaneBy::Task), QKeySequence("Ctrl+1")},
                                 {"Lanes by &till", static_cast<int>(LaneBy::Worker), QKeySequence("Ctrl+2")},
                                 {"Lanes by c&ore", static_cast<int>(LaneBy::Core), QKeySequence("Ctrl+3")}},
                                static_cast<int>(memory.lanes_by));
  view->addAction(actions.fit);
  view->addSeparator();
  actions.themes = addChoices(window, view->addMenu("T&heme"),
                              {{"As the &system", static_cast<int>(ThemeChoice::System), {}},
                               {"&Light", static_cast<int>(ThemeChoice::Light), {}},
                               {"&Dark", static_cast<int>(ThemeChoice::Dark), {}}},
                              static_cast<int>(memory.theme));
  std::vector<Choice> scales;
  for (const int percent : {100, 110, 125, 150, 175, 200})
    scales.push_back({QString("%1 %").arg(percent), percent, {}});
  actions.scales = addChoices(window, view->addMenu("&Size"), scales, memory.scale_percent);
}

}  // namespace

WindowActions makeActions(QWidget& window, QMenuBar& menus, QUndoStack& undo, const WindowMemory& memory) {
  WindowActions actions;
  actions.open = makeAction(window, "&Open recording…", {QKeySequence::Open}, "Open a recording or a scenario file");
  actions.save = makeAction(window, "&Save recording…", {QKeySequence::Save}, "Save the recording as a trace file");
  actions.export_picture =
      makeAction(window, "&Export picture…", {QKeySequence("Ctrl+E")}, "Save the timeline as PNG, SVG or PDF");
  actions.quit = makeAction(window, "&Quit", {QKeySequence("Ctrl+Q")}, "Close the window");
  actions.copy_numbers =
      makeAction(window, "&Copy numbers", {QKeySequence("Ctrl+Shift+C")}, "Copy the numbers as text");
  actions.reset =
      makeAction(window, "Reset &parameters", {QKeySequence("Ctrl+D")}, "Back to the scenario's own values");
  actions.run = makeAction(window, "&Run", {QKeySequence("Ctrl+R"), QKeySequence("F5")}, "Run the scenario");
  actions.cancel = makeAction(window, "&Cancel", {QKeySequence("Esc")}, "Stop the run; what was recorded stays");
  actions.fit =
      makeAction(window, "Whole &run", {QKeySequence("Ctrl+0")}, "Show the run from its beginning to its end");
  actions.shortcuts = makeAction(window, "&Keyboard and mouse", {QKeySequence("F1")}, "Keyboard and mouse");
  actions.about = makeAction(window, "&About Threadmart", {}, "About Threadmart");

  addFileMenu(menus, actions);
  addEditMenu(window, menus, undo, actions);
  QMenu* run = menus.addMenu("&Run");
  run->addActions({actions.run, actions.cancel});
  addViewMenu(window, menus, actions, memory);
  QMenu* help = menus.addMenu("&Help");
  help->addActions({actions.shortcuts, actions.about});
  return actions;
}

void checkAction(QActionGroup& group, int data) {
  for (QAction* action : group.actions())
    if (action->data().toInt() == data) action->setChecked(true);
}

}  // namespace threadmart
