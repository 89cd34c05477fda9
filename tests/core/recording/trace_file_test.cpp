#include "core/recording/trace_file.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <sstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/core/recording/trace_samples.h"

namespace threadmart {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class TraceFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "threadmart-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::vector<std::string> filesThere() const {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }
  static std::string contentOf(const fs::path& file) {
    std::ostringstream content;
    content << std::ifstream(file, std::ios::binary).rdbuf();
    return content.str();
  }
  static void put(const fs::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
  }

  fs::path folder_;
};

std::string errorOf(const std::function<void()>& action) {
  try {
    action();
  } catch (const TraceError& error) {
    EXPECT_THAT(error.what(), Not(HasSubstr("\n"))) << "errors are one line";
    return error.what();
  }
  return "no error";
}

std::string errorOfParsing(const std::string& json) {
  return errorOf([&] { parseTrace(json, "my.json"); });
}

TEST_F(TraceFile, ReadsWhatItWrote) {
  const auto recording = randomRecording(3, 5000);
  for (const char* name : {"run.json", "run.json.gz"}) {
    writeTrace(*recording, folder_ / name);
    const auto read = readTrace(folder_ / name);
    EXPECT_EQ(read->info(), recording->info()) << name;
    EXPECT_EQ(eventsOf(*read), eventsOf(*recording)) << name;
  }
  EXPECT_THAT(filesThere(), ElementsAre("run.json", "run.json.gz")) << "and nothing besides";
  EXPECT_EQ(contentOf(folder_ / "run.json"), traceJson(*recording));
  EXPECT_LT(fs::file_size(folder_ / "run.json.gz") * 2, fs::file_size(folder_ / "run.json"));
}

TEST_F(TraceFile, KnowsGzipByItsContentNotByItsName) {
  writeTrace(*randomRecording(3, 10), folder_ / "run.json.gz");
  fs::rename(folder_ / "run.json.gz", folder_ / "run.json");
  EXPECT_EQ(readTrace(folder_ / "run.json")->size(), 10u);
}

TEST_F(TraceFile, ReplacesAnOlderOneAndKeepsALink) {
  put(folder_ / "target.json", "old");
  fs::create_symlink("target.json", folder_ / "run.json");
  writeTrace(*randomRecording(1, 10), folder_ / "run.json");
  EXPECT_TRUE(fs::is_symlink(folder_ / "run.json"));
  EXPECT_EQ(readTrace(folder_ / "target.json")->size(), 10u);
}

