#include "ui/transport/transport_bar.h"

#include <cmath>

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

#include "ui/transport/scrub_slider.h"
#include "ui/transport/transport_parts.h"
#include "ui/transport/transport_text.h"

namespace threadmart {
namespace {

constexpr double kLeastSlider = 60;

QLabel* makeLabel(const QString& text, const char* role, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("role", role);
  label->hide();
  return label;
}

QToolButton* makePill(const char* tone, QWidget* parent) {
  auto* pill = new QToolButton(parent);
  pill->setProperty("role", "pill");
  pill->setProperty("tone", tone);
  pill->setFocusPolicy(Qt::StrongFocus);
  return pill;
}

bool isRealTime(double speed) {
  return std::abs(speed - 1) < 1e-9;
}

}  // namespace

TransportBar::TransportBar(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      row_(new QHBoxLayout(this)),
      play_(new IconButton(IconButton::Shape::Disc, QStringLiteral("play"), theme, this)),
      back_(new IconButton(IconButton::Shape::Plain, QStringLiteral("step-back"), theme, this)),
      forward_(new IconButton(IconButton::Shape::Plain, QStringLiteral("step-forward"), theme, this)),
      slider_(new ScrubSlider(theme, this)),
      time_(new TimeLabel(theme, this)) {
  setAccessibleName(QStringLiteral("Transport"));
  back_->setHint(QStringLiteral("One event back (←)"));
  forward_->setHint(QStringLiteral("One event forward (→)"));
  makeMarks();
  buttons_ = new QHBoxLayout;
  for (QWidget* button : {play_, back_, forward_}) buttons_->addWidget(button);
  row_->addLayout(buttons_);
  row_->addWidget(slider_, 1);
  for (QWidget* part : std::initializer_list<QWidget*>{time_, status_, live_, goes_on_, loop_, speed_})
    row_->addWidget(part);
  row_->setSizeConstraint(QLayout::SetNoConstraint);  // what there is no room for gives way by itself: arrange()
  connectParts();
  setTheme(theme);
  showMode();
  showSpeedAndLoop();
  setUsable(false);
}

void TransportBar::makeMarks() {
  status_ = makeLabel({}, "muted", this);
  live_ = makeLabel(QStringLiteral("● live"), "accent", this);
  live_->setToolTip(QStringLiteral("The picture follows the run"));
  live_->setAccessibleName(QStringLiteral("live"));
  goes_on_ = makeLabel(QStringLiteral("the run goes on"), "muted", this);
  goes_on_->setToolTip(QStringLiteral("The picture rests. Play follows the run again (Space)"));
  loop_ = makePill("good", this);
  loop_->setToolTip(QStringLiteral("Play the whole run again, without this loop"));
  loop_->hide();
  speed_ = makePill("plain", this);
  speed_->setPopupMode(QToolButton::InstantPopup);
  speed_->setToolTip(QStringLiteral("Speed of the replay"));
  speeds_ = new QMenu(speed_);
  speed_->setMenu(speeds_);
}

void TransportBar::connectParts() {
  connect(play_, &QToolButton::clicked, this, &TransportBar::playOrPause);
  connect(back_, &QToolButton::clicked, this, &TransportBar::stepBack);
  connect(forward_, &QToolButton::clicked, this, &TransportBar::stepForward);
  connect(slider_, &ScrubSlider::sought, this, &TransportBar::sought);
  connect(slider_, &ScrubSlider::toBegin, this, &TransportBar::toBegin);
  connect(slider_, &ScrubSlider::toEnd, this, &TransportBar::toEnd);
  connect(loop_, &QToolButton::clicked, this, &TransportBar::loopCleared);
  connect(speeds_, &QMenu::aboutToShow, this, &TransportBar::fillSpeeds);
  connect(speeds_, &QMenu::triggered, this, [this](QAction* action) { emit speedChosen(action->data().toDouble()); });
}

void TransportBar::fillSpeeds() {
  speeds_->clear();
  auto* group = new QActionGroup(speeds_);
  for (const double speed : menuSpeeds(shown_.speed())) {
    QAction* action = speeds_->addAction(speedText(speed));
    action->setCheckable(true);
    action->setChecked(std::abs(speed - shown_.speed()) < speed * 1e-6);
    action->setData(speed);
    group->addAction(action);
  }
}

void TransportBar::show(const Playback& playback) {
  const Playback before = std::exchange(shown_, playback);
  slider_->show(playback.position(), playback.end(), playback.loop());
  const QSize room = time_->sizeHint();
  time_->show(playback.position(), playback.end());
  bool other = room != time_->sizeHint();
  const bool was_at_end = before.position() >= before.end(), at_end = playback.position() >= playback.end();
  if (before.mode() != playback.mode() || was_at_end != at_end) {
    showMode();
    other = true;
  }
  if (before.speed() != playback.speed() || before.loop() != playback.loop()) {
    showSpeedAndLoop();
    other = true;
  }
  if (other) arrange();
}

void TransportBar::showMode() {
  play_->setIconName(shown_.playing() ? QStringLiteral("pause") : QStringLiteral("play"));
  play_->setHint(playHint(shown_));
}

void TransportBar::showSpeedAndLoop() {
  const QString speed = speedText(shown_.speed());
  speed_->setAccessibleName(isRealTime(shown_.speed()) ? speed : speed + QStringLiteral(" speed"));
  if (shown_.loop())
    loop_->setAccessibleName(QStringLiteral("Remove the loop ") +
                             formatInterval(shown_.loop()->begin, shown_.loop()->end));
}

void TransportBar::setUsable(bool usable) {
  if (usable == usable_) return;
  usable_ = usable;
  for (QWidget* part : std::initializer_list<QWidget*>{play_, back_, forward_, slider_, time_, loop_, speed_})
    part->setEnabled(usable);
  if (!usable) show(Playback());
}

void TransportBar::setStatus(const QString& text) {
  if (text == status_text_) return;
  status_text_ = text;
  arrange();
}

void TransportBar::setTheme(const Theme& theme) {
  theme_ = theme;
  for (IconButton* button : {play_, back_, forward_}) button->setTheme(theme);
  slider_->setTheme(theme);
  time_->setTheme(theme);
  row_->setContentsMargins(0, 0, 0, 0);
  buttons_->setSpacing(qRound(theme.px(4)));
  arrange();
}

QSize TransportBar::minimumSizeHint() const {
  return {qRound(theme_.px(320)), qRound(theme_.px(40))};
}

void TransportBar::resizeEvent(QResizeEvent*) {
  arrange();
}

void TransportBar::arrange() {
  for (const Room room :
       {Room::All, Room::NoStatus, Room::ShortWords, Room::ShortLoop, Room::PositionOnly, Room::Bare}) {
    arrangeFor(room);
    row_->invalidate();
    if (row_->minimumSize().width() <= width()) break;
  }
  row_->activate();
}

void TransportBar::arrangeFor(Room room) {
  const bool live = shown_.mode() == Playback::Mode::Live, rests = shown_.mode() == Playback::Mode::LivePaused;
  row_->setSpacing(qRound(theme_.px(room < Room::ShortWords ? 12 : 6)));
  slider_->setMinimumWidth(qRound(theme_.px(room == Room::All ? 200 : room == Room::NoStatus ? 120 : kLeastSlider)));
  status_->setText(status_text_);
  status_->setVisible(room == Room::All && !status_text_.isEmpty());
  live_->setVisible(live);
  goes_on_->setVisible(rests);
  speed_->setVisible(!shown_.live());
  const bool word = room < Room::ShortWords && !isRealTime(shown_.speed());
  speed_->setText(speedText(shown_.speed()) + (word ? QStringLiteral(" speed") : QString()));
  loop_->setVisible(shown_.loop() && !shown_.live());
  if (shown_.loop()) {
    const QString range = formatInterval(shown_.loop()->begin, shown_.loop()->end);
    loop_->setText(room < Room::ShortLoop ? QStringLiteral("loop %1  ×").arg(range)
                   : room < Room::Bare    ? QStringLiteral("loop ×")
                                          : QStringLiteral("×"));
  }
  const bool short_time = live || room >= Room::PositionOnly;  // live, it is the end
  time_->setForm(short_time ? TimeLabel::Form::PositionOnly : TimeLabel::Form::Full);
}

}  // namespace threadmart
