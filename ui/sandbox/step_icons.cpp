#include "ui/sandbox/step_icons.h"

#include <algorithm>

#include <QPainterPath>

namespace threadmart {
namespace {

// Drawn in a square of 24 × 24, which is scaled to the one that is asked for.
class IconPainter {
 public:
  IconPainter(QPainter& painter, const QRectF& square, const Theme& theme) : painter_(painter), theme_(theme) {
    painter_.save();
    painter_.setRenderHint(QPainter::Antialiasing);
    painter_.translate(square.topLeft());
    painter_.scale(square.width() / 24, square.height() / 24);
  }
  ~IconPainter() { painter_.restore(); }
  IconPainter(const IconPainter&) = delete;
  IconPainter& operator=(const IconPainter&) = delete;

  void items(int pieces) {
    if (pieces <= 1) return item(7.5, 5, 9, 15, 2);
    item(2.5, 9, 5.5, 11, 0);
    item(9, 5.5, 6, 14.5, 1);
    item(16, 8, 5.5, 12, 3);
    if (pieces <= 3) return;
    pen(line(), 1.3);
    painter_.setBrush(theme_.ghost);
    painter_.drawPolygon(QPolygonF{{1.5, 13}, {22.5, 13}, {20, 22}, {4, 22}});
    for (const double x : {7.0, 12.0, 17.0}) painter_.drawLine(QPointF(x, 15), QPointF(x + (12 - x) * 0.12, 20));
  }

  void avocado(bool far) {
    painter_.save();
    if (far) {
      painter_.translate(7, 2);
      painter_.scale(0.72, 0.72);
    }
    QPainterPath pear;
    pear.moveTo(12, 2);
    pear.cubicTo(16.5, 2, 16, 8, 18.5, 12);
    pear.cubicTo(21.5, 17, 18, 22.5, 12, 22.5);
    pear.cubicTo(6, 22.5, 2.5, 17, 5.5, 12);
    pear.cubicTo(8, 8, 7.5, 2, 12, 2);
    fill(green().darker(135), pear);
    painter_.save();
    painter_.translate(12, 13.2);
    painter_.scale(0.76, 0.8);
    painter_.translate(-12, -13);
    fill(pale(), pear);
    painter_.restore();
    painter_.setBrush(stone());
    painter_.drawEllipse(QPointF(12, 15.6), 3.6, 3.6);
    painter_.restore();
    if (far) footsteps();
  }

  void page() {
    sheet(QRectF(5, 2.5, 14, 19));
    pen(theme_.task(0), 1.7);
    painter_.drawLine(QPointF(8, 7), QPointF(16, 7));
    pen(line(), 1.3);
    for (const double y : {11.0, 14.0, 17.0}) painter_.drawLine(QPointF(8, y), QPointF(y == 17.0 ? 13 : 16, y));
  }

  void delivery() {
    pen(line(), 1.5);
    painter_.setBrush(Qt::NoBrush);
    painter_.drawPolyline(QPolygonF{{3, 14}, {3, 21}, {21, 21}, {21, 14}});
    pen(theme_.task(5), 2.4);
    painter_.drawLine(QPointF(12, 17), QPointF(12, 4.5));
    painter_.drawPolyline(QPolygonF{{7, 9}, {12, 4}, {17, 9}});
  }

  void parcel() {
    pen(line(), 1.2);
    painter_.setBrush(cardboard());
    painter_.drawRoundedRect(QRectF(2.5, 5, 19, 15.5), 1.5, 1.5);
    painter_.fillRect(QRectF(10.3, 5, 3.4, 15.5), cardboard().darker(135));
    painter_.fillRect(QRectF(2.5, 10.6, 19, 2.6), cardboard().darker(135));
  }

