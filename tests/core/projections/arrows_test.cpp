// Who woke whom, from literal events.
#include "core/projections/arrows.h"

#include <gmock/gmock.h>

#include "tests/core/projections/literal_run.h"

namespace threadmart {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Event handOver(Nanos time, WorkerId from, WorkerId to, TaskId task, bool asked = false) {
  return {.time = time,
          .value = from,
          .task = task,
          .worker = to,
          .kind = EventKind::GilHandedOver,
          .detail = static_cast<std::uint8_t>(asked)};
}
Event parcel(Nanos time, EventKind kind, ParcelLeg leg, std::uint32_t number = 0) {
  return {.time = time,
          .value = 4096,
          .task = 1,
          .worker = 2,
          .count = number,
          .kind = kind,
          .detail = static_cast<std::uint8_t>(leg)};
}
Event future(Nanos time, TaskId task, FutureState state, WorkerId worker) {
  return {.time = time,
          .task = task,
          .worker = worker,
          .kind = EventKind::FutureState,
          .detail = static_cast<std::uint8_t>(state)};
}
Event callback(Nanos time, TaskId task, WorkerId worker) {
  return {.time = time, .task = task, .worker = worker, .kind = EventKind::Callback};
}

TEST(Arrows, TheScannerGoesFromWhoStoppedScanningToWhoTookIt) {
  const LiteralRun run = LiteralRun()
                             .running(10, 5, 0)
                             .state(20, 6, TaskState::Lock, 1)
                             .state(30, 5, TaskState::Lock, 0)
                             .add(handOver(32, 0, 1, 6, true))
                             .running(33, 6, 1);
  EXPECT_THAT(makeArrows(run.snapshot()), ElementsAre(Arrow{.from_time = 30,
                                                            .to_time = 32,
                                                            .from_task = 5,
                                                            .to_task = 6,
                                                            .from_worker = 0,
                                                            .to_worker = 1,
                                                            .asked = true}));
}

TEST(Arrows, ALostCoreIsNoLostScannerAndLaterStatesDoNotMoveTheStop) {
  const LiteralRun run = LiteralRun()
                             .running(10, 5, 0)
                             .state(15, 5, TaskState::Ready, 0)
                             .running(18, 5, 0)
                             .state(30, 5, TaskState::Io, 0)
                             .state(40, 5, TaskState::Lock, 0)
                             .add(handOver(50, 0, 1, 6));
  const std::vector<Arrow> arrows = makeArrows(run.snapshot());
  ASSERT_THAT(arrows, SizeIs(1));
  EXPECT_EQ(arrows[0].from_time, 30);
  EXPECT_FALSE(arrows[0].asked);
}

TEST(Arrows, WhoHasNoCoreStillHasTheScanner) {
  const LiteralRun run = LiteralRun()
                             .running(10, 5, 0)
                             .state(15, 5, TaskState::Ready, 0)
                             .state(30, 5, TaskState::Lock, 0)
                             .add(handOver(32, 0, 1, 6));
  const std::vector<Arrow> arrows = makeArrows(run.snapshot());
  ASSERT_THAT(arrows, SizeIs(1));
  EXPECT_EQ(arrows[0].from_time, 30);
}

TEST(Arrows, AWorkerThatFinishedItsTaskHandsOverToo) {
  const LiteralRun run = LiteralRun().running(10, 5, 0).finished(25, 5, 0).add(handOver(26, 0, 1, 6));
  const std::vector<Arrow> arrows = makeArrows(run.snapshot());
  ASSERT_THAT(arrows, SizeIs(1));
  EXPECT_EQ(arrows[0].from_task, 5u);
  EXPECT_EQ(arrows[0].from_time, 25);
}

TEST(Arrows, WhoNeverScannedHandsNothingOver) {
  EXPECT_THAT(makeArrows(LiteralRun().add(handOver(26, 0, 1, 6)).snapshot()), IsEmpty());
}

TEST(Arrows, ParcelsGoOutAndResultsComeBack) {
  const LiteralRun run = LiteralRun()
                             .add(parcel(1, EventKind::ParcelSent, ParcelLeg::TaskOut))
                             .add(parcel(3, EventKind::ParcelReceived, ParcelLeg::TaskOut))
                             .add(parcel(7, EventKind::ParcelSent, ParcelLeg::ResultBack))
                             .add(parcel(9, EventKind::ParcelReceived, ParcelLeg::ResultBack))
                             .add(parcel(11, EventKind::ParcelSent, ParcelLeg::TaskOut, 1));  // still on its way
  const std::vector<Arrow> arrows = makeArrows(run.snapshot());
  ASSERT_THAT(arrows, SizeIs(2));
  EXPECT_EQ(arrows[0], (Arrow{.from_time = 1,
                              .to_time = 3,
                              .from_task = 1,
                              .to_task = 1,
                              .from_worker = kSubmitter,
                              .to_worker = 2,
                              .bytes = 4096,
                              .kind = ArrowKind::Parcel}));
  EXPECT_EQ(arrows[1].from_worker, 2u);
  EXPECT_EQ(arrows[1].to_worker, kSubmitter);
}

TEST(Arrows, ACallbackIsRungByTheTillThatCarriedTheTask) {
  const LiteralRun run = LiteralRun()
                             .add(future(0, 4, FutureState::Pending, kSubmitter))
                             .running(2, 4, 1)
                             .finished(8, 4, 1)
                             .add(future(9, 4, FutureState::Done, kSubmitter))
                             .add(callback(10, 4, kSubmitter));
  const std::vector<Arrow> arrows = makeArrows(run.snapshot());
  ASSERT_THAT(arrows, SizeIs(1));
  EXPECT_EQ(arrows[0], (Arrow{.from_time = 9,
                              .to_time = 10,
                              .from_task = 4,
                              .to_task = 4,
                              .from_worker = 1,
                              .to_worker = kSubmitter,
                              .kind = ArrowKind::Callback}));
}

TEST(Arrows, GrowToWhatTheyWouldBeAtOnceAndStartAnewWithTheGeneration) {
  Recording recording{RunInfo{}};
  ArrowBuilder growing;
  LiteralRun run;
  for (Nanos turn = 0; turn < 300; ++turn) {
    const auto from = static_cast<WorkerId>(turn % 3), to = static_cast<WorkerId>((turn + 1) % 3);
    run.running(turn * 10, from, from)
        .state(turn * 10 + 8, from, TaskState::Lock, from)
        .add(handOver(turn * 10 + 9, from, to, to));
  }
  for (std::size_t i = 0; i < run.events().size(); i += 7) {
    recording.append(std::span(run.events()).subspan(i, std::min<std::size_t>(7, run.events().size() - i)));
    growing.update(recording.snapshot());
  }
  EXPECT_EQ(growing.arrows(), makeArrows(recording.snapshot()));
  EXPECT_THAT(growing.arrows(), SizeIs(300));
  const std::uint64_t version = growing.version();
  growing.update(recording.snapshot());
  EXPECT_EQ(growing.version(), version);
  recording.insertLate({.time = 5,
                        .task = 0,
                        .worker = 0,
                        .kind = EventKind::TaskState,
                        .detail = static_cast<std::uint8_t>(TaskState::Lock)});
  growing.update(recording.snapshot());
  EXPECT_EQ(growing.arrows(), makeArrows(recording.snapshot()));
  EXPECT_EQ(growing.arrows()[0].from_time, 5);
  EXPECT_GT(growing.version(), version);
}

TEST(Arrows, WithinFindsAllThatTouchTheRangeAndNoMoreThanAskedFor) {
  LiteralRun run;
  run.add(parcel(0, EventKind::ParcelSent, ParcelLeg::TaskOut, 77));
  for (std::uint32_t i = 0; i < 500; ++i)
    run.add(parcel(i * 10, EventKind::ParcelSent, ParcelLeg::TaskOut, i))
        .add(parcel(i * 10 + 4, EventKind::ParcelReceived, ParcelLeg::TaskOut, i));
  run.add(parcel(6000, EventKind::ParcelReceived, ParcelLeg::TaskOut, 77));
  ArrowBuilder builder;
  builder.update(run.snapshot());
  ASSERT_THAT(builder.arrows(), SizeIs(501));
  for (const auto& [begin, end] :
       {std::pair<Nanos, Nanos>{0, 10'000}, {95, 131}, {4990, 5003}, {7000, 8000}, {14, 14}}) {
    std::vector<Arrow> slowly;
    for (const Arrow& arrow : builder.arrows())
      if (arrow.to_time >= begin && arrow.from_time <= end) slowly.push_back(arrow);
    EXPECT_EQ(builder.within(begin, end, 1000), slowly) << begin;
  }
  EXPECT_THAT(builder.within(0, 10'000, 20), SizeIs(20));
}

}  // namespace
}  // namespace threadmart
