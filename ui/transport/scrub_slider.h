// The slider of the transport: where in the run the playhead is. A click jumps, dragging scrubs; with the focus the
// arrows move by a hundredth, Page Up and Page Down by a tenth, Home and End to the ends. To assistive technology it is
// a slider in milliseconds.
#pragma once

#include <QWidget>

#include "ui/transport/scrub_painter.h"

namespace threadmart {

class ScrubSlider : public QWidget {
  Q_OBJECT
 public:
  explicit ScrubSlider(const Theme& theme, QWidget* parent = nullptr);

  using QWidget::show;
  // Cheap at 60 Hz: paints only when something moved by a visible bit. Emits nothing.
  void show(Nanos position, Nanos end, const std::optional<TimeRange>& loop);
  void setTheme(const Theme& theme);

  Nanos position() const { return look_.position; }
  Nanos end() const { return look_.end; }
  Nanos step() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void sought(qint64 nanos);
  void toBegin();
  void toEnd();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  Nanos timeAt(double x) const;
  bool handleKey(int key);
  bool looksTheSame(const ScrubLook& other) const;

  Theme theme_;
  ScrubLook look_, painted_;
};

}  // namespace threadmart
