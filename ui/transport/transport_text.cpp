#include "ui/transport/transport_text.h"

#include <algorithm>
#include <cmath>

namespace threadmart {
namespace {

// The digit that still moves to the eye: a thousandth of the whole, or more.
Nanos shownStep(Nanos end) {
  Nanos step = 1;
  while (step <= end / 10'000) step *= 10;
  return step;
}

QString withoutTrailingZeros(QString number) {
  if (!number.contains(QLatin1Char('.'))) return number;
  while (number.endsWith(QLatin1Char('0'))) number.chop(1);
  if (number.endsWith(QLatin1Char('.'))) number.chop(1);
  return number;
}

bool isRound(double factor) {
  const double lead = factor / std::pow(10, std::floor(std::log10(factor) + 1e-9));
  return std::abs(lead - 1) < 0.01 || std::abs(lead - 2) < 0.01 || std::abs(lead - 5) < 0.01;
}

}  // namespace

TimeText timeText(Nanos position, Nanos end) {
  const Nanos step = shownStep(end);
  const QString whole = formatTick(end, step, end);
  const qsizetype space = whole.lastIndexOf(QLatin1Char(' '));
  TimeText text;
  text.unit = whole.mid(space + 1);
  text.widest = whole.left(space);
  text.end = withoutTrailingZeros(text.widest);
  text.position = formatTick(position, step, end).chopped(whole.size() - space);
  return text;
}

QString spokenTime(Nanos position, Nanos end) {
  const TimeText text = timeText(position, end);
  return QStringLiteral("%1 %3 of %2 %3").arg(text.position, text.end, text.unit);
}

std::vector<double> menuSpeeds(double now) {
  std::vector<double> speeds = speedSteps();
  std::erase_if(speeds, [now](double step) {
    return std::abs(step - now) > now * 1e-6 && !isRound(step >= 1 ? step : 1 / step);
  });
  std::reverse(speeds.begin(), speeds.end());
  return speeds;
}

QString playHint(const Playback& playback) {
  switch (playback.mode()) {
    case Playback::Mode::Live:
      return QStringLiteral("Pause the picture; the run goes on (Space)");
    case Playback::Mode::LivePaused:
      return QStringLiteral("Follow the run again (Space)");
    case Playback::Mode::Playing:
      return QStringLiteral("Pause (Space)");
    case Playback::Mode::Paused:
      break;
  }
  const bool again = playback.end() > 0 && playback.position() >= playback.end();
  return again ? QStringLiteral("Play again from the beginning (Space)") : QStringLiteral("Play (Space)");
}

}  // namespace threadmart
