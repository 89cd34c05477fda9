// The row with play and pause, steps, the slider, times and speed. It shows a Playback and says what the person wants;
// it holds no time itself. With little room the status goes first, then words, then the end of the time.
#pragma once

#include <QWidget>

#include "ui/theme/theme.h"
#include "ui/transport/playback.h"

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace threadmart {

class IconButton;
class ScrubSlider;
class TimeLabel;

class TransportBar : public QWidget {
  Q_OBJECT
 public:
  explicit TransportBar(const Theme& theme, QWidget* parent = nullptr);

  using QWidget::show;
  void show(const Playback& playback);  // cheap enough for 60 Hz
  void setUsable(bool usable);          // false while there is no recording
  void setStatus(const QString& text);  // '12 of 40 served', at the right
  void setTheme(const Theme& theme);

  QSize minimumSizeHint() const override;

 signals:
  void playOrPause();
  void stepBack();
  void stepForward();
  void toBegin();
  void toEnd();
  void sought(qint64 nanos);
  void speedChosen(double speed);
  void loopCleared();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum class Room { All, NoStatus, ShortWords, ShortLoop, PositionOnly, Bare };

  void makeMarks();
  void connectParts();
  void fillSpeeds();
  void showMode();
  void showSpeedAndLoop();
  void arrange();  // with as much as there is room for
  void arrangeFor(Room room);

  Theme theme_;
  Playback shown_;
  bool usable_ = true;
  QString status_text_;
  QHBoxLayout* row_ = nullptr;
  QHBoxLayout* buttons_ = nullptr;
  IconButton* play_ = nullptr;
  IconButton* back_ = nullptr;
  IconButton* forward_ = nullptr;
  ScrubSlider* slider_ = nullptr;
  TimeLabel* time_ = nullptr;
  QLabel* status_ = nullptr;
  QLabel* live_ = nullptr;        // 'live'
  QLabel* goes_on_ = nullptr;     // 'the run goes on', while the picture rests
  QToolButton* loop_ = nullptr;   // 'loop 20–40 ms ×': there while a range is looped
  QToolButton* speed_ = nullptr;  // opens the menu of steps
  QMenu* speeds_ = nullptr;
};

}  // namespace threadmart
