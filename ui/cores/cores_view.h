// The card 'CPU cores': what each core did, own load against others', live or from the recording at the playhead. Up to
// 16 cores as charts, more as a heat strip.
#pragma once

#include <optional>
#include <vector>

#include <QFrame>

#include "ui/cores/core_load.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace threadmart {

inline constexpr std::size_t kMostCharts = 16;

class CoreRow;
class HeatStripWidget;

class CoresView : public QFrame {
  Q_OBJECT

 public:
  explicit CoresView(QWidget* parent = nullptr);

  void setLoads(const CoreLoads& loads);
  // Of a recording; what is live has none. Cheap at 60 Hz.
  void setPlayhead(std::optional<Nanos> time);
  void setSelected(const Thing& thing);  // emits nothing
  void setWords(Words words);
  void setTheme(const Theme& theme);

 signals:
  void thingSelected(const threadmart::Thing& thing);

 private:
  void makeRow(std::size_t index);
  void fitHeight(CoreRow* row) const;
  void showMark();
  void showCharts();
  void showHeatStrip();
  void showShares();
  std::optional<unsigned> selectedCore() const;

  Theme theme_;
  CoreLoads loads_;
  std::optional<Nanos> playhead_;
  Thing selected_;
  Words words_ = Words::Computing;
  QLabel* mark_ = nullptr;
  QLabel* legend_ = nullptr;
  QVBoxLayout* column_ = nullptr;
  QGridLayout* grid_ = nullptr;
  std::vector<CoreRow*> rows_;  // made when the first loads come: charts are slow to start
  HeatStripWidget* heat_ = nullptr;
};

}  // namespace threadmart
