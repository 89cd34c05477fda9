// The command line from outside: exit codes, what goes to which stream, files.
#include "tests/app/program.h"

#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace threadmart {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::StartsWith;

constexpr const char* kTwoScans = R"({
  "title": "Two baskets",
  "parameters": {"items": {"label": "Items", "default": 3, "min": 1, "max": 1000}},
  "tasks": [{"name": "customer", "count": 2, "steps": [{"step": "scan", "items": "$items"}, {"step": "sleep", "ms": 20}]}]
})";

constexpr const char* kLongSleep =
    R"({"title": "Long", "tasks": [{"name": "customer", "steps": [{"step": "scan", "items": 1}, {"step": "sleep", "ms": 60000}]}]})";

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

// Wrong usage is told in one line on stderr, and nothing is printed.
void expectUsageError(const std::vector<std::string>& arguments, const std::string& about) {
  const Finished done = runProgram(arguments);
  EXPECT_EQ(done.code, 2) << about;
  EXPECT_EQ(done.out, "");
  EXPECT_EQ(lines(done.err), 1u) << done.err;
  EXPECT_THAT(done.err, StartsWith("threadmart: "));
  EXPECT_THAT(done.err, HasSubstr(about));
  EXPECT_THAT(done.err, HasSubstr("--help"));
}

TEST(List, NamesScenariosAndExecutors) {
  const Finished done = runProgram({"list"});
  EXPECT_EQ(done.code, 0) << done.err;
  for (const char* name : {"three-urls", "gil-cpu", "process-pool", "event-loop"})
    EXPECT_THAT(done.out, HasSubstr(name));
}

TEST(List, IsAnObjectForScripts) {
  const Finished done = runProgram({"list", "--json"});
  ASSERT_EQ(done.code, 0) << done.err;
  const json listed = json::parse(done.out);
  std::vector<std::string> executors;
  for (const json& executor : listed["executors"]) executors.push_back(executor["name"]);
  EXPECT_THAT(executors,
              IsSupersetOf({"sequential", "threads", "threads-gil", "thread-pool", "thread-pool-gil", "process-pool",
                            "process-per-task", "futures-threads", "futures-processes", "event-loop"}));
  ASSERT_FALSE(listed["scenarios"].empty());
  for (const json& scenario : listed["scenarios"]) {
    EXPECT_FALSE(scenario["name"].get<std::string>().empty());
    EXPECT_FALSE(scenario["title"].get<std::string>().empty());
    EXPECT_TRUE(scenario["section"].is_string());
  }
}

TEST(Help, StandsEverywhereWithExamples) {
  for (const std::vector<std::string>& command :
       std::vector<std::vector<std::string>>{{}, {"list"}, {"run"}, {"compare"}, {"export"}, {"check"}}) {
    std::vector<std::string> help = command, version = command;
    help.push_back("--help");
    version.push_back("--version");
    const Finished helped = runProgram(help);
    EXPECT_EQ(helped.code, 0);
    EXPECT_THAT(helped.out, HasSubstr("Example"));
    const Finished versioned = runProgram(version);
    EXPECT_EQ(versioned.code, 0);
    EXPECT_THAT(versioned.out, StartsWith("threadmart "));
  }
}

TEST(Usage, MistakesExitWithTwo) {
  const ScratchFolder folder;
  const std::string scenario = folder.write("two.json", kTwoScans);
  expectUsageError({"run"}, "SCENARIO");
  expectUsageError({"rnu", "avocado"}, "rnu");
  expectUsageError({"run", scenario, "--executor", "magic"}, "event-loop");
  expectUsageError({"run", scenario, "--workers", "0"}, "workers");
  expectUsageError({"run", scenario, "--no-such-option"}, "no-such-option");
  expectUsageError({"run", scenario, "--set", "items"}, "name=value");
  expectUsageError({"run", scenario, "--set", "eggs=3"}, "its parameters are items");
  expectUsageError({"run", scenario, "--set", "items=5000"}, "1000");
  expectUsageError({"run", scenario, "--tasks", "3"}, "no parameter 'tasks'");
  expectUsageError({"run", scenario, "--save", folder.file("none/run.json")}, "no folder");
  expectUsageError({"compare", scenario}, "--executors");
  expectUsageError({"compare", scenario, "--executors", "threads,magic"}, "magic");
}

