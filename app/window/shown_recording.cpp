#include "app/window/shown_recording.h"

#include <algorithm>
#include <utility>

namespace threadmart {

void ShownRecording::show(std::shared_ptr<const Recording> recording, bool growing) {
  recording_ = std::move(recording);
  growing_ = growing && recording_ != nullptr;
  builder_ = std::make_shared<SliceBuilder>();
  snapshot_ = {};
  info_ = {};
  shop_ = {};
  numbers_ = {};
  since_numbers_.invalidate();
  ++version_;
  emit replaced();
  if (recording_) read();
  emit changed();
}

void ShownRecording::refresh() {
  if (!growing_ || recording_->size() == snapshot_.size()) return;
  read();
  emit changed();
}

void ShownRecording::finish() {
  if (!growing_) return;
  growing_ = false;
  read();
  emit changed();
}

void ShownRecording::read() {
  snapshot_ = recording_->snapshot();
  info_ = recording_->info();
  builder_->update(snapshot_);
  shop_.update(slices(), snapshot_, info_);
  if (numbersAreDue()) {
    QElapsedTimer cost;
    cost.start();
    numbers_ = makeNumbers(builder_->slices(), snapshot_, info_);
    numbers_cost_ms_ = cost.elapsed();
    since_numbers_.start();
  }
  ++version_;
}

// Numbers are read from the beginning each time: live not more than a few times a second, and never more than a
// fortieth of the time.
bool ShownRecording::numbersAreDue() const {
  constexpr qint64 kPauseMs = 150;
  return !growing_ || !since_numbers_.isValid() || since_numbers_.hasExpired(std::max(kPauseMs, 40 * numbers_cost_ms_));
}

std::shared_ptr<const std::vector<Slice>> ShownRecording::slices() const {
  return builder_ ? std::shared_ptr<const std::vector<Slice>>(builder_, &builder_->slices())
                  : std::make_shared<const std::vector<Slice>>();
}

}  // namespace threadmart
