// What the process table says at a time.
#include "ui/processes/process_rows.h"

#include <gtest/gtest.h>

#include "tests/ui/processes/some_processes.h"

namespace threadmart {
namespace {

using namespace testing_support;

TEST(ProcessRows, TheParentComesFirstThenTheWorkersByNumber) {
  const auto rows = processRows(openTills(3), infoOf(3, WorkerKind::Process), Words::Computing, 12);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0].worker, kSubmitter);
  EXPECT_EQ(rows[0].name, QStringLiteral("parent"));
  EXPECT_EQ(rows[0].pid, 4120u);
  EXPECT_TRUE(rows[0].note.isEmpty());
  for (WorkerId worker = 0; worker < 3; ++worker) {
    EXPECT_EQ(rows[worker + 1].worker, worker);
    EXPECT_EQ(rows[worker + 1].pid, 4127u + worker);
  }
  EXPECT_EQ(rows[2].name, QStringLiteral("SpawnPoolWorker-2"));
}

TEST(ProcessRows, SpeakTheWordsThatAreWanted) {
  const RunInfo info = infoOf(1, WorkerKind::Process);
  EXPECT_EQ(processRows(openTills(1), info, Words::Shop, 12)[1].name, QStringLiteral("till 1"));
  EXPECT_EQ(processRows(openTills(1), info, Words::Both, 12)[1].name, QStringLiteral("till 1 · SpawnPoolWorker-1"));
}

TEST(ProcessRows, EveryStateHasItsWordAndWhatIsMissingItsReason) {
  const auto rows = processRows(manyStates(), infoOf(6, WorkerKind::Process), Words::Computing, 12);
  ASSERT_EQ(rows.size(), 7u);
  const char* states[] = {"waiting", "running", "waiting", "no core free", "starting", "killed", "left"};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].state.toStdString(), states[i]) << i;
    EXPECT_EQ(rows[i].missing.isEmpty(), rows[i].use.has_value()) << i;
  }
}

TEST(ProcessRows, WithoutATaskTheSampleSpeaks) {
  ShopState shop = openTills(2);
  shop.tills[0].use = use(0.5, 8, 3, false);
  shop.tills[1].use.reset();
  const auto rows = processRows(shop, infoOf(2, WorkerKind::Process), Words::Computing, 12);
  EXPECT_EQ(rows[1].state, QStringLiteral("waiting"));
  EXPECT_EQ(rows[2].state, QStringLiteral("there"));
}

TEST(ProcessRows, ThreadsLiveInOneProcess) {
  ShopState shop = openTills(4);
  shop.parent_pid = 0;  // the threads know it as well
  for (ShopTill& till : shop.tills) {
    till.pid = 4127;
    till.use.reset();
  }
  const auto rows = processRows(shop, infoOf(4, WorkerKind::Thread), Words::Computing, 12);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].pid, 4127u);
  EXPECT_TRUE(rows[0].note.contains(QStringLiteral("4 threads live in this one process")));
  shop.tills[2].served = 0;
  EXPECT_EQ(processRows(shop, infoOf(4, WorkerKind::Thread), Words::Computing, 12)[0].state, QStringLiteral("running"));
}

TEST(ProcessRows, WorkersThatAreNotThereYetAreNotShown) {
  ShopState shop = openTills(3);
  shop.tills[1].state = TillState::NotThere;
  EXPECT_EQ(processRows(shop, infoOf(3, WorkerKind::Process), Words::Computing, 12).size(), 3u);
}

TEST(ProcessRows, OfTooManyTheBusiestStandByNumberAndTheOthersAreCounted) {
  ShopState shop = openTills(3000);
  for (ShopTill& till : shop.tills) till.use.reset();
  for (const WorkerId busy : {2500u, 7u, 1200u}) shop.tills[busy].use = use(0.9);
  shop.tills[0].state = TillState::Closed;
  std::size_t hidden = 0;
  const auto rows = processRows(shop, infoOf(3000, WorkerKind::Process), Words::Computing, 5, &hidden);
  ASSERT_EQ(rows.size(), 6u);
  const WorkerId expected[] = {kSubmitter, 1, 2, 7, 1200, 2500};
  for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(rows[i].worker, expected[i]);
  EXPECT_EQ(hidden, 2994u);  // all but the five, and the one that left
}

TEST(ProcessRows, WhatIsThereGoesBeforeWhatLeft) {
  ShopState shop = openTills(4);
  shop.tills[0].state = shop.tills[1].state = TillState::Closed;
  const auto rows = processRows(shop, infoOf(4, WorkerKind::Process), Words::Computing, 2);
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[1].worker, 2u);
  EXPECT_EQ(rows[2].worker, 3u);
}

TEST(ProcessTexts, OwnIsWhatIsNotShared) {
  ProcessRow row;
  EXPECT_EQ(cpuText(row), QStringLiteral("–"));
  EXPECT_EQ(ownText(row), QStringLiteral("–"));
  EXPECT_EQ(sharedText(row), QStringLiteral("–"));
  EXPECT_EQ(pidText(row), QStringLiteral("–"));
  row.use = use(0.984, 8, 3);
  row.pid = 17;
  EXPECT_EQ(cpuText(row), QStringLiteral("98 %"));
  EXPECT_EQ(ownText(row), QStringLiteral("8.0 MB"));
  EXPECT_EQ(sharedText(row), QStringLiteral("3.0 MB"));
  row.use->shared_bytes = row.use->resident_bytes + 1;  // read one after the other, they may not fit
  EXPECT_EQ(ownText(row), QStringLiteral("0.0 MB"));
}

TEST(ProcessTexts, TheClipboardGetsALineAProcess) {
  const auto rows = processRows(manyStates(), infoOf(6, WorkerKind::Process), Words::Computing, 12);
  const QStringList lines = processesText(rows).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
  ASSERT_EQ(lines.size(), 8);
  for (const QString& line : lines) EXPECT_EQ(line.count(QLatin1Char('\t')), 5);
  EXPECT_EQ(lines[2], QStringLiteral("4127\tSpawnPoolWorker-1\t98 %\t8.0 MB\t3.0 MB\trunning"));
}

}  // namespace
}  // namespace threadmart
