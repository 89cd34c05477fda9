#include "core/executors/executor.h"

#include "core/executors/steps.h"

namespace threadmart {

Worker Job::makeWorker(WorkerId id, Gil* gil) {
  return {writer(RingSet::ringOf(id), id), cancel, {gil, rings.page().read_run_delay != 0}};
}

void Job::carry(Worker& worker, TaskId task) {
  results[task] = carryTask(worker, task, tasks[task], services);
  task_done();
}

void Job::announceSubmitted(EventWriter& events) {
  for (TaskId task = 0; task < tasks.size(); ++task) events.push(EventKind::TaskSubmitted, task);
}

}  // namespace threadmart
