// The processes of a run as `top` shows them: pure functions of the recording and a time.
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "core/projections/shop.h"
#include "ui/words/words.h"

namespace threadmart {

struct ProcessRow {
  WorkerId worker = kNoWorker;       // kSubmitter: the parent
  std::uint32_t pid = 0;             // 0: not known (yet)
  QString name;                      // 'parent', 'till 1 · SpawnPoolWorker-1'
  QString state;                     // 'starting', 'running', 'waiting', 'no core free', 'there', 'left', 'killed'
  std::optional<ProcessUseNow> use;  // empty: not sampled; `missing` says why
  QString missing;
  QString note;  // of a parent without worker processes: what lives in it

  friend bool operator==(const ProcessRow&, const ProcessRow&) = default;
};

// The parent and each worker process so far; threads and loops live in the parent. At most `most` workers: those that
// are there before those that are gone, then those with the most CPU. They stand by number. `hidden`: how many more are
// there, or were killed.
std::vector<ProcessRow> processRows(const ShopState& state, const RunInfo& info, Words words, std::size_t most,
                                    std::size_t* hidden = nullptr);

// What the table says in its columns; '–' where it is not known.
QString cpuText(const ProcessRow& row);     // '98 %'
QString ownText(const ProcessRow& row);     // '8.2 MB': resident, not shared
QString sharedText(const ProcessRow& row);  // '5.1 MB'
QString pidText(const ProcessRow& row);

// For the clipboard: a line of names, then a line a process, with tabs between.
QString processesText(const std::vector<ProcessRow>& rows);

}  // namespace threadmart
