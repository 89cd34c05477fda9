// Part of ShopIndex: the tills, by worker: when each is there, what its process uses, and the parcels that come and go.
#pragma once

#include <vector>

#include "core/projections/shop.h"
#include "core/projections/shop_history.h"
#include "core/recording/parcel_pairs.h"

namespace threadmart {

class ShopTills {
 public:
  void consume(const Event& event);  // in the recording's order
  // Fills in tills (but not whom they serve), parcels, parent and memory_bytes.
  void at(Nanos time, const RunInfo& info, ShopState& out) const;

  std::size_t count() const { return tills_.size(); }

 private:
  struct Use {
    Nanos time = 0;
    ProcessUseNow now;
  };
  struct Sent {
    Nanos time = 0;
    std::uint32_t number = 0;    // in parcels_
    std::uint32_t earliest = 0;  // place in this till's list: all before it had arrived when this one was sent
  };
  struct Till {
    Nanos spawned = kNever, started = kNever, exited = kNever, died = kNever;
    std::uint32_t pid = 0, tid = 0;
    std::vector<Use> uses;
    std::vector<Sent> sent;

    void enter(Nanos time, ShopTill& till) const;
  };
  void sample(const Event& event);
  void send(const Event& event);
  std::vector<Use>* usesOf(WorkerId worker);
  void fillParcels(Nanos time, const Till& till, ShopTill& shown, std::vector<Parcel>& on_their_way) const;
  Parcel parcelAt(Nanos time, std::uint32_t number) const;

  std::vector<Till> tills_;
  std::vector<Use> parent_;
  std::uint32_t parent_pid_ = 0;
  Nanos run_started_ = kNever;
  std::vector<Parcel> parcels_;  // in the order they were sent
  ParcelPairs pairs_;
};

}  // namespace threadmart