TEST(Usage, ExportNamesWhatIsPossible) {
  expectUsageError({"export", "run.json"}, "--output");
  expectUsageError({"export", "run.json", "-o", "run.gif"}, ".png, .svg or .pdf");
  expectUsageError({"export", "run.json", "-o", "run.png", "--view", "kitchen"}, "cores, shop, timeline, window");
  expectUsageError({"export", "run.json", "-o", "run.png", "--by", "colour"}, "core, task, worker");
  expectUsageError({"export", "run.json", "-o", "run.png", "--theme", "pink"}, "dark, light, print");
  expectUsageError({"export", "run.json", "-o", "run.png", "--size", "big"}, "1920x1080");
  expectUsageError({"export", "run.json", "-o", "run.png", "--from", "2s", "--to", "1s"}, "--to");
}

TEST(Check, NamesEveryMistakeWithItsPlace) {
  const ScratchFolder folder;
  const std::string broken =
      folder.write("broken.json", "{\n  \"title\": 7,\n  \"tasks\": [{\"steps\": [{\"step\": \"scna\"}]}]\n}\n");
  const Finished done = runProgram({"check", broken});
  EXPECT_EQ(done.code, 1);
  EXPECT_THAT(done.err, HasSubstr(broken + ":2:"));
  EXPECT_THAT(done.err, HasSubstr(broken + ":3:"));
  EXPECT_GE(lines(done.err), 2u);
}

TEST(Check, SaysThatAFileIsFine) {
  const ScratchFolder folder;
  const std::string fine = folder.write("fine.json", kTwoScans);
  const Finished done = runProgram({"check", fine});
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr(fine));
  EXPECT_EQ(runProgram({"check", fine, folder.file("missing.json")}).code, 1);
}

TEST(Check, KnowsABrokenRecording) {
  const ScratchFolder folder;
  for (const char* text : {"{\"traceEvents\": [{\"ph\": ", "[{\"ph\": \"X\"", "{\"traceEvents\": 3}"}) {
    const std::string broken = folder.write("trace.json", text);
    const Finished done = runProgram({"check", broken});
    EXPECT_EQ(done.code, 1) << text;
    EXPECT_EQ(lines(done.err), 1u) << done.err;
    EXPECT_THAT(done.err, HasSubstr(broken));
  }
}

TEST(Run, AnUnknownScenarioIsAFailedInput) {
  const Finished done = runProgram({"run", "avocadoo"});
  EXPECT_EQ(done.code, 1);
  EXPECT_EQ(lines(done.err), 1u) << done.err;
  EXPECT_THAT(done.err, HasSubstr("avocado"));
}

TEST(Run, PrintsOneObject) {
  const ScratchFolder folder;
  const Finished done =
      runProgram({"run", folder.write("two.json", kTwoScans), "--executor", "threads", "--set", "items=5", "--json"});
  ASSERT_EQ(done.code, 0) << done.err;
  const json run = json::parse(done.out);
  EXPECT_EQ(run["scenario"], "two");
  EXPECT_EQ(run["executor"], "threads");
  EXPECT_EQ(run["tasks"], 2);
  EXPECT_EQ(run["lost"], 0);
  EXPECT_EQ(run["failed"], 0);
  EXPECT_EQ(run["outcome"], "done");
  EXPECT_EQ(run["parameters"]["items"], 5);
  ASSERT_EQ(run["per_task"].size(), 2u);
  for (const json& task : run["per_task"]) {
    EXPECT_GE(task["io_s"], 0.020);
    EXPECT_GT(task["running_s"], 0.0);
    EXPECT_LE(task["end_s"], run["makespan_s"]);
  }
}

TEST(Run, SaysItToPeopleInAFewLines) {
  const ScratchFolder folder;
  const Finished done = runProgram({"run", folder.write("two.json", kTwoScans)});
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_EQ(done.err, "");
  for (const char* part : {"two ", "sequential", "finished in", "speed-up", "cores used", "switches"}) {
    EXPECT_THAT(done.out, HasSubstr(part));
  }
}

