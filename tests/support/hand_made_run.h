// Recordings made by hand, with literal times: for tests of what is drawn.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "core/projections/numbers.h"
#include "core/projections/slices.h"
#include "core/recording/recording.h"

namespace threadmart::testing_support {

inline constexpr Nanos kMs = 1'000'000;

class HandMadeRun {
 public:
  HandMadeRun(std::string scenario, std::string executor, unsigned tasks, unsigned workers,
              WorkerKind kind = WorkerKind::Thread) {
    info.scenario = std::move(scenario);
    info.title = info.scenario;
    info.executor = std::move(executor);
    info.workers = workers;
    info.machine.cores = 2;
    info.core_ids = {0, 1};
    info.started_at = "2026-11-23T10:15:00Z";
    info.source = CoreTimeSource::SchedulerSwitches;
    info.finished = true;
    for (unsigned i = 0; i < tasks; ++i) info.tasks.push_back({"customer " + std::to_string(i + 1), 0});
    for (unsigned i = 0; i < workers; ++i) info.workers_info.push_back({"Thread-" + std::to_string(i + 1), kind});
    add({.time = 0, .kind = EventKind::RunStarted});
    for (TaskId task = 0; task < tasks; ++task) add({.time = 0, .task = task, .kind = EventKind::TaskSubmitted});
  }

  HandMadeRun& state(Nanos at, TaskId task, WorkerId worker, TaskState state, unsigned items = 0,
                     std::uint16_t core = kNoCore) {
    return add({.time = at,
                .task = task,
                .worker = worker,
                .count = items,
                .core = core,
                .kind = EventKind::TaskState,
                .detail = static_cast<std::uint8_t>(state)});
  }
  HandMadeRun& finish(Nanos at, TaskId task, WorkerId worker, Outcome outcome = Outcome::Done) {
    return add({.time = at,
                .task = task,
                .worker = worker,
                .kind = EventKind::TaskFinished,
                .detail = static_cast<std::uint8_t>(outcome)});
  }
  HandMadeRun& add(const Event& event) {
    events_.push_back(event);
    return *this;
  }

  std::shared_ptr<const Recording> recording() const {
    std::vector<Event> sorted = events_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Event& a, const Event& b) { return a.time < b.time; });
    sorted.push_back({.time = sorted.back().time, .kind = EventKind::RunFinished});
    auto recording = std::make_shared<Recording>(info);
    recording->append(sorted);
    return recording;
  }

  RunInfo info;

 protected:
  std::vector<Event> events_;
};

// Four customers with a GIL, a turn each 5 ms: 240 ms.
inline std::shared_ptr<const Recording> gilRun() {
  HandMadeRun run("gil-cpu", "threads-gil", 4, 4);
  run.info.has_gil = true;
  for (TaskId task = 1; task < 4; ++task) run.state(0, task, task, TaskState::Lock);
  Nanos now = 0;
  for (unsigned turn = 0; turn < 48; ++turn) {
    const TaskId task = turn % 4;
    const Nanos length = (turn / 4 % 3 + 4) * kMs;
    run.state(now, task, task, TaskState::Running, turn / 4 * 5, static_cast<std::uint16_t>(turn / 8 % 2));
    if (turn < 44) {
      run.state(now + length, task, task, TaskState::Lock, turn / 4 * 5 + 5);
    } else {
      run.finish(now + length, task, task);
    }
    now += length;
  }
  return run.recording();
}

// Six pages of 0.5 s and 60 ms of work each, fetched in different ways.
inline std::shared_ptr<const Recording> pages(const std::string& executor) {
  const bool sequential = executor == "sequential", pool = executor == "process-pool",
             processes = executor == "process-per-task";
  const unsigned workers = executor == "event-loop" || sequential ? 1 : pool ? 2 : 6;
  HandMadeRun run("three-urls", executor, 6, workers,
                  pool || processes          ? WorkerKind::Process
                  : executor == "event-loop" ? WorkerKind::Loop
                                             : WorkerKind::Thread);
  run.info.title = "Six web pages, six ways to wait";
  run.info.has_gil = executor == "threads-gil";
  Nanos till = 0;
  for (TaskId task = 0; task < 6; ++task) {
    const WorkerId worker = task % workers;
    const Nanos start = sequential ? task * 560 * kMs
                        : pool     ? (90 + task / 2 * 560) * kMs
                                   : (processes ? 60 + task * 2 : task) * kMs;
    const Nanos answered = start + 500 * kMs;
    const Nanos served = sequential || pool || processes ? answered : std::max(answered, till);
    run.state(start, task, worker, TaskState::Io);
    if (served > answered) run.state(answered, task, worker, run.info.has_gil ? TaskState::Lock : TaskState::Io);
    run.state(served, task, worker, TaskState::Running, 0, static_cast<std::uint16_t>(worker % 2));
    run.finish(served + 60 * kMs, task, worker);
    till = served + 60 * kMs;
  }
  return run.recording();
}

// Every state and every end mark, long enough to be seen.
inline std::shared_ptr<const Recording> allStates() {
  HandMadeRun run("everything", "thread-pool-gil", 4, 2);
  run.info.has_gil = true;
  run.state(10 * kMs, 0, 0, TaskState::Running, 0, 0).state(60 * kMs, 0, 0, TaskState::Io, 5);
  run.state(140 * kMs, 0, 0, TaskState::Lock, 5)
      .state(170 * kMs, 0, 0, TaskState::Running, 5, 1)
      .finish(220 * kMs, 0, 0);
  run.state(30 * kMs, 1, 1, TaskState::Ready)
      .state(60 * kMs, 1, 1, TaskState::Running, 0, 1)
      .finish(160 * kMs, 1, 1, Outcome::Failed);
  run.state(165 * kMs, 2, 1, TaskState::Io).finish(300 * kMs, 2, 1, Outcome::Cancelled);
  run.state(225 * kMs, 3, 0, TaskState::Running, 0, 0).finish(330 * kMs, 3, 0);
  return run.recording();
}

// Many customers, each away for a while and then scanned for a moment.
inline std::shared_ptr<const Recording> manyTasks(unsigned tasks) {
  HandMadeRun run("uploads", "threads", tasks, tasks);
  for (TaskId task = 0; task < tasks; ++task) {
    const Nanos start = task * kMs / 10, answered = start + 500 * kMs + (task * 7919 % 97) * kMs;
    run.state(start, task, task, TaskState::Io).state(answered, task, task, TaskState::Running, 0, task % 2);
    run.finish(answered + 8 * kMs, task, task);
  }
  return run.recording();
}

// What windows and pictures work from.
struct Projected {
  explicit Projected(const Recording& recording)
      : info(recording.info()),
        slices(std::make_shared<const std::vector<Slice>>(makeSlices(recording.snapshot()))),
        numbers(makeNumbers(*slices, recording.snapshot(), info)) {}

  RunInfo info;
  std::shared_ptr<const std::vector<Slice>> slices;
  Numbers numbers;
};

}  // namespace threadmart::testing_support
