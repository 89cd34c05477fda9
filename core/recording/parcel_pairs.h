// Which ParcelReceived belongs to which ParcelSent: the two agree in task, worker, number and leg. Of several that do,
// the first sent is the first received.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>

#include <queue>

#include "core/events/event.h"

namespace threadmart {

class ParcelPairs {
 public:
  // Remembers a parcel under the caller's number for it.
  void sent(const Event& event, std::uint32_t number) { on_their_way_[keyOf(event)].push(number); }

  // The caller's number of the parcel that arrived; empty if nobody sent it.
  std::optional<std::uint32_t> received(const Event& event) {
    const auto entry = on_their_way_.find(keyOf(event));
    if (entry == on_their_way_.end()) return std::nullopt;
    const std::uint32_t number = entry->second.front();
    entry->second.pop();
    if (entry->second.empty()) on_their_way_.erase(entry);
    return number;
  }

 private:
  using Key = std::tuple<TaskId, WorkerId, std::uint32_t, std::uint8_t>;
  static Key keyOf(const Event& event) { return {event.task, event.worker, event.count, event.detail}; }

  std::map<Key, std::queue<std::uint32_t>> on_their_way_;
};

}  // namespace threadmart
