#include "core/run/settle.h"

#include <gtest/gtest.h>

namespace threadmart {
namespace {

const char* const kScenario = R"({"title": "T", "description": "D",
  "parameters": {"tasks": {"label": "Customers", "default": 4, "min": 1, "max": 50},
                 "bell": {"label": "Bell", "default": 5, "min": 0.5, "max": 100, "unit": "ms", "integer": false}},
  "defaults": {"executor": "thread-pool-gil", "workers": 3, "switch_interval_ms": "$bell"},
  "tasks": [{"name": "customer", "count": "$tasks", "steps": [{"step": "scan", "items": 2}]}]})";

Machine machineWith(unsigned cores) {
  Machine machine;
  for (unsigned core = 0; core < cores; ++core) machine.allowed_cores.push_back(core);
  machine.cores = cores;
  return machine;
}

SettledRun settled(const RunOptions& options, unsigned cores = 4) {
  return settle(Scenario::parse(kScenario, "t.json"), options, machineWith(cores));
}

std::string refusal(const RunOptions& options, const char* scenario = kScenario) {
  try {
    settle(Scenario::parse(scenario, "t.json"), options, machineWith(4));
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

TEST(Settle, TakesTheScenariosDefaults) {
  const SettledRun run = settled({});
  EXPECT_EQ(run.executor->description.name, "thread-pool-gil");
  EXPECT_EQ(run.workers, 3U);
  EXPECT_EQ(run.pace, 1.0);
  EXPECT_EQ(run.switch_interval_ms, 5.0);
  EXPECT_FALSE(run.pinned);
  EXPECT_FALSE(run.needs_server);
}

TEST(Settle, PoolsHaveAsManyWorkersAsCores) {
  for (const char* pool : {"thread-pool", "process-pool", "futures-processes"}) {
    EXPECT_EQ(settled({.executor = pool}).workers, 4U) << pool;
    EXPECT_EQ(settled({.executor = pool, .cores = 1}).workers, 1U) << pool;
  }
}

TEST(Settle, ThreadFuturesHaveAsManyWorkersAsPythons) {
  EXPECT_EQ(defaultWorkers("futures-threads", 2, 100), 6U);
  EXPECT_EQ(defaultWorkers("futures-threads", 64, 100), 32U);
}

TEST(Settle, OneWorkerATaskOrOneForAllIsNotForChoosing) {
  EXPECT_EQ(settled({.executor = "threads", .workers = 2}).workers, 4U);
  EXPECT_EQ(settled({.executor = "process-per-task"}).workers, 4U);
  EXPECT_EQ(settled({.executor = "event-loop", .workers = 8}).workers, 1U);
}

TEST(Settle, PaceMakesTheBellLonger) {
  const SettledRun run = settled({.pace = 40});
  EXPECT_EQ(run.switch_interval_ms, 200.0);
  EXPECT_EQ(settled({.parameters = {{"bell", 10}}}).switch_interval_ms, 10.0);
  EXPECT_EQ(settled({.switch_interval_ms = 20, .parameters = {{"bell", 10}}}).switch_interval_ms, 20.0);
}

TEST(Settle, PinsToTheFirstCores) {
  const SettledRun run = settled({.cores = 2});
  EXPECT_EQ(run.cores, (std::vector<unsigned>{0, 1}));
  EXPECT_TRUE(run.pinned);
}

TEST(Settle, RefusesWhatCannotBeInOneLine) {
  EXPECT_NE(refusal({.executor = "magic"}).find("choose one of sequential, threads"), std::string::npos);
  EXPECT_NE(refusal({.cores = 5}).find("1 to 4"), std::string::npos);
  EXPECT_NE(refusal({.pace = 0}).find("pace"), std::string::npos);
  EXPECT_NE(refusal({.executor = "thread-pool", .workers = 0}).find("workers"), std::string::npos);
  EXPECT_NE(refusal({.parameters = {{"tasks", 51}}}).find("tasks"), std::string::npos);
  EXPECT_NE(refusal({.parameters = {{"nothing", 1}}}).find("nothing"), std::string::npos);
}

TEST(Settle, LeavingLoopbackNeedsPermission) {
  const char* const far = R"({"title": "T", "description": "D",
    "tasks": [{"name": "page", "steps": [{"step": "fetch", "url": "https://example.org/"}]}]})";
  const std::string why = refusal({}, far);
  EXPECT_NE(why.find("example.org"), std::string::npos) << why;
  EXPECT_NE(why.find("--allow-network"), std::string::npos) << why;
  EXPECT_EQ(refusal({.allow_network = true}, far), "");
}

TEST(Executors, AreTenAndEachHasItsWords) {
  EXPECT_EQ(executors().size(), 10U);
  for (const ExecutorDescription& executor : executors()) {
    EXPECT_FALSE(executor.shop.empty() || executor.computing.empty() || executor.python.empty()) << executor.name;
    EXPECT_EQ(findExecutor(executor.name)->name, executor.name);
  }
  EXPECT_EQ(findExecutor("none"), nullptr);
}

}  // namespace
}  // namespace threadmart
