#include "core/scenario/catalogue.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <unistd.h>

#include "tests/core/scenario/scenario_support.h"

namespace threadmart {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

const fs::path kResources = fs::path(THREADMART_SOURCE_DIR) / "resources";

std::vector<std::string> names(const std::vector<CatalogueEntry>& entries) {
  std::vector<std::string> list;
  for (const CatalogueEntry& entry : entries) list.push_back(entry.name);
  return list;
}

// A folder of resources that goes away with the test.
class TemporaryResources {
 public:
  TemporaryResources() : root_(fs::temp_directory_path() / ("threadmart-catalogue-" + std::to_string(::getpid()))) {
    fs::create_directories(root_ / "scenarios");
  }
  ~TemporaryResources() { fs::remove_all(root_); }
  TemporaryResources(const TemporaryResources&) = delete;
  TemporaryResources& operator=(const TemporaryResources&) = delete;

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(root_ / "scenarios" / name) << text;
  }
  const fs::path& root() const { return root_; }

 private:
  fs::path root_;
};

TEST(Catalogue, HoldsTheCourseInItsOrder) {
  EXPECT_THAT(
      names(catalogue(kResources)),
      ElementsAre("uploads", "one-line", "avocado", "unaffected", "shuffle", "second-till", "many-on-one-core",
                  "gil-cpu", "gil-mixed", "gil-released", "memory", "three-urls", "pool-map", "power", "futures",
                  "event-loop", "blocked-loop", "race", "race-locked", "small-tasks", "oversubscribed", "convoy"));
}

TEST(Catalogue, EveryFileIsFineAndHasItsPlace) {
  std::set<std::string> titles;
  for (const CatalogueEntry& entry : catalogue(kResources)) {
    for (const Problem& problem : checkScenario(entry.file)) ADD_FAILURE() << problem.text();
    EXPECT_NE(entry.section, "More") << entry.name << " is missing in course.txt";
    EXPECT_TRUE(titles.insert(entry.title).second) << entry.name << " has the title of another";
    const Scenario scenario = Scenario::load(entry.file);
    EXPECT_EQ(scenario.name(), entry.name);
    EXPECT_EQ(scenario.title(), entry.title);
    EXPECT_FALSE(scenario.description().empty()) << entry.name;
    EXPECT_TRUE(scenario.question().ends_with('?')) << entry.name;
    EXPECT_FALSE(scenario.expand().leaves_loopback) << entry.name;
  }
}

TEST(Catalogue, EveryScenarioTakesTheEndsOfItsRanges) {
  for (const CatalogueEntry& entry : catalogue(kResources)) {
    const Scenario scenario = Scenario::load(entry.file);
    for (const Parameter& parameter : scenario.parameters()) {
      EXPECT_NO_THROW(scenario.expand({{parameter.name, parameter.min}})) << entry.name << ' ' << parameter.name;
      EXPECT_NO_THROW(scenario.expand({{parameter.name, parameter.max}})) << entry.name << ' ' << parameter.name;
    }
  }
}

// What the tasks need at their defaults, if nothing overlaps but what the executor certainly overlaps: waits.
TEST(Catalogue, EveryScenarioFitsIntoALecture) {
  for (const CatalogueEntry& entry : catalogue(kResources)) {
    const Scenario scenario = Scenario::load(entry.file);
    double scanning_ms = 0, longest_wait_ms = 0, all_waits_ms = 0;
    for (const Task& task : scenario.expand().tasks) {
      double wait = 0;
      for (const Step& step : task.steps) {
        if (const auto* scan = std::get_if<ScanStep>(&step)) scanning_ms += scan->items;
        if (const auto* sleep = std::get_if<SleepStep>(&step)) wait += sleep->ms;
        if (const auto* fetch = std::get_if<FetchStep>(&step)) wait += fetch->delay_ms;
        if (const auto* upload = std::get_if<UploadStep>(&step)) wait += upload->delay_ms;
      }
      longest_wait_ms = std::max(longest_wait_ms, wait);
      all_waits_ms += wait;
    }
    const bool one_line = scenario.defaults().executor == "sequential";
    EXPECT_LE(scanning_ms + (one_line ? all_waits_ms : longest_wait_ms), 5000) << entry.name;
  }
}

TEST(Catalogue, ThreeUrlsAreThoseOfTheArticle) {
  const Plan plan = findScenario("three-urls", kResources).expand();
  ASSERT_EQ(plan.tasks.size(), 3u);
  EXPECT_EQ(plan.tasks[0].name, "https://pymotw.com/2/threading/");
  EXPECT_EQ(plan.tasks[1].name, "http://chriskiehl.com/article/parallelism-in-one-line/");
  EXPECT_EQ(plan.tasks[2].name, "https://stackoverflow.com/questions/3044580/multiprocessing-vs-threading-Python");
  EXPECT_EQ(stepOf<SleepStep>(plan, 0, 0).ms, 3000);
  EXPECT_EQ(stepOf<FetchStep>(plan, 0, 1).url, "/pymotw.com/2/threading/");
}