TEST_F(TraceFile, AFullDiskLeavesNothingBehindAndWhatWasThereAlone) {
  put(folder_ / "run.json", "old");
  const auto recording = randomRecording(1, 20'000);
  // A limit on the size of files fails a write in the middle, as a full disk does.
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{100'000, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const std::string plain = errorOf([&] { writeTrace(*recording, folder_ / "run.json"); });
  const std::string packed = errorOf([&] { writeTrace(*recording, folder_ / "new.json.gz"); });
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, old_handler);

  EXPECT_THAT(plain, AllOf(HasSubstr("run.json"), HasSubstr("free some space")));
  EXPECT_THAT(packed, AllOf(HasSubstr("new.json.gz"), HasSubstr("free some space")));
  EXPECT_THAT(filesThere(), ElementsAre("run.json"));
  EXPECT_EQ(contentOf(folder_ / "run.json"), "old");
}

TEST_F(TraceFile, AFolderThatIsNotThere) {
  const std::string error = errorOf([&] { writeTrace(Recording{RunInfo{}}, folder_ / "no" / "run.json"); });
  EXPECT_THAT(error, AllOf(HasSubstr("no/run.json"), HasSubstr("create the folder first")));
  EXPECT_THAT(filesThere(), IsEmpty());
}

TEST_F(TraceFile, AFolderThatMayNotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
  const std::string error = errorOf([&] { writeTrace(Recording{RunInfo{}}, folder_ / "run.json"); });
  fs::permissions(folder_, fs::perms::owner_all);
  EXPECT_THAT(error, HasSubstr("that you may write to"));
  EXPECT_THAT(filesThere(), IsEmpty());
}

TEST_F(TraceFile, WhatIsNoPlainFileIsNotReplaced) {
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  fs::create_directory(folder_ / "folder");
  EXPECT_THAT(errorOf([&] { writeTrace(Recording{RunInfo{}}, folder_ / "pipe"); }), HasSubstr("plain file"));
  EXPECT_THAT(errorOf([&] { writeTrace(Recording{RunInfo{}}, folder_ / "folder"); }), HasSubstr("plain file"));
  EXPECT_TRUE(fs::is_fifo(folder_ / "pipe"));
  EXPECT_THAT(filesThere(), ElementsAre("folder", "pipe"));
}

TEST_F(TraceFile, OpeningWhatIsNotThere) {
  EXPECT_THAT(errorOf([&] { readTrace(folder_ / "no.json"); }), AllOf(HasSubstr("no.json"), HasSubstr("No such file")));
  EXPECT_THAT(errorOf([&] { readTrace(folder_); }), HasSubstr("cannot open"));
}

TEST_F(TraceFile, CompressedAndCutOffOrDamaged) {
  writeTrace(*randomRecording(1, 2000), folder_ / "run.json.gz");
  std::string content = contentOf(folder_ / "run.json.gz");
  put(folder_ / "short.gz", content.substr(0, content.size() / 2));
  EXPECT_THAT(errorOf([&] { readTrace(folder_ / "short.gz"); }),
              AllOf(HasSubstr("short.gz"), HasSubstr("cut off after byte")));
  content[content.size() / 2] ^= 0x55;
  put(folder_ / "bad.gz", content);
  EXPECT_THAT(errorOf([&] { readTrace(folder_ / "bad.gz"); }), HasSubstr("bad.gz"));
}

TEST(TraceErrors, SayWhatIsWrongAndWhere) {
  EXPECT_THAT(errorOfParsing(""), AllOf(HasSubstr("my.json"), HasSubstr("empty")));
  EXPECT_THAT(errorOfParsing("hello"), HasSubstr("no JSON"));
  EXPECT_THAT(errorOfParsing("{} {}"), HasSubstr("my.json"));
  EXPECT_THAT(errorOfParsing("[]"), HasSubstr("no recording of Threadmart"));
  EXPECT_THAT(errorOfParsing(R"({"traceEvents": []})"), HasSubstr("no recording of Threadmart"));
  EXPECT_THAT(errorOfParsing("{\"a\": \"\xff\"}"), HasSubstr("UTF-8"));

  std::string json = traceJson(*randomRecording(1, 50));
  EXPECT_THAT(errorOfParsing(json.substr(0, json.size() - 3)), HasSubstr("cut off"));

  const auto with = [&](const std::string& event) {
    return json.substr(0, json.size() - 4) + ",\n" + event + "\n]}\n";
  };
  EXPECT_THAT(errorOfParsing(with(R"({"ph":"i","cat":"nonsense","ts":9e9})")), HasSubstr("'ts'"));
  const std::string late = R"("ts":99999999999,"pid":1,"tid":1})";
  EXPECT_EQ(errorOfParsing(with(R"({"ph":"i","cat":"item",)" + late)), "no error");
  EXPECT_THAT(errorOfParsing(with(R"({"ph":"i","cat":"nonsense",)" + late)),
              AllOf(HasSubstr("'nonsense'"), HasSubstr("at line")));
  EXPECT_THAT(errorOfParsing(with(R"({"ph":"i","cat":"item","args":{"task":-1},)" + late)), HasSubstr("'task'"));
  EXPECT_THAT(errorOfParsing(with(R"({"ph":"i","cat":"item","args":{"task":99999999},)" + late)),
              HasSubstr("too high"));
  EXPECT_THAT(errorOfParsing(with(R"({"ph":"i","cat":"item","args":{"core":70000},)" + late)), HasSubstr("'core'"));
  EXPECT_THAT(errorOfParsing(with(R"({"ph":"i","cat":"item","ts":-999999})")), HasSubstr("earlier"));
}

TEST(TraceErrors, OfATraceByAnotherToolSaySo) {
  const std::string other =
      R"({"traceEvents":[{"ph":"B","name":"f","ts":1,"pid":1,"tid":1},{"ph":"E","ts":2,"pid":1,"tid":1}],
                               "otherData":{"version":"VizTracer"}})";
  EXPECT_THAT(errorOfParsing(other), AllOf(HasSubstr("no recording of Threadmart"), HasSubstr("other tools")));
}

TEST(TraceErrors, OfALaterVersionSaySo) {
  std::string json = traceJson(Recording{RunInfo{}});
  const std::string key = "\"version\":1";
  json.replace(json.find(key), key.size(), "\"version\":2");
  EXPECT_THAT(errorOfParsing(json), AllOf(HasSubstr("version 2"), HasSubstr("newer")));
}

TEST(TraceErrors, AFileCutOffAnywhereIsRefused) {
  std::string json = traceJson(*randomRecording(5, 30));
  const std::size_t end = json.find_last_of('}');
  for (std::size_t length = 0; length <= end; length += 7)
    EXPECT_NE(errorOfParsing(json.substr(0, length)), "no error") << length;
  EXPECT_NE(errorOfParsing(json.substr(0, end)), "no error");
}

// Damage is either noticed, or it changed one value into another that may stand there. It never does anything else.
TEST(TraceErrors, DamageOfAnyKindIsAnErrorOrAnotherRecording) {
  const std::string json = traceJson(*randomRecording(5, 60));
  std::mt19937 random(11);
  int refused = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string damaged = json;
    for (int flips = 0; flips < 1 + round % 3; ++flips)
      damaged[random() % damaged.size()] = "{}[]\",:\\019-.etn\xff\x00x"[random() % 19];
    refused += errorOfParsing(damaged) != "no error";
  }
  EXPECT_GT(refused, 1000);
}

}  // namespace
}  // namespace threadmart
