#include "ui/transport/transport_parts.h"

#include <cmath>

#include <QPainter>
#include <QRegularExpression>

#include "ui/theme/icons.h"
#include "ui/theme/tabular_text.h"

namespace threadmart {
namespace {

constexpr double kDisc = 34, kPlain = 28, kRing = 3, kTimeSize = 13;

}  // namespace

IconButton::IconButton(Shape shape, const QString& icon, const Theme& theme, QWidget* parent)
    : QToolButton(parent), shape_(shape), icon_(icon), theme_(theme) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconButton::setIconName(const QString& icon) {
  if (icon == icon_) return;
  icon_ = icon;
  update();
}

void IconButton::setHint(const QString& hint) {
  if (hint == toolTip()) return;
  setToolTip(hint);
  static const QRegularExpression key(QStringLiteral(" \\([^)]*\\)$"));
  setAccessibleName(QString(hint).remove(key));
}

void IconButton::setTheme(const Theme& theme) {
  theme_ = theme;
  updateGeometry();
  update();
}

QSize IconButton::sizeHint() const {
  const int side = qRound(theme_.px(shape_ == Shape::Disc ? kDisc + 2 * kRing : kPlain));
  return {side, side};
}

QColor IconButton::background() const {
  if (shape_ == Shape::Plain) return isDown() || underMouse() ? theme_.accent_soft : QColor(Qt::transparent);
  if (!isEnabled()) return theme_.ready_fill;
  return isDown() || underMouse() ? theme_.accent : theme_.playhead;
}

const QPixmap& IconButton::pixmap(const QColor& colour) {
  const int size = qRound(theme_.px(shape_ == Shape::Disc ? 17 : 16));
  const QString wanted = QStringLiteral("%1 %2 %3 %4").arg(icon_, colour.name()).arg(size).arg(devicePixelRatioF());
  if (wanted != drawn_) {
    pixmap_ = iconPixmap(icon_, size, colour, devicePixelRatioF());
    drawn_ = wanted;
  }
  return pixmap_;
}

void IconButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QPointF centre = QRectF(rect()).center();
  const double radius = theme_.px(shape_ == Shape::Disc ? kDisc : kPlain - 2) / 2;
  painter.setPen(Qt::NoPen);
  painter.setBrush(isEnabled() || shape_ == Shape::Disc ? background() : QColor(Qt::transparent));
  painter.drawEllipse(centre, radius, radius);
  if (hasFocus()) {
    const double ring = shape_ == Shape::Disc ? radius + theme_.px(kRing - 1) : radius - theme_.px(1) / 2;
    painter.setPen(QPen(theme_.accent, theme_.px(2)));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, ring, ring);
  }
  const QColor colour = !isEnabled() ? theme_.ready_edge : shape_ == Shape::Disc ? theme_.panel : theme_.text;
  const QPixmap& icon = pixmap(colour);
  const QSizeF size = icon.deviceIndependentSize();
  painter.drawPixmap(centre - QPointF(size.width() / 2, size.height() / 2), icon);
}

TimeLabel::TimeLabel(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TimeLabel::show(Nanos position, Nanos end) {
  const TimeText text = end > 0 ? timeText(position, end) : TimeText{};
  if (text == text_) return;
  const bool same_room =
      text.widest.size() == text_.widest.size() && text.end.size() == text_.end.size() && text.unit == text_.unit;
  text_ = text;
  if (!same_room) updateGeometry();
  update();
}

void TimeLabel::setForm(Form form) {
  if (form == form_) return;
  form_ = form;
  updateGeometry();
  update();
}

void TimeLabel::setTheme(const Theme& theme) {
  theme_ = theme;
  updateGeometry();
  update();
}

QString TimeLabel::after() const {
  if (text_.unit.isEmpty()) return {};
  return (form_ == Form::Full ? QStringLiteral(" / ") + text_.end : QString()) + QLatin1Char(' ') + text_.unit;
}

QString TimeLabel::text() const {
  return text_.position + after();
}

QSize TimeLabel::sizeHint() const {
  const double width = tabularWidth(QFontMetricsF(theme_.font(kTimeSize, QFont::DemiBold)), text_.widest) +
                       tabularWidth(QFontMetricsF(theme_.font(kTimeSize, QFont::Medium)), after());
  return {static_cast<int>(std::ceil(width)), qRound(theme_.px(24))};
}

void TimeLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QFont strong = theme_.font(kTimeSize, QFont::DemiBold), plain = theme_.font(kTimeSize, QFont::Medium);
  const QFontMetricsF metrics(strong);
  const double baseline = (height() + metrics.capHeight()) / 2;
  const double split = width() - tabularWidth(QFontMetricsF(plain), after());
  painter.setFont(strong);
  painter.setPen(isEnabled() ? theme_.text : theme_.text_muted);
  drawTabular(painter, {split - tabularWidth(metrics, text_.position), baseline}, text_.position);
  painter.setFont(plain);
  painter.setPen(theme_.text_muted);
  drawTabular(painter, {split, baseline}, after());
}

}  // namespace threadmart
