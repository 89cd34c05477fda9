// Files: dropped, opened, saved, exported, and remembered among the recent ones.
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include "core/recording/trace_file.h"
#include "tests/ui/window/window_fixture.h"

namespace threadmart {
namespace {

constexpr const char* kMine =
    R"({"title": "Mine", "tasks": [{"name": "customer", "steps": [{"step": "scan", "items": 3}]}]})";

struct FilesTest : Window {
  QString write(const QString& name, const QByteArray& text) {
    QFile out(file(name));
    EXPECT_TRUE(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
    out.write(text);
    return out.fileName();
  }
  QString writeRecording(const QString& name) {
    writeTrace(*testing_support::oneScannerShop().recording, file(name).toStdString());
    return file(name);
  }
  bool drop(const QList<QUrl>& urls) {
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted()) return false;
    QDropEvent event(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
    return true;
  }
  bool drop(const QString& path) { return drop(QList<QUrl>{QUrl::fromLocalFile(path)}); }
  bool waitForRecording() {
    return QTest::qWaitFor([this] { return !workbench.shown().empty(); });
  }
  QStringList recentMenu() {
    QStringList names;
    for (const QAction* entry : action("Open recent")->menu()->actions()) names << entry->text();
    return names;
  }
};

TEST_F(FilesTest, ADroppedScenarioIsShown) {
  ASSERT_TRUE(drop(write("mine.json", kMine)));
  EXPECT_EQ(form.scenario().title(), "Mine");
  EXPECT_EQ(window.catalogue()->selected(), "");
  EXPECT_EQ(message(), "");
  EXPECT_TRUE(runButton()->isEnabled());
}

TEST_F(FilesTest, ADroppedMistakeIsNamedAndChangesNothing) {
  ASSERT_TRUE(
      drop(write("wrong.json", R"({"title": "Wrong", "tasks": [{"name": "c", "steps": [{"step": "dance"}]}]})")));
  EXPECT_TRUE(message().contains("dance")) << message().toStdString();
  EXPECT_EQ(form.scenario().name(), "gil-cpu");
}

TEST_F(FilesTest, ADroppedRecordingIsShown) {
  for (const char* name : {"run.json.gz", "run.json"}) {
    workbench.chooseScenario("race");
    workbench.chooseScenario("gil-cpu");
    ASSERT_TRUE(workbench.shown().empty());
    ASSERT_TRUE(drop(writeRecording(name)));
    ASSERT_TRUE(waitForRecording()) << name;
    EXPECT_EQ(workbench.shown().shop().kind(), ShopKind::OneScanner) << name;
    EXPECT_EQ(playback().mode(), Playback::Mode::Paused);
    EXPECT_EQ(window.catalogue()->selected(), "");
  }
}

TEST_F(FilesTest, SeveralFilesOrNoneAreNotTaken) {
  const QUrl one = QUrl::fromLocalFile(write("mine.json", kMine));
  EXPECT_FALSE(drop({one, one}));
  EXPECT_FALSE(drop({QUrl("https://example.org/run.json")}));
  EXPECT_FALSE(drop(QList<QUrl>{}));
}

TEST_F(FilesTest, AnotherToolsTraceHasATimelineAndNoShop) {
  workbench.showRecording(testing_support::unknownShop().recording);
  EXPECT_TRUE(shop()->things().empty());
  EXPECT_FALSE(timeline()->model().lanes().empty());
  EXPECT_FALSE(action("Export shop")->isEnabled());
  EXPECT_TRUE(action("Export timeline")->isEnabled());
  EXPECT_FALSE(runButton()->isEnabled());
}

TEST_F(FilesTest, SavedAndOpenedAgainItIsTheSameRun) {
  workbench.run();
  ASSERT_TRUE(waitUntilIdle());
  workbench.files().save(file("run.json.gz"));
  ASSERT_TRUE(QTest::qWaitFor([this] { return message().startsWith("Saved"); }));
  workbench.open(file("run.json.gz"));
  ASSERT_TRUE(QTest::qWaitFor([this] { return window.catalogue()->selected().empty(); }));
  EXPECT_EQ(workbench.shown().numbers().finished, 1u);
  EXPECT_FALSE(form.hasScenario());  // the fake run says nothing of its scenario: to be looked at only
  EXPECT_FALSE(runButton()->isEnabled());
  workbench.chooseScenario("gil-cpu");
  EXPECT_TRUE(runButton()->isEnabled());
}

TEST_F(FilesTest, ExportsWhatIsShown) {
  workbench.showRecording(testing_support::oneScannerShop().recording);
  workbench.files().exportTimeline(file("timeline.png"), LaneBy::Task);
  ASSERT_TRUE(QTest::qWaitFor([this] { return message().contains("timeline.png"); }));
  workbench.files().exportShop(file("shop.png"), {testing_support::oneScannerShop().moment, Words::Both, {}});
  ASSERT_TRUE(QTest::qWaitFor([this] { return message().contains("shop.png"); }));
  for (const char* name : {"timeline.png", "shop.png"}) EXPECT_EQ(QImage(file(name)).size(), QSize(1920, 1080)) << name;
}

TEST_F(FilesTest, WhatCannotBeDoneIsSaidInTheBar) {
  workbench.open(file("none.json.gz"));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !message().isEmpty(); }));
  EXPECT_TRUE(message().contains("none.json.gz")) << message().toStdString();
  workbench.showRecording(testing_support::oneScannerShop().recording);
  EXPECT_EQ(message(), "");
  workbench.files().save(file("no/such/folder/run.json"));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !message().isEmpty(); }));
}

TEST_F(FilesTest, RecentOnesAreOfferedTheLatestFirst) {
  EXPECT_FALSE(action("Open recent")->isEnabled());
  for (int i = 0; i < kMostRecent + 2; ++i) workbench.open(write(QString("shop-%1.json").arg(i), kMine));
  QStringList wanted;
  for (int i = kMostRecent + 1; i > 1; --i) wanted << QString("shop-%1.json").arg(i);
  EXPECT_EQ(recentMenu(), wanted);
  workbench.open(file("shop-4.json"));
  EXPECT_EQ(recentMenu().front(), "shop-4.json");
  EXPECT_EQ(recentMenu().size(), kMostRecent) << "none is there twice";
  EXPECT_EQ(workbench.memory().recent.front(), file("shop-4.json"));
}

TEST_F(FilesTest, ARecentOneOpensFromTheMenu) {
  workbench.open(write("mine.json", kMine));
  workbench.chooseScenario("race");
  action("Open recent")->menu()->actions().front()->trigger();
  EXPECT_EQ(form.scenario().title(), "Mine");
}

TEST(RecentFiles, AreThereAtTheNextStart) {
  const OwnFolder folder;
  WindowMemory memory;
  memory.recent = {folder.file("a.json"), folder.file("b.json.gz")};
  OpenWindow open(quickEngine(), memory);
  EXPECT_TRUE(open.action("Open recent")->isEnabled());
  EXPECT_EQ(open.action("Open recent")->menu()->actions().size(), 2);
  EXPECT_EQ(open.workbench.memory().recent, memory.recent);
}

}  // namespace
}  // namespace threadmart
