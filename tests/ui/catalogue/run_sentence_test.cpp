// What will be run, said in one sentence.
#include "ui/catalogue/run_sentence.h"

#include <gtest/gtest.h>

#include "tests/ui/catalogue/scenario_text.h"
#include "ui/catalogue/run_form.h"

namespace threadmart {
namespace {

struct Sentence : testing::Test {
  Sentence() { form.setScenario(Scenario::parse(kScenarioText, "form.json")); }
  std::string text() const { return runSentence(form).toStdString(); }
  bool says(const std::string& part) const { return text().find(part) != std::string::npos; }
  RunForm form{4};
};

TEST_F(Sentence, SaysHowManyHowAndWhere) {
  EXPECT_TRUE(says("6 customers")) << text();
  EXPECT_TRUE(says(form.executor()->computing)) << text();
  EXPECT_TRUE(says("3")) << text();
  EXPECT_TRUE(says("4 cores")) << text();
  EXPECT_TRUE(says("2 times slower")) << text();
  EXPECT_TRUE(text().ends_with('.')) << text();
}

TEST_F(Sentence, ChangesWithEveryParameterThatItNames) {
  std::vector<std::string> said{text()};
  const auto expectNew = [&] {
    EXPECT_EQ(std::ranges::count(said, text()), 0) << text();
    said.push_back(text());
  };
  form.setWorkers(7);
  expectNew();
  form.setCores(1);
  expectNew();
  EXPECT_TRUE(says("1 core.") || says("1 core,")) << text();
  form.setPace(0.5);
  expectNew();
  EXPECT_TRUE(says("2 times faster")) << text();
  form.setExecutor("event-loop");
  expectNew();
  form.setPace(1);
  expectNew();
  EXPECT_FALSE(says("times")) << text();
}

TEST_F(Sentence, NamesWorkersOnlyWhereTheyAreChosen) {
  form.setWorkers(77);
  EXPECT_TRUE(says("77")) << text();
  form.setExecutor("threads");
  EXPECT_FALSE(says("77")) << text();
}

TEST_F(Sentence, CountsOneAndThousandsAsPeopleDo) {
  form.setScenario(Scenario::parse(
      R"({"title": "One", "tasks": [{"name": "c", "steps": [{"step": "scan", "items": 1}]}]})", "one.json"));
  EXPECT_TRUE(says("1 customer ")) << text();
}

TEST_F(Sentence, SaysNothingWithoutAScenario) {
  form.clear();
  EXPECT_EQ(text(), "");
}

}  // namespace
}  // namespace threadmart
