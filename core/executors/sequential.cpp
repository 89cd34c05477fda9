// One till, one line: the submitting thread carries every task itself, one after another. In Python: a for loop.
#include "core/executors/executor.h"

namespace threadmart {

void runSequential(Job& job) {
  Worker worker = job.makeWorker(0);
  worker.announceStart();
  job.announceSubmitted(worker.events());
  for (TaskId task = 0; task < job.tasks.size() && !job.cancel.cancelled(); ++task) job.carry(worker, task);
  worker.announceExit();
}

}  // namespace threadmart
