// The minimap of a timeline as a widget: input only. The window in it can be dragged and resized; a click beside it
// moves it there, a double click shows all.
#pragma once

#include <QPixmap>
#include <QWidget>

#include "ui/theme/theme.h"
#include "ui/timeline/minimap_painter.h"

namespace threadmart {

class TimelineWidget;

class Minimap : public QWidget {
  Q_OBJECT
 public:
  // Follows the timeline, which lives at least as long. It lines up with the timeline's lanes if both begin at the same
  // x.
  Minimap(TimelineWidget& timeline, const Theme& theme, QWidget* parent = nullptr);

  void setTheme(const Theme& theme);
  MinimapLayout layoutNow() const;
  bool passive() const;  // everything is visible: there is nothing to drag

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;

 private:
  enum class Drag { None, Window, Begin, End };

  Drag partAt(double x) const;
  void dragTo(double x);
  void changed();  // something of what is drawn into the cache
  void renderCache();

  TimelineWidget& timeline_;
  Theme theme_;
  QPixmap cache_;  // everything but the window and the playhead
  bool stale_ = true;
  Drag drag_ = Drag::None;
  Nanos grasped_ = 0;  // time under the pointer when the drag began, from the window's begin
};

}  // namespace threadmart
