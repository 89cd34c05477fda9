#include "core/projections/tickets.h"

#include <map>

#include "core/recording/parcel_pairs.h"

namespace threadmart {
namespace {

template <class Visit>
void forEachEvent(const Snapshot& snapshot, Visit&& visit) {
  for (std::span<const Event> events : snapshot.spans())
    for (const Event& event : events) visit(event);
}

void advance(Ticket& ticket, const Event& event) {
  ticket.state = static_cast<FutureState>(event.detail);
  switch (ticket.state) {
    case FutureState::Pending:
      ticket.pending = event.time;
      break;
    case FutureState::Running:
      ticket.running = event.time;
      break;
    case FutureState::Done:
    case FutureState::Failed:
    case FutureState::Cancelled:
      ticket.ended = event.time;
      break;
  }
}

}  // namespace

std::vector<Ticket> makeTickets(const Snapshot& snapshot) {
  std::map<TaskId, Ticket> tickets;
  forEachEvent(snapshot, [&](const Event& event) {
    if (event.kind != EventKind::FutureState && event.kind != EventKind::Callback) return;
    Ticket& ticket = tickets[event.task];
    ticket.task = event.task;
    if (event.kind == EventKind::FutureState)
      advance(ticket, event);
    else
      ticket.callbacks.push_back({event.time, pidOf(event.value), tidOf(event.value)});
  });
  std::vector<Ticket> result;
  result.reserve(tickets.size());
  for (auto& [task, ticket] : tickets) result.push_back(std::move(ticket));
  return result;
}

std::vector<Parcel> makeParcels(const Snapshot& snapshot) {
  std::vector<Parcel> parcels;
  ParcelPairs pairs;
  forEachEvent(snapshot, [&](const Event& event) {
    if (event.kind == EventKind::ParcelSent) {
      pairs.sent(event, static_cast<std::uint32_t>(parcels.size()));
      parcels.push_back({.task = event.task,
                         .worker = event.worker,
                         .number = event.count,
                         .leg = static_cast<ParcelLeg>(event.detail),
                         .bytes = event.value,
                         .sent = event.time,
                         .received = {}});
    } else if (event.kind == EventKind::ParcelReceived) {
      if (const auto parcel = pairs.received(event)) parcels[*parcel].received = event.time;
    }
  });
  return parcels;
}

std::vector<CounterWrite> counterHistory(const Snapshot& snapshot) {
  std::vector<CounterWrite> writes;
  forEachEvent(snapshot, [&](const Event& event) {
    if (event.kind == EventKind::CounterWritten)
      writes.push_back({event.time, event.task, event.worker, event.value, event.count});
  });
  return writes;
}

GilHandovers gilHandovers(const Snapshot& snapshot) {
  GilHandovers handovers;
  forEachEvent(snapshot, [&](const Event& event) {
    if (event.kind != EventKind::GilHandedOver) return;
    ++handovers.count;
    if (event.detail == 1) ++handovers.asked;
  });
  return handovers;
}

}  // namespace threadmart
