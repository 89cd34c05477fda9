// The transport under mouse and keyboard, and read by assistive technology.
#include "ui/transport/transport_bar.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "ui/transport/scrub_slider.h"
#include "ui/transport/transport_parts.h"

namespace threadmart {
namespace {

constexpr Nanos kMs = 1'000'000;

class Transport : public testing::Test {
 protected:
  Transport() : bar_(theme_) {
    bar_.setStyleSheet(styleSheet(theme_));
    bar_.resize(900, 44);
    bar_.show();
    bar_.setUsable(true);
    playback_.show(242 * kMs);
    playback_.seek(100 * kMs);
    bar_.show(playback_);
    QCoreApplication::processEvents();
  }

  ScrubSlider* slider() { return bar_.findChild<ScrubSlider*>(); }
  TimeLabel* time() { return bar_.findChild<TimeLabel*>(); }
  QToolButton* button(const QString& name) {
    for (QToolButton* button : bar_.findChildren<QToolButton*>())
      if (button->accessibleName().startsWith(name) && !button->isHidden()) return button;
    return nullptr;
  }
  bool says(const QString& text) {
    for (const QLabel* label : bar_.findChildren<QLabel*>())
      if (label->text().contains(text) && !label->isHidden()) return true;
    return false;
  }
  QPoint at(Nanos time) {
    return QPointF(scrubScale(slider()->size(), playback_.end(), theme_).xOf(time), slider()->height() / 2.0).toPoint();
  }

