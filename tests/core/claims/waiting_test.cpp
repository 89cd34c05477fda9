// Waiting for others: uploads, pages and sleeps (claims 1, 16, 17 and 18).
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "core/run/run_log.h"
#include "experiment.h"

namespace threadmart::claims {
namespace {

constexpr Nanos kMs = 1'000'000;

Nanos longest(const std::vector<Slice>& slices) {
  Nanos most = 0;
  for (const Slice& slice : slices) most = std::max(most, slice.duration());
  return most;
}

Nanos total(const std::vector<Slice>& slices) {
  Nanos sum = 0;
  for (const Slice& slice : slices) sum += slice.duration();
  return sum;
}

void expectAllArrived(const Experiment& experiment, std::uint64_t files, std::uint64_t bytes) {
  ASSERT_TRUE(experiment.info.uploads.has_value());
  EXPECT_EQ(*experiment.info.uploads, (UploadResult{files, bytes, files, bytes, true}));
}

TEST(Claim01, ALoopTakesAsLongAsAllFilesTogetherAndABackgroundProcessEachDoesNot) {
  const std::map<std::string, double> files{{"tasks", 12}, {"delay", 150}, {"bytes", 3000}};
  const Experiment loop = perform("uploads", {.executor = "sequential", .parameters = files});
  expectAllArrived(loop, 12, 36'000);
  EXPECT_GE(loop.numbers.makespan, 12 * 150 * kMs);
  EXPECT_EQ(maxConcurrency(loop.slices, TaskState::Io), 1u);

  const Experiment background = perform("uploads", {.executor = "process-per-task", .parameters = files});
  expectAllArrived(background, 12, 36'000);
  EXPECT_GE(background.numbers.makespan, 150 * kMs);
  EXPECT_GT(maxConcurrency(background.slices, TaskState::Io), 1u);
  EXPECT_LT(background.numbers.makespan, loop.numbers.makespan / 2);
}

TEST(Claim16, ThreadsHelpWhoWaits) {
  const Experiment threads = perform("pool-map", {.executor = "threads-gil"});
  const std::vector<Slice> away = inState(threads, TaskState::Io);
  ASSERT_EQ(away.size(), 9u);
  EXPECT_TRUE(threads.info.has_gil);
  EXPECT_GT(maxConcurrency(threads.slices, TaskState::Io), 1u);
  EXPECT_GE(threads.numbers.makespan, longest(away));
  EXPECT_LT(threads.numbers.makespan, total(away) / 2) << "nearer to the longest wait than to the sum";
}

class ThreeUrls : public testing::Test {
 protected:
  static constexpr Nanos kSleep = 800 * kMs;
  const Experiment threads_ =
      perform("three-urls", {.executor = "threads-gil", .parameters = {{"sleep", 800}, {"delay", 30}}});
};
using Claim17 = ThreeUrls;
using Claim18 = ThreeUrls;

TEST_F(Claim17, SleepLetsGoOfTheGil) {
  ASSERT_TRUE(threads_.info.has_gil);
  for (TaskId task = 0; task < 3; ++task) {
    const std::vector<Slice> away = slicesOf(threads_, task, TaskState::Io);
    ASSERT_EQ(away.size(), 2u) << "the sleep and the page";
    EXPECT_GE(away[0].duration(), kSleep);
  }
  EXPECT_EQ(maxConcurrency(threads_.slices, TaskState::Io), 3u) << "all three sleep at the same time";
  EXPECT_GE(threads_.numbers.makespan, kSleep);
  EXPECT_LT(threads_.numbers.makespan, 2 * kSleep) << "not one after another";
}

TEST_F(Claim17, TheyAreStartedInOrder) {
  std::vector<WorkerId> spawned;
  for (const Event& event : eventsOf(threads_, EventKind::WorkerSpawned)) spawned.push_back(event.worker);
  EXPECT_THAT(spawned, testing::ElementsAre(0, 1, 2));
}

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::ptrdiff_t placeOf(const std::vector<std::string>& lines, const std::string& line) {
  EXPECT_EQ(std::count(lines.begin(), lines.end(), line), 1) << line;
  return std::find(lines.begin(), lines.end(), line) - lines.begin();
}

TEST_F(Claim18, TheLogIsAsInTheArticle) {
  RunLog log;
  const std::vector<std::string> lines = linesOf(log.next(*threads_.result.recording));
  EXPECT_EQ(log.next(*threads_.result.recording), "") << "nothing is told twice";
  ASSERT_EQ(lines.size(), 9u) << testing::PrintToString(lines);
  const std::vector<std::string> pages{"/pymotw.com/2/threading/", "/chriskiehl.com/article/parallelism-in-one-line/",
                                       "/stackoverflow.com/questions/3044580/multiprocessing-vs-threading-Python"};
  std::ptrdiff_t last_start = 0, first_exit = 9;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string thread = "Thread-" + std::to_string(i + 1);
    const std::ptrdiff_t start = placeOf(lines, thread + " starting");
    EXPECT_EQ(placeOf(lines, "Opening " + threads_.info.server_url + pages[i]), start + 1);
    last_start = std::max(last_start, start);
    first_exit = std::min(first_exit, placeOf(lines, thread + " exiting"));
  }
  EXPECT_LT(last_start, first_exit) << "all three start before the first has finished";
}

TEST_F(Claim18, WhileOneSleepsAnotherIsServed) {
  bool served_meanwhile = false;
  for (const Slice& asleep : inState(threads_, TaskState::Io)) {
    if (asleep.duration() < kSleep) continue;
    for (const Slice& running : inState(threads_, TaskState::Running))
      served_meanwhile |= running.task != asleep.task && overlap(running, asleep);
  }
  EXPECT_TRUE(served_meanwhile);
}

}  // namespace
}  // namespace threadmart::claims