  void stockSheet(bool locked) {
    sheet(QRectF(4.5, 4, 15, 17.5));
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(theme_.text_muted);
    painter_.drawRoundedRect(QRectF(8.5, 2, 7, 4), 1.2, 1.2);
    pen(theme_.task(4), 1.8);
    for (const double x : {8.0, 10.6, 13.2, 15.8}) painter_.drawLine(QPointF(x, 9.5), QPointF(x, 17));
    painter_.drawLine(QPointF(6.6, 15.5), QPointF(17.4, 11));
    if (!locked) return;
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(theme_.accent);
    painter_.drawRoundedRect(QRectF(14, 15.5, 8.5, 7), 1.2, 1.2);
    pen(theme_.accent, 1.6);
    painter_.setBrush(Qt::NoBrush);
    painter_.drawArc(QRectF(16, 12, 4.6, 6.5), 0, 180 * 16);
  }

  void barrier() {
    avocado(false);
    pen(theme_.panel, 5);
    painter_.drawLine(QPointF(3, 20), QPointF(21, 4));
    pen(theme_.warning, 2.6);
    painter_.drawLine(QPointF(3, 20), QPointF(21, 4));
  }

  void sum() {
    painter_.setPen(theme_.text);
    painter_.setFont(font(15, QFont::Bold));
    painter_.drawText(QRectF(1, 6, 14, 17), Qt::AlignCenter, QStringLiteral("n"));
    painter_.setPen(theme_.accent);
    painter_.setFont(font(11, QFont::Bold));
    painter_.drawText(QRectF(12, 1, 11, 12), Qt::AlignCenter, QStringLiteral("n"));
  }

 private:
  QColor line() const { return theme_.text_muted; }
  QColor green() const { return theme_.task(2); }
  static QColor pale() { return {0xE4, 0xEE, 0x9C}; }
  static QColor stone() { return {0x8A, 0x5A, 0x34}; }
  static QColor cardboard() { return {0xD9, 0xB3, 0x7C}; }

  // The painter scales already.
  QFont font(double size, QFont::Weight weight) const { return makeTheme(theme_.kind).font(size, weight); }

  void pen(const QColor& colour, double width) {
    painter_.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  }
  void fill(const QColor& colour, const QPainterPath& path) {
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(colour);
    painter_.drawPath(path);
  }
  void sheet(const QRectF& rect) {
    pen(line(), 1.2);
    painter_.setBrush(QColor(theme_.kind == ThemeKind::Dark ? theme_.sunken : QColor(Qt::white)));
    painter_.drawRoundedRect(rect, 1.5, 1.5);
  }
  // A tin with its label and its lid.
  void item(double x, double y, double width, double height, TaskId colour) {
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(theme_.task(colour));
    painter_.drawRoundedRect(QRectF(x, y, width, height), 1.6, 1.6);
    painter_.setBrush(QColor(255, 255, 255, 190));
    painter_.drawRect(QRectF(x, y + height * 0.36, width, height * 0.3));
  }
  void footsteps() {
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(line());
    for (const QPointF at : {QPointF(2.5, 21), QPointF(5.5, 17), QPointF(3.5, 12.5)})
      painter_.drawEllipse(at, 1.3, 1.3);
  }

  QPainter& painter_;
  const Theme& theme_;
};

}  // namespace

void paintStepIcon(QPainter& painter, const DraftStep& step, int pieces, const QRectF& square, const Theme& theme) {
  IconPainter icon(painter, square, theme);
  if (step.is("scan")) return icon.items(pieces);
  if (step.is("sleep")) return step.values.flag("blocks_loop") ? icon.barrier() : icon.avocado(pieces > 1);
  if (step.is("fetch")) return icon.page();
  if (step.is("upload")) return icon.delivery();
  if (step.is("send")) return icon.parcel();
  if (step.is("count")) return icon.stockSheet(step.values.flag("locked"));
  icon.sum();
}

void paintEmptyBasket(QPainter& painter, const QRectF& rect, const QColor& colour) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(rect.topLeft());
  painter.scale(rect.width() / 64, rect.height() / 48);
  painter.setPen(QPen(colour, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolygon(QPolygonF{{4, 18}, {60, 18}, {53, 46}, {11, 46}});
  painter.drawArc(QRectF(14, 2, 36, 32), 0, 180 * 16);
  for (const double x : {19.0, 32.0, 45.0}) painter.drawLine(QPointF(x, 25), QPointF(x + (32 - x) * 0.12, 40));
  painter.restore();
}

}  // namespace threadmart
