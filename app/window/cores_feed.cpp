#include "app/window/cores_feed.h"

#include <algorithm>

namespace threadmart {
namespace {

constexpr int kReadMs = 200;  // the kernel's own steps are 10 ms: faster readings would only be coarser
constexpr std::size_t kSteps = 60;

}  // namespace

CoresFeed::CoresFeed(const ShownRecording& shown, QObject* parent)
    : QObject(parent), shown_(shown), live_(kSteps, Nanos{kReadMs} * 1'000'000) {
  timer_.setInterval(kReadMs);
  connect(&timer_, &QTimer::timeout, this, &CoresFeed::readMachine);
  connect(&shown_, &ShownRecording::changed, this, [this] {
    if (!shown_.empty() && !shown_.growing()) showRecording();
  });
}

void CoresFeed::start() {
  if (timer_.isActive()) return;
  before_ = readCoreTimes();
  timer_.start();
  if (shown_.empty()) emit loaded(live_.loads());
}

void CoresFeed::stop() {
  timer_.stop();
}

void CoresFeed::readMachine() {
  CoreTimes now = readCoreTimes();
  live_.add(busyShares(before_, now), ownSince(Nanos{kReadMs} * 1'000'000));
  before_ = std::move(now);
  if (shown_.empty() || shown_.growing()) emit loaded(live_.loads());
}

std::vector<double> CoresFeed::ownSince(Nanos step) const {
  if (shown_.empty() || !shown_.growing()) return {};
  return ownLoad(*shown_.slices(), std::max<Nanos>(0, shown_.end() - step), std::max<Nanos>(1, shown_.end()));
}

void CoresFeed::showRecording() {
  emit loaded(
      loadsOfRecording(*shown_.slices(), coreLoad(shown_.snapshot()), coresOfRecording(), shown_.end(), kSteps));
}

// The machine of the recording may be another than this one; a foreign trace may not say how many cores it had.
std::size_t CoresFeed::coresOfRecording() const {
  std::size_t cores = shown_.info().machine.cores;
  if (cores > 0) return cores;
  for (const Slice& slice : *shown_.slices())
    if (slice.core != kNoCore) cores = std::max<std::size_t>(cores, slice.core + 1u);
  return cores;
}

}  // namespace threadmart
