// An event loop: one thread, many coroutines, and a board with two lists, READY and WAITING. A coroutine runs until it
// awaits something; nobody interrupts it. Then the loop resumes whoever is ready, in the order in which they became so.
// As asyncio, a round resumes only those that were ready when it began.
#pragma once

#include <coroutine>
#include <cstdint>
#include <deque>
#include <functional>
#include <sys/epoll.h>
#include <vector>

#include <queue>

#include "core/executors/loop/coroutine.h"
#include "core/executors/worker.h"
#include "core/work/descriptor.h"

namespace threadmart {

class EventLoop {
 public:
  explicit EventLoop(Worker& worker);  // throws LimitError
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  // Puts the coroutine that carries `task` on the board, ready to start. It must live until run() returns.
  void start(TaskId task, const Coroutine& coroutine);
  // Until every coroutine has ended or the run is cancelled.
  void run();

  // What a coroutine can wait for. Each is awaited once: `co_await loop.sleep(ns)`.
  class Wait {
   public:
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle);
    void await_resume() const noexcept {}

   private:
    friend class EventLoop;
    enum class For : std::uint8_t { Time, Descriptor, Call };
    Wait(EventLoop& loop, For what) : loop_(loop), what_(what) {}
    EventLoop& loop_;
    For what_;
    int descriptor_ = -1;
    std::uint32_t readiness_ = 0;
    Nanos deadline_ = 0;
    std::coroutine_handle<> handle_;
    Nanos asked_ = 0;  // how long it was asked to take; 0 where nobody knows
    TaskId task_ = kNoTask;
    std::uint32_t items_ = 0;
  };
  Wait sleep(Nanos duration);
  // `asked`: how long the other side was asked to take; 0 where nobody knows.
  Wait readable(int descriptor, Nanos asked = 0) { return on(descriptor, EPOLLIN, asked); }
  Wait writable(int descriptor) { return on(descriptor, EPOLLOUT); }
  // Until somebody calls wake() with the address of this Wait: for libraries that call back.
  Wait called() { return {*this, Wait::For::Call}; }
  void wake(Wait& wait);

  // Calls `process` whenever `descriptor` is readable, between coroutines.
  void serve(int descriptor, std::function<void()> process);

  Worker& worker() { return worker_; }

 private:
  struct Ready {
    std::coroutine_handle<> handle;
    TaskId task;
    std::uint32_t items;
  };
  struct Later {
    Nanos deadline;
    std::uint64_t order;
    Wait* wait;
    bool operator<(const Later& other) const {
      return deadline != other.deadline ? deadline > other.deadline : order > other.order;
    }
  };
  Wait on(int descriptor, std::uint32_t readiness, Nanos asked = 0);
  void park(Wait& wait);
  void poll();
  void wakeSleepers();
  void resumeReady();
  bool waiting() const { return waiting_ > 0; }

  Worker& worker_;
  Descriptor epoll_;
  std::deque<Ready> ready_;
  std::priority_queue<Later> sleepers_;
  std::size_t waiting_ = 0;
  std::uint64_t order_ = 0;
  int served_ = -1;
  std::function<void()> process_;
};

}  // namespace threadmart
