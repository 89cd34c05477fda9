// A fixed number of threads that share one queue of tasks. In Python: multiprocessing.dummy.Pool(n).map(…). The results
// lie in input order, whatever the order of finishing, because each has its own place.
#include <atomic>

#include "core/executors/executor.h"
#include "core/executors/thread_group.h"

namespace threadmart {
namespace {

void runPool(Job& job, Gil* gil) {
  // All tasks are known from the start, so the queue is a number: the next task that nobody has taken.
  std::atomic<TaskId> next{0};
  const auto carryUntilEmpty = [&](Worker& worker) {
    for (TaskId task = next++; task < job.tasks.size() && !job.cancel.cancelled(); task = next++)
      job.carry(worker, task);
  };
  ThreadGroup threads(job);
  job.announceSubmitted(threads.submitter());
  for (WorkerId id = 0; id < job.workers; ++id) {
    if (!threads.start(id, gil, job.workers, carryUntilEmpty)) break;
  }
  threads.join();
}

}  // namespace

void runThreadPool(Job& job) {
  runPool(job, nullptr);
}

void runThreadPoolWithGil(Job& job) {
  Gil gil(job.switch_interval);
  runPool(job, &gil);
}

}  // namespace threadmart
