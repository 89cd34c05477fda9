// A worker: the thread that carries tasks, in whatever process. It announces the state of the task it carries, holds
// the GIL where there is one, and looks up between bits of work: does somebody want the scanner, has the run been
// cancelled?
//
// Every announcement is made *before* the worker gives something up and *after* it has got something, so that a
// recording never shows two holders of one lock.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

#include "core/events/event_writer.h"
#include "core/executors/gil.h"
#include "core/probes/machine.h"
#include "core/work/cancel.h"

namespace threadmart {

struct Cancelled {};  // thrown in the middle of a task to leave it

class Worker {
 public:
  struct Options {
    Gil* gil = nullptr;           // shared with the other workers of this process; null: no GIL
    bool read_run_delay = false;  // where the kernel gives no switch records
  };
  Worker(EventWriter events, const CancelToken& cancel, Options options);

  // In the worker's own thread, at its beginning and end.
  void announceStart();
  void announceExit();

  // One task at a time. beginTask takes the GIL, endTask lets go of it.
  void beginTask(TaskId task);
  void endTask(Outcome outcome);

  // In an event loop: another task goes on in this thread. Announces that it runs.
  void switchTo(TaskId task, std::uint32_t items);

  // Between two bits of work, every few microseconds: rings the bell for whoever asked, throws Cancelled.
  void lookUp();
  void itemScanned();
  std::uint32_t items() const { return items_; }
  TaskId task() const { return task_; }
  EventWriter& events() { return events_; }
  const CancelToken& cancel() const { return cancel_; }

  // A call that blocks: away from the till, without the GIL, as each blocking call in CPython does by itself. `asked`:
  // how long it was asked to take; 0 where nobody knows.
  template <typename Call>
  auto away(Nanos asked, Call&& call) {
    announce(TaskState::Io, asked);
    const WithoutGil released(*this, Announce::Return);
    return std::forward<Call>(call)();
  }
  // Work in C that lets go of the GIL and goes on running.
  template <typename Call>
  auto withoutGil(Call&& call) {
    const WithoutGil released(*this, Announce::Nothing);
    return std::forward<Call>(call)();
  }
  // A lock of the program's own. Waiting for it is a blocking call too.
  std::unique_lock<std::mutex> lock(std::mutex& mutex);

 private:
  enum class Announce { Nothing, Return };
  class WithoutGil {
   public:
    WithoutGil(Worker& worker, Announce announce) : worker_(worker), announce_(announce) { worker_.dropGil(); }
    ~WithoutGil() { worker_.takeGil(announce_); }
    WithoutGil(const WithoutGil&) = delete;
    WithoutGil& operator=(const WithoutGil&) = delete;

   private:
    Worker& worker_;
    Announce announce_;
  };
  void announce(TaskState state, Nanos asked = 0);
  void takeGil(Announce then);
  void dropGil();
  void reportRunDelay();
  Nanos cpuTime() const;

  EventWriter events_;
  const CancelToken& cancel_;
  Gil* gil_;
  std::unique_ptr<RunDelayReader> run_delay_;
  Nanos run_delay_seen_ = 0;
  TaskId task_ = kNoTask;
  std::uint32_t items_ = 0;
  Nanos cpu_at_begin_ = 0;
};

}  // namespace threadmart
