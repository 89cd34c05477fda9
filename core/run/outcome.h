// What came of a run, once its executor has returned: how it ended, and the proofs that go into its recording.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/executors/executor.h"
#include "core/recording/run_info.h"

namespace threadmart {

class Server;

// Failed if anything failed (the job's failure then says what, in one line), cancelled if it was cancelled.
Outcome judge(Job& job);

// sha256 over every task's results in input order; empty if there are none.
std::string digestOf(const std::vector<TaskResult>& results);

// What the shared counter should say and what it says; nothing if nobody counted.
std::optional<CounterResult> counterOf(const Job& job);

// What the server holds against what the workers were told that it has: names, sizes and contents. Nothing if nothing
// was uploaded.
std::optional<UploadResult> uploadsOf(const std::vector<TaskResult>& results, const Server* server);

}  // namespace threadmart
