// The recording that the window shows, and what is read from it: slices, the shop, moments and numbers, brought up to
// date as it grows.
#pragma once

#include <cstdint>
#include <memory>

#include <QElapsedTimer>
#include <QObject>

#include "core/projections/numbers.h"
#include "core/projections/shop.h"
#include "core/projections/slices.h"
#include "core/recording/recording.h"

namespace threadmart {

class ShownRecording : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  void show(std::shared_ptr<const Recording> recording, bool growing);  // null: nothing is shown
  void refresh();  // reads what is new; may be called sixty times a second
  void finish();   // it will not grow any more

  bool empty() const { return recording_ == nullptr; }
  bool growing() const { return growing_; }
  const std::shared_ptr<const Recording>& recording() const { return recording_; }
  const RunInfo& info() const { return info_; }
  const Numbers& numbers() const { return numbers_; }
  const Snapshot& snapshot() const { return snapshot_; }
  std::shared_ptr<const std::vector<Slice>> slices() const;
  const ShopIndex& shop() const { return shop_; }
  const Moments& moments() const { return shop_.moments(); }
  std::uint64_t version() const { return version_; }  // never the same for two states, whatever is shown
  Nanos end() const { return builder_ ? builder_->end() : 0; }

 signals:
  void replaced();  // another recording, or none
  void changed();   // more of the same, or after replaced() all of it

 private:
  void read();
  bool numbersAreDue() const;

  std::shared_ptr<const Recording> recording_;
  std::shared_ptr<SliceBuilder> builder_;
  Snapshot snapshot_;
  RunInfo info_;
  ShopIndex shop_;
  Numbers numbers_;
  std::uint64_t version_ = 0;
  bool growing_ = false;
  QElapsedTimer since_numbers_;
  qint64 numbers_cost_ms_ = 0;
};

}  // namespace threadmart
