// A ticket for every customer. In Python: concurrent.futures, pool.submit(…) for each task, add_done_callback on each
// ticket, and the end of the `with` block waits for all.
#include <deque>
#include <thread>

#include "core/executors/executor.h"
#include "core/executors/future.h"
#include "core/executors/process/process_crew.h"
#include "core/executors/task_queue.h"
#include "core/executors/thread_group.h"

namespace threadmart {
namespace {

using Futures = std::deque<Future>;  // a future stays where it is

// What a program would do with its result; that it ran, and in which thread, is in the recording.
void onDone(Future&, EventWriter&) {}

Future& submit(Futures& futures, TaskId task, EventWriter& submitter) {
  submitter.push(EventKind::TaskSubmitted, task);
  return futures.emplace_back(task, submitter);
}

void cancelPending(Futures& futures, EventWriter& here) {
  for (Future& future : futures) future.cancel(here);
}

}  // namespace

// As ThreadPoolExecutor: a thread is started with a submit only if no thread is idle and the pool is not yet full. Five
// trolleys, three customers: two trolleys are never fetched.
void runThreadFutures(Job& job) {
  Gil gil(job.switch_interval);
  Futures futures;
  TaskQueue queue;
  std::mutex futures_mutex;  // the deque grows while workers look tickets up
  const auto futureOf = [&](TaskId task) -> Future& {
    const std::lock_guard lock(futures_mutex);
    return futures[task];
  };
  const auto work = [&](Worker& worker) {
    while (const auto task = queue.take()) {
      Future& future = futureOf(*task);
      if (job.cancel.cancelled() || !future.start(worker.events())) continue;
      job.carry(worker, *task);
      future.finish(job.results[*task].outcome, worker.events(), shortForm(job.results[*task]));
    }
  };
  {
    ThreadGroup threads(job);
    WorkerId started = 0;
    for (TaskId task = 0; task < job.tasks.size() && !job.cancel.cancelled(); ++task) {
      Future* future = nullptr;
      {
        const std::lock_guard lock(futures_mutex);
        future = &submit(futures, task, threads.submitter());
      }
      const bool taken = queue.put(task);
      if (!taken && started < job.workers && threads.start(started, &gil, job.workers, work)) ++started;
      future->addDoneCallback(onDone, threads.submitter());
    }
    queue.close();
  }
  EventWriter submitter = job.submitter();
  cancelPending(futures, submitter);
}

// As ProcessPoolExecutor: a helper thread of this process deals with the worker processes, so callbacks run here and
// not in a worker.
void runProcessFutures(Job& job) {
  Futures futures;
  TaskQueue queue;
  EventWriter submitter = job.submitter();
  for (TaskId task = 0; task < job.tasks.size(); ++task) submit(futures, task, submitter);

  std::thread manager([&] {
    EventWriter here = job.helper();
    ProcessCrew::Policy policy;
    policy.next_task = [&](WorkerId) { return queue.take(); };
    policy.given = [&](TaskId task) { futures[task].start(here); };
    policy.finished = [&](TaskId task) {
      futures[task].finish(job.results[task].outcome, here, shortForm(job.results[task]));
    };
    try {
      ProcessCrew crew(job, here, policy);
      for (WorkerId worker = 0; worker < job.workers; ++worker) {
        if (!crew.start(worker, job.workers)) break;
      }
      crew.run();
    } catch (const std::exception& error) {
      job.fail(error.what());
    }
    for (Future& future : futures) {
      const bool lost = !future.done() && !job.cancel.cancelled();  // nobody is left to carry it
      if (lost && future.start(here)) future.finish(Outcome::Failed, here);
    }
  });
  for (Future& future : futures) {
    future.addDoneCallback(onDone, submitter);
    queue.put(future.task());
  }
  queue.close();
  manager.join();
  cancelPending(futures, submitter);
}

}  // namespace threadmart
