// The processes of a run as `top` shows them: pure functions of the recording and a time.
#pragma once

#include <vector>

#include <QString>

#include "core/projections/load.h"
#include "core/projections/shop.h"
#include "ui/words/words.h"

namespace threadmart {

struct ProcessRow {
  WorkerId worker = kNoWorker;  // kSubmitter: the parent
  std::uint32_t pid = 0;
  QString name;                 // 'parent', 'till 1 · SpawnPoolWorker-1'
  QString state;                // 'starting', 'running', 'waiting', 'left', 'killed'
  std::optional<ProcessUseNow> use;  // empty: not sampled
};

// The parent and each worker process there at the time; threads and loops live in the parent. At most `most` workers, those
// with the most CPU first; `hidden` says how many more there are.
std::vector<ProcessRow> processRows(const ShopState& state, const RunInfo& info, Words words, std::size_t most,
                                    std::size_t* hidden = nullptr);

QString bytesText(std::uint64_t bytes);  // '1.2 MB', as top rounds: powers of 1024 with the units people read

}  // namespace threadmart