TEST(Run, LogsAsTheProgramOfTheArticleDoes) {
  const Finished done =
      runProgram({"run", "three-urls", "--executor", "threads-gil", "--set", "sleep=60", "--set", "delay=10", "--log"});
  ASSERT_EQ(done.code, 0) << done.err;
  EXPECT_EQ(lines(done.out), 9u) << done.out;
  std::size_t last_start = 0, first_exit = done.out.size();
  for (const char* thread : {"Thread-1", "Thread-2", "Thread-3"}) {
    const std::size_t start = done.out.find(std::string(thread) + " starting\nOpening ");
    const std::size_t exit = done.out.find(std::string(thread) + " exiting\n");
    ASSERT_NE(start, std::string::npos) << done.out;
    ASSERT_NE(exit, std::string::npos) << done.out;
    last_start = std::max(last_start, start);
    first_exit = std::min(first_exit, exit);
  }
  EXPECT_LT(last_start, first_exit) << "while one waits, the next is started";
}

TEST(Run, WithJsonTheLogGoesToStderr) {
  const ScratchFolder folder;
  const Finished done = runProgram({"run", folder.write("two.json", kTwoScans), "--log", "--json"});
  EXPECT_EQ(done.code, 0);
  EXPECT_EQ(json::parse(done.out)["tasks"], 2);
  EXPECT_THAT(done.err, HasSubstr(" starting\n"));
}

TEST(Run, CtrlCCancelsAndKeepsWhatRan) {
  const ScratchFolder folder;
  const std::string recording = folder.file("run.json");
  Program program(
      {"run", folder.write("long.json", kLongSleep), "--executor", "threads", "--save", recording, "--log"});
  EXPECT_THAT(program.readSomeOutput(), HasSubstr("starting"));
  ::kill(program.pid(), SIGINT);
  const Finished done = program.wait();
  EXPECT_EQ(done.code, 1);
  EXPECT_THAT(done.out, HasSubstr("cancelled"));
  EXPECT_EQ(lines(done.err), 1u) << done.err;
  EXPECT_EQ(runProgram({"check", recording}).code, 0);
}

TEST(Run, SavesWhatCheckAccepts) {
  const ScratchFolder folder;
  const std::string scenario = folder.write("two.json", kTwoScans);
  for (const char* name : {"run.json", "run.json.gz"}) {
    const std::string recording = folder.file(name);
    EXPECT_EQ(runProgram({"run", scenario, "--executor", "process-pool", "--save", recording}).code, 0);
    const Finished checked = runProgram({"check", recording});
    EXPECT_EQ(checked.code, 0) << checked.err;
    EXPECT_THAT(checked.out, HasSubstr("a recording with"));
  }
}

TEST(Compare, RunsEachAndKeepsEach) {
  const ScratchFolder folder;
  const Finished done =
      runProgram({"compare", folder.write("two.json", kTwoScans), "--executors", "sequential,thread-pool", "--workers",
                  "2", "--json", "--save", folder.file("both.json.gz")});
  ASSERT_EQ(done.code, 0) << done.err;
  const json compared = json::parse(done.out);
  std::vector<std::string> executors;
  for (const json& run : compared["runs"]) executors.push_back(run["executor"]);
  EXPECT_THAT(executors, ElementsAre("sequential", "thread-pool"));
  EXPECT_EQ(runProgram({"check", folder.file("both-sequential.json.gz"), folder.file("both-thread-pool.json.gz")}).code,
            0);
}

TEST(Window, WithoutADisplayTheShellIsNamed) {
  const Finished done = runProgram({});
  EXPECT_EQ(done.code, 1);
  EXPECT_EQ(lines(done.err), 1u) << done.err;
  EXPECT_THAT(done.err, HasSubstr("threadmart list"));
}

#ifdef THREADMART_PICTURES
TEST(Export, DrawsWhatWasSaved) {
  const ScratchFolder folder;
  const std::string recording = folder.file("run.json");
  ASSERT_EQ(runProgram({"run", folder.write("two.json", kTwoScans), "--save", recording}).code, 0);
  const std::pair<const char*, const char*> kinds[] = {{"a.png", "\x89PNG"}, {"a.svg", "<?xml"}, {"a.pdf", "%PDF"}};
  for (const auto& [name, magic] : kinds) {
    const Finished done = runProgram({"export", recording, recording, "-o", folder.file(name), "--size", "800x450",
                                      "--by", "worker", "--theme", "print", "--title", "Two ways"});
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_THAT(readFile(folder.file(name)), StartsWith(magic));
  }
}

constexpr const char* kForeignTrace = R"([{"ph": "X", "name": "f", "pid": 1, "tid": 1, "ts": 0, "dur": 1000}])";

