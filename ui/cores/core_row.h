// A core in the card: its name, its share, its chart. A click, Space or Enter chooses it.
#pragma once

#include <QWidget>

#include "ui/cores/core_load.h"
#include "ui/theme/theme.h"

class QLabel;

namespace threadmart {

class CoreChart;

class CoreRow : public QWidget {
  Q_OBJECT
 public:
  explicit CoreRow(const Theme& theme, QWidget* parent);

  void setCore(const QString& name, const CoreStrip& strip);
  void setShare(const CoreShare& share);  // says nothing new if the percents are the same
  void setPlayhead(std::optional<double> place);
  void setSelected(bool selected);
  void setTheme(const Theme& theme);
  void setChartHeight(int height);

 signals:
  void chosen();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  Theme theme_;
  bool selected_ = false;
  QString said_;
  QLabel* name_ = nullptr;
  QLabel* share_ = nullptr;
  CoreChart* chart_ = nullptr;
};

}  // namespace threadmart
