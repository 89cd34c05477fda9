#include "ui/sandbox/step_chip.h"

#include <algorithm>

#include <QApplication>
#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>

#include "ui/sandbox/step_icons.h"
#include "ui/sandbox/step_words.h"

namespace threadmart {
namespace {

constexpr double kIcon = 24, kPad = 8, kHeight = 42;
constexpr double kMessageWidth = 230;

// How many pieces the picture of a step in a basket shows.
int piecesOf(const DraftStep& step) {
  if (step.is("scan")) return step.number("items") <= 1 ? 1 : step.number("items") <= 10 ? 3 : 5;
  return step.is("sleep") && step.number("ms") >= 1000 ? 2 : 1;
}

QString capitalised(QString text) {
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

}  // namespace

void paintStepLabel(QPainter& painter, const DraftStep& step, int pieces, const QString& first, const QString& second,
                    const QRectF& rect, const Theme& theme) {
  const double icon = theme.px(kIcon);
  paintStepIcon(painter, step, pieces, QRectF(rect.left(), rect.center().y() - icon / 2, icon, icon), theme);
  const QRectF text = rect.adjusted(icon + theme.px(kPad), 0, 0, 0);
  const QFont bold = theme.font(13, QFont::DemiBold), small = theme.font(11.5);
  const auto line = [&](const QFont& font, const QColor& colour, const QRectF& room, const QString& words) {
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(words, Qt::ElideRight, static_cast<int>(room.width()) + 1));
  };
  if (second.isEmpty()) return line(bold, theme.text, text, first);
  const double half = text.height() / 2;
  line(bold, theme.text, text.adjusted(0, theme.px(2), 0, -half + theme.px(2)), first);
  line(small, theme.text_muted, text.adjusted(0, half - theme.px(1), 0, -theme.px(2)), second);
}

StepChip::StepChip(QWidget* parent) : QAbstractButton(parent), step_(draftStep("scan", {})) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::OpenHandCursor);
}

void StepChip::setStep(const DraftStep& step, int number, int of) {
  const bool same = step_ == step;
  step_ = step;
  place_ = QString("step %1 of %2").arg(number).arg(of);
  describe();
  if (same) return;
  updateGeometry();
  update();
}

void StepChip::setProblem(const QString& message) {
  if (problem_ == message) return;
  problem_ = message;
  describe();
  updateGeometry();
  update();
}

void StepChip::setLook(const Theme& theme, Words words) {
  theme_ = theme;
  words_ = words;
  updateGeometry();
  update();
}

void StepChip::describe() {
  setAccessibleName(shopWords(step_) + ", " + computingWords(step_));
  setAccessibleDescription(problem_.isEmpty() ? place_ : place_ + ". Wrong: " + problem_);
  setToolTip(problem_.isEmpty() ? "Double-click or Enter to change it, drag it elsewhere, Delete to take it out"
                                : problem_);
}

QString StepChip::firstLine() const {
  return capitalised(words_ == Words::Computing ? computingWords(step_) : shopWords(step_));
}

QString StepChip::secondLine() const {
  return words_ == Words::Both ? computingWords(step_) : QString();
}

QSize StepChip::bodySize() const {
  const int text = std::max(QFontMetrics(theme_.font(13, QFont::DemiBold)).horizontalAdvance(firstLine()),
                            QFontMetrics(theme_.font(11.5)).horizontalAdvance(secondLine()));
  const double width = std::min(text + theme_.px(kIcon + 3 * kPad + 2), theme_.px(300));
  return {qRound(width), qRound(theme_.px(kHeight))};
}

QRect StepChip::problemRect(const QSize& body) const {
  const QRect room(0, body.height() + qRound(theme_.px(3)), std::max(body.width(), qRound(theme_.px(kMessageWidth))),
                   999);
  return QFontMetrics(theme_.font(11.5, QFont::Medium)).boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, problem_);
}

QSize StepChip::sizeHint() const {
  const QSize body = bodySize();
  if (problem_.isEmpty()) return body;
  const QRect message = problemRect(body);
  return {std::max(body.width(), message.right() + 2), message.bottom() + 2};
}

void StepChip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QSize body = bodySize();
  const bool wrong = !problem_.isEmpty();
  const double width = wrong || hasFocus() ? theme_.px(2) : 1;
  const QRectF frame = QRectF(QPointF(), body).adjusted(width / 2, width / 2, -width / 2, -width / 2);
  const QColor edge = wrong          ? theme_.warning
                      : hasFocus()   ? theme_.accent
                      : underMouse() ? theme_.ready_edge
                                     : theme_.panel_edge;
  painter.setPen(QPen(edge, width));
  painter.setBrush(hasFocus() ? theme_.accent_soft : wrong ? theme_.warning_soft : theme_.sunken);
  painter.drawRoundedRect(frame, theme_.px(8), theme_.px(8));
  const double pad = theme_.px(kPad);
  paintStepLabel(painter, step_, piecesOf(step_), firstLine(), secondLine(),
                 QRectF(QPointF(), body).adjusted(pad, theme_.px(3), -pad, -theme_.px(3)), theme_);
  if (!wrong) return;
  painter.setFont(theme_.font(11.5, QFont::Medium));
  painter.setPen(theme_.warning);
  painter.drawText(problemRect(body), Qt::AlignLeft | Qt::TextWordWrap, problem_);
}

void StepChip::mousePressEvent(QMouseEvent* event) {
  pressed_ = event->pos();
  event->accept();
}

void StepChip::mouseMoveEvent(QMouseEvent* event) {
  const bool far = (event->pos() - pressed_).manhattanLength() >= QApplication::startDragDistance();
  if ((event->buttons() & Qt::LeftButton) && far) emit dragged();
}

void StepChip::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit editRequested();
}

void StepChip::focusInEvent(QFocusEvent* event) {
  QAbstractButton::focusInEvent(event);
  emit focused();
}

}  // namespace threadmart
