// The timeline as a widget: input only.
//
// Wheel, + and − zoom at the pointer, F shows all; dragging and arrows pan, Home and End go to the ends; Shift+wheel,
// up, down, PgUp and PgDn scroll the lanes, Alt+wheel makes them higher or lower; a click or drag on the axis moves the
// playhead, a click on a slice or a name selects its task, Escape none; the pointer over a slice explains it.
#pragma once

#include <optional>

#include <QPixmap>
#include <QWidget>

#include "ui/theme/theme.h"
#include "ui/timeline/layout.h"
#include "ui/timeline/model.h"
#include "ui/timeline/painter.h"

namespace threadmart {

class TimelineWidget : public QWidget {
  Q_OBJECT
 public:
  explicit TimelineWidget(const Theme& theme, QWidget* parent = nullptr);

  // May be called at 60 Hz while a recording grows. Nothing happens if the version is still the same.
  void setData(SharedSlices slices, const RunInfo& info, const Numbers& numbers, std::uint64_t version,
               std::uint64_t generation = 0);
  void clearData();
  void setLaneBy(LaneBy by);
  void setWords(Words words);
  void setTheme(const Theme& theme);

  void setPlayhead(std::optional<Nanos> time);  // emits nothing
  void setSelectedTask(std::optional<TaskId> task);
  void setTimeRange(const TimeRange& range);  // follows only if the end is in it
  void fit();                                 // shows all, and from now on what comes
  void zoomBy(double factor, double x);       // factor below 1: closer; x: the pixel that stays

  const TimelineModel& model() const { return model_; }
  const Viewport& viewport() const { return viewport_; }
  LaneBy laneBy() const { return model_.by(); }
  std::optional<Nanos> playhead() const { return playhead_; }
  std::optional<TaskId> selectedTask() const { return selected_; }
  bool following() const { return follow_ != Follow::No; }
  TimelineLayout layoutNow() const;

  QSize sizeHint() const override { return {900, 260}; }
  QSize minimumSizeHint() const override { return {280, 120}; }

 signals:
  void playheadMoved(qint64 nanos);  // by the person
  void taskSelected(quint32 task);   // kNoTask: none any more
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

 private:
  enum class Drag { None, Pan, Playhead };
  enum class Follow { No, Whole, End };  // of a recording that grows: all of it, or its end

  void movePlayhead(double x);
  void scrollBy(double pixels);
  void scaleRows(double factor, double y);
  void select(std::optional<TaskId> task);
  std::optional<TaskId> taskAt(QPointF at) const;
  const Slice* sliceUnder(QPointF at, std::size_t* lane) const;
  void follow();
  void changed();  // something of what is drawn into the cache
  void renderCache();
  bool handleKey(int key);

  Theme theme_;
  TimelineModel model_;
  SharedSlices slices_;
  RunInfo info_;
  Numbers numbers_;
  std::uint64_t version_ = 0, generation_ = 0;
  Viewport viewport_;
  Follow follow_ = Follow::Whole;
  std::optional<Nanos> playhead_;
  std::optional<TaskId> selected_;

  QPixmap cache_;  // everything but playhead and tip
  bool stale_ = true;
  Drag drag_ = Drag::None;
  QPointF pressed_at_, last_at_;
  bool moved_ = false;
  std::optional<QPointF> hover_;
};

// The legend of a timeline.
class TimelineLegend : public QWidget {
  Q_OBJECT
 public:
  explicit TimelineLegend(const Theme& theme, QWidget* parent = nullptr);
  void setLegend(Legend legend);  // see legendOf(); at first the states that matter most
  void setWords(Words words);     // until the next legend
  void setTheme(const Theme& theme);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Theme theme_;
  Legend legend_;
};

}  // namespace threadmart
