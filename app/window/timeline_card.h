// The card with the timeline: how the lanes are made, the timeline itself with its minimap and legend, the transport;
// before the first run an invitation.
#pragma once

#include <array>

#include <QFrame>

#include "core/projections/slices.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace threadmart {

class Minimap;
class TimelineLegend;
class TimelineWidget;
class TransportBar;

class TimelineCard : public QFrame {
  Q_OBJECT

 public:
  explicit TimelineCard(const Theme& theme, QWidget* parent = nullptr);

  TimelineWidget* timeline() const { return timeline_; }
  TimelineLegend* legend() const { return legend_; }
  TransportBar* transport() const { return transport_; }
  void setEmpty(bool empty);
  void setWords(Words words);  // of timeline, legend and the choice of lanes
  void setLaneBy(LaneBy by);   // of the timeline, too; emits laneByChosen() if it is another one
  void setTheme(const Theme& theme);
  QSize minimumSizeHint() const override;

 signals:
  void laneByChosen(threadmart::LaneBy by);

 protected:
  bool event(QEvent* event) override;

 private:
  void placeLegend();
  void showMinimap();
  int widthInRow() const;  // of the legend, while it stands beside the heading
  QPushButton* makeSegment(LaneBy by);

  TimelineWidget* timeline_ = nullptr;
  TimelineLegend* legend_ = nullptr;
  QHBoxLayout* top_ = nullptr;
  QVBoxLayout* column_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  QLabel* invitation_ = nullptr;
  Minimap* minimap_ = nullptr;
  int minimap_from_ = 0;  // height of the card
  bool empty_ = true;
  TransportBar* transport_ = nullptr;
  std::array<QPushButton*, 3> segments_{};  // by LaneBy
};

}  // namespace threadmart
