#include "ui/cores/cores_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/cores/core_row.h"
#include "ui/cores/heat_strip_widget.h"

namespace threadmart {
namespace {

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
  showMark();
  if (loads.cores.size() <= kMostCharts)
    showCharts();
  else
    showHeatStrip();
  showShares();
}

void CoresView::setPlayhead(std::optional<Nanos> time) {
  if (time == playhead_) return;
  const bool appears = time.has_value() != playhead_.has_value();
  playhead_ = time;
  if (appears) showMark();
  showShares();
}

void CoresView::showMark() {
  mark_->setText(loads_.live ? "live" : "from the recording");
  mark_->setToolTip(loads_.live ? "What the machine does now, read five times a second"
                    : playhead_ ? "What the cores did at the playhead"
                                : "What the cores did during the whole run");
}

void CoresView::showCharts() {
  if (heat_ != nullptr) heat_->hide();
  while (rows_.size() < loads_.cores.size()) makeRow(rows_.size());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool used = i < loads_.cores.size();
    rows_[i]->setVisible(used);
    if (used) rows_[i]->setCore(coreWords(loads_.cores[i].core, words_), loads_.cores[i]);
  }
}

// What changes with the playhead; no chart is built again.
void CoresView::showShares() {
  const std::optional<double> place = placeOf(loads_, playhead_);
  const std::optional<unsigned> selected = selectedCore();
  if (heat_ != nullptr) {
    heat_->setPlayhead(playhead_);
    heat_->setSelected(selected);
  }
  if (loads_.cores.size() > kMostCharts) return;
  for (std::size_t i = 0; i < loads_.cores.size(); ++i) {
    rows_[i]->setShare(shareToName(loads_, i, playhead_));
    rows_[i]->setPlayhead(place);
    rows_[i]->setSelected(selected == loads_.cores[i].core);
  }
}

void CoresView::makeRow(std::size_t index) {
  auto* row = new CoreRow(theme_, this);
  fitHeight(row);
  const std::size_t columns = loads_.cores.size() > 4 ? 2 : 1;
  grid_->addWidget(row, static_cast<int>(index / columns), static_cast<int>(index % columns));
  connect(row, &CoreRow::chosen, this, [this, index] {
    if (index < loads_.cores.size()) emit thingSelected(assistantThing(loads_.cores[index].core));
  });
  rows_.push_back(row);
}

// Few cores have room; with many each must do with less.
void CoresView::fitHeight(CoreRow* row) const {
  const std::size_t cores = loads_.cores.size();
  row->setChartHeight(qRound(theme_.px(cores <= 2 ? 72 : cores <= 4 ? 44 : 28)));
}

void CoresView::showHeatStrip() {
  for (CoreRow* row : rows_) row->hide();
  if (heat_ == nullptr) {
    heat_ = new HeatStripWidget(this);
    column_->insertWidget(1, heat_);
    connect(heat_, &HeatStripWidget::chosen, this, [this](unsigned core) { emit thingSelected(assistantThing(core)); });
  }
  heat_->setFixedHeight(qRound(theme_.px(220)));
  heat_->show();
  heat_->setLoads(loads_, theme_, words_);
}

void CoresView::setSelected(const Thing& thing) {
  if (thing == selected_) return;
  selected_ = thing;
  showShares();
}

std::optional<unsigned> CoresView::selectedCore() const {
  if (selected_.kind != Thing::Kind::Assistant) return std::nullopt;
  return selected_.id;
}

void CoresView::setWords(Words words) {
  if (words == words_) return;
  words_ = words;
  if (!loads_.cores.empty()) setLoads(loads_);
}

void CoresView::setTheme(const Theme& theme) {
  theme_ = theme;
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  column_->setContentsMargins(px(14), px(12), px(14), px(14));
  column_->itemAt(0)->layout()->setContentsMargins(px(4), 0, px(4), 0);  // in line with the rows
  legend_->setContentsMargins(px(4), 0, px(4), 0);
  column_->setSpacing(px(6));
  grid_->setSpacing(px(4));
  legend_->setText(
      QString("<span style='color:%1'>■</span> this run &nbsp; <span style='color:%2'>■</span> everything else")
          .arg(theme.accent.name(), theme.text_muted.name()));
  for (CoreRow* row : rows_) {
    row->setTheme(theme);
    fitHeight(row);
  }
  if (heat_ != nullptr) heat_->setLoads(loads_, theme, words_);
}

}  // namespace threadmart
