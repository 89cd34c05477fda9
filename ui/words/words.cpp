#include "ui/words/words.h"

#include <algorithm>
#include <optional>

namespace threadmart {
namespace {

QString utf8(const char* text) {
  return QString::fromUtf8(text);
}

struct Pair {
  const char* shop;
  const char* computing;
};

QString spokenOf(const Pair& pair, Words words) {
  return spoken(utf8(pair.shop), utf8(pair.computing), words);
}

Pair statePair(TaskState state, bool gil) {
  switch (state) {
    case TaskState::Queued:
      return {"in the line", "submitted, not started"};
    case TaskState::Running:
      return {"scanning", "on a core"};
    case TaskState::Io:
      return {"away", "waiting for I/O"};
    case TaskState::Lock:
      return {"waiting for the scanner", gil ? "waiting for the GIL" : "waiting for a lock"};
    case TaskState::Ready:
      return {"no assistant free", "no core free"};
    case TaskState::Done:
      return {"gone", "finished"};
  }
  return {"", ""};
}

Pair labelPair(Label label) {
  switch (label) {
    case Label::Line:
      return {"line", "submitted, not started"};
    case Label::Aisle:
      return {"aisle", "waiting for I/O"};
    case Label::Scanner:
      return {"scanner", "GIL"};
    case Label::Bell:
      return {"bell", "switch interval"};
    case Label::Staff:
      return {"a cup of tea", "idle cores"};
    case Label::Rope:
      return {"rope", "waiting for a worker"};
    case Label::Board:
      return {"ticket board", "event loop"};
    case Label::BoardReady:
      return {"READY", "READY"};
    case Label::BoardWaiting:
      return {"WAITING", "WAITING"};
    case Label::Tickets:
      return {"tickets", "Futures"};
    case Label::Sheet:
      return {"stock sheet", "shared counter"};
    case Label::Gone:
      return statePair(TaskState::Done, false);
    case Label::NoAssistant:
      return statePair(TaskState::Ready, false);
  }
  return {"", ""};
}

// As in the table of executors.
Pair titlePair(ShopKind kind, bool tickets) {
  switch (kind) {
    case ShopKind::OneTill:
      return {"One till, one line", "one thread, one task after another"};
    case ShopKind::OneScanner:
      return {"One till, the assistant switches", "one thread a task, one GIL"};
    case ShopKind::FreeTills:
      return {"A till for everyone, no scanner to share", "one thread a task, no GIL"};
    case ShopKind::Trolleys:
      if (tickets)
        return {"A ticket for every customer, no scanner to share", "a pool of threads with futures, no GIL"};
      return {"A few trolleys, no scanner to share", "a pool of threads, no GIL"};
    case ShopKind::ScannerPool:
      if (tickets) return {"A ticket for every customer", "a pool of threads with futures, one GIL"};
      return {"A few trolleys, one scanner", "a pool of threads, one GIL"};
    case ShopKind::Walls:
      if (tickets) return {"A ticket for every customer, several tills", "a pool of processes with futures"};
      return {"A second till", "a pool of processes, each with its own memory"};
    case ShopKind::PopUpTills:
      return {"Everyone brings their own till", "one process a task"};
    case ShopKind::TicketBoard:
      return {"The ticket board", "one thread, one event loop, coroutines"};
    case ShopKind::Unknown:
      return {"Another shop", "another tool's trace"};
  }
  return {"", ""};
}

bool isPlainNoun(const QString& name) {
  return name == QLatin1String("customer") || name == QLatin1String("task");
}

// The number of a task that bears no name of its own.
std::optional<QString> plainNumber(TaskId task, const RunInfo& info) {
  const QString own_number = QString::number(task + 1);
  if (task >= info.tasks.size()) return own_number;
  const QString name = QString::fromStdString(info.tasks[task].name);
  if (name.isEmpty() || isPlainNoun(name)) return own_number;
  const qsizetype space = name.indexOf(QLatin1Char(' '));
  if (space < 0 || !isPlainNoun(name.left(space))) return std::nullopt;
  const QString number = name.mid(space + 1);
  const bool digits = std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
  return digits && !number.isEmpty() ? std::optional(number) : std::nullopt;
}

// Threads with a GIL push their trolleys to the one till of their process; every other worker is a till of its own.
bool isTrolley(WorkerId worker, const RunInfo& info) {
  if (!info.has_gil) return false;
  return worker >= info.workers_info.size() || info.workers_info[worker].kind == WorkerKind::Thread;
}

}  // namespace

QString spoken(const QString& shop, const QString& computing, Words words) {
  if (words == Words::Shop || shop == computing) return shop;
  return words == Words::Computing ? computing : shop + QStringLiteral(" · ") + computing;
}

QString stateWords(TaskState state, Words words, bool gil) {
  return spokenOf(statePair(state, gil), words);
}

QString runningWords(unsigned core, Words words) {
  if (core == kNoCore) return stateWords(TaskState::Running, words, false);
  const QString shop =
      words == Words::Both ? QStringLiteral("scanning") : QStringLiteral("scanning, assistant %1").arg(core);
  return spoken(shop, QStringLiteral("on core %1").arg(core), words);
}

QString outcomeWords(Outcome outcome) {
  return outcome == Outcome::Done     ? QStringLiteral("done")
         : outcome == Outcome::Failed ? QStringLiteral("failed")
                                      : QStringLiteral("cancelled");
}

QString futureWords(FutureState state) {
  switch (state) {
    case FutureState::Pending:
      return QStringLiteral("pending");
    case FutureState::Running:
      return QStringLiteral("running");
    case FutureState::Done:
      return QStringLiteral("done");
    case FutureState::Failed:
      return QStringLiteral("failed");
    case FutureState::Cancelled:
      return QStringLiteral("cancelled");
  }
  return {};
}

QString laneByWords(LaneBy by, Words words) {
  switch (by) {
    case LaneBy::Task:
      return spokenOf({"by customer", "by task"}, words);
    case LaneBy::Worker:
      return spokenOf({"by till", "by worker"}, words);
    case LaneBy::Core:
      return spokenOf({"by assistant", "by core"}, words);
  }
  return {};
}

QString taskWords(TaskId task, const RunInfo& info, Words words) {
  const std::optional<QString> number = plainNumber(task, info);
  if (!number) return QString::fromStdString(info.tasks[task].name);
  return spoken(QStringLiteral("customer ") + *number, QStringLiteral("task ") + *number, words);
}

QString workerWords(WorkerId worker, const RunInfo& info, Words words) {
  QString computing = QString::fromStdString(laneName(worker, info, LaneBy::Worker));
  if (info.source == CoreTimeSource::Foreign) return computing;  // another tool's own names
  if (worker == kSubmitter) return spoken(QStringLiteral("the door"), computing, words);
  const QString shop = isTrolley(worker, info) ? QStringLiteral("trolley %1") : QStringLiteral("till %1");
  return spoken(shop.arg(worker + 1), computing, words);
}

QString coreWords(unsigned core, Words words) {
  if (words == Words::Shop) return QStringLiteral("assistant %1").arg(core);
  return (words == Words::Both ? QStringLiteral("assistant · core %1") : QStringLiteral("core %1")).arg(core);
}

QString laneWords(std::uint32_t id, const RunInfo& info, LaneBy by, Words words) {
  switch (by) {
    case LaneBy::Task:
      return taskWords(id, info, words);
    case LaneBy::Worker:
      return workerWords(id, info, words);
    case LaneBy::Core:
      return coreWords(id, words);
  }
  return {};
}

QString thingName(const Thing& thing, const RunInfo& info, Words words) {
  switch (thing.kind) {
    case Thing::Kind::None:
      return {};
    case Thing::Kind::Customer:
      return taskWords(thing.id, info, words);
    case Thing::Kind::Till:
      return workerWords(thing.id, info, words);
    case Thing::Kind::Assistant:
      return coreWords(thing.id, words);
    case Thing::Kind::Ticket:
      return spoken(QStringLiteral("ticket of ") + taskWords(thing.id, info, Words::Shop),
                    QStringLiteral("Future of ") + taskWords(thing.id, info, Words::Computing), words);
  }
  return {};
}

QString wallWords(std::uint32_t pid, bool own, Words words) {
  const QString memory = own ? QStringLiteral("own memory") : QStringLiteral("one memory");
  const QString floor = own ? QStringLiteral("own shop floor") : QStringLiteral("one shop floor");
  if (words == Words::Shop) return QStringLiteral("walls %1 · %2").arg(pid).arg(floor);
  const QString process = QStringLiteral("process %1 · %2").arg(pid).arg(memory);
  return words == Words::Both ? QStringLiteral("walls · ") + process : process;
}

QString labelWords(Label label, Words words) {
  return spokenOf(labelPair(label), words);
}

QString shopTitle(ShopKind kind, bool tickets, Words words) {
  return spokenOf(titlePair(kind, tickets), words);
}

}  // namespace threadmart