// A picture that cannot be drawn: told in one line, and nothing is left behind.
void expectNoPicture(const std::vector<std::string>& arguments, int code, const std::string& about) {
  const ScratchFolder folder;
  std::vector<std::string> all = {"export", "-o", folder.file("none.png")};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Finished done = runProgram(all);
  EXPECT_EQ(done.code, code) << about;
  EXPECT_EQ(lines(done.err), 1u) << done.err;
  EXPECT_THAT(done.err, HasSubstr(about));
  EXPECT_FALSE(std::filesystem::exists(folder.file("none.png")));
}

TEST(Export, DrawsShopCoresAndWindowAtAMoment) {
  const ScratchFolder folder;
  const std::string recording = folder.file("run.json.gz");
  ASSERT_EQ(runProgram({"run", folder.write("two.json", kTwoScans), "--save", recording}).code, 0);
  for (const char* view : {"shop", "cores", "window"}) {
    for (const auto& [suffix, magic] :
         {std::pair(".png", "\x89PNG"), std::pair(".svg", "<?xml"), std::pair(".pdf", "%PDF")}) {
      const std::string picture = folder.file(std::string(view) + suffix);
      const Finished done = runProgram(
          {"export", recording, "-o", picture, "--view", view, "--at", "1ms", "--size", "1280x800", "--words", "both"});
      EXPECT_EQ(done.code, 0) << view << suffix << ": " << done.err;
      EXPECT_EQ(done.err, "") << view << suffix;
      EXPECT_THAT(readFile(picture), StartsWith(magic)) << view;
    }
  }
  const std::string svg = readFile(folder.file("shop.svg"));
  EXPECT_THAT(svg, HasSubstr("Two baskets"));
  EXPECT_THAT(svg, HasSubstr("font-family=\"Inter\""));
}

TEST(Export, ThePictureIsAsLargeAsAskedForAtAnyView) {
  const ScratchFolder folder;
  const std::string recording = folder.file("run.json.gz");
  ASSERT_EQ(runProgram({"run", folder.write("two.json", kTwoScans), "--save", recording}).code, 0);
  for (const char* view : {"timeline", "shop", "cores", "window"}) {
    const std::string picture = folder.file(std::string(view) + ".png");
    ASSERT_EQ(runProgram({"export", recording, "-o", picture, "--view", view, "--size", "1000x700"}).code, 0) << view;
    // Width and height stand behind the signature and the head of the first chunk.
    EXPECT_EQ(readFile(picture).substr(16, 8), std::string("\0\0\x03\xe8\0\0\x02\xbc", 8)) << view;
  }
}

TEST(Export, SaysWhyAViewCannotBeDrawn) {
  const ScratchFolder folder;
  const std::string recording = folder.file("run.json"), foreign = folder.write("foreign.json", kForeignTrace);
  ASSERT_EQ(runProgram({"run", folder.write("two.json", kTwoScans), "--save", recording}).code, 0);
  for (const char* view : {"shop", "cores", "window"}) {
    expectNoPicture({recording, recording, "--view", view}, 2, "draws one recording");
    expectNoPicture({recording, "--view", view, "--at", "3000s"}, 1, "beyond the end");
    expectNoPicture({recording, "--view", view, "--at", "soon"}, 2, "120ms");
  }
  expectNoPicture({foreign, "--view", "shop"}, 1, "other tools");
  expectNoPicture({recording, "--view", "kitchen"}, 2, "cores, shop, timeline, window");
  expectNoPicture({recording, "--words", "klingon", "--view", "shop"}, 2, "both, computing, shop");
}

TEST(Export, AMissingRecordingIsAFailedInput) {
  const ScratchFolder folder;
  const Finished done = runProgram({"export", folder.file("none.json"), "-o", folder.file("a.png")});
  EXPECT_EQ(done.code, 1);
  EXPECT_EQ(lines(done.err), 1u) << done.err;
  EXPECT_FALSE(std::filesystem::exists(folder.file("a.png")));
}
#else
TEST(Export, WithoutPicturesSaysSo) {
  const ScratchFolder folder;
  const std::string recording = folder.file("run.json");
  ASSERT_EQ(runProgram({"run", folder.write("two.json", kTwoScans), "--save", recording}).code, 0);
  const Finished done = runProgram({"export", recording, "-o", folder.file("a.png")});
  EXPECT_EQ(done.code, 1);
  EXPECT_THAT(done.err, HasSubstr("THREADMART_GUI"));
}
#endif

}  // namespace
}  // namespace threadmart
