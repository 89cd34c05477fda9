#include "core/projections/shop_customers.h"

#include "core/recording/open_slices.h"

namespace threadmart {

void ShopCustomers::consume(const Event& event, std::uint32_t slice, const RunInfo& info) {
  switch (event.kind) {
    case EventKind::TaskSubmitted:
    case EventKind::TaskState:
      if (beginsSlice(event)) {
        begin(event, slice);
      } else if (isTask(event.task)) {
        end(slotOf(tasks_, event.task), event.time, Outcome::Done, event.worker);
      }
      break;
    case EventKind::TaskFinished:
      if (isTask(event.task))
        end(slotOf(tasks_, event.task), event.time, static_cast<Outcome>(event.detail), event.worker);
      break;
    case EventKind::ItemScanned:
      if (isTask(event.task)) scan(event, info);
      break;
    case EventKind::WorkerDied:
      if (event.worker != kNoWorker) endAll(event.time, event.worker, Outcome::Failed);
      break;
    case EventKind::RunFinished:
      endAll(event.time, kNoWorker, Outcome::Cancelled);
      break;
    default:
      break;
  }
}

void ShopCustomers::begin(const Event& event, std::uint32_t slice) {
  Record& record = slotOf(tasks_, event.task);
  const bool of_state = event.kind == EventKind::TaskState;
  record.slice = slice;
  record.worker = of_state ? event.worker : kNoWorker;
  record.open = true;
  if (!of_state || event.detail == static_cast<std::uint8_t>(TaskState::Queued)) return;
  if (isWorker(event.worker)) record.last_worker = event.worker;
  if (event.detail != static_cast<std::uint8_t>(TaskState::Io)) return;
  has_io_ = true;
  if (event.value > 0) record.waits.push_back({slice, static_cast<Nanos>(event.value)});
}

// One event an item, as a rule. Where several were scanned since the event before, nobody knows when each was; no more
// are believed than the basket holds.
void ShopCustomers::scan(const Event& event, const RunInfo& info) {
  std::vector<Nanos>& scanned = slotOf(tasks_, event.task).scanned;
  const std::size_t basket = event.task < info.tasks.size() ? info.tasks[event.task].items : 0;
  const std::size_t count = std::min<std::size_t>(event.count, std::max(basket, scanned.size() + 1));
  if (count > scanned.size()) scanned.resize(count, event.time);
}

// A worker's death comes before the word that its task has failed: the customer is gone since the first of the two.
void ShopCustomers::end(Record& record, Nanos time, Outcome outcome, WorkerId worker) {
  const bool again = !record.ends.empty() && record.ends.back().slice == record.slice;
  const WorkerId carrier = record.last_worker != kNoWorker || !isWorker(worker) ? record.last_worker : worker;
  record.ends.push_back({time, again ? record.ends.back().since : time, record.slice, carrier, outcome});
  record.open = false;
}

void ShopCustomers::endAll(Nanos time, WorkerId worker, Outcome outcome) {
  for (Record& record : tasks_)
    if (record.open && (worker == kNoWorker || record.worker == worker)) end(record, time, outcome, worker);
}

void ShopCustomers::at(Nanos time, const Moments& moments, const RunInfo& info, std::vector<ShopCustomer>& out) {
  const std::size_t count = std::max(info.tasks.size(), tasks_.size());
  out.resize(count);
  if (answers_.size() < count) answers_.resize(count);
  for (TaskId task = 0; task < count; ++task) {
    Answer& answer = answers_[task];
    const Record* record = task < tasks_.size() ? &tasks_[task] : nullptr;
    const bool grew = answer.until == kNever && record != nullptr &&
                      (answer.slices != moments.ofTask(task).size() || answer.ends != record->ends.size());
    if (time < answer.from || time >= answer.until || grew) find(time, task, moments, answer);
    ShopCustomer& customer = answer.customer;
    customer.items = task < info.tasks.size() ? info.tasks[task].items : 0;
    if (record != nullptr && !record->scanned.empty()) {
      const auto scanned = countUntil(record->scanned.size(), time, customer.scanned,
                                      [record](std::size_t i) { return record->scanned[i]; });
      customer.scanned = static_cast<std::uint32_t>(scanned);
    }
    out[task] = customer;
    out[task].scanned = std::max(customer.scanned, answer.first_item);
  }
}

void ShopCustomers::find(Nanos time, TaskId task, const Moments& moments, Answer& answer) const {
  const std::uint32_t scanned = answer.customer.scanned;
  const std::span<const Slice> slices = moments.slices();
  const std::span<const std::uint32_t> places = moments.ofTask(task);
  const auto beginOf = [&](std::size_t i) { return slices[places[i]].begin; };
  const std::size_t begun = countUntil(places.size(), time, answer.place, beginOf);

  answer.customer = {.task = task, .scanned = scanned};
  answer.place = static_cast<std::uint32_t>(begun);
  answer.slices = static_cast<std::uint32_t>(places.size());
  answer.first_item = 0;
  answer.from = begun > 0 ? beginOf(begun - 1) : std::numeric_limits<Nanos>::min();
  answer.until = begun < places.size() ? beginOf(begun) : kNever;
  ShopCustomer& customer = answer.customer;
  std::uint32_t number = kNoSlice;
  if (begun > 0) {
    number = places[begun - 1];
    const Slice& slice = slices[number];
    customer.submitted = true;
    customer.state = slice.state;
    customer.since = slice.begin;
    customer.core = slice.state == TaskState::Running ? slice.core : kNoCore;
    answer.first_item = slice.items;
    for (std::size_t i = begun; i > 0 && customer.worker == kNoWorker; --i)
      customer.worker = slices[places[i - 1]].worker;
  }
  answer.ends = 0;
  if (task >= tasks_.size()) return;
  const Record& record = tasks_[task];
  answer.ends = static_cast<std::uint32_t>(record.ends.size());
  for (const End& end : record.ends) {
    if (end.slice != number) continue;
    if (end.time > time) {
      answer.until = std::min(answer.until, end.time);
      break;
    }
    answer.from = std::max(answer.from, end.time);
    customer.state = TaskState::Done;
    customer.outcome = end.outcome;
    customer.since = end.since;
    customer.core = kNoCore;
    if (end.worker != kNoWorker) customer.worker = end.worker;
  }
  if (customer.state != TaskState::Io) return;
  const auto wait = std::lower_bound(record.waits.begin(), record.waits.end(), number,
                                     [](const Wait& entry, std::uint32_t slice) { return entry.slice < slice; });
  if (wait != record.waits.end() && wait->slice == number) customer.wait = wait->asked;
}

}  // namespace threadmart
