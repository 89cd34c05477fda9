// The window as a picture, for documents: no display, no person.
#include "app/window/window_picture.h"

#include <QDir>
#include <QFile>
#include <QImage>

#include "tests/ui/window/window_fixture.h"

namespace threadmart {
namespace {

using namespace testing_support;

struct WindowPictureTest : testing::Test, OwnFolder {
  ~WindowPictureTest() override { qApp->setStyleSheet({}); }
  QImage png(const ShopRun& of, WindowPicture picture) {
    if (picture.moment.time == 0) picture.moment.time = of.moment;
    exportWindow(of.recording, picture, file("window.png"));
    return QImage(file("window.png"));
  }
  ShopRun run = oneScannerShop();
};

TEST_F(WindowPictureTest, IsAsLargeAsAskedFor) {
  EXPECT_EQ(png(run, {}).size(), QSize(1440, 900));
  EXPECT_EQ(png(run, {.size = {1280, 800}}).size(), QSize(1280, 800));
  EXPECT_EQ(png(run, {.size = {400, 300}, .only_cores = true}).size(), QSize(400, 300));
}

TEST_F(WindowPictureTest, ShowsTheMomentTheThemeTheWordsTheSelection) {
  const QImage picture = png(run, {});
  EXPECT_EQ(png(run, {}), picture);
  EXPECT_NE(png(run, {.theme = ThemeKind::Dark}), picture);
  EXPECT_NE(png(run, {.moment = {.time = run.moment * 2}}), picture);
  EXPECT_NE(png(run, {.moment = {.words = Words::Both}}), picture);
  EXPECT_NE(png(run, {.moment = {.selected = customerThing(1)}}), picture);
}

TEST_F(WindowPictureTest, CanBeSvgAndPdf) {
  for (const auto& [name, head] : {std::pair("window.svg", "<?xml"), std::pair("window.pdf", "%PDF")}) {
    exportWindow(run.recording, {.moment = {.time = run.moment}}, file(name));
    QFile written(file(name));
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    EXPECT_TRUE(written.read(8).startsWith(head)) << name;
  }
}

TEST_F(WindowPictureTest, CoresOfAnyRecordingAlsoOfAnotherTools) {
  EXPECT_FALSE(png(unknownShop(), {.size = {400, 300}, .only_cores = true}).isNull());
  EXPECT_FALSE(png(unknownShop(), {}).isNull());
}

TEST_F(WindowPictureTest, WhatCannotBeWrittenIsSaid) {
  EXPECT_THROW(exportWindow(run.recording, {}, file("no/window.png")), std::runtime_error);
  EXPECT_THROW(exportWindow(run.recording, {}, file("window.bmp")), std::runtime_error);
  EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

}  // namespace
}  // namespace threadmart
