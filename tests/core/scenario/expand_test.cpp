#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/scenario/scenario_support.h"

namespace threadmart {
namespace {

using testing::ElementsAre;

std::vector<std::uint32_t> itemsOf(const Plan& plan, const std::string& group) {
  std::vector<std::uint32_t> items;
  for (const Task& task : plan.tasks) {
    if (!task.name.starts_with(group)) continue;
    for (const Step& step : task.steps) items.push_back(std::get<ScanStep>(step).items);
  }
  return items;
}

std::string baskets(const std::string& groups, int seed = 7) {
  return R"({"title": "t", "seed": )" + std::to_string(seed) + R"(, "tasks": [)" + groups + "]}";
}

constexpr const char* kCustomers =
    R"({"name": "customer", "count": 5, "steps": [{"step": "scan", "items": {"from": 20, "to": 80}}]})";

TEST(Expand, OneSeedGivesTheSameBasketsEverywhere) {
  EXPECT_THAT(itemsOf(planOf(baskets(kCustomers)), "customer"), ElementsAre(24, 77, 78, 28, 68));
  EXPECT_THAT(itemsOf(planOf(baskets(kCustomers, 8)), "customer"), ElementsAre(69, 39, 78, 54, 31));
}

TEST(Expand, DrawsOfTimesAreTheSameEverywhereToo) {
  const Plan plan = planOf(withSteps(R"({"step": "sleep", "ms": {"from": 0.5, "to": 10}},
                                        {"step": "sleep", "ms": {"about": 100, "percent": 10}})"));
  EXPECT_EQ(stepOf<SleepStep>(plan, 0, 0).ms, 7.827);
  EXPECT_EQ(stepOf<SleepStep>(plan, 0, 1).ms, 93.266);
}

TEST(Expand, FurtherGroupsAndTasksLeaveBasketsAlone) {
  const auto alone = itemsOf(planOf(baskets(kCustomers)), "customer");
  const std::string other =
      R"({"name": "other", "count": 3, "steps": [{"step": "scan", "items": {"from": 1, "to": 9}}]})";
  EXPECT_EQ(itemsOf(planOf(baskets(other + ", " + kCustomers)), "customer"), alone);
  EXPECT_EQ(itemsOf(planOf(baskets(kCustomers + (", " + other))), "customer"), alone);
  const std::string more =
      R"({"name": "customer", "count": 9, "steps": [{"step": "scan", "items": {"from": 20, "to": 80}}]})";
  auto first_five = itemsOf(planOf(baskets(more)), "customer");
  first_five.resize(5);
  EXPECT_EQ(first_five, alone);
}

TEST(Expand, DrawsDoNotHangOnTheOrderOfFields) {
  const Plan one =
      planOf(withSteps(R"({"step": "upload", "bytes": {"from": 0, "to": 999}, "delay_ms": {"from": 0, "to": 99}})"));
  const Plan two =
      planOf(withSteps(R"({"delay_ms": {"to": 99, "from": 0}, "bytes": {"from": 0, "to": 999}, "step": "upload"})"));
  EXPECT_EQ(stepOf<UploadStep>(one, 0, 0).bytes, stepOf<UploadStep>(two, 0, 0).bytes);
  EXPECT_EQ(stepOf<UploadStep>(one, 0, 0).delay_ms, stepOf<UploadStep>(two, 0, 0).delay_ms);
}

TEST(Expand, DrawsStayInTheirRangesAndReachThem) {
  const std::string group =
      R"({"name": "c", "count": 400, "steps": [{"step": "scan", "items": {"about": 90, "percent": 33}}]})";
  const auto items = itemsOf(planOf(baskets(group)), "c");
  EXPECT_EQ(*std::min_element(items.begin(), items.end()), 60u);
  EXPECT_EQ(*std::max_element(items.begin(), items.end()), 120u);
}

TEST(Expand, RepeatsAreUnrolledAndDrawnAnew) {
  const Plan plan = planOf(withSteps(R"({"step": "repeat", "times": 2, "steps": [
      {"step": "scan", "items": {"from": 0, "to": 1000000}},
      {"step": "repeat", "times": 3, "steps": [{"step": "scan", "items": 5}]}]})"));
  ASSERT_EQ(plan.tasks[0].steps.size(), 8u);
  EXPECT_EQ(stepOf<ScanStep>(plan, 0, 3).items, 5u);
  EXPECT_NE(stepOf<ScanStep>(plan, 0, 0).items, stepOf<ScanStep>(plan, 0, 4).items);
  EXPECT_TRUE(planOf(withSteps(R"({"step": "repeat", "times": 0, "steps": [{"step": "sleep", "ms": 1}]})"))
                  .tasks[0]
                  .steps.empty());
}

TEST(Expand, TasksOfAGroupAreNumbered) {
  const Plan plan = planOf(R"({"title": "t", "tasks": [
    {"name": "one", "steps": [{"step": "sleep", "ms": 1}]},
    {"name": "page", "count": 2, "steps": [{"step": "sleep", "ms": 1}]}]})");
  ASSERT_EQ(plan.tasks.size(), 3u);
  EXPECT_EQ(plan.tasks[0].name, "one");
  EXPECT_EQ(plan.tasks[1].name, "page 1");
  EXPECT_EQ(plan.tasks[2].name, "page 2");
}

std::string powers(int tasks, int from, int to) {
  return R"({"title": "t", "tasks": [{"name": "chunk", "count": )" + std::to_string(tasks) +
         R"(, "steps": [{"step": "power", "from": )" + std::to_string(from) + R"(, "to": )" + std::to_string(to) +
         "}]}]}";
}

