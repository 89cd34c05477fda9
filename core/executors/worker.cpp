#include "core/executors/worker.h"

#include <ctime>
#include <sys/syscall.h>
#include <unistd.h>

namespace threadmart {
namespace {

constexpr Nanos kNoticeableDelay = 20'000;  // shorter ones are the cost of reading, not of waiting

}  // namespace

Worker::Worker(EventWriter events, const CancelToken& cancel, Options options)
    : events_(events), cancel_(cancel), gil_(options.gil) {
  if (options.read_run_delay) run_delay_ = std::make_unique<RunDelayReader>();
}

void Worker::announceStart() {
  const auto pid = static_cast<std::uint32_t>(getpid());
  const auto tid = static_cast<std::uint32_t>(syscall(SYS_gettid));
  events_.push(EventKind::WorkerStarted, kNoTask, 0, packThread(pid, tid));
}

void Worker::announceExit() {
  events_.push(EventKind::WorkerExited);
}

void Worker::beginTask(TaskId task) {
  task_ = task;
  items_ = 0;
  cpu_at_begin_ = cpuTime();
  takeGil(Announce::Return);
}

void Worker::endTask(Outcome outcome) {
  reportRunDelay();
  events_.push(EventKind::TaskFinished, task_, static_cast<std::uint8_t>(outcome),
               static_cast<std::uint64_t>(cpuTime() - cpu_at_begin_), items_);
  dropGil();
  task_ = kNoTask;
}

void Worker::switchTo(TaskId task, std::uint32_t items) {
  task_ = task;
  items_ = items;
  announce(TaskState::Running);
}

void Worker::lookUp() {
  if (cancel_.cancelled()) throw Cancelled{};
  if (gil_ == nullptr || !gil_->dropRequested()) return;
  announce(TaskState::Lock);
  dropGil();
  takeGil(Announce::Return);
}

void Worker::itemScanned() {
  ++items_;
  cancel_.look();
  reportRunDelay();
  events_.push(EventKind::ItemScanned, task_, 0, 0, items_);
}

std::unique_lock<std::mutex> Worker::lock(std::mutex& mutex) {
  std::unique_lock held(mutex, std::try_to_lock);
  if (held.owns_lock()) return held;
  announce(TaskState::Lock);
  const WithoutGil released(*this, Announce::Return);
  held.lock();
  return held;
}

void Worker::announce(TaskState state, Nanos asked) {
  if (state == TaskState::Running) {
    if (run_delay_) run_delay_seen_ = run_delay_->read().value_or(run_delay_seen_);
  } else {
    reportRunDelay();
  }
  events_.push(EventKind::TaskState, task_, state, items_, asked);
}

void Worker::takeGil(Announce then) {
  if (gil_ == nullptr) {
    if (then == Announce::Return) announce(TaskState::Running);
    return;
  }
  bool waited = false;
  const Gil::Taken taken = gil_->take(events_.worker(), [&] {
    waited = true;
    announce(TaskState::Lock);
  });
  if (taken.handed_over) {
    events_.push(EventKind::GilHandedOver, task_, taken.asked ? 1 : 0, taken.from);
  }
  if (waited || then == Announce::Return) announce(TaskState::Running);
}

void Worker::dropGil() {
  if (gil_ != nullptr) gil_->drop(events_.worker());
}

// What the kernel says about the time since the last look, told right after it: the refiner takes it off the running
// time.
void Worker::reportRunDelay() {
  if (!run_delay_) return;
  const Nanos now = run_delay_->read().value_or(run_delay_seen_);
  const Nanos delay = now - run_delay_seen_;
  run_delay_seen_ = now;
  if (delay >= kNoticeableDelay) events_.push(EventKind::RunDelay, task_, 0, static_cast<std::uint64_t>(delay));
}

Nanos Worker::cpuTime() const {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<Nanos>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

}  // namespace threadmart
