// The transport's keys, wherever the focus is, unless a control needs the key itself: Space, arrows, Home, End, + and
// −, F. Those that change what is looked at stand in the menu 'Watch', too.
#pragma once

#include <map>

#include <QObject>

class QAction;
class QKeyEvent;
class QMenu;
class QMenuBar;
class QWidget;

namespace threadmart {

class Player;
class Selection;
class TimelineWidget;

class PlayKeys : public QObject {
  Q_OBJECT

 public:
  PlayKeys(QWidget& window, QMenuBar& menus, Player& player, Selection& selection, TimelineWidget& timeline);
  // Its buttons need Space only: the arrows stay the transport's.
  void shareKeysWith(QWidget& buttons);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QAction* actionOf(const QKeyEvent& key) const;
  template <typename Function>
  QAction* add(QMenu* menu, const QString& text, const QKeySequence& key, Function what);

  std::map<int, QAction*> by_key_;  // key and modifiers
};

}  // namespace threadmart
