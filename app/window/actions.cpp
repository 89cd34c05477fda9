#include "app/window/actions.h"

#include <utility>
#include <vector>

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QUndoGroup>
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

void addFileMenu(QMenuBar& menus, WindowActions& actions) {
  QMenu* file = menus.addMenu("&File");
  file->addAction(actions.open);
  actions.recent = file->addMenu("Open &recent");
  file->addSeparator();
  file->addActions({actions.save, actions.save_scenario});
  file->addSeparator();
  file->addActions({actions.export_timeline, actions.export_shop});
  file->addSeparator();
  file->addAction(actions.quit);
}

void addEditMenu(QWidget& window, QMenuBar& menus, QUndoGroup& undo, const WindowActions& actions) {
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

template <typename Enum>
Choice choice(const QString& text, Enum value, const QKeySequence& shortcut = {}) {
  return {text, static_cast<int>(value), shortcut};
}

void addLookMenus(QWidget& window, QMenu* view, WindowActions& actions, const WindowMemory& memory) {
  actions.themes = addChoices(window, view->addMenu("T&heme"),
                              {choice("As the &system", ThemeChoice::System), choice("&Light", ThemeChoice::Light),
                               choice("&Dark", ThemeChoice::Dark), choice("High &contrast", ThemeChoice::HighContrast)},
                              static_cast<int>(memory.theme));
  std::vector<Choice> scales;
  for (const int percent : {100, 110, 125, 150, 175, 200})
    scales.push_back({QString("%1 %").arg(percent), percent, {}});
  actions.scales = addChoices(window, view->addMenu("&Size"), scales, memory.scale_percent);
  actions.motions = addChoices(window, view->addMenu("&Movement"),
                               {choice("As the &system", MotionChoice::System), choice("&Walk", MotionChoice::Full),
                                choice("&Fade over", MotionChoice::Reduced)},
                               static_cast<int>(memory.motion));
}

void addViewMenu(QWidget& window, QMenuBar& menus, WindowActions& actions, const WindowMemory& memory) {
  QMenu* view = menus.addMenu("&View");
  actions.lanes_by = addChoices(window, view,
                                {choice("Lanes by &customer", LaneBy::Task, QKeySequence("Ctrl+1")),
                                 choice("Lanes by &till", LaneBy::Worker, QKeySequence("Ctrl+2")),
                                 choice("Lanes by c&ore", LaneBy::Core, QKeySequence("Ctrl+3"))},
                                static_cast<int>(memory.lanes_by));
  view->addAction(actions.arrows);
  view->addSeparator();
  QMenu* words = view->addMenu("&Words");
  actions.words = addChoices(
      window, words,
      {choice("Of the &shop", Words::Shop), choice("Of the &computer", Words::Computing), choice("&Both", Words::Both)},
      static_cast<int>(memory.words));
  words->addSeparator();
  words->addAction(actions.next_words);
  addLookMenus(window, view, actions, memory);
}

}  // namespace

WindowActions makeActions(QWidget& window, QMenuBar& menus, QUndoGroup& undo, const WindowMemory& memory) {
  WindowActions actions;
  actions.open = makeAction(window, "&Open…", {QKeySequence::Open}, "Open a recording or a scenario file");
  actions.save = makeAction(window, "&Save recording…", {QKeySequence::Save}, "Save the recording as a trace file");
  actions.save_scenario = makeAction(window, "Save s&cenario…", {QKeySequence("Ctrl+Shift+S")},
                                     "Save what was built by hand as a scenario file");
  actions.export_timeline =
      makeAction(window, "&Export timeline…", {QKeySequence("Ctrl+E")}, "Save the timeline as PNG, SVG or PDF");
  actions.export_shop = makeAction(window, "Export s&hop…", {QKeySequence("Ctrl+Shift+E")},
                                   "Save the shop at this moment as PNG, SVG or PDF");
  actions.quit = makeAction(window, "&Quit", {QKeySequence("Ctrl+Q")}, "Close the window");
  actions.copy_numbers =
      makeAction(window, "&Copy numbers", {QKeySequence("Ctrl+Shift+C")}, "Copy the numbers as text");
  actions.reset =
      makeAction(window, "Reset &parameters", {QKeySequence("Ctrl+Shift+D")}, "Back to the scenario's own values");
  actions.run = makeAction(window, "&Run", {QKeySequence("Ctrl+R"), QKeySequence("F5")}, "Run the scenario");
  actions.cancel = makeAction(window, "&Cancel", {QKeySequence("Esc")}, "Stop the run; what was recorded stays");
  actions.sandbox = makeAction(window, "&Build your own shop", {QKeySequence("Ctrl+B")},
                               "Add customers and fill their baskets by hand");
  actions.next_words = makeAction(window, "&Next", {QKeySequence("Ctrl+W")}, "Names of the shop, the computer, both");
  actions.arrows = makeAction(window, "&Arrows of hand-overs", {QKeySequence("Ctrl+4")}, "Who woke whom");
  actions.arrows->setCheckable(true);
  actions.arrows->setChecked(true);
  actions.shortcuts = makeAction(window, "&Keyboard and mouse", {QKeySequence("F1")}, "Keyboard and mouse");
  actions.about = makeAction(window, "&About Threadmart", {}, "About Threadmart");

  addFileMenu(menus, actions);
  addEditMenu(window, menus, undo, actions);
  QMenu* run = menus.addMenu("&Run");
  run->addActions({actions.run, actions.cancel});
  run->addSeparator();
  run->addAction(actions.sandbox);
  addViewMenu(window, menus, actions, memory);
  return actions;
}

void addHelpMenu(QMenuBar& menus, const WindowActions& actions) {
  QMenu* help = menus.addMenu("&Help");
  help->addActions({actions.shortcuts, actions.about});
}

void checkAction(QActionGroup& group, int data) {
  for (QAction* action : group.actions())
    if (action->data().toInt() == data) action->setChecked(true);
}

}  // namespace threadmart
