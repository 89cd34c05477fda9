#include "ui/sandbox/draft.h"

#include <gtest/gtest.h>

#include "core/scenario/catalogue.h"
#include "ui/sandbox/draft_check.h"
#include "ui/sandbox/draft_reader.h"
#include "ui/sandbox/step_words.h"

namespace threadmart {
namespace {

// The steps of two plans are compared as what a file would say of them.
std::vector<DraftStep> drafted(const Task& task) {
  std::vector<DraftStep> steps;
  for (const Step& step : task.steps) steps.push_back(draftStep(step));
  return steps;
}

void expectSamePlan(const Plan& a, const Plan& b, const std::string& what) {
  EXPECT_EQ(a.seed, b.seed) << what;
  EXPECT_EQ(a.switch_interval_ms, b.switch_interval_ms) << what;
  ASSERT_EQ(a.tasks.size(), b.tasks.size()) << what;
  for (std::size_t i = 0; i < a.tasks.size(); ++i) {
    EXPECT_EQ(a.tasks[i].name, b.tasks[i].name) << what;
    EXPECT_EQ(drafted(a.tasks[i]), drafted(b.tasks[i])) << what << ", task " << i;
  }
}

Draft twoCustomers() {
  Draft draft;
  draft.head.title = "Two";
  draft.customers = {{"first", {draftStep("scan", {{"items", 5}})}, 1},
                     {"second", {draftStep("sleep", {{"ms", 20}}), draftStep("fetch", {{"delay_ms", 5}}, "/page")}, 3}};
  return draft;
}

DraftPlace onlyProblem(const Draft& draft) {
  const DraftCheck check = checkDraft(draft);
  EXPECT_EQ(check.problems.size(), 1u);
  EXPECT_FALSE(check.scenario.has_value());
  return check.problems.empty() ? DraftPlace{} : check.problems.front().place;
}

TEST(Draft, EveryScenarioOfTheCatalogueKeepsItsPlan) {
  const auto entries = catalogue();
  ASSERT_FALSE(entries.empty());
  for (const CatalogueEntry& entry : entries) {
    const Scenario original = Scenario::load(entry.file);
    const DraftReading reading = readDraft(original.json(), entry.file.string());
    ASSERT_TRUE(reading.draft.has_value()) << entry.name;
    const Scenario again = Scenario::parse(toJson(*reading.draft), entry.name);
    expectSamePlan(original.expand(), again.expand(), entry.name);
    EXPECT_EQ(again.title(), original.title());
    EXPECT_EQ(again.question(), original.question());
    EXPECT_TRUE(sameDefaults(again.defaults(), original.defaults())) << entry.name;
    EXPECT_EQ(reading.notes.empty(), original.parameters().empty()) << entry.name;  // nothing is lost in silence
  }
}

TEST(Draft, WhatIsWrittenIsReadAsTheSameDraft) {
  const Draft draft = twoCustomers();
  const DraftReading reading = readDraft(toJson(draft), "two.json");
  ASSERT_TRUE(reading.draft.has_value());
  EXPECT_EQ(*reading.draft, draft);
  EXPECT_TRUE(reading.notes.empty());
  EXPECT_EQ(toJson(*reading.draft), toJson(draft));
}

TEST(Draft, MistakesSurviveTheFile) {
  Draft draft = twoCustomers();
  draft.customers[0].steps[0].values.numbers["items"] = 0.5;
  draft.customers[1].steps.clear();
  const DraftReading reading = readDraft(toJson(draft), "wrong.json");
  ASSERT_TRUE(reading.draft.has_value());
  EXPECT_EQ(*reading.draft, draft);
  EXPECT_EQ(reading.problems.size(), 2u);
}

TEST(Draft, AFileWithMistakesThatNoDraftCanHoldIsRefused) {
  for (const char* text :
       {"{", R"({"title": "t", "tasks": [{"name": "a", "steps": [{"step": "scan", "items": 5, "colour": "red"}]}]})",
        R"({"title": "t", "tasks": [{"name": "a", "steps": [{"step": "dance"}]}]})",
        R"({"title": "t", "tasks": [{"name": "a", "steps": [{"step": "scan", "items": "many"}]}]})"}) {
    const DraftReading reading = readDraft(text, "odd.json");
    EXPECT_FALSE(reading.draft.has_value()) << text;
    EXPECT_FALSE(reading.problems.empty()) << text;
  }
}

TEST(Draft, TooMuchToBeBuiltByHandIsSaid) {
  const DraftReading reading = readDraft(R"({"title": "t", "tasks": [{"name": "a", "steps": [
    {"step": "repeat", "times": 90000, "steps": [{"step": "scan", "items": 1}]}]}]})",
                                         "long.json");
  EXPECT_FALSE(reading.draft.has_value());
  EXPECT_EQ(reading.problems.size(), 1u);
}

