// The parts of the transport that Qt does not have: buttons with our own icons, and a time that does not jitter.
#pragma once

#include <QToolButton>

#include "ui/theme/theme.h"
#include "ui/transport/transport_text.h"

namespace threadmart {

class IconButton : public QToolButton {
  Q_OBJECT
 public:
  enum class Shape { Disc, Plain };
  IconButton(Shape shape, const QString& icon, const Theme& theme, QWidget* parent);

  void setIconName(const QString& icon);
  void setHint(const QString& hint);  // tool tip and accessible name; a key in brackets belongs to the tip only
  void setTheme(const Theme& theme);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QColor background() const;
  const QPixmap& pixmap(const QColor& colour);

  Shape shape_;
  QString icon_;
  Theme theme_;
  QPixmap pixmap_;
  QString drawn_;  // what the pixmap shows
};

// '137.6 / 242 ms', in as much room as it needs at the end.
class TimeLabel : public QWidget {
  Q_OBJECT
 public:
  enum class Form { Full, PositionOnly };
  explicit TimeLabel(const Theme& theme, QWidget* parent = nullptr);

  using QWidget::show;
  void show(Nanos position, Nanos end);
  void setForm(Form form);
  void setTheme(const Theme& theme);
  QString text() const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString after() const;  // what stands right of the position

  Theme theme_;
  TimeText text_;
  Form form_ = Form::Full;
};

}  // namespace threadmart
