// The bar at the top: logo and name, the menus, and buttons for what is used most.
#pragma once

#include <QFrame>

#include "ui/theme/theme.h"

class QAction;
class QHBoxLayout;
class QLabel;
class QMenuBar;

namespace threadmart {

class HeaderBar : public QFrame {
  Q_OBJECT

 public:
  explicit HeaderBar(QWidget* parent = nullptr);

  QMenuBar* menus() const { return menus_; }
  void addButton(QAction* action, const QString& text);
  void addRoundButton(QAction* action, const QString& text);
  void setTheme(const Theme& theme);

 private:
  QLabel* logo_ = nullptr;
  QMenuBar* menus_ = nullptr;
  QHBoxLayout* row_ = nullptr;
};

}  // namespace threadmart
