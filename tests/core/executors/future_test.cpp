#include "core/executors/future.h"

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "core/events/ring_set.h"
#include "core/executors/task_queue.h"

namespace threadmart {
namespace {

class FutureTest : public testing::Test {
 protected:
  RingSet rings_{1, false};
  EventWriter submitter_ = rings_.writer(RingSet::kSubmitterRing, kSubmitter);
  EventWriter worker_ = rings_.writer(RingSet::ringOf(0), 0);

  std::vector<Event> eventsOf(std::size_t index) {
    std::vector<Event> events;
    const Ring ring = rings_.ring(index);
    for (std::uint64_t i = 0; i < ring.available(); ++i) events.push_back(ring.peek(i));
    return events;
  }
};

TEST_F(FutureTest, GoesFromPendingThroughRunningToDone) {
  Future future(3, submitter_);
  EXPECT_EQ(future.state(), FutureState::Pending);
  EXPECT_FALSE(future.done());
  EXPECT_TRUE(future.start(submitter_));
  EXPECT_EQ(future.state(), FutureState::Running);
  future.finish(Outcome::Done, submitter_);
  EXPECT_TRUE(future.done());
  std::vector<std::uint8_t> states;
  for (const Event& event : eventsOf(RingSet::kSubmitterRing)) {
    EXPECT_EQ(event.kind, EventKind::FutureState);
    EXPECT_EQ(event.task, 3U);
    states.push_back(event.detail);
  }
  EXPECT_EQ(states, (std::vector<std::uint8_t>{0, 1, 2}));
}

TEST_F(FutureTest, CanBeCancelledWhilePendingOnly) {
  Future pending(0, submitter_), running(1, submitter_);
  EXPECT_TRUE(pending.cancel(submitter_));
  EXPECT_EQ(pending.state(), FutureState::Cancelled);
  EXPECT_FALSE(pending.start(submitter_)) << "who carries tasks must leave it out";
  running.start(submitter_);
  EXPECT_FALSE(running.cancel(submitter_));
  EXPECT_EQ(running.state(), FutureState::Running);
}

TEST_F(FutureTest, ACallbackRunsInTheThreadThatFinishes) {
  Future future(0, submitter_);
  long tid = 0;
  future.addDoneCallback(
      [&](Future& done, EventWriter&) {
        EXPECT_EQ(done.state(), FutureState::Done) << "it may look at the future";
        tid = syscall(SYS_gettid);
      },
      submitter_);
  EXPECT_EQ(tid, 0);
  long workers_tid = 0;
  std::thread worker([&] {
    workers_tid = syscall(SYS_gettid);
    future.start(worker_);
    future.finish(Outcome::Done, worker_);
  });
  worker.join();
  EXPECT_EQ(tid, workers_tid);
  const std::vector<Event> events = eventsOf(RingSet::ringOf(0));
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(events[2].kind, EventKind::Callback);
  EXPECT_EQ(tidOf(events[2].value), static_cast<std::uint32_t>(workers_tid));
  EXPECT_EQ(pidOf(events[2].value), static_cast<std::uint32_t>(getpid()));
}

TEST_F(FutureTest, ACallbackOnADoneFutureRunsAtOnceAndHere) {
  Future future(0, submitter_);
  future.start(submitter_);
  future.finish(Outcome::Failed, submitter_);
  long tid = 0;
  future.addDoneCallback([&](Future&, EventWriter&) { tid = syscall(SYS_gettid); }, submitter_);
  EXPECT_EQ(tid, syscall(SYS_gettid));
}

TEST_F(FutureTest, ACancelRingsTheCallbackToo) {
  Future future(0, submitter_);
  FutureState seen = FutureState::Pending;
  future.addDoneCallback([&](Future& done, EventWriter&) { seen = done.state(); }, submitter_);
  future.cancel(submitter_);
  EXPECT_EQ(seen, FutureState::Cancelled);
}

TEST_F(FutureTest, DoneSaysWhatCameOfItAndTheOtherEndsDoNot) {
  Future done(0, submitter_), failed(1, submitter_);
  done.start(submitter_);
  done.finish(Outcome::Done, submitter_, 42);
  failed.start(submitter_);
  failed.finish(Outcome::Failed, submitter_, 43);
  for (const Event& event : eventsOf(RingSet::kSubmitterRing)) {
    const bool is_done = event.detail == static_cast<std::uint8_t>(FutureState::Done);
    EXPECT_EQ(event.value, is_done ? 42U : 0U);
  }
}

TEST(ShortForm, IsTheLastValueAsFarAsItFitsOnATicket) {
  TaskResult result;
  EXPECT_EQ(shortForm(result), 0U) << "there is none";
  result.values = {std::string("\x01", 1), std::string("\x01\x02", 2)};
  EXPECT_EQ(shortForm(result), 0x0102U);
  result.values.back() = std::string("\xff\x02\x03\x04\x05\x06\x07\x08\x09", 9);
  EXPECT_EQ(shortForm(result), 0xff02030405060708U);
}

TEST_F(FutureTest, WaitReturnsOnceItIsDone) {
  Future future(0, submitter_);
  std::thread worker([&] {
    future.start(worker_);
    future.finish(Outcome::Done, worker_);
  });
  future.wait();
  EXPECT_TRUE(future.done());
  worker.join();
}

TEST(TaskQueue, GivesTasksInOrderAndThenNothing) {
  TaskQueue queue;
  EXPECT_FALSE(queue.put(1)) << "nobody is idle";
  queue.put(2);
  queue.close();
  EXPECT_EQ(queue.take(), 1U);
  EXPECT_EQ(queue.take(), 2U);
  EXPECT_EQ(queue.take(), std::nullopt);
}

TEST(TaskQueue, KnowsThatSomebodyIsIdle) {
  TaskQueue queue;
  std::thread idle([&] { EXPECT_EQ(queue.take(), 5U); });
  while (queue.idle() == 0) std::this_thread::yield();
  EXPECT_TRUE(queue.put(5));
  idle.join();
}

}  // namespace
}  // namespace threadmart