TEST(DraftCheck, MistakesAreBroughtBackToTheirPlace) {
  Draft draft = twoCustomers();
  draft.customers[1].steps[0].values.numbers["ms"] = -1;
  EXPECT_EQ(onlyProblem(draft), (DraftPlace{1, 0, "ms"}));
  EXPECT_EQ(placeText({1, 0, "ms"}, draft), "Customer 2, trip 1");
  draft = twoCustomers();
  draft.customers[0].steps.clear();
  EXPECT_EQ(onlyProblem(draft), (DraftPlace{0, -1, "steps"}));
  draft = twoCustomers();
  draft.customers[1].name = "first";
  EXPECT_EQ(onlyProblem(draft), (DraftPlace{1, -1, "name"}));
  draft = twoCustomers();
  draft.customers[1].count = 0;
  EXPECT_EQ(onlyProblem(draft), (DraftPlace{1, -1, "count"}));
  draft = twoCustomers();
  draft.head.title.clear();
  EXPECT_EQ(onlyProblem(draft), (DraftPlace{-1, -1, "title"}));
}

TEST(DraftCheck, MessagesSayOnlyWhatCanBeDoneHere) {
  Draft draft = twoCustomers();
  draft.customers[0].steps[0].values.numbers["items"] = 0.5;
  const std::string message = checkDraft(draft).problems.at(0).message;
  EXPECT_EQ(message.find('$'), std::string::npos) << message;
  EXPECT_NE(message.find("0.5"), std::string::npos) << message;
}

TEST(Draft, NamesStayDifferent) {
  const std::vector<DraftCustomer> customers = {{"anna", {}, 1}, {"customer 1", {}, 1}};
  EXPECT_EQ(freeName(customers, ""), "customer 3");
  EXPECT_EQ(freeName(customers, "anna"), "anna 2");
  EXPECT_EQ(freeName(customers, "customer 1"), "customer 2");
  EXPECT_EQ(freeName(customers, "berta"), "berta");
}

TEST(Draft, CopiesTakeNumbersOfTheirOwn) {
  std::vector<DraftCustomer> customers = twoCustomers().customers;
  customers.push_back({"third", {}, 1});
  EXPECT_EQ(firstTaskOf(customers, 1), 1u);
  EXPECT_EQ(firstTaskOf(customers, 2), 4u);
}

TEST(Draft, SumsKnowThePace) {
  const BasketSum sum = sumOf({draftStep("scan", {{"items", 30}}),
                               draftStep("upload", {{"bytes", 9}, {"delay_ms", 10}}), draftStep("sleep", {{"ms", 5}})},
                              2);
  EXPECT_EQ(sum.scanning_ms, 60);
  EXPECT_EQ(sum.away_ms, 30);
  EXPECT_EQ(sumText(sum), "about 60 ms scanning, 30 ms away");
}

TEST(DraftReader, TheClipboardMayHoldOneOrMany) {
  EXPECT_EQ(readSteps(R"({"step": "scan", "items": 3})").size(), 1u);
  EXPECT_EQ(readSteps(R"([{"step": "scan", "items": 3}, {"step": "sleep", "ms": 3}])").size(), 2u);
  EXPECT_EQ(readCustomers(toJson(twoCustomers())).size(), 2u);
  EXPECT_EQ(readCustomers(toJson(twoCustomers().customers)), twoCustomers().customers);
  EXPECT_TRUE(readSteps("a shopping list").empty());
  EXPECT_TRUE(readCustomers("[1, 2]").empty());
}

TEST(StepWords, AmountsMayHaveAUnit) {
  EXPECT_EQ(readAmount("500", "ms"), 500);
  EXPECT_EQ(readAmount(" 0.5 s", "ms"), 500);
  EXPECT_EQ(readAmount("1,000", "items"), 1000);
  EXPECT_EQ(readAmount("4 KiB", "bytes"), 4096);
  EXPECT_EQ(readAmount("-3", ""), -3);
  for (const char* text : {"", "many", "1,5", "5 s", "1e9", "--2"}) EXPECT_FALSE(readAmount(text, "items")) << text;
}

}  // namespace
}  // namespace threadmart