TEST(Expand, AGroupSharesARangeOfPowersInOrder) {
  const Plan plan = planOf(powers(3, 0, 9));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> shares;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& step = stepOf<PowerStep>(plan, i, 0);
    shares.emplace_back(step.from, step.to);
  }
  using Share = std::pair<std::uint32_t, std::uint32_t>;
  EXPECT_THAT(shares, ElementsAre(Share{0, 2}, Share{3, 5}, Share{6, 9}));
}

TEST(Expand, SharesCoverTheRangeEvenly) {
  for (const int tasks : {1, 2, 7, 32, 1000}) {
    const Plan plan = planOf(powers(tasks, 5, 9999));
    std::uint32_t next = 5, smallest = 0xFFFFFFFF, largest = 0;
    for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
      const auto& step = stepOf<PowerStep>(plan, i, 0);
      ASSERT_EQ(step.from, next) << tasks << " tasks";
      next = step.to + 1;
      smallest = std::min(smallest, step.to - step.from);
      largest = std::max(largest, step.to - step.from);
    }
    EXPECT_EQ(next, 10000u);
    EXPECT_LE(largest - smallest, 1u);
  }
}

TEST(Expand, MoreTasksThanNumbersLeaveSomeWithout) {
  const Plan plan = planOf(powers(4, 0, 1));
  std::size_t steps = 0;
  for (const Task& task : plan.tasks) steps += task.steps.size();
  EXPECT_EQ(plan.tasks.size(), 4u);
  EXPECT_EQ(steps, 2u);
}

constexpr const char* kWithParameters = R"({"title": "t", "seed": "$shuffle",
  "parameters": {
    "shuffle": {"label": "S", "default": 3, "min": 0, "max": 9},
    "tasks": {"label": "N", "default": 2, "min": 1, "max": 9},
    "items": {"label": "I", "default": 10, "min": 1, "max": 50},
    "bell": {"label": "B", "default": 5, "min": 0.5, "max": 100, "integer": false}},
  "defaults": {"switch_interval_ms": "$bell"},
  "tasks": [{"name": "a", "count": "$tasks", "steps": [{"step": "scan", "items": "$items"},
                                                       {"step": "scan", "items": {"from": "$items", "to": 50}}]}]})";

TEST(Expand, ParametersTakeTheirPlaces) {
  const Plan usual = planOf(kWithParameters);
  EXPECT_EQ(usual.tasks.size(), 2u);
  EXPECT_EQ(usual.seed, 3u);
  EXPECT_EQ(usual.switch_interval_ms, 5);
  EXPECT_EQ(stepOf<ScanStep>(usual, 0, 0).items, 10u);
  const Plan asked = planOf(kWithParameters, {{"tasks", 3}, {"items", 50}, {"bell", 0.5}, {"shuffle", 4}});
  EXPECT_EQ(asked.tasks.size(), 3u);
  EXPECT_EQ(asked.seed, 4u);
  EXPECT_EQ(asked.switch_interval_ms, 0.5);
  EXPECT_EQ(stepOf<ScanStep>(asked, 2, 0).items, 50u);
  EXPECT_EQ(stepOf<ScanStep>(asked, 2, 1).items, 50u);
}

std::vector<std::string> refusals(const std::map<std::string, double>& parameters) {
  try {
    planOf(kWithParameters, parameters);
  } catch (const ScenarioError& error) {
    std::vector<std::string> texts;
    for (const Problem& problem : error.problems()) texts.push_back(problem.text());
    return texts;
  }
  return {};
}

TEST(Expand, RefusesParametersThatDoNotFit) {
  EXPECT_THAT(refusals({{"tasks", 10}}),
              ElementsAre("test.json:4:5: parameters.tasks: expected a whole number from 1 to 9, found the number 10"));
  EXPECT_THAT(
      refusals({{"items", 2.5}}),
      ElementsAre("test.json:5:5: parameters.items: expected a whole number from 1 to 50, found the number 2.5"));
  EXPECT_THAT(refusals({{"bell", std::numeric_limits<double>::quiet_NaN()}}).size(), 1u);
  EXPECT_THAT(refusals({{"itmes", 3}}),
              ElementsAre("test.json: parameters.itmes: there is no such parameter; did you mean \"items\"?"));
  EXPECT_EQ(refusals({{"tasks", 0}, {"items", 0}, {"colour", 1}}).size(), 3u);
}

TEST(Expand, SaysWhetherAPlanLeavesLoopback) {
  EXPECT_FALSE(planOf(withSteps(R"({"step": "fetch", "url": "/page"})")).leaves_loopback);
  EXPECT_FALSE(planOf(withSteps(R"({"step": "fetch", "url": "http://localhost:8000/"})")).leaves_loopback);
  const Plan plan = planOf(withSteps(R"({"step": "fetch", "url": "http://example.org/"},
    {"step": "fetch", "url": "http://127.0.0.1/"}, {"step": "fetch", "url": "https://EXAMPLE.org/a"},
    {"step": "fetch", "url": "https://example.com:444/a"}, {"step": "fetch", "url": "http://127.0.0.1.nip.io/"})"));
  EXPECT_TRUE(plan.leaves_loopback);
  EXPECT_THAT(plan.hosts, ElementsAre("example.org", "example.com", "127.0.0.1.nip.io"));
}

}  // namespace
}  // namespace threadmart
