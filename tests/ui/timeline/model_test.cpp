// Lanes, the mip, and growing: what is drawn must be what the slices say, however it is looked up.
#include "ui/timeline/model.h"

#include <gtest/gtest.h>
#include <random>

#include "tests/support/hand_made_run.h"
#include "ui/timeline/columns.h"

namespace threadmart {
namespace {

using namespace testing_support;

// Tasks that run and wait in turns, each in a lane of its own, in slices of 1 to 40 µs.
std::vector<Slice> turns(unsigned tasks, std::size_t count, unsigned seed = 7) {
  std::mt19937 random(seed);
  std::vector<Nanos> now(tasks);
  std::vector<Slice> slices;
  for (std::size_t i = 0; i < count; ++i) {
    const TaskId task = static_cast<TaskId>(i % tasks);
    const Nanos length = 1000 + static_cast<Nanos>(random() % 39'000);
    const TaskState state = i / tasks % 2 ? TaskState::Io : TaskState::Running;
    slices.push_back({.begin = now[task], .end = now[task] + length, .task = task, .worker = task, .state = state});
    now[task] += length;
  }
  std::stable_sort(slices.begin(), slices.end(), [](const Slice& a, const Slice& b) { return a.begin < b.begin; });
  return slices;
}

RunInfo infoFor(unsigned tasks) {
  RunInfo info;
  for (unsigned i = 0; i < tasks; ++i) info.tasks.push_back({"customer " + std::to_string(i + 1), 0});
  return info;
}

// The shares of one lane in one bin, slice by slice.
Cell slowly(const TimelineModel& model, std::size_t lane, double from, double to) {
  CellSum sum;
  for (const Slice& slice : model.slices()) {
    if (laneOf(slice, model.by()) != model.lanes()[lane].id()) continue;
    const double part = std::min(to, static_cast<double>(slice.end)) - std::max(from, static_cast<double>(slice.begin));
    if (part > 0) sum.add(slice.state, slice.task, part);
  }
  return sum.cell(to - from);
}

TEST(Model, LanesAreNamedEvenWhenNothingHappensInThem) {
  const Projected run(*pages("process-pool"));
  for (const LaneBy by : {LaneBy::Task, LaneBy::Worker, LaneBy::Core}) {
    TimelineModel model(by);
    model.update(run.slices, run.info, run.numbers);
    const Lanes lanes = makeLanes(*run.slices, run.info, by);
    ASSERT_EQ(model.lanes().size(), lanes.lanes.size());
    for (std::size_t i = 0; i < lanes.lanes.size(); ++i) {
      EXPECT_EQ(model.lanes()[i].id(), lanes.lanes[i].id);
      EXPECT_EQ(model.lanes()[i].name(), laneWords(lanes.lanes[i].id, run.info, by, Words::Shop));
      std::vector<Slice> slices;
      for (const std::uint32_t number : model.lanes()[i].index())
        if ((*run.slices)[number].duration() > 0) slices.push_back((*run.slices)[number]);
      EXPECT_EQ(slices, lanes.lanes[i].slices);
    }
  }
}

TEST(Model, SliceAtATime) {
  const Projected run(*allStates());
  TimelineModel model(LaneBy::Task);
  model.update(run.slices, run.info, run.numbers);
  EXPECT_EQ(model.sliceAt(0, 70 * kMs)->state, TaskState::Io);
  EXPECT_EQ(model.sliceAt(0, 170 * kMs)->state, TaskState::Running);
  EXPECT_EQ(model.sliceAt(0, 0)->state, TaskState::Queued);
  EXPECT_EQ(model.sliceAt(0, 500 * kMs), nullptr);
  EXPECT_EQ(model.sliceAt(99, 0), nullptr);
}

TEST(Model, InAnEventLoopTheOneThatRunsIsFound) {
  const Projected run(*pages("event-loop"));
  TimelineModel model(LaneBy::Worker);
  model.update(run.slices, run.info, run.numbers);
  const Slice* slice = model.sliceAt(0, 530 * kMs);
  ASSERT_NE(slice, nullptr);
  EXPECT_EQ(slice->state, TaskState::Running);
  EXPECT_EQ(slice->task, 0u);
}

class Resolution : public testing::TestWithParam<double> {};

// Exact as long as slices are looked at; with the mip within the width of two of its bins.
TEST_P(Resolution, CellsSayWhatTheSlicesSay) {
  const auto slices = std::make_shared<const std::vector<Slice>>(turns(2, 40'000));
  TimelineModel model(LaneBy::Task);
  model.update(slices, infoFor(2), {});
  const double width = GetParam();
  const Bins bins{width * 3, width, 60};
  for (std::size_t lane = 0; lane < 2; ++lane) {
    const TimelineLane& strip = model.lanes()[lane];
    const std::vector<Cell> cells = laneCells(strip, model.slices(), bins);
    ASSERT_EQ(cells.size(), bins.count);
    const bool exact =
        strip.within(static_cast<Nanos>(bins.origin), static_cast<Nanos>(bins.origin + width * 60), model.slices())
            .size() <= 4 * 60;
    const double slack = exact ? 1 : 3 + 255.0 * 2 * static_cast<double>(strip.mip().bin()) / width;
    for (std::size_t i = 0; i < bins.count; ++i) {
      const double from = bins.origin + width * static_cast<double>(i);
      const Cell expected = slowly(model, lane, from, from + width);
      EXPECT_NEAR(cells[i].running, expected.running, slack);
      EXPECT_NEAR(cells[i].waited, expected.waited, slack);
      if (!expected.empty()) {
        EXPECT_EQ(cells[i].task, lane);
      }
    }
  }
}
INSTANTIATE_TEST_SUITE_P(Widths, Resolution, testing::Values(700, 9'000, 110'000, 400'000, 3'000'000, 6'000'000));

TEST(Model, GrowsToWhatItWouldBeAtOnce) {
  const std::vector<Slice> all = turns(3, 30'000);
  const RunInfo info = infoFor(3);
  auto growing = std::make_shared<std::vector<Slice>>();
  TimelineModel grown(LaneBy::Task), at_once(LaneBy::Task);
  std::size_t count = 0;
  while (count < all.size()) {
    for (Slice& slice : *growing) {  // what was open has ended in the meantime
      slice.open = false;
      slice.end = all[static_cast<std::size_t>(&slice - growing->data())].end;
    }
    const std::size_t next = std::min(all.size(), count + count / 3 + 11);
    for (; count < next; ++count) growing->push_back(all[count]);
    const Nanos now = growing->back().begin;
    for (Slice& slice : *growing)
      if (slice.end > now && count < all.size()) {
        slice.open = true;
        slice.end = now;
      }
    grown.update(growing, info, {});
  }
  at_once.update(std::make_shared<const std::vector<Slice>>(all), info, {});
  EXPECT_EQ(grown.end(), at_once.end());
  ASSERT_EQ(grown.lanes().size(), 3u);
  const double width = static_cast<double>(grown.end()) / 200;
  for (std::size_t lane = 0; lane < 3; ++lane) {
    EXPECT_TRUE(std::ranges::equal(grown.lanes()[lane].index(), at_once.lanes()[lane].index()));
    EXPECT_FALSE(grown.lanes()[lane].mip().empty());
    const auto cells = laneCells(grown.lanes()[lane], grown.slices(), {0, width, 200});
    for (std::size_t i = 0; i < cells.size(); ++i)
      EXPECT_NEAR(cells[i].running,
                  slowly(at_once, lane, width * static_cast<double>(i), width * static_cast<double>(i + 1)).running,
                  3 + 255.0 * 2 * static_cast<double>(grown.lanes()[lane].mip().bin()) / width);
  }
}

TEST(Model, AnotherGenerationIsReadAnew) {
  auto slices = std::make_shared<std::vector<Slice>>(turns(2, 5000));
  TimelineModel model(LaneBy::Task);
  model.update(slices, infoFor(2), {}, 1);
  *slices = turns(2, 6000, 99);
  model.update(slices, infoFor(2), {}, 2);
  TimelineModel fresh(LaneBy::Task);
  fresh.update(slices, infoFor(2), {}, 2);
  EXPECT_EQ(model.end(), fresh.end());
  for (std::size_t lane = 0; lane < 2; ++lane)
    EXPECT_EQ(laneCells(model.lanes()[lane], model.slices(), {0, 50'000, 300}),
              laneCells(fresh.lanes()[lane], fresh.slices(), {0, 50'000, 300}));
}

TEST(Model, TakesLittleMemory) {
  const std::size_t count = 400'000;
  TimelineModel model(LaneBy::Task);
  model.update(std::make_shared<const std::vector<Slice>>(turns(8, count)), infoFor(8), {});
  EXPECT_LE(model.bytes(), count * 10);
}

TEST(Mip, OverlappingWaitsDoNotCostMoreThanTheyAre) {
  std::vector<Slice> slices;  // all away at once, as in an event loop
  std::vector<std::uint32_t> index;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    slices.push_back({.begin = i, .end = 1'000'000 + i, .task = i, .worker = 0, .state = TaskState::Io});
    index.push_back(i);
  }
  const std::vector<Cell> cells = binned(index, slices, {0, 10'000, 110});
  EXPECT_EQ(cells[50].waited, 255);
  EXPECT_EQ(cells[50].waiting, TaskState::Io);
  EXPECT_TRUE(cells[105].empty());
}

TEST(Columns, DoNotShimmerWhenTheViewMoves) {
  const auto slices = std::make_shared<const std::vector<Slice>>(turns(1, 60'000));
  TimelineModel model(LaneBy::Task);
  model.update(slices, infoFor(1), {});
  const TimeRange range{0, model.end() / 2};
  const ColumnGrid before({range, 0, 500});
  const Nanos pixel = range.length() / 500;
  const ColumnGrid after({panned(range, 37 * pixel), 0, 500});
  const auto shift =
      static_cast<std::size_t>(std::llround((after.bins.origin - before.bins.origin) / before.bins.width));
  const auto first = laneCells(model.lanes()[0], model.slices(), before.bins);
  const auto second = laneCells(model.lanes()[0], model.slices(), after.bins);
  for (std::size_t i = 0; i + shift < first.size(); ++i) EXPECT_EQ(first[i + shift], second[i]) << i;
}

}  // namespace
}  // namespace threadmart
