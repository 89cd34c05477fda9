// Every kind of mistake, with the line, column and field where it stands.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/scenario/scenario_support.h"

namespace threadmart {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Mistakes, ASyntaxErrorIsOneProblem) {
  const auto found = mistakesIn("{\n  \"title\": \"t\",\n  \"tasks\": [,]\n}");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0], testing::StartsWith("3:13 : not JSON: "));
}

TEST(Mistakes, AllAreNamedInOneGoInTheOrderOfTheFile) {
  const auto found = mistakesIn(R"({
  "titel": "t",
  "seed": -1,
  "defaults": {"executor": "thread-gil", "workers": 0, "pace": "fast"},
  "tasks": [
    {"name": "a", "count": 0, "steps": [{"step": "scan", "items": 1.5}, {"step": "slep", "ms": 1}]},
    {"name": "a", "steps": []}
  ]
})");
  EXPECT_THAT(
      found,
      ElementsAre(
          R"(2:3 titel: unknown field; did you mean "title"?)",
          R"(3:11 seed: expected a whole number from 0 to 9007199254740991 or "$parameter", found the number -1)",
          R"(4:28 defaults.executor: expected one of "sequential", "threads", "threads-gil", "thread-pool", )"
          R"("thread-pool-gil", "process-pool", "process-per-task", "futures-threads", "futures-processes", "event-loop", )"
          R"(found the text "thread-gil"; did you mean "threads-gil"?)",
          R"(4:53 defaults.workers: expected a whole number from 1 to 10000, found the number 0)",
          R"(4:64 defaults.pace: expected a number from 0.001 to 1000, found the text "fast")",
          R"(6:28 tasks[0].count: expected a whole number from 1 to 100000 or "$parameter", found the number 0)",
          R"(6:67 tasks[0].steps[0].items: expected a whole number from 0 to 1000000, "$parameter" or )"
          R"({"from": …, "to": …}, found the number 1.5)",
          R"(6:82 tasks[0].steps[1].step: expected one of "scan", "power", "sleep", "fetch", "upload", "send", "count", )"
          R"("repeat", found the text "slep"; did you mean "sleep"?)",
          R"(7:14 tasks[1].name: another entry is called "a" too; names tell tasks apart)",
          R"(7:28 tasks[1].steps: expected a list of steps, found an empty one)"));
}

TEST(Mistakes, TheWholeFileMustBeAnObject) {
  EXPECT_THAT(mistakesIn("[]"), ElementsAre("1:1 : expected an object { … }, found a list"));
  EXPECT_THAT(mistakesIn("\n null"), ElementsAre("2:2 : expected an object { … }, found null"));
}

TEST(Mistakes, MissingFields) {
  EXPECT_THAT(mistakesIn("{}"), ElementsAre("1:1 title: missing; expected a title for the catalogue",
                                            "1:1 tasks: missing; expected a list of tasks"));
  EXPECT_THAT(mistakesIn(R"({"title": "", "tasks": [{}]})"),
              ElementsAre("1:11 title: expected a title for the catalogue, found an empty text",
                          R"(1:25 tasks[0].name: missing; expected a name, e.g. "customer")",
                          "1:25 tasks[0].steps: missing; expected a list of steps"));
  EXPECT_THAT(mistakesInStep(R"({"items": 3})"),
              ElementsAre(R"(2:1 tasks[0].steps[0].step: missing; expected one of "scan", "power", "sleep", "fetch", )"
                          R"("upload", "send", "count", "repeat")"));
  EXPECT_THAT(mistakesInStep(R"({"step": "scan"})"),
              ElementsAre("2:1 tasks[0].steps[0].items: missing; expected a whole number from 0 to 1000000"));
  EXPECT_THAT(mistakesInStep(R"({"step": "fetch"})"),
              ElementsAre("2:1 tasks[0].steps[0].url: missing; expected a path ('/page') or an http or https URL"));
}

TEST(Mistakes, DoubledFields) {
  EXPECT_THAT(mistakesIn("{\"title\": \"t\",\n \"title\": \"u\", \"tasks\": [{\"name\": \"a\", \"steps\": "
                         "[{\"step\": \"send\", \"bytes\": 1, \"bytes\": 2}]}]}"),
              ElementsAre("2:2 title: this field is given twice; keep one",
                          "2:79 tasks[0].steps[0].bytes: this field is given twice; keep one"));
}

