// Recordings to write as traces: one with everything in its info, and events of every kind, at random from a seed.
#pragma once

#include <algorithm>
#include <memory>
#include <random>
#include <vector>

#include "core/recording/recording.h"

namespace threadmart {

inline RunInfo fullInfo() {
  RunInfo info;
  info.scenario = "gil-mixed";
  info.title = "Zwölf Kunden, \"eine\" Kasse \\ one\ttill\n";
  info.scenario_json = R"({"title": "x", "tasks": [{"name": "a"}]})";
  info.executor = "threads-gil";
  info.workers = 5;
  info.run_cores = 2;
  info.core_ids = {1, 3};
  info.pace = 0.1;
  info.switch_interval_ms = 1.0 / 3.0;
  info.has_gil = true;
  info.parameters = {{"tasks", 12}, {"delay", 0.25}};
  info.machine = {4, "A CPU @ 2.00GHz", "6.1.0", "Debian GNU/Linux 12"};
  info.clock = "tsc";
  info.server_url = "http://127.0.0.1:40123";
  info.started_at = "2024-05-01T12:00:00Z";
  info.origin_ns = 9'007'199'254'740'993;  // not a double
  info.source = CoreTimeSource::SchedulerSwitches;
  for (int i = 1; i <= 6; ++i) info.tasks.push_back({"customer " + std::to_string(i), static_cast<std::uint32_t>(i)});
  info.workers_info = {
      {"MainThread", WorkerKind::Loop}, {"Thread-1", WorkerKind::Thread}, {"SpawnPoolWorker-1", WorkerKind::Process}};
  info.finished = true;
  info.lost = 0;
  info.error = "worker 2 was killed (signal 9)";
  info.results_digest = "abc123";
  info.counter = CounterResult{~0ull, 17};
  info.uploads = UploadResult{3, 4, 5, 6, true};
  return info;
}

inline std::uint32_t oneOf(std::mt19937& random, std::initializer_list<std::uint32_t> values) {
  return *(values.begin() + random() % values.size());
}

inline Event randomEvent(std::mt19937& random, Nanos time) {
  Event event;
  event.time = time;
  event.kind = static_cast<EventKind>(random() % kEventKinds);
  event.task = oneOf(random, {0, 1, 2, 3, 4, 5, 6, 9, kNoTask});
  event.worker = oneOf(random, {0, 1, 2, 3, kNoWorker, kSubmitter});
  event.core = static_cast<std::uint16_t>(oneOf(random, {0, 1, 63, kNoCore}));
  event.count = oneOf(random, {0, 1, 2, 0xFFFFFFFF});
  event.detail = static_cast<std::uint8_t>(oneOf(random, {0, 0, 1, 1, 2, 3, 4, 5, 6, 255}));
  const std::uint64_t values[] = {
      0, 1, packThread(4000, 4001), packThread(4000, 4002), packThread(5000, 5000), 9'007'199'254'740'993, ~0ull};
  event.value = values[random() % std::size(values)];
  return event;
}

inline std::unique_ptr<Recording> randomRecording(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<Event> events;
  Nanos time = -5;  // stamped just before the run's start
  for (std::size_t i = 0; i < count; ++i) {
    time += oneOf(random, {0, 0, 1, 999, 1000, 1'000'001});
    events.push_back(randomEvent(random, time));
  }
  auto recording = std::make_unique<Recording>(fullInfo());
  recording->append(events);
  return recording;
}

inline std::vector<Event> eventsOf(const Recording& recording) {
  std::vector<Event> events;
  const Snapshot snapshot = recording.snapshot();
  for (std::span<const Event> part : snapshot.spans()) events.insert(events.end(), part.begin(), part.end());
  return events;
}

}  // namespace threadmart
