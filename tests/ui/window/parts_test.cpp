// The small parts of the window, each by itself.
#include <gtest/gtest.h>
#include <stdexcept>

#include <QFile>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "app/window/background_job.h"
#include "app/window/file_commands.h"
#include "app/window/icons.h"
#include "app/window/message_bar.h"
#include "app/window/settings.h"
#include "app/window/shown_recording.h"
#include "tests/ui/window/fake_engine.h"

namespace threadmart {
namespace {

TEST(WindowMemory, ComesBackAsItWasWritten) {
  QTemporaryDir folder;
  const QString file = folder.filePath("settings.ini");
  WindowMemory memory;
  memory.geometry = "geometry";
  memory.arrangement = "arrangement";
  memory.scenario = "gil-cpu";
  memory.folder = "/tmp";
  memory.theme = ThemeChoice::HighContrast;
  memory.scale_percent = 150;
  memory.lanes_by = LaneBy::Core;
  memory.words = Words::Both;
  memory.motion = MotionChoice::Reduced;
  memory.recent = {"/tmp/a b.json", "/tmp/ä.json.gz"};
  memory.interrupted = "/tmp/cut.json.gz";
  {
    QSettings settings(file, QSettings::IniFormat);
    writeMemory(settings, memory);
  }
  EXPECT_EQ(readMemory(QSettings(file, QSettings::IniFormat)), memory);
}

TEST(WindowMemory, NonsenseBecomesTheDefault) {
  QTemporaryDir folder;
  QSettings settings(folder.filePath("settings.ini"), QSettings::IniFormat);
  EXPECT_EQ(readMemory(settings), WindowMemory{});
  settings.setValue("view/theme", 17);
  settings.setValue("view/scale", 100'000);
  settings.setValue("view/lanes", "sideways");
  settings.setValue("view/words", -1);
  settings.setValue("view/motion", 3);
  settings.setValue("recent", QStringList(100, "/tmp/a.json"));
  const WindowMemory memory = readMemory(settings);
  EXPECT_EQ(memory.theme, ThemeChoice::System);
  EXPECT_EQ(memory.scale_percent, 200);
  EXPECT_EQ(memory.lanes_by, LaneBy::Task);
  EXPECT_EQ(memory.words, Words::Shop);
  EXPECT_EQ(memory.motion, MotionChoice::System);
  EXPECT_EQ(memory.recent.size(), kMostRecent);
}

QString writeFile(const QTemporaryDir& folder, const QString& name, const QByteArray& text) {
  QFile file(folder.filePath(name));
  EXPECT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(text);
  return file.fileName();
}

TEST(KindOfFile, TellsScenariosFromRecordings) {
  QTemporaryDir folder;
  EXPECT_EQ(kindOfFile(writeFile(folder, "a.json", R"({"title": "x", "tasks": []})")), FileKind::Scenario);
  EXPECT_EQ(kindOfFile(writeFile(folder, "b.json", R"({"traceEvents": [], "tasks": 1})")), FileKind::Recording);
  EXPECT_EQ(kindOfFile(writeFile(folder, "c.json", R"([{"ph": "X"}])")), FileKind::Recording);
  EXPECT_EQ(kindOfFile(writeFile(folder, "d.json.gz", R"({"tasks": []})")), FileKind::Recording);
  EXPECT_EQ(kindOfFile(folder.filePath("not there.json")), FileKind::Recording);
}

TEST(SuggestedFileName, NamesScenarioAndExecutor) {
  RunInfo info;
  EXPECT_EQ(suggestedFileName(info, ".png"), "recording.png");
  info.scenario = "a/b";
  info.executor = "threads-gil";
  EXPECT_EQ(suggestedFileName(info, ".json.gz"), "a-b threads-gil.json.gz");
}

TEST(MessageBar, ShowsAsksAndGoesAway) {
  MessageBar bar;
  EXPECT_EQ(bar.text(), "");
  bar.showError("It broke <b>here</b>");
  EXPECT_EQ(bar.text(), "It broke <b>here</b>");
  EXPECT_TRUE(bar.answerButton()->isHidden());
  int answers = 0;
  bar.ask("May I?", "Yes", [&] { ++answers; });
  bar.dismiss();
  EXPECT_EQ(answers, 0);
  bar.ask("May I?", "Yes", [&] { ++answers; });
  bar.answerButton()->click();
  EXPECT_EQ(answers, 1);
  EXPECT_EQ(bar.text(), "");
  bar.answerButton()->click();
  EXPECT_EQ(answers, 1);
}

TEST(MessageBar, AnAnswerMayShowTheNextMessage) {
  MessageBar bar;
  bar.ask("May I?", "Yes", [&] { bar.showError("It broke"); });
  bar.answerButton()->click();
  EXPECT_EQ(bar.text(), "It broke");
}

TEST(BackgroundJob, ReportsInTheWindowsThread) {
  BackgroundJob job;
  std::thread::id worked_in, reported_in;
  job.start([&] { worked_in = std::this_thread::get_id(); }, [&] { reported_in = std::this_thread::get_id(); },
            [](const QString&) { FAIL(); });
  EXPECT_FALSE(job.start([] {}, [] {}, [](const QString&) {}));  // one at a time
  ASSERT_TRUE(QTest::qWaitFor([&] { return !job.busy(); }));
  EXPECT_EQ(reported_in, std::this_thread::get_id());
  EXPECT_NE(worked_in, reported_in);
}

TEST(BackgroundJob, SaysWhatWentWrongAndCanGoOn) {
  BackgroundJob job;
  QString why;
  job.start([] { throw std::runtime_error("disk full"); }, [] { FAIL(); }, [&](const QString& text) { why = text; });
  ASSERT_TRUE(QTest::qWaitFor([&] { return !job.busy(); }));
  EXPECT_EQ(why, "disk full");
  bool done = false;
  job.start([] {}, [&] { done = true; }, [](const QString&) {});
  ASSERT_TRUE(QTest::qWaitFor([&] { return done; }));
}

TEST(ShownRecording, FollowsARecordingAndItsEnd) {
  ShownRecording shown;
  auto recording = fakeRecording();
  shown.show(recording, true);
  EXPECT_TRUE(shown.growing());
  const std::uint64_t first = shown.version();
  shown.refresh();
  EXPECT_EQ(shown.version(), first);  // nothing new, nothing told
  finishRecording(*recording, Outcome::Done);
  shown.refresh();
  EXPECT_GT(shown.version(), first);
  shown.finish();
  EXPECT_FALSE(shown.growing());
  EXPECT_EQ(shown.numbers().finished, 1u);
  EXPECT_EQ(shown.end(), 2'000'000);
  shown.show(nullptr, false);
  EXPECT_TRUE(shown.empty());
  EXPECT_TRUE(shown.slices()->empty());
}

TEST(Icons, AreThereAndTakeTheirColour) {
  for (const char* name : {"logo", "run", "cancel"}) EXPECT_FALSE(iconPixmap(name, 16).isNull()) << name;
  EXPECT_EQ(iconPixmap("cancel", 16, Qt::red).toImage().pixelColor(8, 8), QColor(Qt::red));
  EXPECT_TRUE(iconPixmap("nothing", 16).isNull());
}

}  // namespace
}  // namespace threadmart
