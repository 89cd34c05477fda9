// A number with its name and unit in one frame, and − + to change it: 'Customers 4 − +'.
#pragma once

#include <QDoubleSpinBox>
#include <QFont>
#include <QFrame>
#include <QString>

#include "ui/theme/theme.h"

class QLabel;
class QToolButton;

namespace threadmart {

struct NumberRange {
  double min = 0, max = 0;
  bool integer = true;
  QString unit;           // shown behind the value
  QString minimum_means;  // shown instead of the lowest value, if not empty
};

// A spin box that shows no more digits than needed, and leaves the mouse wheel alone until it is clicked.
class NumberBox : public QDoubleSpinBox {
  Q_OBJECT

 public:
  explicit NumberBox(QWidget* parent = nullptr);
  QString textFromValue(double value) const override;

 protected:
  bool event(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
};

class NumberChip : public QFrame {
  Q_OBJECT

 public:
  NumberChip(const QString& name, const QString& help, const NumberRange& range, QWidget* parent = nullptr);

  double value() const { return box_->value(); }
  void setValue(double value);  // does not emit edited()
  void setMinimumMeans(const QString& text);
  void setTheme(const Theme& theme);
  NumberBox* box() const { return box_; }

 signals:
  void edited(double value);

 private:
  QToolButton* makeStepButton(const QString& text, const QString& name, int steps);
  void fitWidth();

  QFont font_;  // of the number
  QLabel* name_ = nullptr;
  NumberBox* box_ = nullptr;
  QToolButton* less_ = nullptr;
  QToolButton* more_ = nullptr;
};

}  // namespace threadmart
