#include "core/executors/future.h"

#include <string_view>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

namespace threadmart {

std::uint64_t shortForm(const TaskResult& result) {
  std::uint64_t number = 0;
  if (result.values.empty()) return number;
  for (const char byte : std::string_view(result.values.back()).substr(0, sizeof number)) {
    number = (number << 8) | static_cast<unsigned char>(byte);
  }
  return number;
}

Future::Future(TaskId task, EventWriter& submitter) : task_(task) {
  enter(FutureState::Pending, submitter);
}

bool Future::isFinal(FutureState state) {
  return state != FutureState::Pending && state != FutureState::Running;
}

FutureState Future::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

bool Future::done() const {
  return isFinal(state());
}

void Future::enter(FutureState state, EventWriter& here, std::uint64_t result) {
  state_ = state;
  here.push(EventKind::FutureState, task_, static_cast<std::uint8_t>(state), result);
}

bool Future::start(EventWriter& here) {
  const std::lock_guard lock(mutex_);
  if (state_ != FutureState::Pending) return false;
  enter(FutureState::Running, here);
  return true;
}

bool Future::cancel(EventWriter& here) {
  std::unique_lock lock(mutex_);
  if (state_ != FutureState::Pending) return false;
  settle(FutureState::Cancelled, here, std::move(lock));
  return true;
}

void Future::finish(Outcome outcome, EventWriter& here, std::uint64_t result) {
  const FutureState state = outcome == Outcome::Done     ? FutureState::Done
                            : outcome == Outcome::Failed ? FutureState::Failed
                                                         : FutureState::Cancelled;
  std::unique_lock lock(mutex_);
  if (!isFinal(state_)) settle(state, here, std::move(lock), state == FutureState::Done ? result : 0);
}

// The callbacks run without the mutex: they may look at the future.
void Future::settle(FutureState state, EventWriter& here, std::unique_lock<std::mutex> lock, std::uint64_t result) {
  enter(state, here, result);
  std::vector<Callback> callbacks = std::exchange(callbacks_, {});
  lock.unlock();
  settled_.notify_all();
  for (Callback& callback : callbacks) ring(callback, here);
}

void Future::addDoneCallback(Callback callback, EventWriter& here) {
  {
    const std::lock_guard lock(mutex_);
    if (!isFinal(state_)) {
      callbacks_.push_back(std::move(callback));
      return;
    }
  }
  ring(callback, here);
}

void Future::ring(Callback& callback, EventWriter& here) {
  const auto tid = static_cast<std::uint32_t>(syscall(SYS_gettid));
  here.push(EventKind::Callback, task_, static_cast<std::uint8_t>(state()),
            packThread(static_cast<std::uint32_t>(getpid()), tid));
  callback(*this, here);
}

void Future::wait() const {
  std::unique_lock lock(mutex_);
  settled_.wait(lock, [this] { return isFinal(state_); });
}

}  // namespace threadmart
