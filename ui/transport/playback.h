// The playhead: where in a run one looks, and how fast it moves. Knows no clock and no widget; time passes when it is
// told so.
#pragma once

#include <optional>
#include <vector>

#include "core/events/event.h"
#include "ui/timeline/coordinates.h"

namespace threadmart {

// Of recorded time per time: 1/1000 … 10, ascending, each less than twice the one before.
std::vector<double> speedSteps();
double firstSpeed(Nanos length);  // the whole run in 10–20 s, as far as the steps reach
QString speedText(double speed);  // '1/50', '×2', 'real time'

class Playback {
 public:
  enum class Mode { Live, LivePaused, Playing, Paused };

  void startLive();        // a run begins: follows its end
  void setEnd(Nanos end);  // of what is recorded so far
  void finishLive();       // the run is over: Paused, with the speed for a first replay. At its end, or where it rested
  void show(Nanos end);    // a recording from a file: Paused at its begin

  void play();   // from the end: again from the begin. While live: follows again
  void pause();  // while live the run goes on
  void toggle() { playing() ? pause() : play(); }
  void seek(Nanos time);        // pauses what is live; else goes on playing from there
  void setSpeed(double speed);  // to the nearest step
  void faster();
  void slower();
  // Plays only that, over and over: from outside it jumps to its begin. Empty ranges are none. A live run is followed
  // all the same.
  void setLoop(std::optional<TimeRange> range);

  // `elapsed` nanoseconds have passed for the person. True if the position or the mode changed.
  bool advance(Nanos elapsed);

  Nanos position() const { return position_; }
  Nanos end() const { return end_; }
  double speed() const { return speed_; }
  Mode mode() const { return mode_; }
  bool live() const { return mode_ == Mode::Live || mode_ == Mode::LivePaused; }
  bool playing() const { return mode_ == Mode::Live || mode_ == Mode::Playing; }
  std::optional<TimeRange> loop() const { return loop_; }
  // Recorded time in which a movement of the picture is drawn: a quarter of a second for the person; 0 when paused.
  Nanos ease() const;

 private:
  void moveTo(Nanos time);
  void stepSpeed(int by);

  Nanos position_ = 0, end_ = 0;
  double speed_ = 1;
  double rest_ = 0;  // of a nanosecond, not yet moved
  Mode mode_ = Mode::Paused;
  std::optional<TimeRange> loop_;
};

}  // namespace threadmart
