// What must hold for the shop of any recording, whatever happened in it: for recordings by hand, at random, and of real
// runs.
#pragma once

#include <algorithm>
#include <gtest/gtest.h>
#include <memory>
#include <random>
#include <vector>

#include "core/projections/shop.h"

namespace threadmart::shop_checks {

inline std::vector<Event> allEvents(const Snapshot& snapshot) {
  std::vector<Event> events;
  for (const auto span : snapshot.spans()) events.insert(events.end(), span.begin(), span.end());
  return events;
}

// A recording with what is read from it, as the window keeps it.
class GrowingShop {
 public:
  explicit GrowingShop(RunInfo info) : info_(std::move(info)), recording_(std::make_unique<Recording>(info_)) {}

  void append(std::span<const Event> events) {
    recording_->append(events);
    update();
  }
  void insertLate(const Event& event) {
    recording_->insertLate(event);
    update();
  }
  const ShopState& at(Nanos time) {
    index_.at(time, state_);
    return state_;
  }
  const ShopIndex& index() const { return index_; }
  const std::vector<Slice>& slices() const { return builder_->slices(); }

 private:
  void update() {
    const Snapshot snapshot = recording_->snapshot();
    builder_->update(snapshot);
    index_.update({builder_, &builder_->slices()}, snapshot, info_);
  }
  RunInfo info_;
  std::unique_ptr<Recording> recording_;
  std::shared_ptr<SliceBuilder> builder_ = std::make_shared<SliceBuilder>();
  ShopIndex index_;
  ShopState state_;
};

// What of the state differs, for messages: printing all of it would help nobody.
inline std::string difference(const ShopState& a, const ShopState& b) {
  std::string text = "at " + std::to_string(a.time) + ":";
  const auto add = [&](bool same, const char* what) {
    if (!same) text += std::string(" ") + what;
  };
  add(a.customers == b.customers, "customers");
  add(a.tills == b.tills, "tills");
  add(a.assistants == b.assistants, "assistants");
  add(a.scanner == b.scanner, "scanner");
  add(a.tickets == b.tickets, "tickets");
  add(a.sheet == b.sheet, "sheet");
  add(a.parcels == b.parcels, "parcels");
  add(a.parent == b.parent && a.parent_pid == b.parent_pid, "parent");
  add(a.in_state == b.in_state, "in_state");
  add(a.memory_bytes == b.memory_bytes, "memory");
  return text;
}

// Every time at which something happened, just before and just after, and some at random in between.
inline std::vector<Nanos> interestingTimes(const std::vector<Event>& events, unsigned seed = 1) {
  std::vector<Nanos> times{-1};
  std::mt19937_64 random(seed);
  for (const Event& event : events) {
    times.insert(times.end(), {event.time - 1, event.time, event.time + 1});
  }
  const auto end = static_cast<std::uint64_t>(events.empty() ? 1 : std::max<Nanos>(1, events.back().time));
  for (int i = 0; i < 500; ++i) times.push_back(static_cast<Nanos>(random() % (end + 1)));
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

inline std::vector<Nanos> someOf(const std::vector<Nanos>& times, std::size_t most) {
  if (times.size() <= most) return times;
  std::vector<Nanos> some;
  for (std::size_t i = 0; i < most; ++i) some.push_back(times[i * times.size() / most]);
  return some;
}

// The shop at a time is the same: live, when the recording ends there; playing; seeking backwards; jumping about.
inline void expectTheSameHoweverReached(const std::vector<Event>& events, const RunInfo& info) {
  GrowingShop live(info), playing(info), seeking(info), jumping(info);
  playing.append(events);
  seeking.append(events);
  jumping.append(events);
  const std::vector<Nanos> times = someOf(interestingTimes(events), 6'000);
  std::size_t fed = 0;
  for (const Nanos time : times) {
    const std::size_t from = fed;
    while (fed < events.size() && events[fed].time <= time) ++fed;
    if (fed > from || from == 0) live.append(std::span(events).subspan(from, fed - from));
    ASSERT_TRUE(live.at(time) == playing.at(time))
        << "live and playing, " << difference(live.at(time), playing.at(time));
  }
  std::vector<Nanos> order = someOf(times, 2'000);
  std::vector<ShopState> states;
  for (const Nanos time : order) states.push_back(playing.at(time));
  for (std::size_t i = order.size(); i-- > 0;) {
    ASSERT_TRUE(seeking.at(order[i]) == states[i]) << "backwards, " << difference(seeking.at(order[i]), states[i]);
  }
  std::vector<std::size_t> places(order.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  std::shuffle(places.begin(), places.end(), std::mt19937(7));
  for (const std::size_t i : places) {
    ASSERT_TRUE(jumping.at(order[i]) == states[i]) << "jumping, " << difference(jumping.at(order[i]), states[i]);
  }
}

// An event that comes late: the shop is as if it had come in time.
inline void expectLateEventsAreSeen(std::vector<Event> events, const RunInfo& info) {
  if (events.size() < 3) return;
  GrowingShop in_time(info), late(info);
  in_time.append(events);
  const std::vector<Nanos> times = someOf(interestingTimes(events), 500);
  // Of events at the same time a late one comes last: take one that has its time to itself.
  std::size_t which = events.size() / 2;
  while (which + 1 < events.size() && events[which].time == events[which + 1].time) ++which;
  const Event missing = events[which];
  events.erase(events.begin() + static_cast<std::ptrdiff_t>(which));
  late.append(events);
  for (const Nanos time : someOf(times, 20)) late.at(time);
  late.insertLate(missing);
  for (const Nanos time : times) {
    ASSERT_TRUE(late.at(time) == in_time.at(time)) << "late, " << difference(late.at(time), in_time.at(time));
  }
}

// Who of the slices is where at a time, read the slow way.
inline std::vector<const Slice*> slicesAt(const std::vector<Slice>& slices, Nanos time, std::size_t tasks) {
  std::vector<const Slice*> at(tasks, nullptr);
  for (const Slice& slice : slices) {
    if (slice.begin > time) break;
    if (slice.task < tasks && (slice.open || slice.end > time)) at[slice.task] = &slice;
  }
  return at;
}

inline void expectCustomersWhereTheirSlicesAre(const ShopState& shop, const std::vector<Slice>& slices) {
  const std::vector<const Slice*> now = slicesAt(slices, shop.time, shop.customers.size());
  for (const ShopCustomer& customer : shop.customers) {
    SCOPED_TRACE(testing::Message() << "task " << customer.task << " at " << shop.time);
    const Slice* slice = now[customer.task];
    if (slice == nullptr) {
      EXPECT_TRUE(!customer.submitted || customer.state == TaskState::Done);
      continue;
    }
    EXPECT_TRUE(customer.submitted);
    EXPECT_EQ(customer.state, slice->state);
    EXPECT_EQ(customer.since, slice->begin);
    EXPECT_EQ(customer.core, slice->core);
    if (slice->worker != kNoWorker) {
      EXPECT_EQ(customer.worker, slice->worker);
    }
    EXPECT_GE(customer.scanned, slice->items);
  }
}

// Customers, tills and assistants tell the same story.
inline void expectPlacesAgree(const ShopState& shop) {
  SCOPED_TRACE(testing::Message() << "at " << shop.time);
  std::array<unsigned, kTaskStates> in_state{};
  for (const ShopCustomer& customer : shop.customers) {
    if (!customer.submitted) continue;
    ++in_state[static_cast<std::size_t>(customer.state)];
    if (customer.state == TaskState::Running && customer.worker < shop.tills.size()) {
      EXPECT_NE(shop.tills[customer.worker].served, kNoTask) << "task " << customer.task << " is served somewhere";
    }
  }
  EXPECT_EQ(in_state, shop.in_state);
  for (const ShopTill& till : shop.tills) {
    if (till.served == kNoTask) continue;
    EXPECT_EQ(shop.customers[till.served].state, TaskState::Running);
    EXPECT_EQ(shop.customers[till.served].worker, till.worker);
    EXPECT_EQ(till.state, TillState::Open);
  }
  for (const ShopAssistant& assistant : shop.assistants) {
    if (assistant.task == kNoTask) continue;
    EXPECT_EQ(shop.customers[assistant.task].state, TaskState::Running);
    EXPECT_EQ(shop.customers[assistant.task].core, assistant.core);
    EXPECT_EQ(shop.customers[assistant.task].worker, assistant.worker);
  }
  for (const Parcel& parcel : shop.parcels) {
    EXPECT_LE(parcel.sent, shop.time);
    EXPECT_FALSE(parcel.received);
  }
}

// No worker carries two at once, and where positions are exact no core runs two.
inline void expectOnePlaceForEach(const ShopState& shop, bool exact) {
  SCOPED_TRACE(testing::Message() << "at " << shop.time);
  const auto running = shop.in_state[static_cast<std::size_t>(TaskState::Running)];
  const auto served =
      std::count_if(shop.tills.begin(), shop.tills.end(), [](const ShopTill& till) { return till.served != kNoTask; });
  EXPECT_EQ(served, running) << "each that is served has a till of its own";
  if (!exact) return;
  const auto on_a_core = std::count_if(shop.customers.begin(), shop.customers.end(), [](const ShopCustomer& customer) {
    return customer.state == TaskState::Running && customer.core != kNoCore;
  });
  const auto working = std::count_if(shop.assistants.begin(), shop.assistants.end(),
                                     [](const ShopAssistant& assistant) { return assistant.task != kNoTask; });
  EXPECT_EQ(working, on_a_core) << "each that is served has an assistant of its own";
}

}  // namespace threadmart::shop_checks
