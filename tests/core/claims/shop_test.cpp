// The shop never contradicts the recording: at any time of any run, customers are where their slices are, each at one
// till and with one assistant, and the shop is the same whether it was reached live, by playing or by seeking
// backwards.
#include <algorithm>
#include <signal.h>
#include <sys/types.h>
#include <thread>

#include "experiment.h"
#include "tests/core/projections/shop_checks.h"

namespace threadmart::claims {
namespace {

using shop_checks::GrowingShop;

// A bit of everything: CPU, sleeps, pages, uploads, parcels and the stock sheet, more customers than tills.
constexpr const char* kBitOfEverything = R"([
    {"name": "customer", "count": 6, "steps": [
      {"step": "scan", "items": 6}, {"step": "sleep", "ms": 3}, {"step": "scan", "items": 3},
      {"step": "fetch", "url": "/", "delay_ms": 4}, {"step": "send", "bytes": 200000},
      {"step": "count", "times": 20000}, {"step": "upload", "bytes": 70000, "delay_ms": 2},
      {"step": "count", "times": 2000, "locked": true}, {"step": "scan", "items": 2}]},
    {"name": "in a hurry", "steps": [{"step": "sleep", "ms": 1}]}])";

class ShopOf : public testing::TestWithParam<std::string> {
 protected:
  How how() const { return {.executor = GetParam(), .workers = 3}; }
};

