// Lets the playhead run: a Playback with a clock and a frame timer. What is shown belongs to others; they listen to
// moved() and draw.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "ui/transport/playback.h"

namespace threadmart {

class ShownRecording;

class Player : public QObject {
  Q_OBJECT

 public:
  explicit Player(const ShownRecording& shown, QObject* parent = nullptr);

  const Playback& playback() const { return playback_; }
  Nanos position() const { return playback_.position(); }
  Nanos ease() const { return ease_; }  // recorded time in which movement is drawn; goes to 0 when the picture rests

  void toggle();
  void seek(Nanos time);
  void stepBack();  // to the event before, of the whole run
  void stepForward();
  void stepTask(TaskId task, bool forward);  // to a change of that customer's state
  void toBegin();
  void toEnd();
  void setSpeed(double speed);
  void faster();
  void slower();
  void loop(std::optional<TimeRange> range);

 signals:
  void moved();    // position or ease; at most once a frame
  void changed();  // anything else of the playback: mode, speed, loop

 private:
  void startOver();  // another recording is shown
  void grow();
  void frame();
  void tick();
  void settle(qint64 elapsed_ms);
  void goTo(std::optional<Nanos> time);
  void told();

  const ShownRecording& shown_;
  Playback playback_;
  Nanos ease_ = 0;
  QTimer timer_;
  QElapsedTimer since_frame_;
};

}  // namespace threadmart
