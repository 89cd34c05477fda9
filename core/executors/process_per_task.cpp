// Everyone brings their own till: one process a task, all started at once, each gone when its task is done. In bash:
// `command &` in a loop, then `wait`.
#include "core/executors/executor.h"
#include "core/executors/process/process_crew.h"

namespace threadmart {

void runProcessPerTask(Job& job) {
  std::vector<bool> given(job.tasks.size());
  ProcessCrew::Policy policy;
  policy.next_task = [&](WorkerId worker) -> std::optional<TaskId> {
    if (given[worker]) return std::nullopt;
    given[worker] = true;
    return worker;
  };
  policy.death_breaks_all = false;
  EventWriter submitter = job.submitter();
  ProcessCrew crew(job, submitter, policy);
  for (TaskId task = 0; task < job.tasks.size() && !job.cancel.cancelled(); ++task) {
    submitter.push(EventKind::TaskSubmitted, task);
    if (!crew.start(task, job.tasks.size())) break;
    crew.pump(0);  // those who are there already need not wait for the rest
  }
  crew.run();
}

}  // namespace threadmart
