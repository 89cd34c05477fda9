// Recordings made by hand, one for each kind of shop, each with a moment that teaches something: for tests and pictures
// of the shop.
#pragma once

#include "tests/support/hand_made_run.h"

namespace threadmart::testing_support {

struct ShopRun {
  std::shared_ptr<const Recording> recording;
  Nanos moment = 0;
};

class ShopRunMaker : public HandMadeRun {
 public:
  ShopRunMaker(const std::string& executor, unsigned tasks, unsigned workers, WorkerKind kind = WorkerKind::Thread,
               unsigned items = 60)
      : HandMadeRun("shop", executor, tasks, workers, kind) {
    info.has_gil = executor == "threads-gil" || executor == "thread-pool-gil" || executor == "futures-threads";
    for (TaskInfo& task : info.tasks) task.items = items;
    events_.front().value = packThread(4127, 4127);  // of the run's start
  }

  ShopRunMaker& add(const Event& event) { return static_cast<ShopRunMaker&>(HandMadeRun::add(event)); }
  ShopRunMaker& state(Nanos at, TaskId task, WorkerId worker, TaskState state, unsigned items = 0,
                      std::uint16_t core = kNoCore) {
    return static_cast<ShopRunMaker&>(HandMadeRun::state(at, task, worker, state, items, core));
  }
  ShopRunMaker& finish(Nanos at, TaskId task, WorkerId worker, Outcome outcome = Outcome::Done) {
    return static_cast<ShopRunMaker&>(HandMadeRun::finish(at, task, worker, outcome));
  }
  ShopRunMaker& cores(unsigned count) {
    info.machine.cores = count;
    info.core_ids.clear();
    for (unsigned core = 0; core < count; ++core) info.core_ids.push_back(core);
    return *this;
  }
  // All workers: asked for, and `start_up` later there. Processes have pids of their own.
  ShopRunMaker& open(Nanos at, Nanos start_up) {
    for (WorkerId worker = 0; worker < info.workers_info.size(); ++worker) open(worker, at, start_up);
    return *this;
  }
  ShopRunMaker& open(WorkerId worker, Nanos at, Nanos start_up) {
    const bool process = info.workers_info[worker].kind == WorkerKind::Process;
    add({.time = at, .worker = worker, .kind = EventKind::WorkerSpawned});
    return add({.time = at + start_up,
                .value = packThread(process ? 4128 + worker : 4127, 4128 + worker),
                .worker = worker,
                .kind = EventKind::WorkerStarted});
  }
  ShopRunMaker& away(Nanos at, TaskId task, WorkerId worker, Nanos wait, unsigned items = 0) {
    return add({.time = at,
                .value = static_cast<std::uint64_t>(wait),
                .task = task,
                .worker = worker,
                .count = items,
                .kind = EventKind::TaskState,
                .detail = static_cast<std::uint8_t>(TaskState::Io)});
  }
  ShopRunMaker& run(Nanos at, TaskId task, WorkerId worker, std::uint16_t core, unsigned items = 0) {
    return state(at, task, worker, TaskState::Running, items, core);
  }
  ShopRunMaker& scan(Nanos at, TaskId task, WorkerId worker, unsigned items) {
    return add({.time = at, .task = task, .worker = worker, .count = items, .kind = EventKind::ItemScanned});
  }
  ShopRunMaker& ticket(Nanos at, TaskId task, FutureState state, std::uint64_t result = 0) {
    return add({.time = at,
                .value = result,
                .task = task,
                .kind = EventKind::FutureState,
                .detail = static_cast<std::uint8_t>(state)});
  }
  ShopRunMaker& parcel(Nanos sent, Nanos took, TaskId task, WorkerId worker, ParcelLeg leg, std::uint64_t bytes) {
    Event event{.time = sent,
                .value = bytes,
                .task = task,
                .worker = worker,
                .count = ++parcels_,
                .kind = EventKind::ParcelSent,
                .detail = static_cast<std::uint8_t>(leg)};
    add(event);
    if (took <= 0) return *this;
    event.time += took;
    event.kind = EventKind::ParcelReceived;
    add(event);
    return *this;
  }
  ShopRunMaker& memory(Nanos at, WorkerId worker, std::uint64_t resident, std::uint64_t shared) {
    add({.time = at, .value = resident, .worker = worker, .count = 900, .kind = EventKind::ProcessSample, .detail = 1});
    add({.time = at, .value = shared, .worker = worker, .kind = EventKind::ProcessShared});
    return *this;
  }
  ShopRunMaker& others(Nanos at, std::uint16_t core, unsigned busy_permille) {
    add({.time = at, .value = busy_permille, .core = core, .kind = EventKind::CoreLoad});
    return *this;
  }
  ShopRunMaker& count(Nanos at, TaskId task, WorkerId worker, std::uint64_t says, std::uint32_t at_least) {
    add({.time = at,
         .value = says,
         .task = task,
         .worker = worker,
         .count = at_least,
         .kind = EventKind::CounterWritten});
    return *this;
  }
  ShopRun at(Nanos moment) const { return {recording(), moment}; }

