// The table of all executors: what they are called in the shop, in the computer and in Python, and the function that is
// each of them.
#pragma once

#include <string>
#include <vector>

#include "core/executors/executor.h"
#include "core/recording/run_info.h"
#include "core/run/run.h"

namespace threadmart {

enum class NamesOf { MainThread, Threads, PoolProcesses, Processes, FutureThreads };

struct ExecutorEntry {
  ExecutorDescription description;
  void (*run)(Job&) = nullptr;
  WorkerKind worker_kind = WorkerKind::Thread;
  NamesOf names = NamesOf::Threads;
};

const std::vector<ExecutorEntry>& executorTable();
const ExecutorEntry* findEntry(const std::string& name);  // null if there is none
std::string workerName(NamesOf names, unsigned index);    // as Python would name it

}  // namespace threadmart
