#include "core/projections/shop_paper.h"

#include "core/recording/open_slices.h"

namespace threadmart {
namespace {

void first(Nanos& when, Nanos time) {
  if (when == kNever) when = time;
}

}  // namespace

void ShopTickets::consume(const Event& event) {
  if (event.kind != EventKind::FutureState && event.kind != EventKind::Callback) return;
  if (!isTask(event.task)) return;
  Times& ticket = slotOf(tickets_, event.task);
  if (event.kind == EventKind::Callback) return first(ticket.rang, event.time);
  switch (const auto state = static_cast<FutureState>(event.detail)) {
    case FutureState::Pending:
      return first(ticket.pending, event.time);
    case FutureState::Running:
      return first(ticket.running, event.time);
    case FutureState::Done:
    case FutureState::Failed:
    case FutureState::Cancelled:
      if (ticket.ended != kNever) return;
      ticket.ended = event.time;
      ticket.end = state;
      ticket.result = state == FutureState::Done ? event.value : 0;
      return;
  }
}

void ShopTickets::at(Nanos time, std::vector<ShopTicket>& out) const {
  out.clear();
  for (TaskId task = 0; task < tickets_.size(); ++task) {
    const Times& ticket = tickets_[task];
    if (std::min({ticket.pending, ticket.running, ticket.ended}) > time) continue;
    ShopTicket& shown = out.emplace_back();
    shown.task = task;
    shown.since = ticket.pending;
    if (ticket.running <= time) {
      shown.state = FutureState::Running;
      shown.since = ticket.running;
    }
    if (ticket.ended <= time) {
      shown.state = ticket.end;
      shown.since = ticket.ended;
      if (ticket.result != 0) shown.result = ticket.result;
    }
    shown.rang = ticket.rang <= time;
  }
}

void ShopSheets::consume(const Event& event, bool walls) {
  if (event.kind != EventKind::CounterWritten || !isTask(event.task)) return;
  if (walls && !isWorker(event.worker)) return;
  Sheet& sheet = walls ? slotOf(of_worker_, event.worker) : shared_;
  std::uint32_t& counted = slotOf(counted_, event.task);
  sheet.should_say += event.count - std::min(counted, event.count);
  counted = event.count;
  sheet.lines.push_back({event.time, {event.value, sheet.should_say}});
}

std::optional<ShopSheet> ShopSheets::at(Nanos time, WorkerId worker) const {
  return worker < of_worker_.size() ? lastLine(of_worker_[worker], time) : std::nullopt;
}

std::optional<ShopSheet> ShopSheets::lastLine(const Sheet& sheet, Nanos time) {
  const Line* line = lastUntil(sheet.lines, time);
  return line == nullptr ? std::nullopt : std::optional(line->sheet);
}

}  // namespace threadmart