 private:
  std::uint32_t parcels_ = 0;
};

inline constexpr std::uint64_t kKib = 1024, kMib = 1024 * 1024;

// Customer 1 fetches an avocado; everybody behind waits, the assistant too.
inline ShopRun oneTillShop() {
  ShopRunMaker run("sequential", 5, 1);
  run.open(0, 0).others(80 * kMs, 1, 640);
  run.run(0, 0, 0, 0).scan(20 * kMs, 0, 0, 20).away(40 * kMs, 0, 0, 500 * kMs, 20);
  run.run(540 * kMs, 0, 0, 0, 20).finish(600 * kMs, 0, 0);
  for (TaskId task = 1; task < 5; ++task) run.run(task * 600 * kMs, task, 0, 0).finish((task + 1) * 600 * kMs, task, 0);
  return run.at(90 * kMs);
}

// The mock-up's moment: 2 scans, 1, 3 and 4 wait for the scanner, one assistant has nothing to do.
inline ShopRun oneScannerShop() {
  ShopRunMaker run("threads-gil", 4, 4);
  run.open(0, kMs / 10);
  for (const TaskId task : {0U, 2U, 3U}) run.state(kMs, task, task, TaskState::Lock);
  run.run(kMs, 1, 1, 0).scan(3 * kMs, 1, 1, 12).scan(5 * kMs / 2, 1, 1, 18);
  run.state(6 * kMs, 1, 1, TaskState::Lock, 24).run(6 * kMs, 2, 2, 0);
  run.state(11 * kMs, 2, 2, TaskState::Lock, 20).run(11 * kMs, 3, 3, 0);
  for (TaskId task = 0; task < 4; ++task) run.finish((20 + task * 10) * kMs, task, task);
  return run.at(2 * kMs + 800'000);
}

// Some are away while one scans: what overlapping is good for.
inline ShopRun scannerAndAisleShop() {
  ShopRunMaker run("threads-gil", 6, 6);
  run.open(0, kMs / 10);
  run.away(kMs, 0, 0, 300 * kMs).away(2 * kMs, 3, 3, 500 * kMs).away(3 * kMs, 5, 5, 0);
  run.run(kMs, 1, 1, 0).scan(30 * kMs, 1, 1, 30);
  run.state(28 * kMs, 2, 2, TaskState::Lock).state(29 * kMs, 4, 4, TaskState::Lock, 10);
  for (TaskId task = 0; task < 6; ++task)
    run.finish((700 + task * 10) * kMs, task, task, task == 4 ? Outcome::Failed : Outcome::Done);
  return run.at(31 * kMs);
}

// Four tills, two assistants: two tills have their light on and nobody behind them.
inline ShopRun freeTillsShop() {
  ShopRunMaker run("threads", 5, 5);
  run.open(0, kMs);
  run.run(kMs, 0, 0, 0).scan(8 * kMs, 0, 0, 22).run(kMs, 1, 1, 1).scan(8 * kMs, 1, 1, 41);
  run.state(5 * kMs, 2, 2, TaskState::Ready, 12).state(6 * kMs, 3, 3, TaskState::Ready, 30);
  run.away(4 * kMs, 4, 4, 120 * kMs, 10);
  run.others(7 * kMs, 1, 1000);
  for (TaskId task = 0; task < 5; ++task) run.finish((100 + task * 10) * kMs, task, task);
  return run.at(9 * kMs);
}

// A pool of three threads, with or without one scanner: who has no trolley waits at the rope.
inline ShopRun trolleysShop(bool gil) {
  ShopRunMaker run(gil ? "thread-pool-gil" : "thread-pool", 9, 3);
  run.open(0, kMs / 2);
  run.run(kMs, 0, 0, 0).finish(8 * kMs, 0, 0);
  run.run(kMs, 1, 1, 1).scan(10 * kMs, 1, 1, 33);
  run.away(2 * kMs, 2, 2, 80 * kMs, 5);
  if (gil) {
    run.state(9 * kMs, 3, 0, TaskState::Lock);
  } else {
    run.run(9 * kMs, 3, 0, 0).scan(11 * kMs, 3, 0, 7);
  }
  for (TaskId task = 1; task < 4; ++task) run.finish((60 + task * 10) * kMs, task, task % 3);
  for (TaskId task = 4; task < 9; ++task) {
    run.run((100 + task * 10) * kMs, task, task % 3, 0).finish((105 + task * 10) * kMs, task, task % 3);
  }
  return run.at(12 * kMs);
}

// Two processes with own memory; a parcel of a megabyte on its way to the first, another one lies beside the second.
inline ShopRun wallsShop(unsigned workers = 2) {
  ShopRunMaker run("process-pool", workers * 4, workers, WorkerKind::Process);
  run.cores(workers).open(0, 15 * kMs);
  for (WorkerId worker = 0; worker < workers; ++worker) {
    run.parcel(16 * kMs, 178'000, worker, worker, ParcelLeg::TaskOut, kMib);
    run.memory(20 * kMs, worker, (11 + worker) * kMib + 200 * kKib, 3 * kMib);
    if (worker % 3 != 2) {
      run.run(18 * kMs, worker, worker, static_cast<std::uint16_t>(worker))
          .scan(28 * kMs, worker, worker, 20 + 7 * worker % 30);
    } else {
      run.away(18 * kMs, worker, worker, 300 * kMs);
    }
    run.finish((60 + worker) * kMs, worker, worker);
  }
  run.parcel(29'900'000, 400'000, workers, 0, ParcelLeg::TaskOut, kMib);
  return run.at(30 * kMs);
}

// `command &` for each task: pop-up tills, two assistants, and what they cost in memory. One died.
inline ShopRun popUpShop(unsigned tasks = 12) {
  ShopRunMaker run("process-per-task", tasks, tasks, WorkerKind::Process, 0);
  for (WorkerId worker = 0; worker < tasks; ++worker) {
    const Nanos start = worker * kMs;
    run.open(worker, start, 2 * kMs);
    if (worker + 2 < tasks) run.memory(start + 3 * kMs, worker, 34 * kMib, 2 * kMib);
    if (worker == 4) {
      run.add({.time = tasks * kMs, .value = 9, .worker = worker, .kind = EventKind::WorkerDied});
      run.finish(tasks * kMs, worker, worker, Outcome::Failed);
    } else if (worker < 2) {
      run.run(start + 2 * kMs, worker, worker, static_cast<std::uint16_t>(worker));
    } else if (worker % 3 == 0) {
      run.away(start + 2 * kMs, worker, worker, 400 * kMs);
    } else {
      run.state(start + 2 * kMs, worker, worker, TaskState::Ready);
    }
    if (worker != 4) run.finish((tasks + 500 + worker) * kMs, worker, worker);
  }
  return run.at((tasks + 1) * kMs);
}

// One loop: 2 is served, 4 and 7 are ready, four are away.
inline ShopRun boardShop(unsigned tasks = 7) {
  ShopRunMaker run("event-loop", tasks, 1, WorkerKind::Loop);
  run.open(0, 0);
  for (TaskId task = 0; task < tasks; ++task) {
    run.run(task * 10'000, task, 0, 0);
    if (task == 1) continue;
    run.away(task * 10'000 + 9'000, task, 0, (300 + task * 37 % 300) * kMs);
    if (task % 3 == 0 && task > 0) run.state(190 * kMs + task * 1000, task, 0, TaskState::Ready, 30);
  }
  run.away(20'000, 1, 0, 190 * kMs).run(191 * kMs, 1, 0, 0, 20).scan(198 * kMs, 1, 0, 34);
  for (TaskId task = 0; task < tasks; ++task) run.finish((900 + task) * kMs, task, 0);
  return run.at(200 * kMs);
}

// Futures: tickets in every state, one with its result, the bell of its callback rung.
inline ShopRun ticketsShop(bool processes, unsigned tasks = 6) {
  ShopRunMaker run(processes ? "futures-processes" : "futures-threads", tasks, 2,
                   processes ? WorkerKind::Process : WorkerKind::Thread);
  run.open(0, kMs);
  for (TaskId task = 0; task < tasks; ++task) run.ticket(task * 1000, task, FutureState::Pending);
  run.ticket(kMs, 0, FutureState::Running).run(kMs, 0, 0, 0);
  run.ticket(kMs, 1, FutureState::Running).state(kMs, 1, 1, processes ? TaskState::Running : TaskState::Lock, 0, 1);
  run.finish(9 * kMs, 0, 0).ticket(9 * kMs, 0, FutureState::Done, 42);
  run.add({.time = 9 * kMs + 1000, .value = packThread(4127, 4128), .task = 0, .kind = EventKind::Callback});
  run.run(9 * kMs, 1, 1, 1).finish(14 * kMs, 1, 1, Outcome::Failed).ticket(14 * kMs, 1, FutureState::Failed);
  run.ticket(10 * kMs, 2, FutureState::Running).state(10 * kMs, 2, 0, TaskState::Lock);
  run.run(14 * kMs, 2, 0, 0).scan(16 * kMs, 2, 0, 9);
  run.ticket(15 * kMs, 3, FutureState::Running).away(15 * kMs, 3, 1, 60 * kMs);
  run.ticket(12 * kMs, tasks - 1, FutureState::Cancelled).finish(12 * kMs, tasks - 1, kNoWorker, Outcome::Cancelled);
  for (TaskId task = 2; task + 1 < tasks; ++task) run.finish((90 + task) * kMs, task, task % 2);
  return run.at(17 * kMs);
}

// Two threads without a lock correct one stock sheet.
inline ShopRun raceShop() {
  ShopRunMaker run("threads", 2, 2);
  run.open(0, kMs);
  run.run(kMs, 0, 0, 0).scan(9 * kMs, 0, 0, 40).run(kMs, 1, 1, 1).scan(9 * kMs, 1, 1, 38);
  run.count(8 * kMs, 0, 0, 180, 200).count(9 * kMs, 1, 1, 371, 200);
  run.finish(20 * kMs, 0, 0).finish(21 * kMs, 1, 1);
  return run.at(10 * kMs);
}

// Another tool's trace: nobody knows how that shop was run.
inline ShopRun unknownShop() {
  ShopRunMaker run("", 4, 2, WorkerKind::Thread, 0);
  run.info.source = CoreTimeSource::Foreign;
  run.run(kMs, 0, 0, kNoCore).finish(8 * kMs, 0, 0).run(9 * kMs, 1, 0, kNoCore).run(2 * kMs, 2, 1, kNoCore);
  for (TaskId task = 1; task < 3; ++task) run.finish(30 * kMs, task, task - 1);
  return run.at(12 * kMs);
}

// So many that nobody counts them by eye: away, at the till, gone, waiting.
inline ShopRun crowdShop(const std::string& executor, unsigned tasks) {
  const bool loop = executor == "event-loop", pool = executor == "thread-pool-gil" || executor == "process-pool";
  const bool processes = executor == "process-per-task" || executor == "process-pool";
  const unsigned workers = loop ? 1 : pool ? 8 : tasks;
  ShopRunMaker run(executor, tasks, workers,
                   loop        ? WorkerKind::Loop
                   : processes ? WorkerKind::Process
                               : WorkerKind::Thread,
                   20);
  run.open(0, kMs);
  for (TaskId task = 0; task < tasks; ++task) {
    const WorkerId worker = task % workers;
    if (pool && task >= workers) {
      run.run((1000 + task) * kMs, task, worker, 0).finish((1001 + task) * kMs, task, worker);
      continue;
    }
    const Nanos start = kMs + task * 10'000;
    run.away(start, task, worker, 500 * kMs);
    if (task % 10 == 1) run.run(60 * kMs, task, worker, task % 2).finish(61 * kMs, task, worker);
    if (task % 10 == 2) run.state(62 * kMs, task, worker, run.info.has_gil ? TaskState::Lock : TaskState::Ready);
    if (task == 5) run.run(63 * kMs, task, worker, 0, 4);
    if (task % 10 != 1) run.finish(900 * kMs, task, worker);
  }
  return run.at(100 * kMs);
}

}  // namespace threadmart::testing_support
