// A recording with every kind of hand-over, made by hand: the scanner (asked for and not), parcels there and back,
// futures whose callbacks run.
#pragma once

#include "tests/support/hand_made_run.h"

namespace threadmart::testing_support {

inline std::shared_ptr<const Recording> handOvers() {
  HandMadeRun run("hand-overs", "futures-threads", 4, 4);
  run.info.has_gil = true;
  const auto scannerTo = [&](Nanos at, WorkerId from, WorkerId to, bool asked) {
    run.add({.time = at,
             .value = from,
             .task = to,
             .worker = to,
             .kind = EventKind::GilHandedOver,
             .detail = static_cast<std::uint8_t>(asked)});
  };
  const auto parcel = [&](Nanos sent, Nanos received, TaskId task, ParcelLeg leg) {
    Event event{.time = sent, .value = 64 * 1024, .task = task, .worker = task, .count = static_cast<unsigned>(leg)};
    event.detail = static_cast<std::uint8_t>(leg);
    event.kind = EventKind::ParcelSent;
    run.add(event);
    event.time = received;
    event.kind = EventKind::ParcelReceived;
    run.add(event);
  };
  run.state(10 * kMs, 0, 0, TaskState::Running, 0, 0).state(10 * kMs, 1, 1, TaskState::Lock);
  run.state(10 * kMs, 2, 2, TaskState::Lock);
  run.state(60 * kMs, 0, 0, TaskState::Lock, 5);
  scannerTo(61 * kMs, 0, 1, true);
  run.state(61 * kMs, 1, 1, TaskState::Running, 0, 1);
  run.state(110 * kMs, 1, 1, TaskState::Io, 5);
  scannerTo(116 * kMs, 1, 2, false);
  run.state(116 * kMs, 2, 2, TaskState::Running, 0, 0);
  run.state(160 * kMs, 2, 2, TaskState::Lock, 5);
  scannerTo(161 * kMs, 2, 0, true);
  run.state(161 * kMs, 0, 0, TaskState::Running, 5, 1).finish(200 * kMs, 0, 0);
  scannerTo(201 * kMs, 0, 2, false);
  run.state(201 * kMs, 2, 2, TaskState::Running, 5, 0).finish(240 * kMs, 2, 2);
  parcel(20 * kMs, 50 * kMs, 3, ParcelLeg::TaskOut);
  run.state(50 * kMs, 3, 3, TaskState::Running, 0, 1).finish(130 * kMs, 3, 3);
  parcel(130 * kMs, 170 * kMs, 3, ParcelLeg::ResultBack);
  run.state(242 * kMs, 1, 1, TaskState::Running, 5, 1).finish(290 * kMs, 1, 1);
  for (const TaskId task : {0u, 1u}) {
    const Nanos end = task == 0 ? 200 * kMs : 290 * kMs;
    run.add({.time = end,
             .task = task,
             .worker = task,
             .kind = EventKind::FutureState,
             .detail = static_cast<std::uint8_t>(FutureState::Done)});
    run.add({.time = end + 1 * kMs, .task = task, .worker = task == 0 ? 3 : kSubmitter, .kind = EventKind::Callback});
  }
  return run.recording();
}

}  // namespace threadmart::testing_support
