// The two languages, the shop's and the computer's (docs/analogy.md), and which of them is spoken: every view takes its
// names from here. Where both are spoken ' · ' stands between them.
#pragma once

#include <QString>
#include <QStringList>

#include "core/projections/shop.h"
#include "ui/words/thing.h"

namespace threadmart {

enum class Words : std::uint8_t { Shop, Computing, Both };

// What is said of something in the words that are spoken; once, where both languages say the same.
QString spoken(const QString& shop, const QString& computing, Words words);

// 'scanning', 'on a core', 'scanning · on a core'. `gil`: Lock is waiting for the GIL, else for a lock.
QString stateWords(TaskState state, Words words, bool gil);
// The same of Running where the core is known (else kNoCore): 'scanning, assistant 0', 'on core 0', 'scanning · on core
// 0'
QString runningWords(unsigned core, Words words);
// How a task ended: 'done', 'failed', 'cancelled'; the same in both languages
QString outcomeWords(Outcome outcome);
QString futureWords(FutureState state);  // 'pending', …
// 'by customer', 'by task', 'by customer · by task'
QString laneByWords(LaneBy by, Words words);
// 'customer 3', 'task 3', 'customer 3 · task 3'; a task with a name of its own keeps it. Numbers count from 1.
QString taskWords(TaskId task, const RunInfo& info, Words words);
// 'till 2', 'SpawnProcess-2', 'till 2 · SpawnProcess-2'. Threads that share one scanner share one till: 'trolley 2'.
// The submitter: 'the door'. Another tool's names are kept.
QString workerWords(WorkerId worker, const RunInfo& info, Words words);
// 'assistant 0', 'core 0', 'assistant · core 0'
QString coreWords(unsigned core, Words words);
QString laneWords(std::uint32_t id, const RunInfo& info, LaneBy by, Words words);  // one of the three above
QString thingName(const Thing& thing, const RunInfo& info, Words words);           // also 'ticket of customer 3'

// 'walls 4127 · one shop floor', 'process 4127 · one memory': what stands on a process. `own`: one of several.
QString wallWords(std::uint32_t pid, bool own, Words words);
// The other labels of the shop.
enum class Label : std::uint8_t {
  Line,
  Aisle,
  Scanner,
  Bell,
  Staff,
  Rope,
  Board,
  BoardReady,
  BoardWaiting,
  Tickets,
  Sheet,
  Gone,
  NoAssistant
};
QString labelWords(Label label, Words words);
QString shopTitle(ShopKind kind, bool tickets, Words words);  // 'One till, the assistant switches'; 'threads, one GIL'

// The card of a thing, in both languages whatever is spoken: a bold first line, then details. Empty if the state does
// not know the thing.
// 'customer 3 · task 3: waiting for the scanner · waiting for the GIL' / '12.4 ms so far'
QStringList cardLines(const Thing& thing, const ShopState& state, const RunInfo& info);

// The whole shop in sentences, for those who do not see it: 'At 12.4 ms: customer 2 is scanning with assistant 0.
// 3 customers are waiting for the scanner: 1, 3 and 4. …' Many customers are counted, few are named.
QString shopInSentences(const ShopState& state, const RunInfo& info, Words words);

}  // namespace threadmart
