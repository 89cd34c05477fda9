// One core's load over time as a filled curve: own in the accent colour, others' above it in grey.
#pragma once

#include <QtCharts/QChartView>

#include "ui/cores/core_load.h"
#include "ui/theme/theme.h"

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace threadmart {

class CoreChart : public QChartView {
  Q_OBJECT

 public:
  explicit CoreChart(QWidget* parent = nullptr);

  void setStrip(const CoreStrip& strip);
  void setTheme(const Theme& theme);

 private:
  QLineSeries* own_top_ = nullptr;
  QLineSeries* busy_top_ = nullptr;
  QAreaSeries* own_ = nullptr;
  QAreaSeries* others_ = nullptr;
  QValueAxis* time_ = nullptr;
  QValueAxis* share_ = nullptr;
};

}  // namespace threadmart
