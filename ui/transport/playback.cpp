#include "ui/transport/playback.h"

#include <algorithm>
#include <cmath>

namespace threadmart {
namespace {

constexpr Nanos kEaseForPerson = 250'000'000;
constexpr double kFirstReplay = 14.1e9;  // the middle of 10 and 20 s as factors go

std::size_t nearestStep(const std::vector<double>& steps, double speed) {
  const auto distance = [speed](double step) { return std::abs(std::log(step / speed)); };
  std::size_t nearest = 0;
  for (std::size_t i = 1; i < steps.size(); ++i)
    if (distance(steps[i]) < distance(steps[nearest])) nearest = i;
  return nearest;
}

}  // namespace

std::vector<double> speedSteps() {
  constexpr double kDecade[] = {1, 1.5, 2, 3, 5, 7};
  std::vector<double> steps{10};
  for (const double factor : kDecade) steps.push_back(factor);
  for (const double slower : {1, 10, 100})
    for (const double factor : kDecade)
      if (factor * slower > 1) steps.push_back(1 / (factor * slower));
  steps.push_back(1.0 / 1000);
  std::sort(steps.begin(), steps.end());
  return steps;
}

double firstSpeed(Nanos length) {
  const std::vector<double> steps = speedSteps();
  return steps[nearestStep(steps, std::max(1.0, static_cast<double>(length)) / kFirstReplay)];
}

QString speedText(double speed) {
  const auto number = [](double value) { return QString::number(value, 'g', 4); };
  if (std::abs(speed - 1) < 0.01) return QStringLiteral("real time");
  if (speed > 1) return QStringLiteral("×") + number(speed);
  if (std::abs(speed - 2.0 / 3) < 0.01) return QStringLiteral("2/3");
  return QStringLiteral("1/") + number(std::round(1 / speed));
}

void Playback::startLive() {
  *this = {};
  mode_ = Mode::Live;
}

void Playback::setEnd(Nanos end) {
  end_ = std::max<Nanos>(0, end);
  if (loop_) setLoop(loop_);
  moveTo(mode_ == Mode::Live ? end_ : position_);
}

void Playback::finishLive() {
  if (!live()) return;
  mode_ = Mode::Paused;
  speed_ = firstSpeed(end_);
}

void Playback::show(Nanos end) {
  *this = {};
  setEnd(end);
  speed_ = firstSpeed(end_);
}

void Playback::play() {
  if (live()) {
    mode_ = Mode::Live;
    moveTo(end_);
  } else if (end_ > 0) {
    if (!loop_ && position_ >= end_) moveTo(0);
    if (loop_ && !(position_ >= loop_->begin && position_ < loop_->end)) moveTo(loop_->begin);
    mode_ = Mode::Playing;
  }
}

void Playback::pause() {
  if (mode_ == Mode::Live) mode_ = Mode::LivePaused;
  if (mode_ == Mode::Playing) mode_ = Mode::Paused;
}

void Playback::seek(Nanos time) {
  if (mode_ == Mode::Live) mode_ = Mode::LivePaused;
  moveTo(time);
}

void Playback::moveTo(Nanos time) {
  position_ = std::clamp<Nanos>(time, 0, end_);
  rest_ = 0;
}

void Playback::setSpeed(double speed) {
  if (!(speed > 0)) return;
  const std::vector<double> steps = speedSteps();
  speed_ = steps[nearestStep(steps, speed)];
}

void Playback::faster() {
  stepSpeed(+1);
}

void Playback::slower() {
  stepSpeed(-1);
}

void Playback::stepSpeed(int by) {
  const std::vector<double> steps = speedSteps();
  const auto at = static_cast<int>(nearestStep(steps, speed_)) + by;
  speed_ = steps[static_cast<std::size_t>(std::clamp(at, 0, static_cast<int>(steps.size()) - 1))];
}

void Playback::setLoop(std::optional<TimeRange> range) {
  loop_.reset();
  if (!range) return;
  const auto [first, last] = std::minmax(range->begin, range->end);
  const TimeRange within{std::clamp<Nanos>(first, 0, end_), std::clamp<Nanos>(last, 0, end_)};
  if (within.length() > 0) loop_ = within;
}

bool Playback::advance(Nanos elapsed) {
  if (mode_ != Mode::Playing || elapsed <= 0) return false;
  const Nanos before = position_;
  // A pause of the machine may be long; nothing is gained by more than one whole run.
  const double longest = static_cast<double>(end_) + 1;
  const double moved = std::min(static_cast<double>(elapsed) * speed_, longest) + rest_;
  const auto whole = static_cast<Nanos>(moved);
  Nanos next = position_ + whole;
  if (loop_ && (position_ < loop_->begin || position_ > loop_->end)) {
    next = loop_->begin;
  } else if (loop_ && next >= loop_->end) {
    next = loop_->begin + (next - loop_->begin) % loop_->length();
  } else if (!loop_ && next >= end_) {
    next = end_;
    mode_ = Mode::Paused;
  }
  moveTo(next);
  rest_ = moved - static_cast<double>(whole);
  return position_ != before || mode_ != Mode::Playing;
}

Nanos Playback::ease() const {
  if (mode_ == Mode::Live) return kEaseForPerson;
  if (mode_ != Mode::Playing) return 0;
  return static_cast<Nanos>(std::llround(static_cast<double>(kEaseForPerson) * speed_));
}

}  // namespace threadmart
