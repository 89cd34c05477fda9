// What stands where no customer is yet: what to do, and a few examples to start from.
#pragma once

#include <functional>
#include <string>

#include <QFrame>

#include "ui/theme/theme.h"

class QLabel;
class QMenu;
class QPushButton;

namespace threadmart {

// Fills a menu with some scenarios of the catalogue; `chosen` gets the name.
void fillExampleMenu(QMenu& menu, const std::function<void(const std::string& name)>& chosen);

class Invitation : public QFrame {
  Q_OBJECT

 public:
  explicit Invitation(QWidget* parent);
  void setTheme(const Theme& theme);
  QPushButton* addButton() const { return add_; }
  QPushButton* exampleButton() const { return example_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Theme theme_;
  QLabel* heading_ = nullptr;
  QLabel* text_ = nullptr;
  QPushButton* add_ = nullptr;
  QPushButton* example_ = nullptr;
};

}  // namespace threadmart
