#include "core/executors/thread_group.h"

#include <system_error>
#include <utility>

#include "core/work/limits.h"

namespace threadmart {

bool ThreadGroup::start(WorkerId id, Gil* gil, std::size_t needed, std::function<void(Worker&)> life) {
  submitter_.pushFor(id, EventKind::WorkerSpawned);
  try {
    threads_.emplace_back([this, id, gil, live = std::move(life)] {
      Worker worker = job_.makeWorker(id, gil);
      worker.announceStart();
      live(worker);
      worker.announceExit();
    });
    return true;
  } catch (const std::system_error& error) {
    job_.fail(limitError(error.code().value(), "cannot start thread " + std::to_string(id + 1), needed).what());
    return false;
  }
}

void ThreadGroup::join() {
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

}  // namespace threadmart