TEST(Catalogue, PowerCoversTheArticlesRange) {
  const Plan plan = findScenario("power", kResources).expand();
  ASSERT_EQ(plan.tasks.size(), 32u);
  EXPECT_EQ(stepOf<PowerStep>(plan, 0, 0).from, 0u);
  EXPECT_EQ(stepOf<PowerStep>(plan, 31, 0).to, 9999u);
}

TEST(Catalogue, GilCpuHasTheSameBasketsOnEveryMachine) {
  const Scenario scenario = findScenario("gil-cpu", kResources);
  const Plan plan = scenario.expand();
  std::vector<std::uint32_t> items;
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) items.push_back(stepOf<ScanStep>(plan, i, 0).items);
  EXPECT_THAT(items, ElementsAre(64, 117, 118, 68));
  EXPECT_EQ(scenario.defaults().executor, "threads-gil");
  EXPECT_EQ(scenario.defaults().workers, 4u);
  EXPECT_EQ(scenario.expand({{"bell", 20}}).switch_interval_ms, 20);
}

TEST(Catalogue, SetsTheNumberOfTasksByTheParameterTasks) {
  for (const CatalogueEntry& entry : catalogue(kResources)) {
    const Scenario scenario = Scenario::load(entry.file);
    const auto& parameters = scenario.parameters();
    const bool has_tasks =
        std::any_of(parameters.begin(), parameters.end(), [](const Parameter& p) { return p.name == "tasks"; });
    const bool three_pages = entry.name == "three-urls" || entry.name == "futures";
    EXPECT_NE(has_tasks, three_pages) << entry.name;
    if (!has_tasks) continue;
    EXPECT_EQ(scenario.expand({{"tasks", 9}}).tasks.size(), scenario.expand({{"tasks", 8}}).tasks.size() + 1)
        << entry.name;
  }
}

TEST(Catalogue, FindsByNameAndByPath) {
  EXPECT_EQ(findScenario("avocado", kResources).name(), "avocado");
  EXPECT_EQ(findScenario((kResources / "scenarios/avocado.json").string(), kResources).name(), "avocado");
}

std::string refusal(const std::string& name) {
  try {
    findScenario(name, kResources);
  } catch (const ScenarioError& error) {
    return error.what();
  }
  return {};
}

TEST(Catalogue, SuggestsANameThatIsNearlyRight) {
  EXPECT_EQ(refusal("avocdo"), "avocdo: there is no such scenario and no such file; did you mean \"avocado\"?");
  EXPECT_EQ(refusal("nowhere/quite-else.json"),
            "nowhere/quite-else.json: there is no such scenario and no such file; `threadmart list` shows them all");
  EXPECT_NE(refusal("scenario.schema"), "");
}

TEST(Catalogue, KeepsFilesBesideTheCourse) {
  const TemporaryResources resources;
  const std::string good = withSteps(R"({"step": "sleep", "ms": 1})");
  resources.write("course.txt", "# First\nsecond\n\nfirst\n# Then\nthird\n");
  for (const char* name : {"first", "second", "third", "own"}) resources.write(name + std::string(".json"), good);
  resources.write("broken.json", "{");
  resources.write("scenario.schema.json", "{}");
  const auto entries = catalogue(resources.root());
  EXPECT_THAT(names(entries), ElementsAre("second", "first", "third", "broken", "own"));
  EXPECT_EQ(entries[1].section, "First");
  EXPECT_EQ(entries[2].section, "Then");
  EXPECT_EQ(entries[3].section, "More");
  EXPECT_EQ(entries[3].title, "broken");
  EXPECT_EQ(entries[4].title, "t");
  EXPECT_THROW(findScenario("broken", resources.root()), ScenarioError);
}

TEST(Catalogue, TheEnvironmentNamesTheResources) {
  const char* before = std::getenv("THREADMART_RESOURCES");
  const std::string kept = before ? before : "";
  ::setenv("THREADMART_RESOURCES", "/somewhere", 1);
  EXPECT_EQ(resourceFolder(), "/somewhere");
  ::unsetenv("THREADMART_RESOURCES");
  EXPECT_EQ(resourceFolder(), kResources);
  if (before) ::setenv("THREADMART_RESOURCES", kept.c_str(), 1);
}

TEST(Catalogue, ExecutorNamesAreThoseOfTheCommandLine) {
  const auto executors = executorNames();
  EXPECT_THAT(std::vector<std::string_view>(executors.begin(), executors.end()),
              ElementsAre("sequential", "threads", "threads-gil", "thread-pool", "thread-pool-gil", "process-pool",
                          "process-per-task", "futures-threads", "futures-processes", "event-loop"));
}

}  // namespace
}  // namespace threadmart
