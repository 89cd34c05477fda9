// The card with the timeline: how the lanes are made, the timeline itself, its legend; before the first run an
// invitation.
#pragma once

#include <array>

#include <QFrame>

#include "core/projections/slices.h"
#include "ui/theme/theme.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace threadmart {

class TimelineLegend;
class TimelineWidget;

class TimelineCard : public QFrame {
  Q_OBJECT

 public:
  explicit TimelineCard(const Theme& theme, QWidget* parent = nullptr);

  TimelineWidget* timeline() const { return timeline_; }
  TimelineLegend* legend() const { return legend_; }
  void setEmpty(bool empty);
  void setStatus(const QString& text);  // at the right below the timeline: '12 of 40 served', the playhead's time
  void setLaneBy(LaneBy by);            // of the timeline, too; emits laneByChosen() if it is another one
  void setTheme(const Theme& theme);

 signals:
  void laneByChosen(threadmart::LaneBy by);

 private:
  QPushButton* makeSegment(const QString& text, LaneBy by);

  TimelineWidget* timeline_ = nullptr;
  TimelineLegend* legend_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  QLabel* invitation_ = nullptr;
  QLabel* status_ = nullptr;
  std::array<QPushButton*, 3> segments_{};  // by LaneBy
};

}  // namespace threadmart
