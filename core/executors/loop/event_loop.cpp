#include "core/executors/loop/event_loop.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include "core/work/limits.h"

namespace threadmart {

EventLoop::EventLoop(Worker& worker) : worker_(worker), epoll_(epoll_create1(EPOLL_CLOEXEC)) {
  if (!epoll_.valid()) throw limitError(errno, "cannot start the event loop");
  epoll_event cancel{EPOLLIN, {nullptr}};
  epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, worker_.cancel().descriptor(), &cancel);
}

void EventLoop::start(TaskId task, const Coroutine& coroutine) {
  ready_.push_back({coroutine.handle(), task, 0});
}

void EventLoop::run() {
  while (!worker_.cancel().cancelled() && (!ready_.empty() || waiting())) {
    resumeReady();
    if (!ready_.empty() || waiting()) poll();
  }
}

void EventLoop::resumeReady() {
  for (std::size_t left = ready_.size(); left > 0 && !worker_.cancel().cancelled(); --left) {
    const Ready next = ready_.front();
    ready_.pop_front();
    worker_.switchTo(next.task, next.items);
    next.handle.resume();
  }
}

EventLoop::Wait EventLoop::sleep(Nanos duration) {
  Wait wait(*this, Wait::For::Time);
  wait.deadline_ = monotonicNow() + duration;
  wait.asked_ = duration;
  return wait;
}

EventLoop::Wait EventLoop::on(int descriptor, std::uint32_t readiness, Nanos asked) {
  Wait wait(*this, Wait::For::Descriptor);
  wait.descriptor_ = descriptor;
  wait.readiness_ = readiness;
  wait.asked_ = asked;
  return wait;
}

void EventLoop::Wait::await_suspend(std::coroutine_handle<> handle) {
  handle_ = handle;
  task_ = loop_.worker_.task();
  items_ = loop_.worker_.items();
  loop_.park(*this);
}

void EventLoop::park(Wait& wait) {
  worker_.events().push(EventKind::TaskState, wait.task_, TaskState::Io, wait.items_, wait.asked_);
  ++waiting_;
  if (wait.what_ == Wait::For::Time) sleepers_.push({wait.deadline_, order_++, &wait});
  if (wait.what_ != Wait::For::Descriptor) return;
  epoll_event event{wait.readiness_ | EPOLLONESHOT, {&wait}};
  // A descriptor that cannot be watched is answered by whatever is tried with it next.
  if (epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, wait.descriptor_, &event) != 0) wake(wait);
}

void EventLoop::wake(Wait& wait) {
  --waiting_;
  worker_.events().push(EventKind::TaskState, wait.task_, TaskState::Ready, wait.items_);
  ready_.push_back({wait.handle_, wait.task_, wait.items_});
}

void EventLoop::serve(int descriptor, std::function<void()> process) {
  served_ = descriptor;
  process_ = std::move(process);
  epoll_event event{EPOLLIN, {&served_}};
  epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, descriptor, &event);
}

void EventLoop::poll() {
  Nanos timeout = -1;
  if (!ready_.empty()) {
    timeout = 0;
  } else if (!sleepers_.empty()) {
    timeout = std::max<Nanos>(0, sleepers_.top().deadline - monotonicNow());
  }
  const timespec limit{timeout / 1'000'000'000, timeout % 1'000'000'000};
  std::array<epoll_event, 256> events{};
  const int happened = epoll_pwait2(epoll_.get(), events.data(), static_cast<int>(events.size()),
                                    timeout < 0 ? nullptr : &limit, nullptr);
  for (int i = 0; i < happened; ++i) {
    void* what = events[static_cast<std::size_t>(i)].data.ptr;
    if (what == nullptr) continue;  // the cancel: run() looks
    if (what == &served_) {
      process_();
      continue;
    }
    auto* wait = static_cast<Wait*>(what);
    epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, wait->descriptor_, nullptr);
    wake(*wait);
  }
  wakeSleepers();
}

void EventLoop::wakeSleepers() {
  while (!sleepers_.empty() && sleepers_.top().deadline <= monotonicNow()) {
    Wait* wait = sleepers_.top().wait;
    sleepers_.pop();
    wake(*wait);
  }
}

}  // namespace threadmart
