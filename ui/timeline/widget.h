// The timeline as a widget: input only. Zoom with the wheel at the pointer, + and −; F fits; drag or arrows pan; Home,
// End; Shift+wheel, PgUp and PgDn scroll the lanes, Alt+wheel makes them higher or lower; a click on the axis sets the
// playhead, a click on a lane selects its task; the pointer over a slice explains it.
#pragma once

#include <optional>

#include <QPixmap>
#include <QWidget>

#include "ui/theme/theme.h"
#include "ui/timeline/layout.h"
#include "ui/timeline/model.h"

namespace threadmart {

class TimelineWidget : public QWidget {
  Q_OBJECT
 public:
  explicit TimelineWidget(Theme theme, QWidget* parent = nullptr);

  // May be called at 60 Hz while a recording grows. Nothing happens if the version is still the same.
  void setData(SharedSlices slices, const RunInfo& info, const Numbers& numbers, std::uint64_t version,
               std::uint64_t generation = 0);
  void clearData();
  void setLaneBy(LaneBy by);
  void setTheme(const Theme& theme);

  void setPlayhead(std::optional<Nanos> time);  // emits nothing
  void setSelectedTask(std::optional<TaskId> task);
  void setTimeRange(const TimeRange& range);  // leaves following
  void fit();                                 // shows all, and from now on what comes
  void zoomBy(double factor, double x);       // factor below 1: closer; x: the pixel that stays
  void setFollowing(bool following);          // while the recording grows: the end stays in sight

  const TimelineModel& model() const { return model_; }
  const Viewport& viewport() const { return viewport_; }
  LaneBy laneBy() const { return model_.by(); }
  std::optional<Nanos> playhead() const { return playhead_; }
  std::optional<TaskId> selectedTask() const { return selected_; }
  bool following() const { return following_; }
  TimelineLayout layoutNow() const;  // for tests and overlays

  QSize sizeHint() const override { return {900, 260}; }
  QSize minimumSizeHint() const override { return {280, 120}; }

 signals:
  void playheadMoved(threadmart::Nanos time);  // by the person
  void taskSelected(threadmart::TaskId task);  // kNoTask: none any more
  void viewportChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  enum class Drag { None, Pan, Playhead };

  void movePlayhead(Nanos time);
  void moveTo(const TimeRange& range);
  void scrollBy(double pixels);
  void scaleRows(double factor);
  void select(std::optional<TaskId> task);
  void hover(QPointF at);
  void redraw();
  void followEnd();
  void renderCache();
  QStringList tipLines() const;

  Theme theme_;
  TimelineModel model_;
  RunInfo info_;
  Numbers numbers_;
  std::uint64_t version_ = 0, generation_ = 0;
  Viewport viewport_;
  bool following_ = true;
  std::optional<Nanos> playhead_;
  std::optional<TaskId> selected_;

  QPixmap cache_;  // everything but playhead and tip
  bool stale_ = true;
  Drag drag_ = Drag::None;
  QPointF pressed_at_, last_at_;
  bool moved_ = false;
  std::optional<QPointF> hover_;
};

// The legend of a timeline: the states that occur in it.
class TimelineLegend : public QWidget {
 public:
  explicit TimelineLegend(Theme theme, QWidget* parent = nullptr);
  void setStates(std::vector<TaskState> states);  // see legendStates(); at first the four that matter most
  void setTheme(const Theme& theme);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Theme theme_;
  std::vector<TaskState> states_;
};

}  // namespace threadmart
