#include "core/projections/numbers.h"

#include <algorithm>
#include <map>

#include "core/projections/overlap.h"

namespace threadmart {
namespace {

constexpr std::size_t indexOf(TaskState state) {
  return static_cast<std::size_t>(state);
}

class Accountant {
 public:
  Accountant(const Snapshot& snapshot, const RunInfo& info) : source_(info.source) {
    numbers_.events = snapshot.size();
    numbers_.lost = info.lost;
    numbers_.tasks.resize(info.tasks.size());
    clocks_.resize(info.tasks.size());
    for (std::span<const Event> events : snapshot.spans())
      for (const Event& event : events) readEvent(event);
  }

  Numbers account(const std::vector<Slice>& slices) {
    for (const Slice& slice : slices) readSlice(slice);
    for (std::size_t i = 0; i < numbers_.tasks.size(); ++i) closeTask(i);
    numbers_.makespan = run_finished_ && last_finish_ ? *last_finish_ : last_event_;
    readShares();
    return std::move(numbers_);
  }

 private:
  void readEvent(const Event& event) {
    last_event_ = event.time;
    if (event.kind == EventKind::RunFinished) run_finished_ = true;
    if (!isTask(event.task)) return;
    if (event.kind == EventKind::TaskSubmitted) taskOf(event.task).submitted = event.time;
    if (event.kind != EventKind::TaskFinished) return;
    TaskNumbers& task = taskOf(event.task);
    task.finished = true;
    task.outcome = static_cast<Outcome>(event.detail);
    task.end = event.time;
    last_finish_ = event.time;
    clocks_[event.task].cpu = static_cast<Nanos>(event.value);
  }

  void readSlice(const Slice& slice) {
    if (slice.task == kNoTask) return;  // a worker starting up: nobody's time
    TaskNumbers& task = taskOf(slice.task);
    task.in_state[indexOf(slice.state)] += slice.duration();
    if (slice.state == TaskState::Queued) return;
    Clock& clock = clocks_[slice.task];
    if (!clock.started) task.start = slice.begin;
    clock.started = true;
    task.worker = slice.worker;
  }

  void closeTask(std::size_t index) {
    TaskNumbers& task = numbers_.tasks[index];
    Clock& clock = clocks_[index];
    task.task = static_cast<TaskId>(index);
    if (!task.finished) task.end = last_event_;
    if (!clock.started) task.start = task.end;
    for (std::size_t state = 0; state < task.in_state.size(); ++state) numbers_.in_state[state] += task.in_state[state];
    between_start_and_end_ += task.end - task.start;
    // Where nobody told when a thread had no core, its own clock knows better than its slices how long it had one.
    const bool clock_is_better = source_ == CoreTimeSource::None && clock.cpu > 0;
    numbers_.cpu += clock_is_better ? clock.cpu : task.in_state[indexOf(TaskState::Running)];
    if (!task.finished) return;
    ++numbers_.finished;
    if (task.outcome == Outcome::Failed) ++numbers_.failed;
    if (task.outcome == Outcome::Cancelled) ++numbers_.cancelled;
  }

  void readShares() {
    numbers_.sum_of_parts = numbers_.cpu + numbers_.in_state[indexOf(TaskState::Io)];
    const auto share = [](Nanos part, Nanos whole) {
      return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
    };
    numbers_.speedup = share(numbers_.sum_of_parts, numbers_.makespan);
    numbers_.cores_used = share(numbers_.cpu, numbers_.makespan);
    numbers_.lock_share = share(numbers_.in_state[indexOf(TaskState::Lock)], between_start_and_end_);
  }

  TaskNumbers& taskOf(TaskId id) {
    if (id >= numbers_.tasks.size()) numbers_.tasks.resize(id + 1);
    if (clocks_.size() < numbers_.tasks.size()) clocks_.resize(numbers_.tasks.size());
    return numbers_.tasks[id];
  }

  struct Clock {
    Nanos cpu = 0;  // by the thread's own clock
    bool started = false;
  };

  CoreTimeSource source_;
  Numbers numbers_;
  std::vector<Clock> clocks_;  // one a task
  Nanos last_event_ = 0, between_start_and_end_ = 0;
  std::optional<Nanos> last_finish_;
  bool run_finished_ = false;
};

}  // namespace

std::uint64_t countSwitches(const std::vector<Slice>& slices, const RunInfo& info) {
  const bool one_till = info.has_gil || info.workers_info.size() <= 1;
  constexpr std::uint64_t kWorkerTill = 1ull << 32;  // tells a worker's till from a core's
  std::map<std::uint64_t, TaskId> served;            // by till: whom it served last
  std::uint64_t switches = 0;
  for (const Slice& slice : slices) {
    if (slice.state != TaskState::Running || slice.duration() <= 0) continue;
    std::uint64_t till = 0;
    if (!one_till) till = slice.core != kNoCore ? slice.core : kWorkerTill + slice.worker;
    const auto [entry, first] = served.try_emplace(till, slice.task);
    if (!first && entry->second != slice.task) ++switches;
    entry->second = slice.task;
  }
  return switches;
}

Numbers makeNumbers(const std::vector<Slice>& slices, const Snapshot& snapshot, const RunInfo& info) {
  Numbers numbers = Accountant(snapshot, info).account(slices);
  numbers.switches = countSwitches(slices, info);
  numbers.peak_running = maxConcurrency(slices, TaskState::Running);
  return numbers;
}

}  // namespace threadmart
