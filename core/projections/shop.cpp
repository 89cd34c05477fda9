#include "core/projections/shop.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/projections/shop_assistants.h"
#include "core/projections/shop_customers.h"
#include "core/projections/shop_paper.h"
#include "core/projections/shop_scanner.h"
#include "core/projections/shop_tills.h"
#include "core/recording/open_slices.h"

namespace threadmart {

ShopKind shopKind(const RunInfo& info) {
  static constexpr std::pair<std::string_view, ShopKind> kKinds[] = {
      {"sequential", ShopKind::OneTill},          {"threads", ShopKind::FreeTills},
      {"threads-gil", ShopKind::OneScanner},      {"thread-pool", ShopKind::Trolleys},
      {"thread-pool-gil", ShopKind::ScannerPool}, {"futures-threads", ShopKind::ScannerPool},
      {"process-pool", ShopKind::Walls},          {"futures-processes", ShopKind::Walls},
      {"process-per-task", ShopKind::PopUpTills}, {"event-loop", ShopKind::TicketBoard},
  };
  for (const auto& [executor, kind] : kKinds)
    if (info.executor == executor) return kind;
  return ShopKind::Unknown;
}

struct ShopIndex::Parts {
  RunInfo info;
  Moments moments;
  ShopCustomers customers;
  ShopTills tills;
  ShopScannerLog scanner;
  ShopAssistants assistants;
  ShopTickets tickets;
  ShopSheets sheets;
  const void* slices = nullptr;  // whose: kept alive by `moments`
  std::uint64_t generation = 0, version = 0;
  std::size_t read = 0;
  std::uint32_t slices_read = 0;
  Nanos end = 0;

  void restart();
  void consume(const Event& event);
  bool hasWalls() const;
  void place(ShopState& out) const;
  void placeOne(const ShopCustomer& customer, ShopState& out) const;
  std::optional<ShopScanner> scannerAt(const ShopState& shop) const;
};

void ShopIndex::Parts::restart() {
  Parts fresh;
  fresh.info = std::move(info);
  fresh.moments = std::move(moments);  // restarts by itself
  fresh.version = version + 1;
  *this = std::move(fresh);
}

void ShopIndex::Parts::consume(const Event& event) {
  end = std::max(end, event.time);
  customers.consume(event, slices_read, info);
  if (beginsSlice(event)) ++slices_read;
  if (event.kind == EventKind::ItemScanned) return;  // most of all events are, and nobody else asks
  tills.consume(event);
  assistants.consume(event);
  tickets.consume(event);
  sheets.consume(event, hasWalls());
  if (info.has_gil) scanner.consume(event);
}

bool ShopIndex::Parts::hasWalls() const {
  return !info.workers_info.empty() && info.workers_info.front().kind == WorkerKind::Process;
}

// Brings the customers to those who serve them.
void ShopIndex::Parts::place(ShopState& out) const {
  out.in_state = {};
  for (const ShopCustomer& customer : out.customers) {
    if (!customer.submitted) continue;
    ++out.in_state[static_cast<std::size_t>(customer.state)];
    placeOne(customer, out);
  }
  if (!sheets.withinWalls()) return;
  for (ShopTill& till : out.tills) till.sheet = sheets.at(out.time, till.worker);
}

void ShopIndex::Parts::placeOne(const ShopCustomer& customer, ShopState& out) const {
  if (customer.state == TaskState::Queued || customer.state == TaskState::Done) return;
  const bool runs = customer.state == TaskState::Running;
  const auto later = [&](TaskId other) { return other == kNoTask || out.customers[other].since < customer.since; };
  if (customer.worker < out.tills.size()) {
    ShopTill& till = out.tills[customer.worker];
    if (runs && later(till.served)) till.served = customer.task;
    const bool in_loop =
        customer.worker < info.workers_info.size() && info.workers_info[customer.worker].kind == WorkerKind::Loop;
    if ((runs || !in_loop) && later(till.carried)) till.carried = customer.task;
  }
  if (!runs || customer.core == kNoCore) return;
  const auto assistant = std::lower_bound(out.assistants.begin(), out.assistants.end(), customer.core,
                                          [](const ShopAssistant& a, unsigned core) { return a.core < core; });
  if (assistant == out.assistants.end() || assistant->core != customer.core || !later(assistant->task)) return;
  assistant->task = customer.task;
  assistant->worker = customer.worker;
}

std::optional<ShopScanner> ShopIndex::Parts::scannerAt(const ShopState& shop) const {
  if (!info.has_gil || hasWalls()) return std::nullopt;
  Nanos first_since = kNever;
  for (const ShopCustomer& customer : shop.customers)
    if (customer.state == TaskState::Lock) first_since = std::min(first_since, customer.since);
  const auto interval = static_cast<Nanos>(std::llround(info.switch_interval_ms * 1e6));  // the pace is in it already
  const unsigned waiting = shop.in_state[static_cast<std::size_t>(TaskState::Lock)];
  return scanner.at(shop.time, interval, waiting, first_since);
}

ShopIndex::ShopIndex() : parts_(std::make_unique<Parts>()) {}
ShopIndex::~ShopIndex() = default;
ShopIndex::ShopIndex(ShopIndex&&) noexcept = default;
ShopIndex& ShopIndex::operator=(ShopIndex&&) noexcept = default;

void ShopIndex::update(std::shared_ptr<const std::vector<Slice>> slices, const Snapshot& snapshot,
                       const RunInfo& info) {
  Parts& parts = *parts_;
  const bool other =
      slices.get() != parts.slices || snapshot.generation() != parts.generation || snapshot.size() < parts.read;
  if (other) parts.restart();
  parts.slices = slices.get();
  parts.generation = snapshot.generation();
  if (!other && snapshot.size() == parts.read && info == parts.info) return;
  ++parts.version;
  if (info != parts.info) parts.info = info;
  parts.moments.update(std::move(slices), snapshot.generation());
  for (const std::span<const Event> events : snapshot.spans(parts.read))
    for (const Event& event : events) parts.consume(event);
  parts.read = snapshot.size();
}

void ShopIndex::at(Nanos time, ShopState& out) const {
  Parts& parts = *parts_;
  out.time = time;
  parts.customers.at(time, parts.moments, parts.info, out.customers);
  parts.tills.at(time, parts.info, out);
  parts.assistants.at(time, parts.info, out.assistants);
  parts.tickets.at(time, out.tickets);
  out.sheet = parts.sheets.at(time);
  parts.place(out);
  out.scanner = parts.scannerAt(out);
}

ShopKind ShopIndex::kind() const {
  return shopKind(parts_->info);
}
bool ShopIndex::hasTickets() const {
  return parts_->tickets.any();
}
bool ShopIndex::hasIo() const {
  return parts_->customers.hasIo();
}
const RunInfo& ShopIndex::info() const {
  return parts_->info;
}
const Moments& ShopIndex::moments() const {
  return parts_->moments;
}
Nanos ShopIndex::end() const {
  return parts_->end;
}
std::uint64_t ShopIndex::version() const {
  return parts_->version;
}

}  // namespace threadmart
