#include "ui/processes/process_rows.h"

#include <algorithm>
#include <cmath>

#include "ui/words/bytes.h"

namespace threadmart {
namespace {

constexpr const char* kUnknown = "–";

bool isProcess(WorkerId worker, const RunInfo& info) {
  return worker < info.workers_info.size() && info.workers_info[worker].kind == WorkerKind::Process;
}

bool hasProcesses(const RunInfo& info) {
  return std::any_of(info.workers_info.begin(), info.workers_info.end(),
                     [](const WorkerInfo& worker) { return worker.kind == WorkerKind::Process; });
}

bool isThere(const ShopTill& till) {
  return till.state == TillState::Opening || till.state == TillState::Open;
}

QString sampledState(const std::optional<ProcessUseNow>& use) {
  if (!use) return QStringLiteral("there");
  return use->running ? QStringLiteral("running") : QStringLiteral("waiting");
}

// The recording's slices are exact, samples are some milliseconds old: they speak where no task does.
QString stateOf(const ShopTill& till, const ShopState& shop) {
  switch (till.state) {
    case TillState::NotThere:
      return {};
    case TillState::Opening:
      return QStringLiteral("starting");
    case TillState::Closed:
      return QStringLiteral("left");
    case TillState::Died:
      return QStringLiteral("killed");
    case TillState::Open:
      break;
  }
  if (till.served != kNoTask) return QStringLiteral("running");
  if (till.carried >= shop.customers.size()) return sampledState(till.use);
  return shop.customers[till.carried].state == TaskState::Ready ? QStringLiteral("no core free")
                                                                : QStringLiteral("waiting");
}

QString whyMissing(const ShopTill& till) {
  if (till.state == TillState::Closed || till.state == TillState::Died) return QStringLiteral("It is no longer there");
  if (till.state == TillState::Opening) return QStringLiteral("It is just starting");
  return QStringLiteral("The recording has no sample of it so far; at most 64 worker processes are sampled");
}

QString whatLivesIn(const RunInfo& info) {
  if (info.workers_info.size() == 1)
    return info.workers_info.front().kind == WorkerKind::Loop
               ? QStringLiteral("the event loop lives in this one process")
               : QStringLiteral("one thread, in this one process");
  return QStringLiteral("%1 threads live in this one process").arg(info.workers_info.size());
}

// Another tool's trace does not say what a process is made of.
ProcessRow parentRow(const ShopState& shop, const RunInfo& info, Words words) {
  const bool alone = !hasProcesses(info);
  ProcessRow row{kSubmitter, shop.parent_pid, {}, {}, shop.parent, {}, {}};
  row.name = spoken(alone ? QStringLiteral("the shop") : QStringLiteral("the door"), QStringLiteral("parent"), words);
  const bool serves = alone && std::any_of(shop.tills.begin(), shop.tills.end(),
                                           [](const ShopTill& till) { return till.served != kNoTask; });
  row.state = serves ? QStringLiteral("running") : sampledState(shop.parent);
  if (!row.use) row.missing = QStringLiteral("The recording has no sample of it so far");
  if (!alone) return row;
  for (const ShopTill& till : shop.tills)
    if (row.pid == 0) row.pid = till.pid;
  if (!info.workers_info.empty() && info.source != CoreTimeSource::Foreign) row.note = whatLivesIn(info);
  return row;
}

ProcessRow workerRow(const ShopTill& till, const ShopState& shop, const RunInfo& info, Words words) {
  ProcessRow row{till.worker, till.pid, workerWords(till.worker, info, words), stateOf(till, shop), till.use, {}, {}};
  if (!row.use) row.missing = whyMissing(till);
  return row;
}

// Smaller is more to be shown.
auto rank(const ShopTill& till) {
  const int presence = isThere(till) ? 0 : till.state == TillState::Died ? 1 : 2;
  return std::tuple(presence, till.use ? -till.use->cores : 0.0, till.worker);
}

}  // namespace

std::vector<ProcessRow> processRows(const ShopState& shop, const RunInfo& info, Words words, std::size_t most,
                                    std::size_t* hidden) {
  std::vector<const ShopTill*> tills;
  for (const ShopTill& till : shop.tills)
    if (till.state != TillState::NotThere && isProcess(till.worker, info)) tills.push_back(&till);
  std::size_t left_out = 0;
  if (tills.size() > most) {
    const auto last = tills.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(tills.begin(), last, tills.end(),
                     [](const ShopTill* a, const ShopTill* b) { return rank(*a) < rank(*b); });
    left_out = static_cast<std::size_t>(
        std::count_if(last, tills.end(), [](const ShopTill* till) { return till->state != TillState::Closed; }));
    tills.erase(last, tills.end());
    std::sort(tills.begin(), tills.end(), [](const ShopTill* a, const ShopTill* b) { return a->worker < b->worker; });
  }
  if (hidden != nullptr) *hidden = left_out;
  std::vector<ProcessRow> rows;
  rows.reserve(tills.size() + 1);
  rows.push_back(parentRow(shop, info, words));
  for (const ShopTill* till : tills) rows.push_back(workerRow(*till, shop, info, words));
  return rows;
}

QString cpuText(const ProcessRow& row) {
  if (!row.use) return QString::fromUtf8(kUnknown);
  return QStringLiteral("%1 %").arg(std::lround(row.use->cores * 100));
}

QString ownText(const ProcessRow& row) {
  if (!row.use) return QString::fromUtf8(kUnknown);
  return formatMemory(row.use->resident_bytes - std::min(row.use->resident_bytes, row.use->shared_bytes));
}

QString sharedText(const ProcessRow& row) {
  return row.use ? formatMemory(row.use->shared_bytes) : QString::fromUtf8(kUnknown);
}

QString pidText(const ProcessRow& row) {
  return row.pid > 0 ? QString::number(row.pid) : QString::fromUtf8(kUnknown);
}

QString processesText(const std::vector<ProcessRow>& rows) {
  QString text = QStringLiteral("PID\tname\tCPU\town memory\tshared memory\tstate\n");
  for (const ProcessRow& row : rows)
    text += QStringList{pidText(row), row.name, cpuText(row), ownText(row), sharedText(row), row.state}.join(
                QLatin1Char('\t')) +
            QLatin1Char('\n');
  return text;
}

}  // namespace threadmart
