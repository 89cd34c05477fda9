#include "core/projections/tickets.h"

#include <gmock/gmock.h>

#include "tests/core/projections/literal_run.h"

namespace threadmart {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

Event future(Nanos time, TaskId task, FutureState state) {
  return {.time = time, .task = task, .kind = EventKind::FutureState, .detail = static_cast<std::uint8_t>(state)};
}
Event callback(Nanos time, TaskId task, std::uint32_t pid, std::uint32_t tid) {
  return {.time = time, .value = packThread(pid, tid), .task = task, .kind = EventKind::Callback};
}
Event parcel(Nanos time, EventKind kind, std::uint32_t number, ParcelLeg leg, std::uint64_t bytes = 64) {
  return {.time = time,
          .value = bytes,
          .task = 1,
          .worker = 2,
          .count = number,
          .kind = kind,
          .detail = static_cast<std::uint8_t>(leg)};
}

TEST(Tickets, FromPendingToDoneWithTheirCallback) {
  const LiteralRun run = LiteralRun()
                             .add(future(1, 4, FutureState::Pending))
                             .add(future(2, 3, FutureState::Pending))
                             .add(future(5, 4, FutureState::Running))
                             .add(future(9, 4, FutureState::Done))
                             .add(callback(10, 4, 100, 101))
                             .add(future(11, 3, FutureState::Cancelled));
  const std::vector<Ticket> tickets = makeTickets(run.snapshot());
  ASSERT_THAT(tickets, SizeIs(2));
  EXPECT_EQ(tickets[1], (Ticket{4, FutureState::Done, 1, 5, 9, {{10, 100, 101}}}));
  EXPECT_EQ(tickets[0], (Ticket{3, FutureState::Cancelled, 2, std::nullopt, 11, {}}));
}

TEST(Parcels, ThereAndBack) {
  const LiteralRun run = LiteralRun()
                             .add(parcel(1, EventKind::ParcelSent, 0, ParcelLeg::TaskOut))
                             .add(parcel(3, EventKind::ParcelReceived, 0, ParcelLeg::TaskOut))
                             .add(parcel(4, EventKind::ParcelSent, 0, ParcelLeg::ResultBack, 8));
  EXPECT_THAT(makeParcels(run.snapshot()), ElementsAre(Parcel{1, 2, 0, ParcelLeg::TaskOut, 64, 1, 3},
                                                       Parcel{1, 2, 0, ParcelLeg::ResultBack, 8, 4, std::nullopt}));
}

TEST(Parcels, OfTwoAlikeTheFirstSentArrivesFirst) {
  const LiteralRun run = LiteralRun()
                             .add(parcel(1, EventKind::ParcelSent, 0, ParcelLeg::TaskOut))
                             .add(parcel(2, EventKind::ParcelSent, 0, ParcelLeg::TaskOut))
                             .add(parcel(3, EventKind::ParcelReceived, 0, ParcelLeg::TaskOut))
                             .add(parcel(4, EventKind::ParcelReceived, 0, ParcelLeg::TaskOut))
                             .add(parcel(5, EventKind::ParcelReceived, 0, ParcelLeg::TaskOut));
  EXPECT_THAT(makeParcels(run.snapshot()), ElementsAre(Parcel{1, 2, 0, ParcelLeg::TaskOut, 64, 1, 3},
                                                       Parcel{1, 2, 0, ParcelLeg::TaskOut, 64, 2, 4}));
}

TEST(Counter, ItsHistory) {
  const LiteralRun run =
      LiteralRun().add({.time = 3, .value = 7, .task = 1, .worker = 2, .count = 9, .kind = EventKind::CounterWritten});
  EXPECT_THAT(counterHistory(run.snapshot()), ElementsAre(CounterWrite{3, 1, 2, 7, 9}));
}

TEST(Gil, HandoversAndThoseThatWereAskedFor) {
  const LiteralRun run = LiteralRun()
                             .add({.time = 1, .worker = 1, .kind = EventKind::GilHandedOver, .detail = 1})
                             .add({.time = 2, .worker = 0, .kind = EventKind::GilHandedOver})
                             .add({.time = 3, .worker = 1, .kind = EventKind::CounterWritten});
  EXPECT_EQ(gilHandovers(run.snapshot()), (GilHandovers{2, 1}));
}

}  // namespace
}  // namespace threadmart
