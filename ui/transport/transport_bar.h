// The row with play and pause, steps, the slider, times and speed. It shows a Playback and says what the person wants;
// it holds no time itself.
#pragma once

#include <QWidget>

#include "ui/theme/theme.h"
#include "ui/transport/playback.h"

class QPushButton;
class QLabel;
class QToolButton;

namespace threadmart {

class ScrubSlider;

class TransportBar : public QWidget {
  Q_OBJECT
 public:
  explicit TransportBar(const Theme& theme, QWidget* parent = nullptr);

  void show(const Playback& playback);  // cheap enough for 60 Hz
  void setUsable(bool usable);          // false while there is no recording
  void setStatus(const QString& text);  // '12 of 40 served', at the right
  void setTheme(const Theme& theme);

 signals:
  void playOrPause();
  void stepBack();
  void stepForward();
  void toBegin();
  void toEnd();
  void sought(qint64 nanos);
  void speedChosen(double speed);
  void loopCleared();

 private:
  Theme theme_;
  QPushButton* play_ = nullptr;
  QToolButton* back_ = nullptr;
  QToolButton* forward_ = nullptr;
  ScrubSlider* slider_ = nullptr;
  QLabel* time_ = nullptr;
  QLabel* status_ = nullptr;
  QToolButton* speed_ = nullptr;  // opens the menu of steps
  QToolButton* loop_ = nullptr;   // 'loop 20–40 ms ×': there while a range is looped
};

}  // namespace threadmart
