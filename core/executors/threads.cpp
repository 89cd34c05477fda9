// One thread a task, all started at once. In Python: threading.Thread(target=…).start() in a loop; with a GIL as
// CPython has it, and without, as its free-threaded build.
#include "core/executors/executor.h"
#include "core/executors/thread_group.h"

namespace threadmart {
namespace {

void runOneThreadATask(Job& job, Gil* gil) {
  ThreadGroup threads(job);
  for (TaskId task = 0; task < job.tasks.size() && !job.cancel.cancelled(); ++task) {
    threads.submitter().push(EventKind::TaskSubmitted, task);
    if (!threads.start(task, gil, job.tasks.size(), [&job, task](Worker& worker) { job.carry(worker, task); })) break;
  }
}

}  // namespace

void runThreads(Job& job) {
  runOneThreadATask(job, nullptr);
}

void runThreadsWithGil(Job& job) {
  Gil gil(job.switch_interval);
  runOneThreadATask(job, &gil);
}

}  // namespace threadmart
