// The card 'CPU cores': what each core did, own load against others', live or from the recording. Up to 16 cores as
// charts, more as a heat strip.
#pragma once

#include <vector>

#include <QFrame>

#include "ui/cores/core_load.h"
#include "ui/theme/theme.h"

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace threadmart {

inline constexpr std::size_t kMostCharts = 16;

class CoreChart;
class HeatStripWidget;

class CoresView : public QFrame {
  Q_OBJECT

 public:
  explicit CoresView(QWidget* parent = nullptr);

  void setLoads(const CoreLoads& loads);
  void setTheme(const Theme& theme);

 private:
  struct CoreRow {
    QWidget* box = nullptr;
    QLabel* name = nullptr;
    QLabel* share = nullptr;
    CoreChart* chart = nullptr;
  };
  CoreRow makeRow(std::size_t index);
  void fitHeight(const CoreRow& row) const;
  void showCharts();
  void showHeatStrip();

  Theme theme_;
  CoreLoads loads_;
  QLabel* mark_ = nullptr;
  QLabel* legend_ = nullptr;
  QVBoxLayout* column_ = nullptr;
  QGridLayout* grid_ = nullptr;
  std::vector<CoreRow> rows_;  // made when the first loads come: charts are slow to start
  HeatStripWidget* heat_ = nullptr;
};

// The heat strip as a widget: it only paints.
class HeatStripWidget : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;
  void setLoads(const CoreLoads& loads, const Theme& theme);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  CoreLoads loads_;
  Theme theme_;
};

}  // namespace threadmart
