// A fixed number of worker processes, each with its own memory and interpreter. In Python:
// multiprocessing.Pool(n).map(…). A task goes to whichever worker is idle; the results lie in input order.
#include "core/executors/executor.h"
#include "core/executors/process/process_crew.h"

namespace threadmart {

void runProcessPool(Job& job) {
  TaskId next = 0;
  ProcessCrew::Policy policy;
  policy.next_task = [&](WorkerId) { return next < job.tasks.size() ? std::optional(next++) : std::nullopt; };
  EventWriter submitter = job.submitter();
  ProcessCrew crew(job, submitter, policy);
  for (WorkerId worker = 0; worker < job.workers; ++worker) {
    if (!crew.start(worker, job.workers)) break;
  }
  job.announceSubmitted(submitter);
  crew.run();
}

}  // namespace threadmart
