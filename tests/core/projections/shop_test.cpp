#include "core/projections/shop.h"

#include <gmock/gmock.h>
#include <random>

#include "tests/core/projections/literal_run.h"
#include "tests/core/projections/shop_checks.h"

namespace threadmart {
namespace {

using shop_checks::GrowingShop;
using testing::Optional;

RunInfo infoOf(const std::string& executor, unsigned tasks, unsigned workers, WorkerKind kind = WorkerKind::Thread) {
  RunInfo info;
  info.executor = executor;
  info.has_gil = executor == "threads-gil";
  info.tasks.assign(tasks, {"customer", 10});
  info.workers_info.assign(workers, {"worker", kind});
  info.core_ids = {0, 1};
  info.machine.cores = 4;
  return info;
}

GrowingShop shopOf(const LiteralRun& run, RunInfo info) {
  GrowingShop shop(std::move(info));
  shop.append(run.events());
  return shop;
}

Event away(Nanos time, TaskId task, WorkerId worker, std::uint64_t asked) {
  return {.time = time,
          .value = asked,
          .task = task,
          .worker = worker,
          .kind = EventKind::TaskState,
          .detail = static_cast<std::uint8_t>(TaskState::Io)};
}

Event item(Nanos time, TaskId task, std::uint32_t count) {
  return {.time = time, .task = task, .worker = 0, .count = count, .kind = EventKind::ItemScanned};
}

TEST(ShopKindTest, EachExecutorHasAFloorPlan) {
  EXPECT_EQ(shopKind(infoOf("sequential", 1, 1)), ShopKind::OneTill);
  EXPECT_EQ(shopKind(infoOf("threads-gil", 1, 1)), ShopKind::OneScanner);
  EXPECT_EQ(shopKind(infoOf("threads", 1, 1)), ShopKind::FreeTills);
  EXPECT_EQ(shopKind(infoOf("thread-pool", 1, 1)), ShopKind::Trolleys);
  EXPECT_EQ(shopKind(infoOf("thread-pool-gil", 1, 1)), ShopKind::ScannerPool);
  EXPECT_EQ(shopKind(infoOf("futures-threads", 1, 1)), ShopKind::ScannerPool);
  EXPECT_EQ(shopKind(infoOf("process-pool", 1, 1)), ShopKind::Walls);
  EXPECT_EQ(shopKind(infoOf("futures-processes", 1, 1)), ShopKind::Walls);
  EXPECT_EQ(shopKind(infoOf("process-per-task", 1, 1)), ShopKind::PopUpTills);
  EXPECT_EQ(shopKind(infoOf("event-loop", 1, 1)), ShopKind::TicketBoard);
  EXPECT_EQ(shopKind(infoOf("viztracer", 1, 1)), ShopKind::Unknown);
}

TEST(ShopCustomersTest, ComeInWaitAreServedAndGo) {
  GrowingShop shop = shopOf(LiteralRun()
                                .submitted(10, 0)
                                .running(20, 0, 1, 1)
                                .state(30, 0, TaskState::Lock, 1)
                                .running(40, 0, 1, 0)
                                .finished(50, 0, 1, Outcome::Failed),
                            infoOf("threads", 2, 2));
  const auto customer = [&](Nanos time) { return shop.at(time).customers[0]; };
  EXPECT_FALSE(customer(9).submitted);
  EXPECT_TRUE(customer(10).submitted);
  EXPECT_EQ(customer(19), (ShopCustomer{.task = 0, .submitted = true, .since = 10, .items = 10}));
  EXPECT_EQ(customer(20), (ShopCustomer{.task = 0,
                                        .state = TaskState::Running,
                                        .submitted = true,
                                        .worker = 1,
                                        .core = 1,
                                        .since = 20,
                                        .items = 10}));
  EXPECT_EQ(customer(39).state, TaskState::Lock);
  EXPECT_EQ(customer(39).core, kNoCore);
  EXPECT_EQ(customer(49).core, 0);
  EXPECT_EQ(customer(50).state, TaskState::Done);
  EXPECT_EQ(customer(50).outcome, Outcome::Failed);
  EXPECT_EQ(customer(1000).since, 50);
  EXPECT_EQ(customer(1000).worker, 1u);
  EXPECT_FALSE(shop.at(1000).customers[1].submitted) << "the other one never came";
}

TEST(ShopCustomersTest, EmptyTheirBaskets) {
  GrowingShop shop = shopOf(LiteralRun()
                                .submitted(0, 0)
                                .running(1, 0)
                                .add(item(5, 0, 1))
                                .add(item(9, 0, 2))
                                .state(10, 0, TaskState::Io, 0, kNoCore, 2)
                                .state(20, 0, TaskState::Running, 0, 0, 2)
                                .add(item(25, 0, 6)),
                            infoOf("threads", 1, 1));
  const auto scanned = [&](Nanos time) { return shop.at(time).customers[0].scanned; };
  EXPECT_EQ(scanned(4), 0u);
  EXPECT_EQ(scanned(5), 1u);
  EXPECT_EQ(scanned(15), 2u);
  EXPECT_EQ(scanned(25), 6u) << "several since the last event";
  EXPECT_EQ(scanned(8), 1u) << "and back";
}

TEST(ShopCustomersTest, SayHowLongTheyWillBeAwayIfThatWasKnown) {
  GrowingShop shop =
      shopOf(LiteralRun().submitted(0, 0).add(away(10, 0, 0, 500)).running(20, 0).add(away(30, 0, 0, 0)).running(40, 0),
             infoOf("threads", 1, 1));
  EXPECT_THAT(shop.at(10).customers[0].wait, Optional(500));
  EXPECT_EQ(shop.at(20).customers[0].wait, std::nullopt) << "it is back";
  EXPECT_EQ(shop.at(30).customers[0].wait, std::nullopt) << "nobody knew";
  EXPECT_TRUE(shop.index().hasIo());
}

TEST(ShopCustomersTest, GoWithAWorkerThatDies) {
  GrowingShop shop = shopOf(LiteralRun()
                                .submitted(0, 0)
                                .submitted(0, 1)
                                .running(10, 0, 0)
                                .running(10, 1, 1)
                                .worker(20, EventKind::WorkerDied, 0, 9)
                                .finished(25, 0, 0, Outcome::Failed),
                            infoOf("process-pool", 2, 2, WorkerKind::Process));
  EXPECT_EQ(shop.at(20).customers[0].state, TaskState::Done);
  EXPECT_EQ(shop.at(20).customers[0].outcome, Outcome::Failed);
  EXPECT_EQ(shop.at(30).customers[0].since, 20) << "gone since the death, whenever somebody said so";
  EXPECT_EQ(shop.at(20).customers[1].state, TaskState::Running);
}

TEST(ShopTillsTest, OpenAndCloseAndServe) {
  GrowingShop shop = shopOf(LiteralRun()
                                .worker(5, EventKind::WorkerSpawned, 0)
                                .worker(9, EventKind::WorkerStarted, 0, packThread(70, 71))
                                .running(10, 0, 0)
                                .state(20, 0, TaskState::Io, 0)
                                .finished(30, 0, 0)
                                .worker(40, EventKind::WorkerExited, 0),
                            infoOf("threads", 1, 2));
  const auto till = [&](Nanos time) { return shop.at(time).tills[0]; };
  EXPECT_EQ(till(4).state, TillState::NotThere);
  EXPECT_EQ(till(5).state, TillState::Opening);
  EXPECT_EQ(till(5).pid, 0u);
  EXPECT_EQ(till(9).state, TillState::Open);
  EXPECT_EQ(till(9).pid, 70u);
  EXPECT_EQ(till(9).tid, 71u);
  EXPECT_EQ(till(15).served, 0u);
  EXPECT_EQ(till(25).served, kNoTask);
  EXPECT_EQ(till(25).carried, 0u) << "its customer is away, and will be back";
  EXPECT_EQ(till(30).carried, kNoTask);
  EXPECT_EQ(till(45).state, TillState::Closed);
  EXPECT_EQ(till(45).since, 40);
  EXPECT_EQ(shop.at(45).tills[1].state, TillState::NotThere);
}

TEST(ShopTillsTest, ALoopCarriesTheOneThatRuns) {
  GrowingShop shop = shopOf(LiteralRun()
                                .worker(0, EventKind::WorkerStarted, 0)
                                .running(1, 0, 0)
                                .state(2, 0, TaskState::Io, 0)
                                .running(3, 1, 0)
                                .state(4, 1, TaskState::Io, 0),
                            infoOf("event-loop", 2, 1, WorkerKind::Loop));
  EXPECT_EQ(shop.at(3).tills[0].carried, 1u);
  EXPECT_EQ(shop.at(4).tills[0].carried, kNoTask);
}

TEST(ShopTillsTest, KnowWhatTheirProcessesUse) {
  const auto sampled = [](Nanos time, WorkerId worker, std::uint64_t resident, std::uint64_t shared) {
    return LiteralRun()
        .add({.time = time,
              .value = resident,
              .worker = worker,
              .count = 500,
              .kind = EventKind::ProcessSample,
              .detail = 1})
        .add({.time = time, .value = shared, .worker = worker, .kind = EventKind::ProcessShared})
        .events();
  };
  LiteralRun run;
  run.worker(0, EventKind::WorkerStarted, 0, packThread(70, 70));
  for (const Event& event : sampled(10, 0, 100, 30)) run.add(event);
  for (const Event& event : sampled(10, kSubmitter, 1000, 900)) run.add(event);
  for (const Event& event : sampled(20, 0, 200, 50)) run.add(event);
  run.worker(30, EventKind::WorkerExited, 0);
  GrowingShop shop = shopOf(run, infoOf("process-pool", 1, 1, WorkerKind::Process));
  EXPECT_EQ(shop.at(9).tills[0].use, std::nullopt);
  EXPECT_THAT(shop.at(15).tills[0].use, Optional(ProcessUseNow{100, 30, 0.5, true}));
  EXPECT_EQ(shop.at(15).memory_bytes, 70u);
  EXPECT_EQ(shop.at(25).memory_bytes, 150u);
  EXPECT_EQ(shop.at(30).memory_bytes, 0u) << "what has left needs nothing";
  EXPECT_EQ(shop.at(30).tills[0].use, std::nullopt);
  EXPECT_EQ(shop.at(9).parent, std::nullopt);
  EXPECT_EQ(shop.at(15).parent->resident_bytes, 1000u);
}

Event parcel(Nanos time, EventKind kind, WorkerId worker, std::uint32_t number, ParcelLeg leg = ParcelLeg::TaskOut) {
  return {.time = time,
          .value = 100 + number,
          .task = 0,
          .worker = worker,
          .count = number,
          .kind = kind,
          .detail = static_cast<std::uint8_t>(leg)};
}

TEST(ShopTillsTest, ParcelsAreOnTheirWayUntilTheyArrive) {
  GrowingShop shop = shopOf(LiteralRun()
                                .worker(0, EventKind::WorkerStarted, 0)
                                .worker(0, EventKind::WorkerStarted, 1)
                                .add(parcel(10, EventKind::ParcelSent, 0, 1))
                                .add(parcel(11, EventKind::ParcelSent, 1, 2))
                                .add(parcel(15, EventKind::ParcelReceived, 0, 1))
                                .add(parcel(20, EventKind::ParcelSent, 0, 1, ParcelLeg::ResultBack))
                                .add(parcel(25, EventKind::ParcelReceived, 0, 1, ParcelLeg::ResultBack))
                                .worker(30, EventKind::WorkerDied, 1, 9),
                            infoOf("process-pool", 1, 2, WorkerKind::Process));
  const auto numbers = [&](Nanos time) {
    std::vector<std::uint32_t> all;
    for (const Parcel& each : shop.at(time).parcels) all.push_back(each.number);
    return all;
  };
  EXPECT_THAT(numbers(9), testing::IsEmpty());
  EXPECT_THAT(numbers(12), testing::ElementsAre(1, 2));
  EXPECT_THAT(numbers(15), testing::ElementsAre(2));
  EXPECT_THAT(numbers(22), testing::ElementsAre(1, 2));
  EXPECT_THAT(numbers(30), testing::IsEmpty()) << "nobody is left to take it";
  EXPECT_EQ(shop.at(12).tills[0].parcel->received, std::nullopt) << "it has not arrived yet";
  EXPECT_EQ(shop.at(15).tills[0].parcel->received, 15);
  EXPECT_EQ(shop.at(29).tills[0].parcel->leg, ParcelLeg::ResultBack) << "the last one, until the next";
}

TEST(ShopTillsTest, AParcelIsOnItsWayHoweverManyFollowAndOvertakeIt) {
  GrowingShop shop = shopOf(LiteralRun()
                                .worker(0, EventKind::WorkerStarted, 0)
                                .add(parcel(10, EventKind::ParcelSent, 0, 1))
                                .add(parcel(20, EventKind::ParcelSent, 0, 2))
                                .add(parcel(30, EventKind::ParcelReceived, 0, 2))
                                .add(parcel(40, EventKind::ParcelSent, 0, 3))
                                .add(parcel(50, EventKind::ParcelReceived, 0, 1)),
                            infoOf("process-pool", 1, 1, WorkerKind::Process));
  const auto count = [&](Nanos time) { return shop.at(time).parcels.size(); };
  EXPECT_EQ(count(25), 2u);
  EXPECT_EQ(count(35), 1u);
  EXPECT_EQ(count(45), 2u);
  EXPECT_EQ(count(55), 1u);
  EXPECT_EQ(shop.at(55).parcels[0].number, 3u);
}

TEST(ShopAssistantsTest, AreTheCoresThatTheRunMayUse) {
  RunInfo info = infoOf("threads", 2, 2);
  info.core_ids = {3, 1};
  GrowingShop shop = shopOf(LiteralRun().running(10, 0, 0, 1).running(20, 1, 1, 2), info);
  ASSERT_EQ(shop.at(15).assistants.size(), 2u);
  EXPECT_EQ(shop.at(15).assistants[0], (ShopAssistant{.core = 1, .task = 0, .worker = 0}));
  EXPECT_EQ(shop.at(25).assistants[1], (ShopAssistant{.core = 3}));
  info.core_ids = {};
  EXPECT_EQ(shopOf(LiteralRun().running(10, 0, 0, 1), info).at(15).assistants.size(), 4u) << "all of the machine";
}

TEST(ShopAssistantsTest, OthersAreWhatWasBusyAndWasNotOurs) {
  const auto load = [](Nanos time, std::uint64_t busy) {
    return Event{.time = time, .value = busy, .core = 0, .kind = EventKind::CoreLoad};
  };
  GrowingShop shop = shopOf(LiteralRun()
                                .running(20, 0, 0, 0)
                                .running(30, 1, 1, 0)
                                .finished(60, 0, 0)
                                .finished(70, 1, 1)
                                .add(load(100, 800))
                                .running(150, 2, 0, 0)
                                .add(load(200, 400))
                                .add(load(300, 1000)),
                            infoOf("threads", 3, 2));
  EXPECT_EQ(shop.at(99).assistants[0].others, 0.0) << "nothing was sampled yet";
  EXPECT_NEAR(shop.at(100).assistants[0].others, 0.3, 1e-9) << "two of ours at once are not twice the time";
  EXPECT_NEAR(shop.at(200).assistants[0].others, 0.0, 1e-9);
  EXPECT_NEAR(shop.at(300).assistants[0].others, 0.0, 1e-9) << "ours runs on";
  EXPECT_EQ(shop.at(300).assistants[1].others, 0.0);
}

Event handedOver(Nanos time, WorkerId to, WorkerId from, TaskId task) {
  return {.time = time, .value = from, .task = task, .worker = to, .kind = EventKind::GilHandedOver, .detail = 1};
}

LiteralRun twoAtOneScanner() {
  return LiteralRun()
      .submitted(0, 0)
      .submitted(0, 1)
      .running(10, 0, 0, 0)
      .state(12, 1, TaskState::Lock, 1)
      .state(30, 0, TaskState::Lock, 0)
      .add(handedOver(32, 1, 0, 1))
      .running(33, 1, 1, 1)
      .finished(40, 1, 1);
}

TEST(ShopScannerTest, GoesFromOneToTheOther) {
  RunInfo info = infoOf("threads-gil", 2, 2);
  GrowingShop shop = shopOf(twoAtOneScanner(), info);
  EXPECT_EQ(shop.at(5).scanner->holder, kNoWorker);
  EXPECT_EQ(shop.at(10).scanner->task, 0u);
  EXPECT_EQ(shop.at(10).scanner->since, 10);
  EXPECT_EQ(shop.at(31).scanner->task, kNoTask) << "let go of";
  EXPECT_EQ(shop.at(31).scanner->holder, 0u) << "who had it last";
  EXPECT_EQ(shop.at(31).scanner->waiting, 2u);
  EXPECT_EQ(shop.at(31).scanner->handovers, 0u);
  EXPECT_EQ(shop.at(33).scanner->holder, 1u);
  EXPECT_EQ(shop.at(33).scanner->task, 1u);
  EXPECT_EQ(shop.at(33).scanner->handovers, 1u);
  EXPECT_EQ(shop.at(40).scanner->task, kNoTask);
}

TEST(ShopScannerTest, TheBellRingsAnIntervalAfterTheWaitOrTheLastChangeBegan) {
  RunInfo info = infoOf("threads-gil", 2, 2);
  info.switch_interval_ms = 15e-6;  // 15 ns
  GrowingShop shop = shopOf(twoAtOneScanner(), info);
  EXPECT_EQ(shop.at(11).scanner->bell_in, std::nullopt) << "nobody waits";
  EXPECT_THAT(shop.at(12).scanner->bell_in, Optional(15));
  EXPECT_THAT(shop.at(20).scanner->bell_in, Optional(7));
  EXPECT_THAT(shop.at(29).scanner->bell_in, Optional(0)) << "it is ringing";
  EXPECT_THAT(shop.at(35).scanner->bell_in, Optional(12)) << "counted anew since it changed hands at 32";
}

TEST(ShopScannerTest, WhoLosesTheCoreKeepsIt) {
  GrowingShop shop = shopOf(LiteralRun()
                                .running(10, 0, 0, 0)
                                .state(20, 0, TaskState::Ready, 0)
                                .running(30, 0, 0, 1)
                                .state(40, 0, TaskState::Io, 0),
                            infoOf("threads-gil", 1, 1));
  EXPECT_EQ(shop.at(25).scanner->task, 0u);
  EXPECT_EQ(shop.at(35).scanner->since, 10);
  EXPECT_EQ(shop.at(40).scanner->task, kNoTask);
}

// In C, without the scanner: both run, one of them scans.
TEST(ShopScannerTest, WorkInCRunsWithoutIt) {
  GrowingShop shop = shopOf(LiteralRun()
                                .running(10, 0, 0, 0)
                                .add(handedOver(20, 1, 0, 1))
                                .running(21, 1, 1, 1)
                                .state(30, 1, TaskState::Io, 1)
                                .add(handedOver(35, 0, 1, 0)),
                            infoOf("threads-gil", 2, 2));
  EXPECT_EQ(shop.at(25).scanner->task, 1u);
  EXPECT_EQ(shop.at(25).in_state[static_cast<std::size_t>(TaskState::Running)], 2u);
  EXPECT_EQ(shop.at(32).scanner->task, kNoTask);
  EXPECT_EQ(shop.at(35).scanner->task, 0u) << "back from C";
}

TEST(ShopScannerTest, WithoutAGilThereIsNone) {
  EXPECT_EQ(shopOf(twoAtOneScanner(), infoOf("threads", 2, 2)).at(20).scanner, std::nullopt);
}

Event ticket(Nanos time, TaskId task, FutureState state, std::uint64_t result = 0) {
  return {.time = time,
          .value = result,
          .task = task,
          .kind = EventKind::FutureState,
          .detail = static_cast<std::uint8_t>(state)};
}

TEST(ShopTicketsTest, AreHandedOutAndSayWhatCameOfIt) {
  GrowingShop shop = shopOf(LiteralRun()
                                .add(ticket(5, 2, FutureState::Pending))
                                .add(ticket(10, 2, FutureState::Running))
                                .add(ticket(20, 2, FutureState::Done, 42))
                                .add({.time = 25, .task = 2, .kind = EventKind::Callback}),
                            infoOf("futures-threads", 3, 1));
  EXPECT_THAT(shop.at(4).tickets, testing::IsEmpty());
  EXPECT_THAT(shop.at(5).tickets, testing::ElementsAre(ShopTicket{.task = 2, .since = 5}));
  EXPECT_EQ(shop.at(15).tickets[0].state, FutureState::Running);
  EXPECT_EQ(shop.at(15).tickets[0].result, std::nullopt) << "nobody knows yet";
  EXPECT_EQ(shop.at(20).tickets[0],
            (ShopTicket{.task = 2, .state = FutureState::Done, .since = 20, .rang = false, .result = 42}));
  EXPECT_TRUE(shop.at(25).tickets[0].rang);
  EXPECT_TRUE(shop.index().hasTickets());
}

Event counted(Nanos time, TaskId task, WorkerId worker, std::uint64_t says, std::uint32_t at_least) {
  return {.time = time,
          .value = says,
          .task = task,
          .worker = worker,
          .count = at_least,
          .kind = EventKind::CounterWritten};
}

// A worker of a pool counts for several tasks, each from 1: what counts is each task's latest.
TEST(ShopSheetTest, SaysWhatWasWrittenAndWhatItShouldSay) {
  const LiteralRun run = LiteralRun()
                             .add(counted(10, 0, 0, 5, 5))
                             .add(counted(20, 1, 1, 6, 3))
                             .add(counted(30, 0, 0, 10, 10))
                             .add(counted(40, 2, 0, 12, 4));
  GrowingShop shop = shopOf(run, infoOf("thread-pool", 3, 2));
  EXPECT_EQ(shop.at(9).sheet, std::nullopt);
  EXPECT_THAT(shop.at(10).sheet, Optional(ShopSheet{5, 5}));
  EXPECT_THAT(shop.at(20).sheet, Optional(ShopSheet{6, 8}));
  EXPECT_THAT(shop.at(30).sheet, Optional(ShopSheet{10, 13}));
  EXPECT_THAT(shop.at(40).sheet, Optional(ShopSheet{12, 17}));
  EXPECT_EQ(shop.at(40).tills[0].sheet, std::nullopt);
}

TEST(ShopSheetTest, WithinWallsEachTillHasItsOwn) {
  const LiteralRun run =
      LiteralRun().add(counted(10, 0, 0, 5, 5)).add(counted(20, 1, 1, 3, 3)).add(counted(40, 2, 0, 9, 4));
  GrowingShop shop = shopOf(run, infoOf("process-pool", 3, 2, WorkerKind::Process));
  EXPECT_EQ(shop.at(40).sheet, std::nullopt);
  EXPECT_THAT(shop.at(40).tills[0].sheet, Optional(ShopSheet{9, 9}));
  EXPECT_THAT(shop.at(30).tills[1].sheet, Optional(ShopSheet{3, 3}));
}

// Anything at all, in an order that no run would give.
std::vector<Event> randomEvents(unsigned seed, std::size_t count) {
  std::mt19937 engine(seed);
  const auto random = [&engine] { return static_cast<std::uint32_t>(engine()); };
  std::vector<Event> events;
  Nanos time = 0;
  for (std::size_t i = 0; i < count; ++i) {
    time += static_cast<Nanos>(random() % 3);
    Event event;
    event.time = time;
    event.kind = random() % 2 == 0 ? EventKind::TaskState : static_cast<EventKind>(random() % kEventKinds);
    if (event.kind == EventKind::RunFinished && i + 5 < count) event.kind = EventKind::ItemScanned;
    event.task = random() % 20 == 0 ? kNoTask : random() % 5;
    event.worker = random() % 20 == 0 ? kSubmitter : random() % 4;
    event.value = random() % 2 == 0 ? random() % 50 : packThread(70 + random() % 3, 80 + random() % 3);
    event.count = random() % 12;
    event.core = static_cast<std::uint16_t>(random() % 3);
    const bool two = event.kind == EventKind::ParcelSent || event.kind == EventKind::ParcelReceived;
    event.detail = static_cast<std::uint8_t>(random() % (two ? 2 : event.kind == EventKind::TaskState ? 6 : 3));
    events.push_back(event);
  }
  return events;
}

class ShopOfAnything : public testing::TestWithParam<const char*> {
 protected:
  RunInfo info() const {
    const std::string name = GetParam();
    const WorkerKind kind = name == "process-pool" ? WorkerKind::Process
                            : name == "event-loop" ? WorkerKind::Loop
                                                   : WorkerKind::Thread;
    return infoOf(name, 5, 4, kind);
  }
};

TEST_P(ShopOfAnything, IsTheSameLivePlayedAndSoughtBackwards) {
  for (unsigned seed = 0; seed < 10; ++seed) {
    SCOPED_TRACE(seed);
    shop_checks::expectTheSameHoweverReached(randomEvents(seed, 500), info());
    if (HasFatalFailure()) return;
  }
}

TEST_P(ShopOfAnything, SeesEventsThatComeLate) {
  for (unsigned seed = 0; seed < 10; ++seed) {
    SCOPED_TRACE(seed);
    shop_checks::expectLateEventsAreSeen(randomEvents(seed, 300), info());
    if (HasFatalFailure()) return;
  }
}

TEST_P(ShopOfAnything, HasItsCustomersWhereTheirSlicesAre) {
  for (unsigned seed = 0; seed < 10; ++seed) {
    SCOPED_TRACE(seed);
    const std::vector<Event> events = randomEvents(seed, 500);
    GrowingShop shop(info());
    shop.append(events);
    for (const Nanos time : shop_checks::interestingTimes(events)) {
      shop_checks::expectCustomersWhereTheirSlicesAre(shop.at(time), shop.slices());
      if (HasFailure()) return;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Shops, ShopOfAnything,
                         testing::Values("threads", "threads-gil", "process-pool", "event-loop"));

TEST(ShopIndexTest, AskingAgainNeedsNoMoreRoom) {
  GrowingShop shop = shopOf(twoAtOneScanner(), infoOf("threads-gil", 2, 2));
  ShopState state;
  shop.index().at(35, state);
  const auto* customers = state.customers.data();
  const auto* tills = state.tills.data();
  for (Nanos time = 0; time < 50; ++time) shop.index().at(time, state);
  EXPECT_EQ(state.customers.data(), customers);
  EXPECT_EQ(state.tills.data(), tills);
}

TEST(ShopIndexTest, ItsVersionChangesOnlyWithWhatIsNew) {
  GrowingShop shop(infoOf("threads", 1, 1));
  shop.append(LiteralRun().submitted(0, 0).events());
  const std::uint64_t before = shop.index().version();
  shop.append({});
  EXPECT_EQ(shop.index().version(), before);
  shop.append(LiteralRun().running(5, 0).events());
  EXPECT_NE(shop.index().version(), before);
  EXPECT_EQ(shop.index().end(), 5);
}

TEST(ShopIndexTest, AnotherRecordingIsReadFromItsBeginning) {
  const auto slicesOf = [](const LiteralRun& run) {
    return std::make_shared<const std::vector<Slice>>(makeSlices(run.snapshot()));
  };
  const LiteralRun one = LiteralRun().submitted(0, 0).running(5, 0);
  const LiteralRun other = LiteralRun().submitted(0, 0).state(3, 0, TaskState::Io).running(5, 0);
  ShopIndex index;
  ShopState state;
  index.update(slicesOf(one), one.snapshot(), infoOf("threads", 1, 1));
  index.update(slicesOf(other), other.snapshot(), infoOf("threads", 1, 1));
  index.at(4, state);
  EXPECT_EQ(state.customers[0].state, TaskState::Io);
}

TEST(ShopIndexTest, OfNothingIsEmpty) {
  const ShopIndex index;
  ShopState state;
  index.at(100, state);
  ShopState nothing;
  nothing.time = 100;
  EXPECT_EQ(state, nothing);
  EXPECT_EQ(index.kind(), ShopKind::Unknown);
}

}  // namespace
}  // namespace threadmart
