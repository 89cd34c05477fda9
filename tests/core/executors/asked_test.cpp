// What a run says ahead of what will happen and after it: for how long a task is asked to stay away, and what came of
// it.
#include <algorithm>
#include <gmock/gmock.h>

#include "core/run/run.h"

namespace threadmart {
namespace {

// Everything that waits: a sleep of 4 ms, one that blocks a loop of 6, a page that takes 8 and an upload that takes 10,
// all twice as long as that; and parcels, which take as long as they take.
constexpr const char* kTasks =
    R"({"title": "Test", "description": "Test", "tasks": [{"name": "customer", "count": 2, "steps": [
    {"step": "scan", "items": 1}, {"step": "sleep", "ms": 4}, {"step": "sleep", "ms": 6, "blocks_loop": true},
    {"step": "fetch", "url": "/", "delay_ms": 8}, {"step": "upload", "bytes": 2000, "delay_ms": 10},
    {"step": "send", "bytes": 100}, {"step": "scan", "items": 1}]}]})";
constexpr Nanos kMs = 1'000'000;

std::vector<Event> runWith(const std::string& executor) {
  Status nobody;
  const CancelToken never;
  const RunResult result =
      run(Scenario::parse(kTasks, "test.json"), {.executor = executor, .workers = 2, .pace = 2.0}, nobody, never);
  EXPECT_EQ(result.outcome, Outcome::Done) << result.error;
  std::vector<Event> events;
  const Snapshot snapshot = result.recording->snapshot();
  for (const auto span : snapshot.spans()) events.insert(events.end(), span.begin(), span.end());
  return events;
}

std::vector<Event> statesOf(const std::vector<Event>& events, TaskId task, TaskState state) {
  std::vector<Event> found;
  std::copy_if(events.begin(), events.end(), std::back_inserter(found), [&](const Event& event) {
    return event.kind == EventKind::TaskState && event.task == task && event.detail == static_cast<std::uint8_t>(state);
  });
  return found;
}

class Asked : public testing::TestWithParam<std::string> {};

TEST_P(Asked, EveryWaitSaysHowLongItWillTakeIfThatIsKnown) {
  const std::vector<Event> events = runWith(GetParam());
  for (TaskId task = 0; task < 2; ++task) {
    std::vector<Nanos> asked;
    for (const Event& away : statesOf(events, task, TaskState::Io)) {
      if (away.value > 0) asked.push_back(static_cast<Nanos>(away.value));
    }
    ASSERT_GE(asked.size(), 4U) << "task " << task;
    EXPECT_EQ(asked[0], 8 * kMs);
    EXPECT_EQ(asked[1], 12 * kMs);
    EXPECT_EQ(asked[2], 16 * kMs);
    EXPECT_THAT(asked, testing::Contains(20 * kMs));
    if (GetParam() != "event-loop") {
      EXPECT_EQ(asked.size(), 4U);  // the loop may wait for the rest of an answer too
    }
    for (const TaskState other : {TaskState::Running, TaskState::Lock, TaskState::Ready}) {
      for (const Event& event : statesOf(events, task, other)) EXPECT_EQ(event.value, 0U);
    }
  }
}

std::string nameOf(const testing::TestParamInfo<std::string>& test) {
  std::string name = test.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::vector<std::string> allExecutors() {
  std::vector<std::string> names;
  for (const ExecutorDescription& executor : executors()) names.push_back(executor.name);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Executors, Asked, testing::ValuesIn(allExecutors()), nameOf);

std::vector<std::uint64_t> ticketResults(const std::string& executor) {
  std::vector<std::uint64_t> results(2);
  for (const Event& event : runWith(executor)) {
    const bool done = event.detail == static_cast<std::uint8_t>(FutureState::Done);
    if (event.kind == EventKind::FutureState && done) results.at(event.task) = event.value;
  }
  return results;
}

TEST(TicketResults, AreTheSameFromThreadsAndFromProcesses) {
  const std::vector<std::uint64_t> of_threads = ticketResults("futures-threads");
  EXPECT_EQ(of_threads, ticketResults("futures-processes"));
  EXPECT_NE(of_threads[0], 0U);
  EXPECT_NE(of_threads[0], of_threads[1]) << "each task scans a chain of its own";
}

}  // namespace
}  // namespace threadmart