TEST(Mistakes, UnknownFieldsSuggestTheNearestKnownName) {
  EXPECT_THAT(mistakesInStep(R"({"step": "scan", "items": 1, "release_gil": true})"),
              ElementsAre(R"(2:30 tasks[0].steps[0].release_gil: unknown field; did you mean "releases_gil"?)"));
  EXPECT_THAT(mistakesInStep(R"({"step": "send", "bytes": 1, "colour": 1})"),
              ElementsAre(R"(2:30 tasks[0].steps[0].colour: unknown field; known are "step", "bytes")"));
}

TEST(Mistakes, AMisspeltFieldIsNotMissingToo) {
  EXPECT_THAT(mistakesInStep(R"({"step": "scan", "itmes": 1})"),
              ElementsAre(R"(2:18 tasks[0].steps[0].itmes: unknown field; did you mean "items"?)"));
}

TEST(Mistakes, WrongKindsOfValues) {
  EXPECT_THAT(
      mistakesIn(R"({"title": 3, "description": [], "question": {}, "tasks": {}})"),
      ElementsAre("1:11 title: expected a text, found the number 3", "1:29 description: expected a text, found a list",
                  "1:45 question: expected a text, found an object",
                  "1:58 tasks: expected a list of tasks, found an object"));
  EXPECT_THAT(mistakesInStep("7"), ElementsAre("2:1 tasks[0].steps[0]: expected an object { … }, found the number 7"));
  EXPECT_THAT(mistakesInStep(R"({"step": "scan", "items": 1, "releases_gil": "yes"})"),
              ElementsAre(R"(2:46 tasks[0].steps[0].releases_gil: expected true or false, found the text "yes")"));
  EXPECT_THAT(mistakesInStep(R"({"step": "repeat", "times": 2, "steps": 3})"),
              ElementsAre("2:41 tasks[0].steps[0].steps: expected a list of steps, found the number 3"));
  EXPECT_THAT(
      mistakesIn(
          "{\"title\": \"a\\u0007b\", \"tasks\": [{\"name\": \"a\", \"steps\": [{\"step\": \"sleep\", \"ms\": 1}]}]}"),
      ElementsAre("1:11 title: expected one line of text without control characters"));
}

TEST(Mistakes, QuotedTextsAreShortAndHarmless) {
  const auto found = mistakesInStep(R"({"step": ")" + std::string(500, 'x') + "\\u001b[31m" + R"("})");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_LT(found[0].size(), 300u);
  const auto name = mistakesIn(
      "{\"a\\u001b[31m\": 1, \"title\": \"t\", \"tasks\": [{\"name\": \"a\", \"steps\": [{\"step\": \"sleep\", \"ms\": "
      "1}]}]}");
  ASSERT_EQ(name.size(), 1u);
  EXPECT_EQ(name[0].find('\x1b'), std::string::npos);
}

TEST(Mistakes, Parameters) {
  const auto found = mistakesIn(R"({"title": "t",
  "parameters": {
    "Big": {"label": "B", "default": 1, "min": 1, "max": 2},
    "low": {"label": "L", "default": 9, "min": 1, "max": 8},
    "turned": {"label": "T", "default": 1, "min": 5, "max": 4},
    "half": {"label": "H", "default": 1.5, "min": 1, "max": 2},
    "bare": {},
    "low": {"label": "L", "default": 1, "min": 1, "max": 8},
    "list": []
  },
  "tasks": [{"name": "a", "steps": [{"step": "sleep", "ms": "$lwo"}]}]})");
  EXPECT_THAT(found,
              ElementsAre("3:5 parameters.Big: a parameter's name begins with a-z and goes on with a-z, 0-9 and _",
                          "4:38 parameters.low.default: expected a whole number from 1 to 8, found the number 9",
                          "5:61 parameters.turned.max: expected at least \"min\", which is 5, found the number 4",
                          "6:39 parameters.half.default: expected a whole number from 1 to 2, found the number 1.5",
                          "7:13 parameters.bare.label: missing; expected a label for the window",
                          "7:13 parameters.bare.min: missing; expected a whole number from 0 to 9007199254740991",
                          "7:13 parameters.bare.max: missing; expected a whole number from 0 to 9007199254740991",
                          "7:13 parameters.bare.default: missing; expected a whole number from 0 to 9007199254740991",
                          "8:5 parameters.low: this parameter is given twice; keep one",
                          "9:13 parameters.list: expected an object { … }, found a list",
                          "11:61 tasks[0].steps[0].ms: there is no parameter \"lwo\"; did you mean \"low\"?"));
}

