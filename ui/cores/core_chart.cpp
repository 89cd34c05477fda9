#include "ui/cores/core_chart.h"

#include <algorithm>

#include <QGraphicsLayout>
#include <QPainter>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

namespace threadmart {

CoreChart::CoreChart(QWidget* parent)
    : QChartView(parent),
      own_top_(new QLineSeries(this)),
      busy_top_(new QLineSeries(this)),
      own_(new QAreaSeries(own_top_)),
      others_(new QAreaSeries(busy_top_, own_top_)),
      time_(new QValueAxis(this)),
      share_(new QValueAxis(this)) {
  QChart* chart = this->chart();  // the view's own: another one would leave it to nobody
  chart->legend()->hide();
  chart->setAnimationOptions(QChart::NoAnimation);
  chart->setBackgroundRoundness(0);
  chart->setMargins({});
  chart->layout()->setContentsMargins(0, 0, 0, 0);
  share_->setRange(0, 1);
  chart->addAxis(time_, Qt::AlignBottom);
  chart->addAxis(share_, Qt::AlignLeft);
  for (QValueAxis* axis : {time_, share_}) axis->setVisible(false);
  for (QAreaSeries* area : {own_, others_}) {
    chart->addSeries(area);
    area->attachAxis(time_);
    area->attachAxis(share_);
  }
  setFrameShape(QFrame::NoFrame);
  setRenderHint(QPainter::Antialiasing, false);  // twice as fast, and the curve moves five times a second
  setInteractive(false);
  setFocusPolicy(Qt::NoFocus);
  viewport()->setFocusPolicy(Qt::NoFocus);         // the row has the focus, and the name
  setAttribute(Qt::WA_TransparentForMouseEvents);  // the row is what is pointed at
  line_ = new QWidget(this);
  line_->setAutoFillBackground(true);
  line_->hide();
}

void CoreChart::setPlayhead(std::optional<double> place) {
  if (place == place_) return;
  place_ = place;
  placeLine();
}

void CoreChart::placeLine() {
  line_->setVisible(place_.has_value());
  if (!place_) return;
  const QRectF plot = chart()->plotArea();
  const int x = qRound(plot.left() + *place_ * plot.width() - line_->width() / 2.0);
  line_->move(std::clamp(x, 0, std::max(0, width() - line_->width())), 0);
}

void CoreChart::resizeEvent(QResizeEvent* event) {
  QChartView::resizeEvent(event);
  line_->resize(line_->width(), height());
  placeLine();
}

// A step is as wide as it is long: the curve is a staircase, nothing is drawn between two readings that was not
// measured.
void CoreChart::setStrip(const CoreStrip& strip) {
  QList<QPointF> own, busy;
  for (std::size_t i = 0; i < strip.steps.size(); ++i) {
    const CoreShare& share = strip.steps[i];
    for (const double x : {static_cast<double>(i), static_cast<double>(i + 1)}) {
      own.append({x, share.own});
      busy.append({x, share.busy()});
    }
  }
  time_->setRange(0, std::max<double>(1, static_cast<double>(strip.steps.size())));
  own_top_->replace(own);
  busy_top_->replace(busy);
}

void CoreChart::setTheme(const Theme& theme) {
  chart()->setBackgroundBrush(theme.sunken);
  setBackgroundBrush(theme.sunken);
  QColor own = theme.accent, others = theme.text_muted;
  own.setAlphaF(0.75F);
  others.setAlphaF(0.3F);
  own_->setBrush(own);
  own_->setPen(Qt::NoPen);
  others_->setBrush(others);
  others_->setPen(Qt::NoPen);
  line_->setStyleSheet(QStringLiteral("background: ") + theme.playhead.name());
  line_->resize(std::max(1, qRound(theme.px(2))), height());
  placeLine();
}

}  // namespace threadmart
