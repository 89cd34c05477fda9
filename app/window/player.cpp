#include "app/window/player.h"

#include <algorithm>
#include <ctime>

#include "app/window/shown_recording.h"

namespace threadmart {
namespace {

constexpr int kFrameMs = 16;
// A person needs this long to see that somebody walks to a place; after a pause the last steps take so long.
constexpr double kSettleMs = 150;
// Events come from the collector a little later than they happened: the live picture stays so far behind.
constexpr Nanos kLiveLag = 40'000'000;
// A run shorter than this was over before one could look: it is played again at once, slowly.
constexpr Nanos kTooShortToSee = 5'000'000'000;

Nanos monotonicNow() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return Nanos{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

}  // namespace

Player::Player(const ShownRecording& shown, QObject* parent) : QObject(parent), shown_(shown) {
  timer_.setTimerType(Qt::PreciseTimer);
  timer_.setInterval(kFrameMs);
  connect(&timer_, &QTimer::timeout, this, &Player::frame);
  connect(&shown, &ShownRecording::replaced, this, &Player::startOver);
  connect(&shown, &ShownRecording::changed, this, &Player::grow);
}

void Player::startOver() {
  playback_ = {};
  ease_ = 0;
  if (shown_.growing()) playback_.startLive();
  emit changed();
  told();
}

void Player::grow() {
  if (shown_.growing()) {
    const Nanos origin = shown_.info().origin_ns;
    const Nanos now = origin > 0 ? monotonicNow() - origin - kLiveLag : 0;
    playback_.setEnd(std::max(shown_.end(), now));
  } else if (playback_.live()) {
    const bool followed = playback_.playing();
    playback_.setEnd(shown_.end());
    playback_.finishLive();
    if (followed && shown_.end() < kTooShortToSee) playback_.play();
    emit changed();
  } else {
    playback_.show(shown_.end());
  }
  told();
}

void Player::told() {
  const bool moves = playback_.playing() || ease_ > 0;
  if (moves && !timer_.isActive()) {
    since_frame_.start();
    timer_.start();
  }
  if (!moves) timer_.stop();
  emit moved();
}

void Player::frame() {
  const qint64 elapsed = since_frame_.nsecsElapsed();
  since_frame_.start();
  const auto mode = playback_.mode();
  playback_.advance(elapsed);
  settle(elapsed / 1'000'000);
  if (playback_.mode() != mode) emit changed();
  told();
}

// Movement starts with the playhead and dies away when it stops, so that a still picture shows everybody in place.
void Player::settle(qint64 elapsed_ms) {
  if (playback_.ease() > 0) {
    ease_ = playback_.ease();
    return;
  }
  const double full = 250e6 * playback_.speed();
  ease_ = std::max<Nanos>(0, ease_ - static_cast<Nanos>(full * static_cast<double>(elapsed_ms) / kSettleMs));
}

void Player::toggle() {
  playback_.toggle();
  emit changed();
  told();
}

void Player::goTo(std::optional<Nanos> time) {
  if (!time) return;
  playback_.pause();
  seek(*time);
}

void Player::seek(Nanos time) {
  playback_.seek(time);
  if (!playback_.playing()) ease_ = 0;
  emit changed();
  told();
}

void Player::stepBack() {
  goTo(shown_.moments().previous(position()));
}

void Player::stepForward() {
  goTo(shown_.moments().next(position()));
}

void Player::stepTask(TaskId task, bool forward) {
  goTo(forward ? shown_.moments().next(position(), task) : shown_.moments().previous(position(), task));
}

void Player::toBegin() {
  const auto loop = playback_.loop();
  seek(loop ? loop->begin : 0);
}

void Player::toEnd() {
  const auto loop = playback_.loop();
  goTo(loop ? loop->end : playback_.end());
}

void Player::setSpeed(double speed) {
  playback_.setSpeed(speed);
  emit changed();
}

void Player::faster() {
  playback_.faster();
  emit changed();
}

void Player::slower() {
  playback_.slower();
  emit changed();
}

void Player::loop(std::optional<TimeRange> range) {
  playback_.setLoop(range);
  emit changed();
  told();
}

}  // namespace threadmart
