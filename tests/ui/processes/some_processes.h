// States of the shop made by hand: a parent with worker processes, and one with threads.
#pragma once

#include "core/projections/shop.h"
#include "ui/processes/process_rows.h"

namespace threadmart::testing_support {

inline constexpr std::uint64_t kMB = 1024 * 1024;

inline RunInfo infoOf(unsigned workers, WorkerKind kind) {
  RunInfo info;
  info.executor = kind == WorkerKind::Process ? "process-pool" : "threads";
  for (unsigned i = 1; i <= workers; ++i)
    info.workers_info.push_back(
        {(kind == WorkerKind::Process ? "SpawnPoolWorker-" : "Thread-") + std::to_string(i), kind});
  return info;
}

inline ProcessUseNow use(double cores, std::uint64_t own_mb = 8, std::uint64_t shared_mb = 3, bool running = true) {
  return {(own_mb + shared_mb) * kMB, shared_mb * kMB, cores, running};
}

inline ShopState openTills(unsigned count) {
  ShopState shop;
  shop.parent_pid = 4120;
  shop.parent = use(0.04, 21, 14, false);
  for (WorkerId worker = 0; worker < count; ++worker) {
    ShopTill till;
    till.worker = worker;
    till.state = TillState::Open;
    till.pid = 4127 + worker;
    till.use = use(0.98 - 0.01 * worker);
    shop.tills.push_back(till);
  }
  return shop;
}

inline ShopCustomer customerIn(TaskState state, TaskId task) {
  ShopCustomer customer;
  customer.task = task;
  customer.state = state;
  return customer;
}

// One of each: serving, waiting, without a core, starting, killed, gone.
inline ShopState manyStates() {
  ShopState shop = openTills(6);
  shop.customers = {customerIn(TaskState::Running, 0), customerIn(TaskState::Io, 1), customerIn(TaskState::Ready, 2)};
  shop.tills[0].served = shop.tills[0].carried = 0;
  shop.tills[1].carried = 1;
  shop.tills[1].use = use(0.02);
  shop.tills[2].carried = 2;
  shop.tills[2].use = use(0.47);
  const TillState gone[] = {TillState::Opening, TillState::Died, TillState::Closed};
  for (std::size_t i = 0; i < 3; ++i) {
    shop.tills[3 + i].state = gone[i];
    shop.tills[3 + i].use.reset();
  }
  shop.tills[3].pid = 0;
  return shop;
}

}  // namespace threadmart::testing_support