TEST(Mistakes, AParameterMustFitWhereverItIsUsed) {
  const auto found = mistakesIn(R"({"title": "t",
  "parameters": {
    "n": {"label": "N", "default": 1, "min": 1, "max": 200000},
    "x": {"label": "X", "default": 1, "min": 1, "max": 2, "integer": false}
  },
  "tasks": [{"name": "a", "count": "$n", "steps": [{"step": "scan", "items": "$x"}]}]})");
  EXPECT_THAT(found,
              ElementsAre("6:36 tasks[0].count: expected a whole number from 1 to 100000, but the parameter \"n\" "
                          "may be a whole number from 1 to 200000",
                          "6:78 tasks[0].steps[0].items: expected a whole number from 0 to 1000000, but the "
                          "parameter \"x\" may be a number from 1 to 2"));
}

TEST(Mistakes, AParameterThatNothingUses) {
  EXPECT_THAT(mistakesIn(R"({"title": "t", "parameters": {"n": {"label": "N", "default": 1, "min": 1, "max": 2}},
  "tasks": [{"name": "a", "steps": [{"step": "sleep", "ms": 1}]}]})"),
              ElementsAre("1:31 parameters.n: nothing uses this parameter; write \"$n\" where its value belongs"));
}

TEST(Mistakes, RandomDraws) {
  EXPECT_THAT(
      mistakesInStep(R"({"step": "scan", "items": {"from": 9, "to": 3}})"),
      ElementsAre(R"(2:45 tasks[0].steps[0].items.to: expected at least "from", which is 9, found the number 3)"));
  EXPECT_THAT(mistakesInStep(R"({"step": "scan", "items": {"from": 9}})"),
              ElementsAre("2:27 tasks[0].steps[0].items.to: missing; expected a whole number from 0 to 1000000"));
  const std::string either = R"(2:27 tasks[0].steps[0].items: a random number is either {"from": …, "to": …} or )"
                             R"({"about": …, "percent": …})";
  EXPECT_THAT(mistakesInStep(R"({"step": "scan", "items": {}})"), ElementsAre(either));
  EXPECT_THAT(mistakesInStep(R"({"step": "scan", "items": {"from": 1, "to": 2, "about": 3, "percent": 4}})"),
              ElementsAre(either));
  EXPECT_THAT(
      mistakesInStep(R"({"step": "scan", "items": {"about": 5, "percent": 101}})"),
      ElementsAre("2:51 tasks[0].steps[0].items.percent: expected a number from 0 to 100, found the number 101"));
  EXPECT_THAT(mistakesInStep(R"({"step": "scan", "items": {"about": 900000, "percent": 50}})"),
              ElementsAre("2:56 tasks[0].steps[0].items.percent: with so many percent more, the number can be above "
                          "1000000"));
  EXPECT_THAT(mistakesInStep(R"({"step": "scan", "items": {"from": 1, "to": 2, "til": 3}})"),
              ElementsAre(HasSubstr("2:48 tasks[0].steps[0].items.til: unknown field")));
}

TEST(Mistakes, WhereADrawIsNotPossible) {
  EXPECT_THAT(mistakesInStep(R"({"step": "power", "from": {"from": 0, "to": 2}, "to": 3})"),
              ElementsAre("2:27 tasks[0].steps[0].from: expected a whole number from 0 to 1000000 or \"$parameter\", "
                          "found an object"));
}

TEST(Mistakes, ARangeOfPowersMustNotBeTurned) {
  EXPECT_THAT(mistakesInStep(R"({"step": "power", "from": 5, "to": 3})"),
              ElementsAre(R"(2:36 tasks[0].steps[0].to: expected at least "from", which is 5, found the number 3)"));
}

