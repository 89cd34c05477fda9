// The timeline as a widget: input only.
//
// Wheel and pinch zoom at the pointer, + and − at the playhead, F shows all, Z zooms to what is selected. Dragging and
// Shift+left and right pan; Shift+wheel, up, down, PgUp and PgDn scroll the lanes, Alt+wheel makes them higher or
// lower.
//
// A drag along the axis, or with Shift anywhere, selects a range; a click on the axis or a drag above the lanes moves
// the playhead; a click on a slice or a name selects what it stands for. By keys: I and O put the range's begin and end
// at the playhead, Shift+up and down select the next lane, Escape clears the range, then the selection.
// The pointer over a slice or an arrow explains it. Plain left, right, Home, End and Space are not taken.
#pragma once

#include <optional>
#include <vector>

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include "core/projections/arrows.h"
#include "ui/theme/theme.h"
#include "ui/timeline/arrows_painter.h"
#include "ui/timeline/density.h"
#include "ui/timeline/layout.h"
#include "ui/timeline/model.h"
#include "ui/timeline/painter.h"
#include "ui/words/thing.h"

class QMenu;
class QNativeGestureEvent;
class QPinchGesture;

namespace threadmart {

class TimelineWidget : public QWidget {
  Q_OBJECT
 public:
  explicit TimelineWidget(const Theme& theme, QWidget* parent = nullptr);

  // May be called at 60 Hz while a recording grows. Nothing happens if the version is still the same.
  void setData(SharedSlices slices, const RunInfo& info, const Numbers& numbers, std::uint64_t version,
               std::uint64_t generation = 0);
  void readArrows(const Snapshot& snapshot);  // the hand-overs of the same recording: what is new in it
  void clearData();
  void setLaneBy(LaneBy by);
  void setWords(Words words);
  void setTheme(const Theme& theme);
  void setArrowsShown(bool shown);  // at first they are

  // These emit nothing but viewportChanged().
  void setPlayhead(std::optional<Nanos> time);  // the view goes with it if it was in it
  void setSelected(const Thing& thing);
  void setHovered(const Thing& thing);
  void setRange(const std::optional<TimeRange>& range);
  void setTimeRange(const TimeRange& range);  // follows only if the end is in it
  void fit();                                 // shows all, and from now on what comes
  void zoomBy(double factor, double x);       // factor below 1: closer; x: the pixel that stays
  void zoomIn();                              // at the playhead, or in the middle if it is not to be seen
  void zoomOut();
  void zoomToSelection();  // to the range, or to the selected thing's life

  const TimelineModel& model() const { return model_; }
  const Density& density() const { return density_; }
  const Viewport& viewport() const { return viewport_; }
  LaneBy laneBy() const { return model_.by(); }
  std::optional<Nanos> playhead() const { return playhead_; }
  const Thing& selected() const { return selected_; }
  const std::optional<TimeRange>& range() const { return range_; }
  bool arrowsShown() const { return arrows_shown_; }
  bool following() const { return follow_ != Follow::No; }
  TimeRange whole() const;  // what fit() shows
  TimelineLayout layoutNow() const;

  QSize sizeHint() const override { return {900, 260}; }
  QSize minimumSizeHint() const override { return {280, 84}; }

 signals:
  // By the person.
  void playheadMoved(qint64 nanos);
  void thingSelected(threadmart::Thing thing);  // None: nothing any more
  void thingHovered(threadmart::Thing thing);
  void rangeSelected(std::optional<threadmart::TimeRange> range);
  void loopRequested(threadmart::TimeRange range);
  // By whomever: what else shows the same, like a minimap, follows.
  void viewportChanged();
  void dataChanged();
  void playheadShown();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum class Drag { None, Pan, Playhead, Range };
  enum class Follow { No, Whole, End };  // of a recording that grows: all of it, or its end

  // widget.cpp: what is shown
  void rebuild(LaneBy by, Words words);
  void follow();
  void keepInView(Nanos before, Nanos now);
  void changed();  // something of what is drawn into the cache
  void renderCache();
  void paintPointed(QPainter& painter) const;
  void describe();  // for those who do not see it
  const Slice* sliceUnder(QPointF at, std::size_t* lane) const;
  Thing thingAt(QPointF at) const;
  std::optional<TimeRange> zoomTarget() const;

  // widget_input.cpp: what the person does with the pointer
  bool pinched(QNativeGestureEvent* event);
  bool pinched(QPinchGesture* pinch);
  bool showHint(const QPoint& at, const QPoint& global);
  void updateCursor(QPointF at);
  void beginRange(double x);
  void dragRange(double x);
  void pan(QPointF to);
  void movePlayhead(double x);
  void scrollBy(double pixels);
  void scaleRows(double factor, double y);
  void select(const Thing& thing);
  void hover(const Thing& thing);

  // widget_keys.cpp
  bool clearOne();  // the range, else the selection; false if there is neither
  bool handleKey(int key, Qt::KeyboardModifiers modifiers);
  void endRangeAtPlayhead(bool begin);
  void selectNeighbour(int step);
  QMenu* makeMenu(QPointF at);
  QString timesAt(QPointF at) const;

  Theme theme_;
  TimelineModel model_;
  Density density_;
  ArrowBuilder arrows_;
  SharedSlices slices_;
  RunInfo info_;
  Numbers numbers_;
  std::uint64_t version_ = 0, generation_ = 0;
  Viewport viewport_;
  Follow follow_ = Follow::Whole;
  std::optional<Nanos> playhead_;
  Thing selected_, hovered_;
  std::optional<TimeRange> range_;
  bool arrows_shown_ = true;

  QPixmap cache_;  // everything but what moves
  bool stale_ = true;
  std::vector<ArrowShape> shapes_;  // of the arrows in the cache
  QTimer describe_soon_;            // once things have come to rest: each change would be read out
  Drag drag_ = Drag::None;
  QPointF pressed_at_, last_at_;
  bool moved_ = false, on_axis_ = false;
  Nanos range_anchor_ = 0;
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
  QSize sizeHint() const override { return sizeOf(legend_); }
  QSize minimumSizeHint() const override { return sizeOf(shorter()); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QSize sizeOf(const Legend& legend) const;
  Legend shorter() const;

  Theme theme_;
  Legend legend_;
};

}  // namespace threadmart