  Theme theme_ = makeTheme(ThemeKind::Light);
  TransportBar bar_;
  Playback playback_;
};

TEST_F(Transport, ShowsTheTimeAndTheSpeed) {
  EXPECT_EQ(time()->text(), QStringLiteral("100.0 / 242 ms"));
  ASSERT_NE(button(QStringLiteral("1/50 speed")), nullptr);
  EXPECT_EQ(button(QStringLiteral("1/50 speed"))->text(), QStringLiteral("1/50 speed"));
}

TEST_F(Transport, ButtonsSayWhatIsWanted) {
  QSignalSpy play(&bar_, &TransportBar::playOrPause), back(&bar_, &TransportBar::stepBack),
      forward(&bar_, &TransportBar::stepForward);
  button(QStringLiteral("Play"))->click();
  button(QStringLiteral("One event back"))->click();
  button(QStringLiteral("One event forward"))->click();
  EXPECT_EQ(play.count(), 1);
  EXPECT_EQ(back.count(), 1);
  EXPECT_EQ(forward.count(), 1);
  EXPECT_EQ(time()->text(), QStringLiteral("100.0 / 242 ms"));  // it moves nothing by itself
  EXPECT_TRUE(button(QStringLiteral("Play"))->toolTip().contains(QStringLiteral("Space")));
}

TEST_F(Transport, ThePlayButtonBecomesPause) {
  playback_.play();
  bar_.show(playback_);
  EXPECT_NE(button(QStringLiteral("Pause")), nullptr);
  EXPECT_EQ(button(QStringLiteral("Play")), nullptr);
  playback_.pause();
  bar_.show(playback_);
  EXPECT_NE(button(QStringLiteral("Play")), nullptr);
}

TEST_F(Transport, WhileLiveItSaysSoAndOffersToPause) {
  playback_.startLive();
  playback_.setEnd(50 * kMs);
  bar_.show(playback_);
  EXPECT_TRUE(says(QStringLiteral("live")));
  EXPECT_NE(button(QStringLiteral("Pause")), nullptr);
  EXPECT_EQ(button(QStringLiteral("1/")), nullptr);  // what is live has no speed
  playback_.pause();
  bar_.show(playback_);
  EXPECT_FALSE(says(QStringLiteral("live")));
  EXPECT_TRUE(says(QStringLiteral("the run goes on")));
  EXPECT_NE(button(QStringLiteral("Follow")), nullptr);
  playback_.finishLive();
  bar_.show(playback_);
  EXPECT_FALSE(says(QStringLiteral("the run goes on")));
}

TEST_F(Transport, AClickJumpsAndDraggingScrubs) {
  QSignalSpy sought(&bar_, &TransportBar::sought);
  const double nanos_per_pixel = scrubScale(slider()->size(), playback_.end(), theme_).nanosPerPixel();
  QTest::mousePress(slider(), Qt::LeftButton, {}, at(50 * kMs));
  QTest::mouseMove(slider(), at(120 * kMs));
  ASSERT_EQ(sought.count(), 2);
  EXPECT_NEAR(sought[0][0].toDouble(), 50e6, nanos_per_pixel);
  EXPECT_NEAR(sought[1][0].toDouble(), 120e6, nanos_per_pixel);
  QTest::mouseMove(slider(), {slider()->width() + 50, 5});
  EXPECT_EQ(sought.last()[0].toLongLong(), 242 * kMs);
  QTest::mouseRelease(slider(), Qt::LeftButton, {}, at(120 * kMs));
  const qsizetype before = sought.count();
  QTest::mouseMove(slider(), at(10 * kMs));
  EXPECT_EQ(sought.count(), before);
}

TEST_F(Transport, KeysMoveTheSlider) {
  QSignalSpy sought(&bar_, &TransportBar::sought), begin(&bar_, &TransportBar::toBegin),
      end(&bar_, &TransportBar::toEnd);
  const auto press = [&](Qt::Key key) {
    QTest::keyClick(slider(), key);
    return sought.isEmpty() ? Nanos{-1} : Nanos{sought.last()[0].toLongLong()};
  };
  EXPECT_EQ(press(Qt::Key_Right), 102'420'000);
  EXPECT_EQ(press(Qt::Key_Left), 97'580'000);
  EXPECT_EQ(press(Qt::Key_PageUp), 124'200'000);
  EXPECT_EQ(press(Qt::Key_PageDown), 75'800'000);
  press(Qt::Key_Home);
  press(Qt::Key_End);
  EXPECT_EQ(begin.count(), 1);
  EXPECT_EQ(end.count(), 1);
  EXPECT_EQ(sought.count(), 4);
  playback_.seek(241 * kMs);
  bar_.show(playback_);
  EXPECT_EQ(press(Qt::Key_PageUp), 242 * kMs);
}

TEST_F(Transport, TheLoopCanBeTakenAway) {
  EXPECT_EQ(button(QStringLiteral("Remove the loop")), nullptr);
  playback_.setLoop(TimeRange{20 * kMs, 40 * kMs});
  bar_.show(playback_);
  QToolButton* loop = button(QStringLiteral("Remove the loop"));
  ASSERT_NE(loop, nullptr);
  EXPECT_TRUE(loop->text().contains(QStringLiteral("20–40 ms")));
  QSignalSpy cleared(&bar_, &TransportBar::loopCleared);
  loop->click();
  EXPECT_EQ(cleared.count(), 1);
  playback_.setLoop(std::nullopt);
  bar_.show(playback_);
  EXPECT_EQ(button(QStringLiteral("Remove the loop")), nullptr);
}

TEST_F(Transport, TheMenuChecksTheSpeedThatIsSetAndChoosesOthers) {
  QMenu* menu = bar_.findChild<QMenu*>();
  emit menu->aboutToShow();
  QStringList checked;
  for (const QAction* action : menu->actions())
    if (action->isChecked()) checked << action->text();
  EXPECT_EQ(checked, QStringList(QStringLiteral("1/50")));
  QSignalSpy chosen(&bar_, &TransportBar::speedChosen);
  for (QAction* action : menu->actions())
    if (action->text() == QStringLiteral("real time")) action->trigger();
  ASSERT_EQ(chosen.count(), 1);
  EXPECT_DOUBLE_EQ(chosen[0][0].toDouble(), 1);
}

TEST_F(Transport, WithoutARecordingNothingCanBePressed) {
  bar_.setUsable(false);
  for (const QToolButton* button : bar_.findChildren<QToolButton*>()) EXPECT_FALSE(button->isEnabled());
  EXPECT_FALSE(slider()->isEnabled());
  EXPECT_EQ(time()->text(), QString());
  bar_.setUsable(true);
  EXPECT_TRUE(slider()->isEnabled());
}

TEST_F(Transport, TheTimeKeepsItsPlaceWhileItRuns) {
  const QRect place = time()->geometry(), groove = slider()->geometry();
  for (Nanos now = 0; now <= 242 * kMs; now += 1'111'111) {
    playback_.seek(now);
    bar_.show(playback_);
    QCoreApplication::processEvents();
    ASSERT_EQ(time()->geometry(), place);
    ASSERT_EQ(slider()->geometry(), groove);
  }
}

TEST_F(Transport, WithLittleRoomTheStatusGoesFirstAndNothingIsCut) {
  bar_.setStatus(QStringLiteral("12 of 40 customers served"));
  EXPECT_TRUE(says(QStringLiteral("12 of 40")));
  for (const bool loop : {false, true})
    for (const auto scale : {1.0, 2.0}) {
      bar_.setTheme(makeTheme(ThemeKind::Light, scale));
      bar_.setStyleSheet(styleSheet(makeTheme(ThemeKind::Light, scale)));
      playback_.setLoop(loop ? std::optional(TimeRange{20 * kMs, 40 * kMs}) : std::nullopt);
      bar_.show(playback_);
      bar_.resize(qRound(360 * scale), qRound(44 * scale));
      QCoreApplication::processEvents();
      EXPECT_FALSE(says(QStringLiteral("12 of 40")));
      EXPECT_GE(slider()->width(), 60 * scale);
      for (const QWidget* child : bar_.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (child->isHidden() || child->isWindow()) continue;
        EXPECT_LE(child->geometry().right(), bar_.width()) << child->metaObject()->className() << loop << scale;
        EXPECT_GE(child->width(), child->minimumSizeHint().width()) << child->metaObject()->className();
      }
    }
  bar_.setTheme(theme_);
  bar_.setStyleSheet(styleSheet(theme_));
  bar_.resize(900, 44);
  EXPECT_TRUE(says(QStringLiteral("12 of 40")));
}

TEST_F(Transport, IsASliderWithATextToAssistiveTechnology) {
  QAccessibleInterface* slider = QAccessible::queryAccessibleInterface(this->slider());
  ASSERT_NE(slider, nullptr);
  EXPECT_EQ(slider->role(), QAccessible::Slider);
  EXPECT_EQ(slider->text(QAccessible::Name), QStringLiteral("Position in the run"));
  EXPECT_EQ(slider->text(QAccessible::Value), QStringLiteral("100.0 ms of 242 ms"));
  QAccessibleValueInterface* value = slider->valueInterface();
  ASSERT_NE(value, nullptr);
  EXPECT_DOUBLE_EQ(value->currentValue().toDouble(), 100);
  EXPECT_DOUBLE_EQ(value->maximumValue().toDouble(), 242);
  QSignalSpy sought(&bar_, &TransportBar::sought);
  value->setCurrentValue(500.0);
  value->setCurrentValue(12.5);
  EXPECT_EQ(sought[0][0].toLongLong(), 242 * kMs);
  EXPECT_EQ(sought[1][0].toLongLong(), 12'500'000);
}

}  // namespace
}  // namespace threadmart
