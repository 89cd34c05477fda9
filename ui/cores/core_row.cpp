#include "ui/cores/core_row.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

#include "ui/cores/core_chart.h"
#include "ui/theme/accessible_role.h"

namespace threadmart {

CoreRow::CoreRow(const Theme& theme, QWidget* parent)
    : QWidget(parent), name_(new QLabel(this)), share_(new QLabel(this)), chart_(new CoreChart(this)) {
  name_->setProperty("role", "muted");
  share_->setProperty("role", "value");
  auto* grid = new QGridLayout(this);
  grid->addWidget(name_, 0, 0);
  grid->addWidget(share_, 0, 1, Qt::AlignRight);
  grid->addWidget(chart_, 1, 0, 1, 2);
  grid->setRowStretch(1, 1);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleRole(*this, QAccessible::Chart);
  setTheme(theme);
}

void CoreRow::setCore(const QString& name, const CoreStrip& strip) {
  name_->setText(name);
  chart_->setStrip(strip);
}

void CoreRow::setShare(const CoreShare& share) {
  const QString said = name_->text() + QStringLiteral(": ") + shareText(share);
  if (said == said_) return;
  said_ = said;
  share_->setText(percentText(share.busy()));
  setAccessibleName(said);
  setToolTip(QStringLiteral("%1 (this run %2, everything else %3)")
                 .arg(said, percentText(share.own), percentText(share.others)));
}

void CoreRow::setPlayhead(std::optional<double> place) {
  chart_->setPlayhead(place);
}

void CoreRow::setSelected(bool selected) {
  if (selected == selected_) return;
  selected_ = selected;
  setAccessibleDescription(selected ? QStringLiteral("selected") : QString());
  update();
}

void CoreRow::setTheme(const Theme& theme) {
  theme_ = theme;
  const int air = qRound(theme.px(4));
  layout()->setContentsMargins(air, air / 2, air, air);
  static_cast<QGridLayout*>(layout())->setSpacing(qRound(theme.px(3)));
  chart_->setTheme(theme);
  update();
}

void CoreRow::setChartHeight(int height) {
  chart_->setFixedHeight(height);
}

void CoreRow::paintEvent(QPaintEvent*) {
  if (!selected_ && !hasFocus()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(hasFocus() ? QPen(theme_.accent, theme_.px(2)) : QPen(Qt::NoPen));
  painter.setBrush(selected_ ? theme_.accent_soft : QColor(Qt::transparent));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme_.px(6), theme_.px(6));
}

void CoreRow::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit chosen();
}

void CoreRow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    emit chosen();
  else
    QWidget::keyPressEvent(event);
}

}  // namespace threadmart
