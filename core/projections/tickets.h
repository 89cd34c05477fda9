// What passes between workers besides time: tickets (futures), parcels (messages), the shared counter and the GIL's
// handovers.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/events/event.h"
#include "core/recording/recording.h"

namespace threadmart {

struct CallbackRun {
  Nanos time = 0;
  std::uint32_t pid = 0, tid = 0;  // the thread it ran in

  friend bool operator==(const CallbackRun&, const CallbackRun&) = default;
};

// The life of one Future. A time is empty if the ticket never was in that state.
struct Ticket {
  TaskId task = kNoTask;
  FutureState state = FutureState::Pending;  // the latest
  std::optional<Nanos> pending, running, ended;
  std::vector<CallbackRun> callbacks;

  friend bool operator==(const Ticket&, const Ticket&) = default;
};
std::vector<Ticket> makeTickets(const Snapshot& snapshot);  // one for each task that has a ticket, by task

struct Parcel {
  TaskId task = kNoTask;
  WorkerId worker = kNoWorker;
  std::uint32_t number = 0;
  ParcelLeg leg = ParcelLeg::TaskOut;
  std::uint64_t bytes = 0;  // handed over: copied between processes, by pointer within one
  Nanos sent = 0;
  std::optional<Nanos> received;  // empty if it never arrived

  friend bool operator==(const Parcel&, const Parcel&) = default;
};
std::vector<Parcel> makeParcels(const Snapshot& snapshot);  // in the order they were sent

struct CounterWrite {
  Nanos time = 0;
  TaskId task = kNoTask;
  WorkerId worker = kNoWorker;
  std::uint64_t says = 0;      // what the counter says after it
  std::uint32_t at_least = 0;  // what it should say at least

  friend bool operator==(const CounterWrite&, const CounterWrite&) = default;
};
std::vector<CounterWrite> counterHistory(const Snapshot& snapshot);

struct GilHandovers {
  std::uint64_t count = 0;  // how often the scanner went from one worker to another
  std::uint64_t asked = 0;  // of those, how often the bell had to ring (a drop request)

  friend bool operator==(const GilHandovers&, const GilHandovers&) = default;
};
GilHandovers gilHandovers(const Snapshot& snapshot);

}  // namespace threadmart
