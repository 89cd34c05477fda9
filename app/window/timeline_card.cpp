#include "app/window/timeline_card.h"

#include <algorithm>

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/timeline/minimap.h"
#include "ui/timeline/widget.h"
#include "ui/transport/transport_bar.h"

namespace threadmart {

TimelineCard::TimelineCard(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      timeline_(new TimelineWidget(theme, this)),
      legend_(new TimelineLegend(theme, this)),
      stack_(new QStackedWidget(this)),
      invitation_(new QLabel("Press Run: what happens then, is drawn here while it happens.", this)),
      minimap_(new Minimap(*timeline_, theme, this)),
      transport_(new TransportBar(theme, this)) {
  setProperty("role", "panel");
  setAccessibleName("Timeline");
  auto* heading = new QLabel("Timeline", this);
  heading->setProperty("role", "heading");
  invitation_->setProperty("role", "muted");
  invitation_->setAlignment(Qt::AlignCenter);
  timeline_->setAccessibleName("Timeline of the run");

  auto* group = new QButtonGroup(this);
  top_ = new QHBoxLayout;
  auto* top = top_;
  top->addWidget(heading);
  top->addSpacing(8);
  for (const LaneBy by : {LaneBy::Task, LaneBy::Worker, LaneBy::Core}) {
    QPushButton* segment = makeSegment(by);
    group->addButton(segment);
    top->addWidget(segment);
  }
  top->addStretch(1);
  top->addWidget(legend_);
  stack_->addWidget(invitation_);
  stack_->addWidget(timeline_);
  auto* column = new QVBoxLayout(this);
  column->addLayout(top);
  column->addWidget(stack_, 1);
  column->addWidget(minimap_);
  column->addWidget(transport_);
  column_ = column;
  segments_[static_cast<std::size_t>(timeline_->laneBy())]->setChecked(true);
  setTheme(theme);
}

QPushButton* TimelineCard::makeSegment(LaneBy by) {
  const QString text = laneByWords(by, Words::Shop);
  auto* segment = new QPushButton(text, this);
  segment->setProperty("role", "segment");
  segment->setCheckable(true);
  segment->setAccessibleName("Lanes " + text);
  segments_[static_cast<std::size_t>(by)] = segment;
  connect(segment, &QPushButton::clicked, this, [this, by] { setLaneBy(by); });
  return segment;
}

// Beside the heading where there is room, else a line of its own.
void TimelineCard::placeLegend() {
  const QMargins margins = column_->contentsMargins();
  const int free = width() - margins.left() - margins.right() - (top_->sizeHint().width() - widthInRow());
  const bool fits = legend_->sizeHint().width() <= free;
  if (fits == (top_->indexOf(legend_) >= 0)) return;
  (fits ? static_cast<QLayout*>(column_) : top_)->removeWidget(legend_);
  if (fits)
    top_->addWidget(legend_);
  else
    column_->insertWidget(column_->indexOf(minimap_), legend_, 0, Qt::AlignRight);
}

// In a low card the lanes need the room more.
void TimelineCard::showMinimap() {
  minimap_->setVisible(!empty_ && height() >= minimap_from_);
}

int TimelineCard::widthInRow() const {
  return top_->indexOf(legend_) >= 0 ? legend_->sizeHint().width() : 0;
}

bool TimelineCard::event(QEvent* event) {
  // The row asks for more or less whenever the legend or the words have changed.
  if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
    placeLegend();
    showMinimap();
  }
  return QFrame::event(event);
}

// The row must not keep the window wide: what does not fit goes to another line.
QSize TimelineCard::minimumSizeHint() const {
  const QSize all = QFrame::minimumSizeHint();
  const QMargins margins = column_->contentsMargins();
  const int legend = legend_->isHidden() ? 0 : legend_->minimumSizeHint().width();
  const int row = all.width() - (widthInRow() > 0 ? legend : 0);
  return {std::max(row, legend + margins.left() + margins.right()), all.height()};
}

void TimelineCard::setEmpty(bool empty) {
  stack_->setCurrentWidget(empty ? static_cast<QWidget*>(invitation_) : timeline_);
  empty_ = empty;
  legend_->setVisible(!empty);
  showMinimap();
}

void TimelineCard::setWords(Words words) {
  timeline_->setWords(words);
  legend_->setWords(words);
  for (const LaneBy by : {LaneBy::Task, LaneBy::Worker, LaneBy::Core}) {
    QPushButton* segment = segments_[static_cast<std::size_t>(by)];
    // There is no room for both: the shop's.
    segment->setText(laneByWords(by, words == Words::Both ? Words::Shop : words));
    segment->setToolTip(laneByWords(by, Words::Both));
    segment->setAccessibleName("Lanes " + laneByWords(by, words));
  }
}

void TimelineCard::setLaneBy(LaneBy by) {
  segments_[static_cast<std::size_t>(by)]->setChecked(true);
  if (timeline_->laneBy() == by) return;
  timeline_->setLaneBy(by);
  emit laneByChosen(by);
}

void TimelineCard::setTheme(const Theme& theme) {
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  layout()->setContentsMargins(px(18), px(12), px(18), px(10));
  layout()->setSpacing(px(8));
  minimap_from_ = px(300);
  timeline_->setTheme(theme);
  legend_->setTheme(theme);
  minimap_->setTheme(theme);
  transport_->setTheme(theme);
}

}  // namespace threadmart
