#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/core/scenario/scenario_support.h"

namespace threadmart {
namespace {

constexpr const char* kEverything = R"({
  "$schema": "scenario.schema.json",
  "title": "Everything", "description": "All there is.", "question": "Why?", "seed": 42,
  "parameters": {
    "tasks": {"label": "Customers", "default": 2, "min": 1, "max": 64, "unit": "customers", "help": "how many"},
    "bell": {"label": "Bell", "default": 2.5, "min": 0.5, "max": 100, "unit": "ms", "integer": false}
  },
  "defaults": {"executor": "threads-gil", "workers": 4, "cores": 1, "pace": 2.5, "switch_interval_ms": "$bell"},
  "tasks": [
    {"name": "customer", "count": "$tasks", "steps": [
      {"step": "scan", "items": 20, "releases_gil": true},
      {"step": "power", "from": 3, "to": 6},
      {"step": "sleep", "ms": 1.5, "blocks_loop": true},
      {"step": "fetch", "url": "/page", "delay_ms": 100},
      {"step": "upload", "bytes": 4096, "delay_ms": 500},
      {"step": "send", "bytes": 67108864},
      {"step": "count", "times": 1000, "locked": true},
      {"step": "repeat", "times": 2, "steps": [{"step": "scan", "items": 1}]}
    ]}
  ]
})";

TEST(Reader, ReadsWhatTheScenarioSaysOfItself) {
  const Scenario scenario = Scenario::parse(kEverything, "some/where/everything.json");
  EXPECT_EQ(scenario.name(), "everything");
  EXPECT_EQ(scenario.title(), "Everything");
  EXPECT_EQ(scenario.description(), "All there is.");
  EXPECT_EQ(scenario.question(), "Why?");
  EXPECT_EQ(scenario.seed(), 42u);
  EXPECT_EQ(scenario.json(), kEverything);
}

TEST(Reader, ReadsParametersInTheOrderOfTheFile) {
  const Scenario scenario = Scenario::parse(kEverything, "x.json");
  ASSERT_EQ(scenario.parameters().size(), 2u);
  const Parameter& tasks = scenario.parameters()[0];
  EXPECT_EQ(tasks.name, "tasks");
  EXPECT_EQ(tasks.label, "Customers");
  EXPECT_EQ(tasks.value, 2);
  EXPECT_EQ(tasks.min, 1);
  EXPECT_EQ(tasks.max, 64);
  EXPECT_EQ(tasks.unit, "customers");
  EXPECT_EQ(tasks.help, "how many");
  EXPECT_TRUE(tasks.integer);
  const Parameter& bell = scenario.parameters()[1];
  EXPECT_EQ(bell.name, "bell");
  EXPECT_EQ(bell.value, 2.5);
  EXPECT_FALSE(bell.integer);
}

TEST(Reader, ReadsDefaults) {
  const Defaults defaults = Scenario::parse(kEverything, "x.json").defaults();
  EXPECT_EQ(defaults.executor, "threads-gil");
  EXPECT_EQ(defaults.workers, 4u);
  EXPECT_EQ(defaults.cores, 1u);
  EXPECT_EQ(defaults.pace, 2.5);
  EXPECT_EQ(defaults.switch_interval_ms, 2.5);
}

TEST(Reader, ReadsEveryKindOfStep) {
  const Plan plan = planOf(kEverything);
  ASSERT_EQ(plan.tasks.size(), 2u);
  ASSERT_EQ(plan.tasks[0].steps.size(), 9u);
  EXPECT_EQ(stepOf<ScanStep>(plan, 0, 0).items, 20u);
  EXPECT_TRUE(stepOf<ScanStep>(plan, 0, 0).releases_gil);
  EXPECT_EQ(stepOf<PowerStep>(plan, 1, 1).from, 5u);
  EXPECT_EQ(stepOf<PowerStep>(plan, 1, 1).to, 6u);
  EXPECT_EQ(stepOf<SleepStep>(plan, 0, 2).ms, 1.5);
  EXPECT_TRUE(stepOf<SleepStep>(plan, 0, 2).blocks_loop);
  EXPECT_EQ(stepOf<FetchStep>(plan, 0, 3).url, "/page");
  EXPECT_EQ(stepOf<FetchStep>(plan, 0, 3).delay_ms, 100);
  EXPECT_EQ(stepOf<UploadStep>(plan, 0, 4).bytes, 4096u);
  EXPECT_EQ(stepOf<UploadStep>(plan, 0, 4).delay_ms, 500);
  EXPECT_EQ(stepOf<SendStep>(plan, 0, 5).bytes, 67108864u);
  EXPECT_EQ(stepOf<CountStep>(plan, 0, 6).times, 1000u);
  EXPECT_TRUE(stepOf<CountStep>(plan, 0, 6).locked);
  EXPECT_EQ(stepOf<ScanStep>(plan, 0, 8).items, 1u);
  EXPECT_FALSE(stepOf<ScanStep>(plan, 0, 8).releases_gil);
}

TEST(Reader, WhatIsLeftOutHasItsDefault) {
  const Scenario scenario = Scenario::parse(withSteps(R"({"step": "fetch", "url": "/"})"), "x.json");
  EXPECT_EQ(scenario.defaults().executor, "sequential");
  EXPECT_EQ(scenario.defaults().workers, std::nullopt);
  EXPECT_EQ(scenario.defaults().cores, std::nullopt);
  EXPECT_EQ(scenario.defaults().pace, 1.0);
  EXPECT_EQ(scenario.defaults().switch_interval_ms, 5.0);
  EXPECT_EQ(scenario.seed(), 1u);
  EXPECT_EQ(scenario.question(), "");
  const Plan plan = scenario.expand();
  ASSERT_EQ(plan.tasks.size(), 1u);
  EXPECT_EQ(plan.tasks[0].name, "a");
  EXPECT_EQ(stepOf<FetchStep>(plan, 0, 0).delay_ms, 0);
  EXPECT_EQ(plan.switch_interval_ms, 5.0);
}

TEST(Reader, AWholeNumberMayBeWrittenWithAPoint) {
  EXPECT_EQ(stepOf<ScanStep>(planOf(withSteps(R"({"step": "scan", "items": 2.0})")), 0, 0).items, 2u);
}

TEST(Reader, ParsesItsOwnTextAgain) {
  const Scenario first = Scenario::parse(kEverything, "x.json");
  const Scenario second = Scenario::parse(first.json(), "x.json");
  EXPECT_EQ(second.title(), first.title());
  EXPECT_EQ(second.expand().tasks.size(), first.expand().tasks.size());
}

TEST(Reader, LoadsFilesAndSaysWhatIsWrongWithThem) {
  const auto folder = std::filesystem::temp_directory_path() / ("threadmart-reader-" + std::to_string(::getpid()));
  std::filesystem::create_directory(folder);
  const auto good = folder / "good.json", bad = folder / "bad.json";
  std::ofstream(good) << kEverything;
  std::ofstream(bad) << "{\n\"title\": 1}";
  EXPECT_TRUE(checkScenario(good).empty());
  EXPECT_EQ(Scenario::load(good).name(), "good");
  const auto problems = checkScenario(bad);
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problems[1].text(), bad.string() + ":2:10: title: expected a text, found the number 1");
  EXPECT_EQ(checkScenario(folder / "none.json").at(0).text(),
            (folder / "none.json").string() + ": there is no such file");
  EXPECT_EQ(checkScenario(folder).at(0).message, "expected a scenario file, found a folder");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace threadmart
