#include "app/window/timeline_card.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/timeline/widget.h"

namespace threadmart {

TimelineCard::TimelineCard(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      timeline_(new TimelineWidget(theme, this)),
      legend_(new TimelineLegend(theme, this)),
      stack_(new QStackedWidget(this)),
      invitation_(new QLabel("Press Run: what happens then, is drawn here while it happens.", this)),
      status_(new QLabel(this)) {
  setProperty("role", "panel");
  setAccessibleName("Timeline");
  auto* heading = new QLabel("Timeline", this);
  heading->setProperty("role", "heading");
  invitation_->setProperty("role", "muted");
  invitation_->setAlignment(Qt::AlignCenter);
  status_->setProperty("role", "muted");
  status_->setAlignment(Qt::AlignRight);
  timeline_->setAccessibleName("Timeline of the run");

  auto* group = new QButtonGroup(this);
  auto* top = new QHBoxLayout;
  top->addWidget(heading);
  top->addSpacing(8);
  for (const auto& [text, by] : {std::pair("by customer", LaneBy::Task), std::pair("by till", LaneBy::Worker),
                                 std::pair("by core", LaneBy::Core)}) {
    QPushButton* segment = makeSegment(text, by);
    group->addButton(segment);
    top->addWidget(segment);
  }
  top->addStretch(1);
  stack_->addWidget(invitation_);
  stack_->addWidget(timeline_);
  auto* column = new QVBoxLayout(this);
  column->addLayout(top);
  column->addWidget(stack_, 1);
  auto* bottom = new QHBoxLayout;
  bottom->addWidget(legend_);
  bottom->addStretch(1);
  bottom->addWidget(status_);
  column->addLayout(bottom);
  segments_[static_cast<std::size_t>(timeline_->laneBy())]->setChecked(true);
  setTheme(theme);
}

QPushButton* TimelineCard::makeSegment(const QString& text, LaneBy by) {
  auto* segment = new QPushButton(text, this);
  segment->setProperty("role", "segment");
  segment->setCheckable(true);
  segment->setAccessibleName("Lanes " + text);
  segments_[static_cast<std::size_t>(by)] = segment;
  connect(segment, &QPushButton::clicked, this, [this, by] { setLaneBy(by); });
  return segment;
}

void TimelineCard::setEmpty(bool empty) {
  stack_->setCurrentWidget(empty ? static_cast<QWidget*>(invitation_) : timeline_);
}

void TimelineCard::setStatus(const QString& text) {
  status_->setText(text);
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
  timeline_->setTheme(theme);
  legend_->setTheme(theme);
}

}  // namespace threadmart
