// What things are called, in the one language and in the other.
#include "ui/words/words.h"

#include <gtest/gtest.h>

#include <QRegularExpression>
#include <QSet>

#include "tests/ui/words/shop_at_noon.h"

namespace threadmart {
namespace {

using namespace testing_support;

constexpr Words kAllWords[] = {Words::Shop, Words::Computing, Words::Both};

bool hasWord(const QString& text, const char* words) {
  static const auto option = QRegularExpression::CaseInsensitiveOption;
  return QRegularExpression(QStringLiteral("\\b(%1)s?\\b").arg(QLatin1String(words)), option).match(text).hasMatch();
}
constexpr const char* kOnlyComputing = "GIL|thread|core|task|process|Future|lock|I/O";
constexpr const char* kOnlyShop = "customer|till|scanner|assistant|trolley|walls|bell|aisle";

struct StateRow {
  TaskState state;
  bool gil;
  const char* shop;
  const char* computing;
};
class EveryState : public testing::TestWithParam<StateRow> {};

TEST_P(EveryState, HasANameInEachLanguageAndTheyNeverMix) {
  const StateRow& row = GetParam();
  const QString shop = stateWords(row.state, Words::Shop, row.gil);
  const QString computing = stateWords(row.state, Words::Computing, row.gil);
  EXPECT_EQ(shop.toStdString(), row.shop);
  EXPECT_EQ(computing.toStdString(), row.computing);
  EXPECT_EQ(stateWords(row.state, Words::Both, row.gil), shop + " · " + computing);
  EXPECT_FALSE(hasWord(shop, kOnlyComputing));
  EXPECT_FALSE(hasWord(computing, kOnlyShop));
}

INSTANTIATE_TEST_SUITE_P(
    Words, EveryState,
    testing::Values(StateRow{TaskState::Queued, false, "in the line", "submitted, not started"},
                    StateRow{TaskState::Queued, true, "in the line", "submitted, not started"},
                    StateRow{TaskState::Running, false, "scanning", "on a core"},
                    StateRow{TaskState::Running, true, "scanning", "on a core"},
                    StateRow{TaskState::Io, false, "away", "waiting for I/O"},
                    StateRow{TaskState::Io, true, "away", "waiting for I/O"},
                    StateRow{TaskState::Lock, false, "waiting for the scanner", "waiting for a lock"},
                    StateRow{TaskState::Lock, true, "waiting for the scanner", "waiting for the GIL"},
                    StateRow{TaskState::Ready, false, "no assistant free", "no core free"},
                    StateRow{TaskState::Ready, true, "no assistant free", "no core free"},
                    StateRow{TaskState::Done, false, "gone", "finished"},
                    StateRow{TaskState::Done, true, "gone", "finished"}));

TEST(Words, TheStatesHaveNamesThatDiffer) {
  for (const Words words : kAllWords) {
    QSet<QString> names;
    for (int state = 0; state < kTaskStates; ++state)
      names.insert(stateWords(static_cast<TaskState>(state), words, true));
    EXPECT_EQ(names.size(), kTaskStates);
  }
}

TEST(Words, EveryLabelAndTitleSpeaksOneLanguageAtATime) {
  for (int label = 0; label <= static_cast<int>(Label::NoAssistant); ++label) {
    EXPECT_FALSE(hasWord(labelWords(static_cast<Label>(label), Words::Shop), kOnlyComputing)) << label;
    EXPECT_FALSE(hasWord(labelWords(static_cast<Label>(label), Words::Computing), kOnlyShop)) << label;
    EXPECT_FALSE(labelWords(static_cast<Label>(label), Words::Both).isEmpty());
  }
  for (int kind = 0; kind < static_cast<int>(ShopKind::Unknown); ++kind) {
    for (const bool tickets : {false, true}) {
      const auto shop = static_cast<ShopKind>(kind);
      EXPECT_FALSE(hasWord(shopTitle(shop, tickets, Words::Shop), kOnlyComputing)) << kind;
      EXPECT_FALSE(hasWord(shopTitle(shop, tickets, Words::Computing), kOnlyShop)) << kind;
    }
  }
  EXPECT_EQ(labelWords(Label::Aisle, Words::Both), "aisle · waiting for I/O");
  EXPECT_EQ(labelWords(Label::BoardReady, Words::Both), "READY");
  EXPECT_EQ(wallWords(4127, false, Words::Computing), "process 4127 · one memory");
  EXPECT_EQ(wallWords(4127, true, Words::Shop), "walls 4127 · own shop floor");
  EXPECT_EQ(laneByWords(LaneBy::Task, Words::Both), "by customer · by task");
}

TEST(Words, TasksCountFromOneUnlessTheyHaveANameOfTheirOwn) {
  RunInfo info;
  info.tasks = {{"customer 1", 0}, {"customer 2", 0}, {"page 3", 0}, {"customer", 0}, {"customer two", 0}, {"", 0}};
  const auto all = [&](TaskId task) {
    QStringList names;
    for (const Words words : kAllWords) names << taskWords(task, info, words);
    return names.join(", ").toStdString();
  };
  EXPECT_EQ(all(1), "customer 2, task 2, customer 2 · task 2");
  EXPECT_EQ(all(2), "page 3, page 3, page 3");
  EXPECT_EQ(all(3), "customer 4, task 4, customer 4 · task 4");
  EXPECT_EQ(all(4), "customer two, customer two, customer two");
  EXPECT_EQ(all(5), "customer 6, task 6, customer 6 · task 6");
  EXPECT_EQ(all(6), "customer 7, task 7, customer 7 · task 7");
}

TEST(Words, WorkersAreTillsAndThreadsOfOneScannerAreTrolleys) {
  RunInfo info;
  info.workers_info = {{"SpawnPoolWorker-1", WorkerKind::Process}, {"Thread-2", WorkerKind::Thread}};
  EXPECT_EQ(workerWords(0, info, Words::Both), "till 1 · SpawnPoolWorker-1");
  EXPECT_EQ(workerWords(1, info, Words::Shop), "till 2");
  EXPECT_EQ(workerWords(kSubmitter, info, Words::Both), "the door · MainThread");
  info.has_gil = true;
  EXPECT_EQ(workerWords(0, info, Words::Shop), "till 1");
  EXPECT_EQ(workerWords(1, info, Words::Both), "trolley 2 · Thread-2");
  info.source = CoreTimeSource::Foreign;
  EXPECT_EQ(workerWords(1, info, Words::Both), "Thread-2");
}

TEST(Words, CoresAreAssistants) {
  EXPECT_EQ(coreWords(0, Words::Shop), "assistant 0");
  EXPECT_EQ(coreWords(0, Words::Computing), "core 0");
  EXPECT_EQ(coreWords(0, Words::Both), "assistant · core 0");
  EXPECT_EQ(runningWords(1, Words::Shop), "scanning, assistant 1");
  EXPECT_EQ(runningWords(1, Words::Computing), "on core 1");
  EXPECT_EQ(runningWords(kNoCore, Words::Both), "scanning · on a core");
}

TEST(Words, EveryThingHasTheNameOfItsKind) {
  const RunInfo info = noonInfo();
  EXPECT_EQ(thingName({}, info, Words::Both), "");
  EXPECT_EQ(thingName(customerThing(2), info, Words::Both), taskWords(2, info, Words::Both));
  EXPECT_EQ(thingName(tillThing(1), info, Words::Shop), workerWords(1, info, Words::Shop));
  EXPECT_EQ(thingName(assistantThing(1), info, Words::Shop), "assistant 1");
  EXPECT_EQ(thingName(ticketThing(2), info, Words::Both), "ticket of customer 3 · Future of task 3");
}

}  // namespace
}  // namespace threadmart
