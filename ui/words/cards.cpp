// What the cards say: a bold first line, then details, in both languages.
#include <algorithm>
#include <cmath>

#include "ui/words/bytes.h"
#include "ui/words/durations.h"
#include "ui/words/words.h"

namespace threadmart {
namespace {

constexpr double kNoteworthyOthers = 0.05;  // of a core: below it nobody else really uses it

QString spokenInBoth(const char* shop, const char* computing) {
  return spoken(QString::fromUtf8(shop), QString::fromUtf8(computing), Words::Both);
}

QString soFar(Nanos since, const ShopState& state) {
  return formatDuration(state.time - since) + QStringLiteral(" so far");
}

QString titled(const Thing& thing, const RunInfo& info, const QString& what) {
  return thingName(thing, info, Words::Both) + QStringLiteral(": ") + what;
}

// '12.4 ms so far · another 0.3 s'
QString timeLine(const ShopCustomer& customer, const ShopState& state) {
  QString line = soFar(customer.since, state);
  if (customer.state != TaskState::Io || !customer.wait) return line;
  const Nanos left = customer.since + *customer.wait - state.time;
  return left > 0 ? line + QStringLiteral(", another ") + formatRemaining(left, *customer.wait)
                  : line + QStringLiteral(", asked for ") + formatDuration(*customer.wait);
}

QStringList customerCard(const Thing& thing, const ShopCustomer& customer, const ShopState& state,
                         const RunInfo& info) {
  if (!customer.submitted) return {titled(thing, info, spokenInBoth("not in the shop yet", "not submitted yet"))};
  const bool running = customer.state == TaskState::Running;
  QStringList lines{titled(
      thing, info,
      running ? runningWords(customer.core, Words::Both) : stateWords(customer.state, Words::Both, info.has_gil))};
  if (customer.state == TaskState::Done) {
    lines << outcomeWords(customer.outcome) + QStringLiteral(" at ") + formatDuration(customer.since);
  } else {
    lines << timeLine(customer, state);
  }
  if (customer.state != TaskState::Queued && customer.worker != kNoWorker)
    lines << workerWords(customer.worker, info, Words::Both);
  if (customer.items > 0) lines << QStringLiteral("%1 of %2 items scanned").arg(customer.scanned).arg(customer.items);
  return lines;
}

QString tillState(const ShopTill& till) {
  switch (till.state) {
    case TillState::NotThere:
      return spokenInBoth("not there yet", "not started yet");
    case TillState::Opening:
      return spokenInBoth("opening", "starting up");
    case TillState::Open:
      return spokenInBoth("open", "alive");
    case TillState::Closed:
      return spokenInBoth("closed", "exited");
    case TillState::Died:
      return spokenInBoth("closed in the middle of it", "killed or crashed");
  }
  return {};
}

QString useLine(const ProcessUseNow& use) {
  QString line = formatMemory(use.resident_bytes) + QStringLiteral(" of memory");
  if (use.shared_bytes > 0) line += QStringLiteral(", %1 of it shared").arg(formatMemory(use.shared_bytes));
  return line + QStringLiteral(" · %1 % of a core").arg(std::lround(use.cores * 100));
}

QStringList tillCard(const Thing& thing, const ShopTill& till, const ShopState& state, const RunInfo& info) {
  QStringList lines{titled(thing, info, tillState(till))};
  if (till.pid > 0) lines << QStringLiteral("pid %1 · tid %2").arg(till.pid).arg(till.tid);
  const TaskId task = till.served != kNoTask ? till.served : till.carried;
  if (till.state == TillState::Open && task < state.customers.size()) {
    lines << taskWords(task, info, Words::Both);
    lines << stateWords(state.customers[task].state, Words::Both, info.has_gil);
  } else if (till.state == TillState::Open) {
    lines << spokenInBoth("no customer", "no task");
  }
  if (till.use && (till.state == TillState::Open || till.state == TillState::Opening)) lines << useLine(*till.use);
  return lines;
}

QStringList assistantCard(const Thing& thing, const ShopAssistant& assistant, const RunInfo& info) {
  const bool others = assistant.others >= kNoteworthyOthers;
  QStringList lines;
  if (assistant.task != kNoTask) {
    lines << titled(thing, info, stateWords(TaskState::Running, Words::Both, info.has_gil));
    lines << taskWords(assistant.task, info, Words::Both);
    if (assistant.worker != kNoWorker) lines << workerWords(assistant.worker, info, Words::Both);
  } else if (others) {
    lines << titled(thing, info, spokenInBoth("no customer of this shop", "runs nothing of this run"));
  } else {
    lines << titled(thing, info, QStringLiteral("a cup of tea: nothing to do"));
  }
  if (others) lines << QStringLiteral("other programs: %1 % of the core").arg(std::lround(assistant.others * 100));
  return lines;
}

QStringList ticketCard(const Thing& thing, const ShopTicket& ticket, const ShopState& state, const RunInfo& info) {
  QStringList lines{titled(thing, info, futureWords(ticket.state))};
  const bool ended = ticket.state != FutureState::Pending && ticket.state != FutureState::Running;
  lines << (ended ? QStringLiteral("since ") + formatDuration(ticket.since) : soFar(ticket.since, state));
  if (ticket.result) lines << QStringLiteral("result: %1").arg(*ticket.result);
  if (ticket.rang) lines << spokenInBoth("its bell rang", "its callback ran");
  return lines;
}

template <typename List, typename Id>
auto find(const List& list, Id List::value_type::*id, std::uint32_t wanted) {
  return std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.*id == wanted; });
}

}  // namespace

QStringList cardLines(const Thing& thing, const ShopState& state, const RunInfo& info) {
  switch (thing.kind) {
    case Thing::Kind::None:
      return {};
    case Thing::Kind::Customer:
      if (thing.id >= state.customers.size()) return {};
      return customerCard(thing, state.customers[thing.id], state, info);
    case Thing::Kind::Till: {
      const auto till = find(state.tills, &ShopTill::worker, thing.id);
      return till == state.tills.end() ? QStringList() : tillCard(thing, *till, state, info);
    }
    case Thing::Kind::Assistant: {
      const auto assistant = find(state.assistants, &ShopAssistant::core, thing.id);
      return assistant == state.assistants.end() ? QStringList() : assistantCard(thing, *assistant, info);
    }
    case Thing::Kind::Ticket: {
      const auto ticket = find(state.tickets, &ShopTicket::task, thing.id);
      return ticket == state.tickets.end() ? QStringList() : ticketCard(thing, *ticket, state, info);
    }
  }
  return {};
}

}  // namespace threadmart
