// How the transport writes times and speeds.
#pragma once

#include <vector>

#include "ui/transport/playback.h"

namespace threadmart {

// Both in the unit that suits the end, as exact as four digits of it: '137.6' and '242 ms'.
struct TimeText {
  QString position, end;
  QString widest;  // what `position` becomes at the end: as much room as it ever takes
  QString unit;

  friend bool operator==(const TimeText&, const TimeText&) = default;
};
TimeText timeText(Nanos position, Nanos end);
QString spokenTime(Nanos position, Nanos end);  // '137.6 ms of 242 ms'

// What the menu offers, fastest first: the round steps, and the one that is set now.
std::vector<double> menuSpeeds(double now);

// What the play button does next, with its key: 'Pause (Space)'.
QString playHint(const Playback& playback);

}  // namespace threadmart
