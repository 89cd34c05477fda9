// A customer's portrait in a card: number and colour of the first task; the others behind, if there are several alike.
// Takes the focus for everything that is done to the customer as a whole, and can be dragged.
#pragma once

#include <memory>

#include <QAbstractButton>
#include <QKeyEvent>

#include "core/events/event.h"
#include "ui/theme/theme.h"

namespace threadmart {

class ArtCabinet;

struct Likeness {
  TaskId task = 0;  // the first of those alike
  int copies = 1;
  std::uint8_t basket = 0;  // 0 empty … 3 full

  friend bool operator==(const Likeness&, const Likeness&) = default;
};
void paintPortrait(QPainter& painter, const QRectF& rect, const Likeness& who, const Theme& theme, ArtCabinet& art);

class CustomerPortrait : public QAbstractButton {
  Q_OBJECT

 public:
  explicit CustomerPortrait(QWidget* parent);

  void setLikeness(const Likeness& who);
  void setLook(const Theme& theme, std::shared_ptr<ArtCabinet> art);
  QSize sizeHint() const override;

 signals:
  void dragged();  // away from its place, with the button held
  void focused();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override { event->ignore(); }  // the column knows the keys

 private:
  std::shared_ptr<ArtCabinet> art_;
  Theme theme_;
  Likeness who_;
  QPoint pressed_;
};

}  // namespace threadmart
