// The choice of how a scenario is run: every executor, in the words of the shop, of the computer and of Python.
#pragma once

#include <string>

#include <QComboBox>
#include <QFrame>

#include "ui/theme/theme.h"
#include "ui/words/words.h"

class QLabel;

namespace threadmart {

// A combo box without a frame of its own: its text and a small arrow.
class PlainComboBox : public QComboBox {
  Q_OBJECT

 public:
  using QComboBox::QComboBox;
  void setTheme(const Theme& theme);
  void fitWidth();  // to the current text
  void showPopup() override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  Theme theme_ = makeTheme(ThemeKind::Light);
};

class ExecutorBox : public QFrame {
  Q_OBJECT

 public:
  explicit ExecutorBox(QWidget* parent = nullptr);

  void setExecutor(const std::string& name);  // does not emit edited()
  void setWords(Words words);                 // the list always says both; the box has no room for both: the shop's
  void setTheme(const Theme& theme);
  PlainComboBox* box() const { return box_; }

 signals:
  void edited(const QString& executor);

 private:
  QLabel* name_ = nullptr;
  PlainComboBox* box_ = nullptr;
};

}  // namespace threadmart
