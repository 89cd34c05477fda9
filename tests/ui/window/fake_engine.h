// An engine that does what a test tells it, in the place of core/run.
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "app/window/run_controller.h"

namespace threadmart {

inline Event taskEvent(Nanos time, TaskState state) {
  Event event;
  event.time = time;
  event.task = 0;
  event.worker = 0;
  event.kind = EventKind::TaskState;
  event.detail = static_cast<std::uint8_t>(state);
  event.core = 0;
  return event;
}

inline std::shared_ptr<Recording> fakeRecording() {
  RunInfo info;
  info.scenario = "fake";
  info.title = "A fake run";
  info.executor = "sequential";
  info.tasks = {{"customer 1", 1}};
  info.workers_info = {{"MainThread", WorkerKind::Thread}};
  info.machine.cores = 2;
  info.run_cores = 2;
  auto recording = std::make_shared<Recording>(info);
  Event start;
  start.kind = EventKind::RunStarted;
  recording->append(std::vector<Event>{start, taskEvent(1'000, TaskState::Running)});
  return recording;
}

inline void finishRecording(Recording& recording, Outcome outcome, Nanos end = 2'000'000) {
  Event finished = taskEvent(end, TaskState::Done);
  finished.kind = EventKind::TaskFinished;
  finished.detail = static_cast<std::uint8_t>(outcome);
  recording.append(std::vector<Event>{finished});
  RunInfo info = recording.info();
  info.finished = true;
  recording.setInfo(info);
}

// Runs to its end at once.
inline RunController::Engine quickEngine() {
  return [](const Scenario&, const RunOptions&, Status& status, const CancelToken&) {
    auto recording = fakeRecording();
    status.started(recording);
    finishRecording(*recording, Outcome::Done);
    status.progress(1, 1);
    return RunResult{recording, Outcome::Done, {}, 2'000'000};
  };
}

// Runs until it is cancelled. `left` counts the runs that came to their end.
inline RunController::Engine endlessEngine(std::atomic<int>& left) {
  return [&left](const Scenario&, const RunOptions&, Status& status, const CancelToken& cancel) {
    auto recording = fakeRecording();
    status.started(recording);
    status.progress(1, 2);
    while (cancel.sleep(1'000'000'000)) {
    }
    finishRecording(*recording, Outcome::Cancelled);
    ++left;
    return RunResult{recording, Outcome::Cancelled, {}, 2'000'000};
  };
}

inline Scenario oneTask() {
  return Scenario::parse(
      R"({"title": "One task", "tasks": [{"name": "customer", "steps": [{"step": "scan", "items": 1}]}]})", "one.json");
}

}  // namespace threadmart
