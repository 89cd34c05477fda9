#include "core/projections/load.h"

#include <gmock/gmock.h>

#include "tests/core/projections/literal_run.h"

namespace threadmart {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Load, SeriesOfEachCore) {
  const LiteralRun run = LiteralRun()
                             .add({.time = 200, .value = 900, .count = 500, .core = 1, .kind = EventKind::CoreLoad})
                             .add({.time = 200, .value = 100, .count = 0, .core = 0, .kind = EventKind::CoreLoad})
                             .add({.time = 400, .value = 1000, .count = 250, .core = 1, .kind = EventKind::CoreLoad});
  const std::vector<CoreSeries> cores = coreLoad(run.snapshot());
  ASSERT_THAT(cores, SizeIs(2));
  EXPECT_EQ(cores[0].core, 0);
  EXPECT_THAT(cores[0].samples, ElementsAre(LoadSample{200, 0.1, 0}));
  EXPECT_THAT(cores[1].samples, ElementsAre(LoadSample{200, 0.9, 0.5}, LoadSample{400, 1, 0.25}));
}

TEST(Load, SeriesOfEachProcessTheParentLast) {
  const LiteralRun run =
      LiteralRun()
          .add({.time = 5, .value = 9000, .worker = kSubmitter, .count = 10, .kind = EventKind::ProcessSample})
          .add({.time = 5, .value = 700, .worker = 3, .count = 1500, .kind = EventKind::ProcessSample, .detail = 1})
          .add({.time = 5, .value = 200, .worker = 3, .kind = EventKind::ProcessShared})
          .add({.time = 5, .value = 1, .worker = 8, .kind = EventKind::ProcessShared});
  const std::vector<ProcessSeries> processes = processUse(run.snapshot());
  ASSERT_THAT(processes, SizeIs(2));
  EXPECT_EQ(processes[0].worker, 3u);
  EXPECT_THAT(processes[0].samples, ElementsAre(ProcessUseSample{5, 700, 200, 1.5, true}));
  EXPECT_EQ(processes[1].worker, kSubmitter);
  EXPECT_THAT(processes[1].samples, ElementsAre(ProcessUseSample{5, 9000, 0, 0.01, false}));
}

TEST(Load, OwnShareOfEachCoreInAWindow) {
  const std::vector<Slice> slices{
      {.begin = 0, .end = 40, .task = 0, .core = 0, .state = TaskState::Running},
      {.begin = 10, .end = 300, .task = 1, .core = 2, .state = TaskState::Running},
      {.begin = 40, .end = 90, .task = 0, .state = TaskState::Io},
      {.begin = 90, .end = 95, .task = 0, .core = 0, .state = TaskState::Running},
      {.begin = 120, .end = 130, .task = 0, .core = 0, .state = TaskState::Running},
  };
  EXPECT_THAT(ownLoad(slices, 20, 120), ElementsAre(DoubleEq(0.25), DoubleEq(0), DoubleEq(1)));
  EXPECT_THAT(ownLoad(slices, 400, 500), IsEmpty());
}

TEST(Load, TwoAtOnceOnACoreAreStillOneCore) {
  const std::vector<Slice> slices{{.begin = 0, .end = 60, .task = 0, .core = 0, .state = TaskState::Running},
                                  {.begin = 30, .end = 80, .task = 1, .core = 0, .state = TaskState::Running}};
  EXPECT_THAT(ownLoad(slices, 0, 100), ElementsAre(DoubleEq(0.8)));
}

}  // namespace
}  // namespace threadmart
