#include "core/run/report.h"

#include <gtest/gtest.h>

#include "core/run/run_log.h"

namespace threadmart {
namespace {

constexpr Nanos kMs = 1'000'000;

Event at(Nanos ms, EventKind kind, TaskId task = kNoTask, WorkerId worker = kNoWorker, std::uint8_t detail = 0) {
  Event event;
  event.time = ms * kMs;
  event.kind = kind;
  event.task = task;
  event.worker = worker;
  event.detail = detail;
  if (kind == EventKind::TaskState && detail == static_cast<std::uint8_t>(TaskState::Running)) event.core = 0;
  return event;
}

Event state(Nanos ms, TaskId task, WorkerId worker, TaskState to) {
  return at(ms, EventKind::TaskState, task, worker, static_cast<std::uint8_t>(to));
}

RunInfo twoThreads() {
  RunInfo info;
  info.scenario = "avocado";
  info.executor = "threads-gil";
  info.workers = 2;
  info.run_cores = 1;
  info.has_gil = true;
  info.source = CoreTimeSource::SchedulerSwitches;
  info.parameters = {{"wait", 500}};
  info.tasks = {{"customer 1", 3}, {"customer 2", 0}};
  info.workers_info = {{"Thread-1", WorkerKind::Thread}, {"Thread-2", WorkerKind::Thread}};
  info.finished = true;
  return info;
}

// Customer 1 scans 100 ms and goes away for 300; customer 2 meanwhile waits for the GIL for 100 ms, then scans 100 and
// fails.
std::vector<Event> avocado() {
  const auto done = static_cast<std::uint8_t>(Outcome::Done), failed = static_cast<std::uint8_t>(Outcome::Failed);
  return {at(0, EventKind::RunStarted),
          at(0, EventKind::TaskSubmitted, 0),
          at(0, EventKind::TaskSubmitted, 1),
          state(0, 0, 0, TaskState::Running),
          state(0, 1, 1, TaskState::Lock),
          state(100, 0, 0, TaskState::Io),
          state(100, 1, 1, TaskState::Running),
          at(200, EventKind::TaskFinished, 1, 1, failed),
          at(400, EventKind::TaskFinished, 0, 0, done),
          at(410, EventKind::RunFinished, kNoTask, kNoWorker, failed)};
}

std::shared_ptr<Recording> record(const RunInfo& info, const std::vector<Event>& events) {
  auto recording = std::make_shared<Recording>(info);
  recording->append(events);
  return recording;
}

TEST(RunJson, HoldsWhatScriptsRelyOn) {
  const Json json = runJson(*record(twoThreads(), avocado()));
  EXPECT_EQ(json["scenario"], "avocado");
  EXPECT_EQ(json["executor"], "threads-gil");
  EXPECT_EQ(json["workers"], 2);
  EXPECT_EQ(json["tasks"], 2);
  EXPECT_DOUBLE_EQ(json["makespan_s"].get<double>(), 0.4);
  EXPECT_DOUBLE_EQ(json["cpu_s"].get<double>(), 0.2);
  EXPECT_DOUBLE_EQ(json["sum_of_parts_s"].get<double>(), 0.5);
  EXPECT_DOUBLE_EQ(json["speedup"].get<double>(), 1.25);
  EXPECT_DOUBLE_EQ(json["cores_used"].get<double>(), 0.5);
  EXPECT_EQ(json["switches"], 1);
  EXPECT_EQ(json["events"], 10);
  EXPECT_EQ(json["lost"], 0);
  EXPECT_EQ(json["failed"], 1);
  EXPECT_EQ(json["source"], "scheduler-switches");
  EXPECT_EQ(json["results_digest"], "");
  EXPECT_EQ(json["outcome"], "failed");
  EXPECT_EQ(json["cores"], 1);
  EXPECT_EQ(json["bell_ms"], 5.0);
  EXPECT_EQ(json["parameters"], Json({{"wait", 500.0}}));
  EXPECT_TRUE(json["counter"].is_null());
  EXPECT_TRUE(json["uploads"].is_null());
}

TEST(RunJson, TellsEachTask) {
  const Json tasks = runJson(*record(twoThreads(), avocado()))["per_task"];
  EXPECT_EQ(tasks.dump(),
            R"([{"task":0,"name":"customer 1","worker":0,"start_s":0.0,"end_s":0.4,"running_s":0.1,"io_s":0.3,)"
            R"("lock_s":0.0,"ready_s":0.0,"outcome":"done"},)"
            R"({"task":1,"name":"customer 2","worker":1,"start_s":0.0,"end_s":0.2,"running_s":0.1,"io_s":0.0,)"
            R"("lock_s":0.1,"ready_s":0.0,"outcome":"failed"}])");
}

TEST(RunJson, KeepsItsFieldsWhenNothingRan) {
  RunInfo info = twoThreads();
  info.error = "no worker could be started";
  const Json json = runJson(*record(info, {at(0, EventKind::RunStarted)}));
  EXPECT_EQ(json["error"], "no worker could be started");
  EXPECT_EQ(json["outcome"], "failed");
  ASSERT_EQ(json["per_task"].size(), 2u);
  EXPECT_TRUE(json["per_task"][0]["worker"].is_null());
  EXPECT_TRUE(json["per_task"][0]["outcome"].is_null());
}

TEST(RunJson, CarriesTheProofs) {
  RunInfo info = twoThreads();
  info.counter = CounterResult{2000, 1703};
  info.uploads = UploadResult{2, 20, 3, 30, false};
  info.results_digest = "abc";
  const Json json = runJson(*record(info, avocado()));
  EXPECT_EQ(json["counter"].dump(), R"({"expected":2000,"actual":1703})");
  EXPECT_EQ(json["uploads"].dump(),
            R"({"files":2,"bytes":20,"expected_files":3,"expected_bytes":30,"digests_equal":false})");
  EXPECT_EQ(json["results_digest"], "abc");
}

TEST(Summary, SaysItInAFewLines) {
  RunInfo info = twoThreads();
  info.pace = 2;
  info.counter = CounterResult{2000, 1999};
  EXPECT_EQ(
      runSummary(*record(info, avocado())),
      "avocado       threads-gil, 2 tasks, 2 workers, 1 core\n"
      "finished in   400.0 ms\n"
      "speed-up      1.25 × against 500.0 ms one after another\n"
      "cores used    0.50 of 1\n"
      "switches      1\n"
      "all tasks     200.0 ms on a core, 300.0 ms away (I/O), 100.0 ms waiting for a lock, 0 s ready without a core\n"
      "core time by  the kernel's scheduler switches: exact\n"
      "pace          2.0 × slower than real\n"
      "counter       says 1999, should say 2000: 1 update lost\n"
      "failed        1 task\n");
}

TEST(Compare, PutsRunsUnderOneAnother) {
  RunInfo sequential = twoThreads();
  sequential.executor = "sequential";
  const std::vector<std::shared_ptr<const Recording>> runs = {record(twoThreads(), avocado()),
                                                              record(sequential, avocado())};
  EXPECT_EQ(compareTable(runs),
            "executor           finished in  speed-up  cores used  switches  failed\n"
            "threads-gil            0.400 s      1.25        0.50         1       1\n"
            "sequential             0.400 s      1.25        0.50         1       1\n");
  const Json json = compareJson(runs);
  EXPECT_EQ(json["scenario"], "avocado");
  ASSERT_EQ(json["runs"].size(), 2u);
  EXPECT_EQ(json["runs"][1]["executor"], "sequential");
}

TEST(TimeText, TakesTheUnitThatFits) {
  EXPECT_EQ(timeText(0), "0 s");
  EXPECT_EQ(timeText(850'000), "850 µs");
  EXPECT_EQ(timeText(12'340'000), "12.3 ms");
  EXPECT_EQ(timeText(3'014'000'000), "3.01 s");
}

TEST(RunLogText, TellsWhatHappenedSinceTheLastCall) {
  const std::vector<Event> events = avocado();
  Recording recording(twoThreads());
  RunLog log;
  EXPECT_EQ(log.next(recording), "");
  recording.append(std::span(events).first(4));
  EXPECT_EQ(log.next(recording), "Thread-1 starting\n");
  EXPECT_EQ(log.next(recording), "");
  recording.append(std::span(events).subspan(4));
  EXPECT_EQ(log.next(recording), "Thread-2 starting\nThread-2 failed\nThread-1 exiting\n");
}

TEST(RunLogText, TellsALateEventOnce) {
  const std::vector<Event> events = avocado();
  Recording recording(twoThreads());
  RunLog log;
  recording.append(std::span(events).first(4));
  EXPECT_EQ(log.next(recording), "Thread-1 starting\n");
  recording.append(std::span(events).subspan(5));
  EXPECT_EQ(log.next(recording), "Thread-2 starting\nThread-2 failed\nThread-1 exiting\n");
  recording.insertLate(events[4]);
  EXPECT_EQ(log.next(recording), "");
}

TEST(RunLogText, SaysNothingOfTasksThatNeverStarted) {
  RunLog log;
  const auto cancelled = static_cast<std::uint8_t>(Outcome::Cancelled);
  EXPECT_EQ(
      log.next(*record(twoThreads(), {at(0, EventKind::TaskSubmitted, 0), state(0, 0, kNoWorker, TaskState::Queued),
                                      at(5, EventKind::TaskFinished, 0, kNoWorker, cancelled)})),
      "");
}

TEST(RunLogText, NamesThePagesThatATaskOpens) {
  RunInfo info = twoThreads();
  info.parameters.clear();
  info.server_url = "http://127.0.0.1:4711";
  info.scenario_json = R"({"title": "Pages", "description": "Three pages", "tasks": [
    {"name": "two", "steps": [{"step": "fetch", "url": "/threading"}, {"step": "fetch", "url": "https://example.org/one-line"}]},
    {"name": "one", "steps": [{"step": "fetch", "url": "/stack"}]}]})";
  RunLog log;
  const std::vector<Event> events = avocado();
  EXPECT_EQ(log.next(*record(info, {events.begin(), events.begin() + 5})),
            "Thread-1 starting\nOpening http://127.0.0.1:4711/threading\nOpening "
            "https://example.org/one-line\nThread-2 starting\nOpening http://127.0.0.1:4711/stack\n");
}

}  // namespace
}  // namespace threadmart
