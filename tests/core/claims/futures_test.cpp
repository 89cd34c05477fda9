// A ticket for every customer: concurrent.futures (claims 25, 26 and 27).
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "experiment.h"

namespace threadmart::claims {
namespace {

std::uint32_t parentOf(const Experiment& experiment) {
  const std::vector<Event> started = eventsOf(experiment, EventKind::RunStarted);
  return started.empty() ? 0 : pidOf(started.front().value);
}

class Claim25 : public testing::TestWithParam<std::string> {
 protected:
  const Experiment desk_ =
      perform("futures", {.executor = GetParam(), .parameters = {{"sleep", 60}, {"delay", 20}}, .workers = 1});
  const std::vector<Ticket> tickets_ = makeTickets(desk_.events);
};

TEST_P(Claim25, ATicketGoesFromPendingToRunningToDone) {
  ASSERT_EQ(tickets_.size(), 3u);
  for (const Ticket& ticket : tickets_) {
    EXPECT_EQ(ticket.state, FutureState::Done);
    ASSERT_TRUE(ticket.pending && ticket.running && ticket.ended);
    EXPECT_LE(*ticket.pending, *ticket.running);
    const TaskNumbers& task = desk_.numbers.tasks[ticket.task];
    EXPECT_LE(*ticket.running, task.start) << "the ticket says so before the work begins";
    EXPECT_GE(*ticket.ended, task.end) << "and is done only when the work is";
  }
}

TEST_P(Claim25, WhoHasNoWorkerYetIsPending) {
  ASSERT_EQ(tickets_.size(), 3u);
  for (std::size_t i = 1; i < 3; ++i) {
    EXPECT_LT(*tickets_[i].pending, *tickets_[i - 1].ended) << "submit does not wait";
    EXPECT_GE(*tickets_[i].running, *tickets_[i - 1].ended) << "there is one worker";
  }
}

TEST_P(Claim25, TheCallbackRingsAfterDoneAtTheSubmittersDesk) {
  ASSERT_EQ(tickets_.size(), 3u);
  for (const Ticket& ticket : tickets_) {
    ASSERT_EQ(ticket.callbacks.size(), 1u);
    EXPECT_GE(ticket.callbacks[0].time, *ticket.ended);
    EXPECT_EQ(ticket.callbacks[0].pid, parentOf(desk_));
  }
  const std::vector<std::uint32_t> workers = workerPids(desk_);
  const bool in_the_parent = workers == std::vector<std::uint32_t>{parentOf(desk_)};
  EXPECT_EQ(in_the_parent, GetParam() == "futures-threads");
}

INSTANTIATE_TEST_SUITE_P(Futures, Claim25, testing::Values("futures-threads", "futures-processes"), executorOf);

TEST(Claim26, OfFiveTrolleysTwoAreNeverUsed) {
  const Experiment pool = perform("futures", {.parameters = {{"sleep", 1000}, {"delay", 20}}});
  EXPECT_EQ(pool.info.executor, "futures-threads");
  EXPECT_EQ(pool.info.workers, 5u);
  EXPECT_EQ(eventsOf(pool, EventKind::WorkerStarted).size(), 3u);
  std::vector<std::string> idle;
  for (const Lane& lane : makeLanes(pool.slices, pool.info, LaneBy::Worker).lanes) {
    if (lane.slices.empty()) idle.push_back(lane.name);
  }
  EXPECT_THAT(idle, testing::IsSupersetOf({"ThreadPoolExecutor-0_3", "ThreadPoolExecutor-0_4"}));
}

TEST(Claim27, ProcessPoolExecutorUsesProcessesUnderneath) {
  const Scenario power = fromCatalogue("power");
  const std::map<std::string, double> numbers{{"tasks", 8}, {"to", 7000}};
  const Experiment line = perform(power, {.executor = "sequential", .parameters = numbers});
  const auto seen = [&](const Experiment& pool) {
    EXPECT_EQ(pool.info.results_digest, line.info.results_digest);
    std::set<std::uint32_t> pids{parentOf(pool)};
    for (const std::uint32_t pid : workerPids(pool)) pids.insert(pid);
    EXPECT_EQ(pids.size(), 3u) << "two workers and the parent";
    const std::vector<Ticket> tickets = makeTickets(pool.events);
    EXPECT_EQ(tickets.size(), 8u);
    for (const Ticket& ticket : tickets) EXPECT_EQ(ticket.state, FutureState::Done);
    return coresHere() < 2 || ranOnTwoCoresAtOnce(pool);  // the picture of claim 21, with tickets
  };
  EXPECT_TRUE(seenInTime(power, {.executor = "futures-processes", .parameters = numbers, .workers = 2}, seen));
}

}  // namespace
}  // namespace threadmart::claims
