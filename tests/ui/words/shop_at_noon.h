// A shop with one of everything, for tests of what is said about it.
#pragma once

#include "core/projections/shop.h"

namespace threadmart::testing_support {

inline constexpr Nanos kMilli = 1'000'000;

inline RunInfo noonInfo() {
  RunInfo info;
  info.has_gil = true;
  for (int task = 1; task <= 6; ++task) info.tasks.push_back({"customer " + std::to_string(task), 60});
  info.workers_info = {{"Thread-1", WorkerKind::Thread}, {"Thread-2", WorkerKind::Thread}};
  return info;
}

inline ShopCustomer customerIn(TaskState state, TaskId task) {
  ShopCustomer customer;
  customer.task = task;
  customer.state = state;
  customer.submitted = true;
  customer.since = 100 * kMilli;
  if (state != TaskState::Queued) customer.worker = task % 2;
  return customer;
}

// At 112.4 ms: customer 1 in each of the states, in their order; core 1 idle.
inline ShopState noon() {
  ShopState state;
  state.time = 112'400'000;
  for (TaskId task = 0; task < kTaskStates; ++task)
    state.customers.push_back(customerIn(static_cast<TaskState>(task), task));
  state.customers[1].core = 0;
  state.customers[1].items = 60;
  state.customers[1].scanned = 5;
  state.customers[2].wait = 500 * kMilli;
  state.tills.resize(2);
  for (WorkerId worker = 0; worker < 2; ++worker) {
    state.tills[worker].worker = worker;
    state.tills[worker].state = TillState::Open;
    state.tills[worker].pid = 4127;
    state.tills[worker].tid = 4130 + worker;
  }
  state.tills[1].served = state.tills[1].carried = 1;
  state.tills[1].use = ProcessUseNow{12 * 1024 * 1024, 8 * 1024 * 1024, 0.98, true};
  state.assistants = {{0, 1, 1, 0.0}, {1, kNoTask, kNoWorker, 0.0}};
  state.scanner = ShopScanner{1, 1, 100 * kMilli, 1, 3'200'000, 47};
  state.tickets = {{2, FutureState::Running, 100 * kMilli, false, std::nullopt},
                   {5, FutureState::Done, 90 * kMilli, true, 42}};
  return state;
}

}  // namespace threadmart::testing_support