TEST(Mistakes, Urls) {
  EXPECT_THAT(mistakesInStep(R"({"step": "fetch", "url": "ftp://example.org/a"})"),
              ElementsAre(R"(2:26 tasks[0].steps[0].url: only http and https are allowed, not ftp, found the text )"
                          R"("ftp://example.org/a")"));
  EXPECT_THAT(mistakesInStep(R"({"step": "fetch", "url": 3})"),
              ElementsAre("2:26 tasks[0].steps[0].url: expected a text with a URL, found the number 3"));
  EXPECT_THAT(mistakesInStep(R"({"step": "fetch", "url": "http://example.org/", "delay_ms": 5})"),
              ElementsAre("2:61 tasks[0].steps[0].delay_ms: only the built-in server can be told to wait; give a path "
                          "such as '/page', or leave the delay out"));
}

TEST(Mistakes, EveryNumberHasARange) {
  for (const char* step :
       {R"({"step": "scan", "items": 1000001})", R"({"step": "sleep", "ms": 3600001})",
        R"({"step": "sleep", "ms": -1})", R"({"step": "upload", "bytes": 1073741825})",
        R"({"step": "send", "bytes": 1073741825})", R"({"step": "count", "times": 1000000001})",
        R"({"step": "power", "from": 0, "to": 1000001})", R"({"step": "fetch", "url": "/", "delay_ms": 3600001})"}) {
    EXPECT_THAT(mistakesInStep(step), ElementsAre(HasSubstr("expected a"))) << step;
  }
  EXPECT_THAT(mistakesInStep(R"({"step": "scan", "items": 1000000})"), IsEmpty());
}

TEST(Mistakes, TooManyTasks) {
  const auto found = mistakesIn(R"({"title": "t", "tasks": [
  {"name": "a", "count": 60000, "steps": [{"step": "sleep", "ms": 1}]},
  {"name": "b", "count": 40001, "steps": [{"step": "sleep", "ms": 1}]}]})");
  EXPECT_THAT(found, ElementsAre("3:3 tasks[1]: all groups together have more than 100000 tasks; lower a \"count\""));
}

TEST(Mistakes, TooManySteps) {
  const std::string expected =
      ": with every repeat unrolled, the tasks together have more than 1000000 steps; lower a \"times\" or a \"count\"";
  EXPECT_THAT(mistakesInStep(R"({"step": "repeat", "times": 1000, "steps": [
    {"step": "repeat", "times": 1000, "steps": [{"step": "sleep", "ms": 1}]}]})"),
              ElementsAre("3:5 tasks[0].steps[0].steps[0]" + expected));
  EXPECT_THAT(mistakesInStep(R"({"step": "repeat", "times": 1000000, "steps": [
    {"step": "repeat", "times": 0, "steps": [{"step": "sleep", "ms": 1}]}]})"),
              ElementsAre("3:5 tasks[0].steps[0].steps[0]" + expected));
}

TEST(Mistakes, EveryCutFileIsRefusedWithAPosition) {
  const std::string whole =
      R"({"title": "t\u00e9", "seed": 7, "parameters": {"n": {"label": "N", "default": 1.5, "min": 1, "max": 2,
    "integer": false}}, "tasks": [{"name": "a", "steps": [{"step": "sleep", "ms": {"from": 1, "to": "$n"}}]}]})";
  ASSERT_THAT(mistakesIn(whole), IsEmpty());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto found = mistakesIn(whole.substr(0, length));
    ASSERT_EQ(found.size(), 1u) << length;
    EXPECT_THAT(found[0], HasSubstr("not JSON")) << length;
    EXPECT_FALSE(found[0].starts_with("0:0")) << length;
  }
}

TEST(Mistakes, VeryManyAreStillNamedQuickly) {
  std::string steps = "3";
  for (int i = 1; i < 20'000; ++i) steps += ",3";
  EXPECT_EQ(mistakesInStep(steps).size(), 20'000u);
}

TEST(Mistakes, TextsNameFilePositionAndField) {
  EXPECT_EQ((Problem{"a.json", 3, 4, "tasks", "missing"}).text(), "a.json:3:4: tasks: missing");
  EXPECT_EQ((Problem{"a.json", 0, 0, "", "there is no such file"}).text(), "a.json: there is no such file");
  const ScenarioError error({{"a.json", 1, 2, "x", "one"}, {"a.json", 3, 4, "y", "two"}});
  EXPECT_STREQ(error.what(), "a.json:1:2: x: one\na.json:3:4: y: two");
}

}  // namespace
}  // namespace threadmart
