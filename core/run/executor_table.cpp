#include "core/run/executor_table.h"

#include <algorithm>
#include <array>

namespace threadmart {
namespace {

std::vector<ExecutorEntry> makeTable() {
  using Kind = WorkerKind;
  return {
      {{"sequential", "One till, one line", "one thread, one task after another", "for task in tasks: task()"},
       runSequential,
       Kind::Thread,
       NamesOf::MainThread},
      {{"threads", "A till for everyone, no scanner to share", "one thread a task, no GIL",
        "threading.Thread, free-threaded build"},
       runThreads,
       Kind::Thread,
       NamesOf::Threads},
      {{"threads-gil", "One till, the assistant switches", "one thread a task, one GIL", "threading.Thread", true},
       runThreadsWithGil,
       Kind::Thread,
       NamesOf::Threads},
      {{"thread-pool", "A few trolleys, no scanner to share", "a pool of threads, no GIL",
        "multiprocessing.dummy.Pool(n).map, free-threaded build", false, true},
       runThreadPool,
       Kind::Thread,
       NamesOf::Threads},
      {{"thread-pool-gil", "A few trolleys, one scanner", "a pool of threads, one GIL",
        "multiprocessing.dummy.Pool(n).map", true, true},
       runThreadPoolWithGil,
       Kind::Thread,
       NamesOf::Threads},
      {{"process-pool", "A second till", "a pool of processes, each with its own memory", "multiprocessing.Pool(n).map",
        false, true},
       runProcessPool,
       Kind::Process,
       NamesOf::PoolProcesses},
      {{"process-per-task", "Everyone brings their own till", "one process a task", "command & (bash)"},
       runProcessPerTask,
       Kind::Process,
       NamesOf::Processes},
      {{"futures-threads", "A ticket for every customer", "a pool of threads with futures, one GIL",
        "concurrent.futures.ThreadPoolExecutor", true, true},
       runThreadFutures,
       Kind::Thread,
       NamesOf::FutureThreads},
      {{"futures-processes", "A ticket for every customer, several tills", "a pool of processes with futures",
        "concurrent.futures.ProcessPoolExecutor", false, true},
       runProcessFutures,
       Kind::Process,
       NamesOf::Processes},
      {{"event-loop", "The ticket board", "one thread, one event loop, coroutines", "asyncio.gather"},
       runEventLoop,
       Kind::Loop,
       NamesOf::MainThread},
  };
}

}  // namespace

const std::vector<ExecutorEntry>& executorTable() {
  static const std::vector<ExecutorEntry> table = makeTable();
  return table;
}

const std::vector<ExecutorDescription>& executors() {
  static const std::vector<ExecutorDescription> descriptions = [] {
    std::vector<ExecutorDescription> all;
    for (const ExecutorEntry& entry : executorTable()) all.push_back(entry.description);
    return all;
  }();
  return descriptions;
}

const ExecutorEntry* findEntry(const std::string& name) {
  const auto& table = executorTable();
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.description.name == name; });
  return found == table.end() ? nullptr : &*found;
}

const ExecutorDescription* findExecutor(const std::string& name) {
  const ExecutorEntry* entry = findEntry(name);
  return entry == nullptr ? nullptr : &entry->description;
}

unsigned defaultWorkers(const std::string& executor, unsigned cores, std::size_t tasks) {
  if (executor == "sequential" || executor == "event-loop") return 1;
  if (executor == "futures-threads") return std::min(32U, cores + 4);  // as ThreadPoolExecutor since Python 3.8
  const ExecutorDescription* description = findExecutor(executor);
  return description != nullptr && description->takes_workers ? cores : static_cast<unsigned>(tasks);
}

std::string workerName(NamesOf names, unsigned index) {
  std::string number = std::to_string(index + 1);
  switch (names) {
    case NamesOf::MainThread:
      return "MainThread";
    case NamesOf::Threads:
      return "Thread-" + number;
    case NamesOf::PoolProcesses:
      return "SpawnPoolWorker-" + number;
    case NamesOf::Processes:
      return "SpawnProcess-" + number;
    case NamesOf::FutureThreads:
      return "ThreadPoolExecutor-0_" + std::to_string(index);
  }
  return number;
}

}  // namespace threadmart