void expectThatShopAndSlicesAgree(const Experiment& experiment, bool exact) {
  const std::vector<Event> events = shop_checks::allEvents(experiment.events);
  GrowingShop shop(experiment.info);
  shop.append(events);
  for (const Nanos time : shop_checks::someOf(shop_checks::interestingTimes(events), 4'000)) {
    const ShopState& state = shop.at(time);
    shop_checks::expectCustomersWhereTheirSlicesAre(state, experiment.slices);
    shop_checks::expectPlacesAgree(state);
    shop_checks::expectOnePlaceForEach(state, exact);
    if (testing::Test::HasFailure()) return;
  }
}

// Without work in C, who is served holds the scanner, and nobody else is served.
void expectOneServedAtTheOneScanner(const Experiment& experiment) {
  const std::vector<Event> events = shop_checks::allEvents(experiment.events);
  GrowingShop shop(experiment.info);
  shop.append(events);
  for (const Nanos time : shop_checks::someOf(shop_checks::interestingTimes(events), 4'000)) {
    const ShopState& state = shop.at(time);
    SCOPED_TRACE(testing::Message() << "at " << time);
    ASSERT_TRUE(state.scanner);
    ASSERT_LE(state.in_state[static_cast<std::size_t>(TaskState::Running)], 1u);
    ASSERT_EQ(state.scanner->waiting, state.in_state[static_cast<std::size_t>(TaskState::Lock)]);
    ASSERT_EQ(state.scanner->bell_in.has_value(), state.scanner->waiting > 0);
    for (const ShopCustomer& customer : state.customers) {
      if (customer.state != TaskState::Running) continue;
      ASSERT_EQ(state.scanner->task, customer.task);
      ASSERT_EQ(state.scanner->holder, customer.worker);
    }
  }
  EXPECT_EQ(shop.at(shop.index().end()).scanner->handovers, gilHandovers(experiment.events).count);
}

void expectThatTheShopIsEmptyAtTheEnd(const Experiment& experiment) {
  GrowingShop shop(experiment.info);
  shop.append(shop_checks::allEvents(experiment.events));
  const ShopState& end = shop.at(shop.index().end());
  EXPECT_EQ(end.in_state[static_cast<std::size_t>(TaskState::Done)], experiment.info.tasks.size());
  EXPECT_TRUE(end.parcels.empty()) << "every parcel has arrived";
  EXPECT_EQ(end.memory_bytes, 0u);
  for (const ShopTill& till : end.tills) {
    EXPECT_TRUE(till.state == TillState::Closed || till.state == TillState::NotThere) << "till " << till.worker;
    EXPECT_EQ(till.carried, kNoTask);
  }
  for (const ShopAssistant& assistant : end.assistants) EXPECT_EQ(assistant.task, kNoTask);
  for (const ShopCustomer& customer : end.customers) EXPECT_EQ(customer.scanned, customer.items);
  for (const ShopTicket& ticket : end.tickets) EXPECT_TRUE(ticket.rang && ticket.state == FutureState::Done);
}

TEST_P(ShopOf, AgreesWithTheSlicesAtAnyTime) {
  const Experiment experiment = perform(fromTasks(kBitOfEverything), how());
  expectThatShopAndSlicesAgree(experiment, runningIsExact(experiment));
  if (experiment.info.has_gil) expectOneServedAtTheOneScanner(experiment);
  expectThatTheShopIsEmptyAtTheEnd(experiment);
}

TEST_P(ShopOf, IsTheSameLivePlayedAndSoughtBackwards) {
  const Experiment experiment = perform(fromTasks(kBitOfEverything), how());
  const std::vector<Event> events = shop_checks::allEvents(experiment.events);
  shop_checks::expectTheSameHoweverReached(events, experiment.info);
  shop_checks::expectLateEventsAreSeen(events, experiment.info);
}

TEST_P(ShopOf, AgreesWithTheSlicesWhereTheKernelDoesNotTellOfItsSwitches) {
  RunOptions options = optionsFor(how());
  options.scheduler_switches = false;
  Status nobody;
  const CancelToken never;
  const Experiment experiment = readResult(run(fromTasks(kBitOfEverything), options, nobody, never));
  ASSERT_EQ(experiment.result.outcome, Outcome::Done) << experiment.result.error;
  expectThatShopAndSlicesAgree(experiment, runningIsExact(experiment));
  shop_checks::expectTheSameHoweverReached(shop_checks::allEvents(experiment.events), experiment.info);
}

std::vector<std::string> allExecutors() {
  std::vector<std::string> names;
  for (const ExecutorDescription& executor : executors()) names.push_back(executor.name);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Executors, ShopOf, testing::ValuesIn(allExecutors()), executorOf);

// Looks at the shop while the run goes on, as a window does, and keeps what it saw.
class Onlooker : public Status {
 public:
  ~Onlooker() override { leave(); }
  void started(std::shared_ptr<const Recording> recording) override {
    eyes_ = std::thread([this, recording] { look(*recording); });
  }
  void leave() {
    done_ = true;
    if (eyes_.joinable()) eyes_.join();
  }
  const std::vector<ShopState>& seen() const { return seen_; }

 private:
  void look(const Recording& recording) {
    const auto builder = std::make_shared<SliceBuilder>();
    ShopIndex index;
    while (!done_) {
      const Snapshot snapshot = recording.snapshot();
      builder->update(snapshot);
      index.update({builder, &builder->slices()}, snapshot, recording.info());
      index.at(index.end() - 1, seen_.emplace_back());  // of the very last instant more may follow
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }
  std::thread eyes_;
  std::atomic<bool> done_{false};
  std::vector<ShopState> seen_;
};

// A late event may change what was seen before it came: then, and only then, the two may differ.
TEST_P(ShopOf, WasSeenLiveAsItIsShownAfterwards) {
  Onlooker onlooker;
  const CancelToken never;
  const Experiment experiment = readResult(run(fromTasks(kBitOfEverything), optionsFor(how()), onlooker, never));
  onlooker.leave();
  if (experiment.events.generation() > 0) GTEST_SKIP() << "an event came late";
  GrowingShop shop(experiment.info);
  shop.append(shop_checks::allEvents(experiment.events));
  ASSERT_FALSE(onlooker.seen().empty());
  for (const ShopState& seen : onlooker.seen()) {
    ASSERT_TRUE(seen == shop.at(seen.time)) << shop_checks::difference(seen, shop.at(seen.time));
  }
}

// ---- Where a worker process dies in the middle.
class KillsAWorker : public Status {
 public:
  ~KillsAWorker() override {
    if (killer_.joinable()) killer_.join();
  }
  void started(std::shared_ptr<const Recording> recording) override {
    killer_ = std::thread([recording] {
      for (bool over = false; !over; std::this_thread::sleep_for(std::chrono::milliseconds(1))) {
        std::map<WorkerId, std::uint32_t> pids;
        for (const Event& event : shop_checks::allEvents(recording->snapshot())) {
          if (event.kind == EventKind::WorkerStarted) pids[event.worker] = pidOf(event.value);
          if (event.kind == EventKind::RunFinished) over = true;
          if (event.kind != EventKind::ItemScanned) continue;
          kill(static_cast<pid_t>(pids.at(event.worker)), SIGKILL);
          return;
        }
      }
    });
  }

 private:
  std::thread killer_;
};

TEST(ShopOfAKilledWorker, ClosesItsTillAndLetsItsCustomerGo) {
  KillsAWorker killer;
  const CancelToken never;
  const Experiment experiment = readResult(run(fromTasks(R"([{"name": "customer", "count": 4, "steps": [
      {"step": "scan", "items": 200}]}])"),
                                               optionsFor({.executor = "process-pool", .workers = 2}), killer, never));
  ASSERT_EQ(experiment.result.outcome, Outcome::Failed);
  // Until its parent notices the death, nobody says that the worker has left its core.
  constexpr bool kExact = false;
  expectThatShopAndSlicesAgree(experiment, kExact);
  shop_checks::expectTheSameHoweverReached(shop_checks::allEvents(experiment.events), experiment.info);
  GrowingShop shop(experiment.info);
  shop.append(shop_checks::allEvents(experiment.events));
  const ShopState& end = shop.at(shop.index().end());
  EXPECT_EQ(std::count_if(end.tills.begin(), end.tills.end(),
                          [](const ShopTill& till) { return till.state == TillState::Died; }),
            1);
  EXPECT_TRUE(end.parcels.empty());
}

}  // namespace
}  // namespace threadmart::claims
