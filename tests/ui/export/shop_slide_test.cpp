// The shop as a slide: size, texts, formats, the moment that is chosen where nobody chose one.
#include "ui/export/shop_slide.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include "tests/support/shop_runs.h"

namespace threadmart {
namespace {

using namespace testing_support;

class ShopSlides : public testing::Test {
 protected:
  QString path(const QString& name) const { return folder_.filePath(name); }
  QByteArray exported(const QString& name, const ShopRun& run, const ShopSlideOptions& options = {},
                      Words words = Words::Shop) const {
    exportShopSlide(run.recording, {run.moment, words, {}}, options, path(name));
    QFile file(path(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
    return file.readAll();
  }
  QImage png(const ShopRun& run, const ShopSlideOptions& options = {}, Words words = Words::Shop) const {
    return QImage::fromData(exported(QStringLiteral("shop.png"), run, options, words));
  }

  QTemporaryDir folder_;
};

QStringList textsOf(const QByteArray& svg) {
  QStringList texts;
  QXmlStreamReader reader(svg);
  while (!reader.atEnd())
    if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text"))
      texts << reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
  EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
  return texts;
}

TEST_F(ShopSlides, AreAsLargeAsAskedFor) {
  EXPECT_EQ(png(oneScannerShop()).size(), QSize(1920, 1080));
  for (const QSize size : {QSize(640, 360), QSize(1080, 1350), QSize(3840, 2160)})
    EXPECT_EQ(png(oneScannerShop(), {.size = size}).size(), size);
}

TEST_F(ShopSlides, AnSvgsTextIsText) {
  const QByteArray svg = exported(QStringLiteral("shop.svg"), oneScannerShop(), {.title = QStringLiteral("A title")});
  const QStringList texts = textsOf(svg);
  EXPECT_TRUE(texts.contains(QStringLiteral("A title"))) << texts.join('|').toStdString();
  const QString all = texts.join(' ');
  EXPECT_TRUE(all.contains(shopTitle(ShopKind::OneScanner, false, Words::Both))) << all.toStdString();
  EXPECT_TRUE(svg.contains("font-family=\"Inter\""));
  EXPECT_FALSE(svg.contains("clip-path"));
}

TEST_F(ShopSlides, APdfIsOne) {
  EXPECT_TRUE(exported(QStringLiteral("shop.pdf"), wallsShop()).startsWith("%PDF"));
}

TEST_F(ShopSlides, SameInputSameBytes) {
  for (const char* name : {"shop.png", "shop.svg", "shop.pdf"})
    EXPECT_EQ(exported(QString::fromLatin1(name), boardShop()), exported(QString::fromLatin1(name), boardShop()))
        << name;
}

TEST_F(ShopSlides, MomentThemeWordsAndSelectionCount) {
  const ShopRun run = oneScannerShop();
  const QImage picture = png(run);
  EXPECT_NE(png({run.recording, run.moment * 2}), picture);
  EXPECT_NE(png(run, {.theme = ThemeKind::Dark}), picture);
  EXPECT_NE(png(run, {}, Words::Computing), picture);
  exportShopSlide(run.recording, {run.moment, Words::Shop, customerThing(1)}, {}, path(QStringLiteral("selected.png")));
  EXPECT_NE(QImage(path(QStringLiteral("selected.png"))).convertToFormat(picture.format()), picture);
}

TEST_F(ShopSlides, TransparentLeavesTheBackgroundOut) {
  EXPECT_EQ(qAlpha(png(oneTillShop(), {.transparent = true}).pixel(2, 2)), 0);
  EXPECT_FALSE(png(oneTillShop()).hasAlphaChannel());
}

std::string errorOf(const ShopRun& run, const ShopSlideOptions& options, const QString& file) {
  try {
    exportShopSlide(run.recording, {run.moment, Words::Shop, {}}, options, file);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "no error";
}

TEST_F(ShopSlides, SayWhatIsWrongAndLeaveNothingBehind) {
  EXPECT_NE(errorOf(unknownShop(), {}, path(QStringLiteral("x.png"))).find("another tool"), std::string::npos);
  EXPECT_NE(errorOf(oneTillShop(), {}, path(QStringLiteral("x.bmp"))).find(".png, .svg or .pdf"), std::string::npos);
  EXPECT_NE(errorOf(oneTillShop(), {}, path(QStringLiteral("no/x.png"))).find("cannot be written"), std::string::npos);
  for (const char* name : {"x.png", "x.svg", "x.pdf"}) errorOf(unknownShop(), {}, path(QString::fromLatin1(name)));
  EXPECT_TRUE(QDir(folder_.path()).isEmpty());
}

TEST(TellingMoment, IsWithinTheRunAndShowsWhatIsSpecial) {
  for (const ShopRun& run : {oneScannerShop(), wallsShop(), boardShop(), ticketsShop(false)}) {
    const Nanos moment = tellingMoment(*run.recording);
    ShopIndex index;
    const Snapshot snapshot = run.recording->snapshot();
    index.update(std::make_shared<const std::vector<Slice>>(makeSlices(snapshot)), snapshot, run.recording->info());
    ASSERT_GT(moment, 0);
    ASSERT_LT(moment, index.end());
    ShopState told, chosen;
    index.at(moment, told);
    index.at(run.moment, chosen);
    const auto served = [](const ShopState& state) {
      return state.in_state[static_cast<std::size_t>(TaskState::Running)] > 0;
    };
    EXPECT_TRUE(served(told) || !served(chosen)) << run.recording->info().executor;
  }
}

}  // namespace
}  // namespace threadmart
