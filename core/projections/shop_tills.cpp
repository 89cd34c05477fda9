#include "core/projections/shop_tills.h"

#include <algorithm>

#include "core/recording/open_slices.h"

namespace threadmart {
namespace {

// A worker begins and ends once.
void first(Nanos& when, const Event& event) {
  if (when == kNever) when = event.time;
}

}  // namespace

void ShopTills::consume(const Event& event) {
  switch (event.kind) {
    case EventKind::RunStarted:
      if (run_started_ != kNever) break;
      run_started_ = event.time;
      parent_pid_ = pidOf(event.value);
      break;
    case EventKind::WorkerSpawned:
      if (isWorker(event.worker)) first(slotOf(tills_, event.worker).spawned, event);
      break;
    case EventKind::WorkerStarted:
      if (isWorker(event.worker) && slotOf(tills_, event.worker).started == kNever) {
        Till& till = tills_[event.worker];
        till.started = event.time;
        till.pid = pidOf(event.value);
        till.tid = tidOf(event.value);
      }
      break;
    case EventKind::WorkerExited:
      if (isWorker(event.worker)) first(slotOf(tills_, event.worker).exited, event);
      break;
    case EventKind::WorkerDied:
      if (isWorker(event.worker)) first(slotOf(tills_, event.worker).died, event);
      break;
    case EventKind::ProcessSample:
    case EventKind::ProcessShared:
      sample(event);
      break;
    case EventKind::ParcelSent:
      if (isWorker(event.worker)) send(event);
      break;
    case EventKind::ParcelReceived:
      if (const auto number = pairs_.received(event)) parcels_[*number].received = event.time;
      break;
    default:
      break;
  }
}

std::vector<ShopTills::Use>* ShopTills::usesOf(WorkerId worker) {
  if (worker == kSubmitter) return &parent_;
  return isWorker(worker) ? &slotOf(tills_, worker).uses : nullptr;
}

void ShopTills::sample(const Event& event) {
  std::vector<Use>* uses = usesOf(event.worker);
  if (uses == nullptr) return;
  if (event.kind == EventKind::ProcessSample) {
    uses->push_back({event.time, {event.value, 0, event.count / 1000.0, event.detail == 1}});
  } else if (!uses->empty()) {
    if (uses->back().time != event.time) uses->push_back({event.time, uses->back().now});  // what was shown stays so
    uses->back().now.shared_bytes = event.value;
  }
}

void ShopTills::send(const Event& event) {
  const auto number = static_cast<std::uint32_t>(parcels_.size());
  pairs_.sent(event, number);
  parcels_.push_back({.task = event.task,
                      .worker = event.worker,
                      .number = event.count,
                      .leg = static_cast<ParcelLeg>(event.detail),
                      .bytes = event.value,
                      .sent = event.time,
                      .received = {}});
  std::vector<Sent>& sent = slotOf(tills_, event.worker).sent;
  auto earliest = sent.empty() ? 0u : sent.back().earliest;
  while (earliest < sent.size() && parcels_[sent[earliest].number].received) ++earliest;
  sent.push_back({event.time, number, earliest});
}

void ShopTills::Till::enter(Nanos time, ShopTill& till) const {
  const auto reached = [&](Nanos when, TillState state) {
    if (when > time || (till.state != TillState::NotThere && when < till.since)) return;
    till.state = state;
    till.since = when;
  };
  reached(spawned, TillState::Opening);
  reached(started, TillState::Open);
  reached(exited, TillState::Closed);
  reached(died, TillState::Died);
  if (started > time) return;
  till.pid = pid;
  till.tid = tid;
}

void ShopTills::at(Nanos time, const RunInfo& info, ShopState& out) const {
  const std::size_t count = std::max(info.workers_info.size(), tills_.size());
  out.tills.resize(count);
  out.parcels.clear();
  out.memory_bytes = 0;
  for (WorkerId worker = 0; worker < count; ++worker) {
    ShopTill& shown = out.tills[worker] = {};
    shown.worker = worker;
    if (worker >= tills_.size()) continue;
    const Till& till = tills_[worker];
    till.enter(time, shown);
    if (!till.sent.empty()) fillParcels(time, till, shown, out.parcels);
    const bool there = shown.state == TillState::Opening || shown.state == TillState::Open;
    const Use* use = there ? lastUntil(till.uses, time) : nullptr;
    if (use == nullptr) continue;
    shown.use = use->now;
    out.memory_bytes += use->now.resident_bytes - std::min(use->now.resident_bytes, use->now.shared_bytes);
  }
  const Use* parent = lastUntil(parent_, time);
  out.parent_pid = run_started_ <= time ? parent_pid_ : 0;
  out.parent = parent == nullptr ? std::nullopt : std::optional(parent->now);
}

// A parcel that its worker did not live to take, or to send to its end, is on its way no longer.
void ShopTills::fillParcels(Nanos time, const Till& till, ShopTill& shown, std::vector<Parcel>& on_their_way) const {
  const Sent* last = lastUntil(till.sent, time);
  if (last == nullptr) return;
  shown.parcel = parcelAt(time, last->number);
  if (shown.state == TillState::Died || shown.state == TillState::Closed) return;
  for (const Sent* sent = till.sent.data() + last->earliest; sent <= last; ++sent) {
    const Parcel parcel = parcelAt(time, sent->number);
    if (!parcel.received) on_their_way.push_back(parcel);
  }
}

Parcel ShopTills::parcelAt(Nanos time, std::uint32_t number) const {
  Parcel parcel = parcels_[number];
  if (parcel.received && *parcel.received > time) parcel.received.reset();
  return parcel;
}

}  // namespace threadmart
