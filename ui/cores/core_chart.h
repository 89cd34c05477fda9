// One core's load over time as a filled curve: own in the accent colour, others' above it in grey.
#pragma once

#include <optional>

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
  void setPlayhead(std::optional<double> place);  // 0…1 of the width. Cheap: the curve is not touched
  void setTheme(const Theme& theme);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void placeLine();

  QWidget* line_ = nullptr;  // thin, over the curve: only what it covered is painted again when it moves
  std::optional<double> place_;
  QLineSeries* own_top_ = nullptr;
  QLineSeries* busy_top_ = nullptr;
  QAreaSeries* own_ = nullptr;
  QAreaSeries* others_ = nullptr;
  QValueAxis* time_ = nullptr;
  QValueAxis* share_ = nullptr;
};

}  // namespace threadmart
