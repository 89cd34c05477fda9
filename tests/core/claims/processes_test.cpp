// A second till: processes on other cores (claims 9, 10, 21, 23 and 24).
#include <cstdio>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <unistd.h>

#include "core/projections/load.h"
#include "experiment.h"

namespace threadmart::claims {
namespace {

const How kTwoTills{.executor = "process-pool", .parameters = {{"tasks", 6}, {"items", 40}}, .workers = 2};

TEST(Claim09, CustomersServedByOneAreServedByTwo) {
  const auto seen = [](const Experiment& shop) {
    const Lanes lanes = makeLanes(shop.slices, shop.info, LaneBy::Worker);
    std::set<TaskId> served;
    std::size_t tills = 0;
    for (const Lane& lane : lanes.lanes) {
      std::set<TaskId> here;
      for (const Slice& slice : lane.slices) {
        if (slice.state == TaskState::Running) here.insert(slice.task);
      }
      tills += here.empty() ? 0 : 1;
      for (const TaskId task : here) EXPECT_TRUE(served.insert(task).second) << "served at two tills: " << task;
    }
    EXPECT_EQ(served.size(), 6u);
    return tills == 2;
  };
  EXPECT_TRUE(seenInTime(fromCatalogue("second-till"), kTwoTills, seen));
}

TEST(Claim10, TwoProcessesRunAtTheSameTimeOnDifferentCores) {
  if (coresHere() < 2) GTEST_SKIP() << kOneCore;
  const auto seen = [](const Experiment& shop) {
    EXPECT_LE(shop.numbers.peak_running, 2u);
    return ranOnTwoCoresAtOnce(shop);
  };
  EXPECT_TRUE(seenInTime(fromCatalogue("second-till"), kTwoTills, seen));
}

TEST(Claim21, ProcessesGetRoundTheGil) {
  if (coresHere() < 2) GTEST_SKIP() << kOneCore;
  const Scenario power = fromCatalogue("power");
  const std::map<std::string, double> numbers{{"tasks", 8}, {"to", 7000}};
  const Experiment line = perform(power, {.executor = "sequential", .parameters = numbers});
  ASSERT_FALSE(line.info.results_digest.empty());
  const auto seen = [&](const Experiment& pool) {
    EXPECT_EQ(pool.info.results_digest, line.info.results_digest);
    return ranOnTwoCoresAtOnce(pool);
  };
  EXPECT_TRUE(seenInTime(power, {.executor = "process-pool", .parameters = numbers, .workers = 2}, seen));
}

TEST(Claim23, APoolMakesAsManyProcessesAsCoresAndTopShowsOneMore) {
  const Experiment pool = perform("power", {.executor = "process-pool", .parameters = {{"to", 50}}});
  EXPECT_EQ(pool.info.workers, coresHere());
  const std::vector<Event> started = eventsOf(pool, EventKind::RunStarted);
  ASSERT_EQ(started.size(), 1u);
  EXPECT_EQ(pidOf(started[0].value), static_cast<std::uint32_t>(getpid()));
  std::set<std::uint32_t> top{pidOf(started[0].value)};
  for (const std::uint32_t pid : workerPids(pool)) top.insert(pid);
  EXPECT_EQ(top.size(), coresHere() + 1u) << "real pids, all different";
}

TEST(Claim23, TheTableOfProcessesKnowsTheirMemoryAndCpu) {
  const Experiment pool = perform("gil-cpu", {.executor = "process-pool", .parameters = {{"items", 200}}});
  const std::vector<ProcessSeries> table = processUse(pool.result.recording->snapshot());
  ASSERT_EQ(table.size(), coresHere() + 1u) << "the workers and their parent";
  EXPECT_EQ(table.back().worker, kSubmitter);
  double most = 0;
  for (const ProcessSeries& process : table) {
    ASSERT_FALSE(process.samples.empty());
    for (const auto& sample : process.samples) {
      EXPECT_GT(sample.resident_bytes, 0u);
      EXPECT_LE(sample.shared_bytes, sample.resident_bytes);
      if (process.worker != kSubmitter) most = std::max(most, sample.cores);
    }
  }
  EXPECT_GT(most, 0.0) << "a worker that scans uses CPU";
}

// What Python prints, or nothing if there is no python3.
std::string fromPython(const char* program) {
  const std::string command = std::string("python3 -c '") + program + "' 2>/dev/null";
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  std::string text;
  for (int character = std::fgetc(pipe); character != EOF; character = std::fgetc(pipe))
    text += static_cast<char>(character);
  pclose(pipe);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

TEST(Claim24, TheNumbersAreThoseOfPython) {
  // hashlib.sha256 over f"{n ** n:x}\n" for n in range(301), computed with Python.
  const std::string digest = "e764b48c414e687687dcdd6f6250b808cdb0f2b251d9039f9eeb47645d6e5e7b";
  const std::map<std::string, double> numbers{{"tasks", 7}, {"to", 300}};
  for (const char* executor : {"sequential", "process-pool"})
    EXPECT_EQ(perform("power", {.executor = executor, .parameters = numbers}).info.results_digest, digest) << executor;

  const std::string python = fromPython(
      "import hashlib\n"
      "h = hashlib.sha256()\n"
      "for n in range(301): h.update(f\"{n ** n:x}\\n\".encode())\n"
      "print(h.hexdigest())");
  if (!python.empty()) {
    EXPECT_EQ(python, digest);
  }
}

}  // namespace
}  // namespace threadmart::claims
