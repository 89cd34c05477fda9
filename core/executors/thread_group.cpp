#include "core/executors/thread_group.h"

#include <memory>
#include <semaphore>
#include <system_error>
#include <utility>

#include "core/work/limits.h"

namespace threadmart {

bool ThreadGroup::start(WorkerId id, Gil* gil, std::size_t needed, std::function<void(Worker&)> life) {
  submitter_.pushFor(id, EventKind::WorkerSpawned);
  const auto begun = std::make_shared<std::binary_semaphore>(0);  // outlives whoever of the two is done with it first
  try {
    threads_.emplace_back([this, id, gil, begun, live = std::move(life)] {
      Worker worker = job_.makeWorker(id, gil);
      worker.announceStart();
      begun->release();
      live(worker);
      worker.announceExit();
    });
    begun->acquire();
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
