#include "ui/cores/cores_view.h"

#include <cmath>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/cores/core_chart.h"
#include "ui/cores/heat_strip.h"

namespace threadmart {
namespace {

// Live the last reading counts, of a recording the average.
CoreShare shareToName(const CoreStrip& strip, bool live) {
  if (strip.steps.empty()) return {};
  if (live) return strip.steps.back();
  CoreShare sum;
  for (const CoreShare& share : strip.steps) {
    sum.own += share.own;
    sum.others += share.others;
  }
  const auto steps = static_cast<double>(strip.steps.size());
  return {sum.own / steps, sum.others / steps};
}

QString percent(double share) {
  return QString("%1 %").arg(std::lround(share * 100));
}

QLabel* makeLabel(const QString& text, const char* role, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("role", role);
  return label;
}

}  // namespace

CoresView::CoresView(QWidget* parent) : QFrame(parent), column_(new QVBoxLayout(this)), grid_(new QGridLayout) {
  setProperty("role", "panel");
  setAccessibleName("CPU cores");
  mark_ = makeLabel("", "accent", this);
  legend_ = makeLabel("", "muted", this);
  auto* top = new QHBoxLayout;
  top->addWidget(makeLabel("CPU cores", "heading", this), 1);
  top->addWidget(mark_);
  column_->addLayout(top);
  column_->addLayout(grid_);
  column_->addWidget(legend_);
  setTheme(makeTheme(ThemeKind::Light));
}

void CoresView::setLoads(const CoreLoads& loads) {
  loads_ = loads;
  mark_->setText(loads.live ? "live" : "from the recording");
  mark_->setToolTip(loads.live ? "What the machine does now, read five times a second"
                               : "What the cores did during the whole run");
  if (loads.cores.size() <= kMostCharts)
    showCharts();
  else
    showHeatStrip();
}

void CoresView::showCharts() {
  if (heat_ != nullptr) heat_->hide();
  while (rows_.size() < loads_.cores.size()) rows_.push_back(makeRow(rows_.size()));
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool used = i < loads_.cores.size();
    rows_[i].box->setVisible(used);
    if (!used) continue;
    const CoreStrip& strip = loads_.cores[i];
    const CoreShare share = shareToName(strip, loads_.live);
    rows_[i].name->setText(QString("core %1").arg(strip.core));
    rows_[i].share->setText(percent(share.busy()));
    rows_[i].chart->setStrip(strip);
    const QString text = QString("core %1: this run %2, everything else %3")
                             .arg(strip.core)
                             .arg(percent(share.own), percent(share.others));
    rows_[i].box->setToolTip(text);
    rows_[i].chart->setAccessibleName(text);
  }
}

CoresView::CoreRow CoresView::makeRow(std::size_t index) {
  CoreRow row{new QWidget(this), nullptr, nullptr, nullptr};
  row.name = makeLabel("", "muted", row.box);
  row.share = makeLabel("", "value", row.box);
  row.chart = new CoreChart(row.box);
  row.chart->setTheme(theme_);
  fitHeight(row);
  auto* grid = new QGridLayout(row.box);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(qRound(theme_.px(3)));
  grid->addWidget(row.name, 0, 0);
  grid->addWidget(row.share, 0, 1, Qt::AlignRight);
  grid->addWidget(row.chart, 1, 0, 1, 2);
  grid->setRowStretch(1, 1);
  const std::size_t columns = loads_.cores.size() > 4 ? 2 : 1;
  grid_->addWidget(row.box, static_cast<int>(index / columns), static_cast<int>(index % columns));
  return row;
}

// Few cores have room; with many each must do with less.
void CoresView::fitHeight(const CoreRow& row) const {
  const std::size_t cores = loads_.cores.size();
  row.chart->setFixedHeight(qRound(theme_.px(cores <= 2 ? 72 : cores <= 4 ? 44 : 28)));
}

void CoresView::showHeatStrip() {
  for (const CoreRow& row : rows_) row.box->hide();
  if (heat_ == nullptr) {
    heat_ = new HeatStripWidget(this);
    heat_->setAccessibleName("Load of each core as a heat strip");
    column_->insertWidget(1, heat_);
  }
  heat_->setFixedHeight(qRound(theme_.px(220)));
  heat_->show();
  heat_->setLoads(loads_, theme_);
}

void CoresView::setTheme(const Theme& theme) {
  theme_ = theme;
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  column_->setContentsMargins(px(18), px(12), px(18), px(14));
  column_->setSpacing(px(8));
  grid_->setSpacing(px(8));
  QColor others = theme.text_muted;
  legend_->setText(
      QString("<span style='color:%1'>■</span> this run &nbsp; <span style='color:%2'>■</span> everything else")
          .arg(theme.accent.name(), others.name()));
  for (const CoreRow& row : rows_) {
    row.chart->setTheme(theme);
    fitHeight(row);
  }
  if (heat_ != nullptr) heat_->setLoads(loads_, theme);
}

void HeatStripWidget::setLoads(const CoreLoads& loads, const Theme& theme) {
  loads_ = loads;
  theme_ = theme;
  update();
}

void HeatStripWidget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintHeatStrip(painter, rect(), loads_, theme_);
}

}  // namespace threadmart
