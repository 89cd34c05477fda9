// The shop, drawn: stored pictures of each kind of shop at a moment that teaches something, and what holds for all of
// them.
#include "ui/shop/painter.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QSvgGenerator>
#include <QSvgRenderer>

#include "tests/support/golden.h"
#include "tests/support/shop_runs.h"
#include "ui/shop/captions.h"

namespace threadmart {
namespace {

using namespace testing_support;

struct Look {
  ThemeKind theme = ThemeKind::Light;
  QSize size{900, 400};
  double ratio = 1;
  Words words = Words::Shop;
  Thing selected{}, hovered{};
};

ShopIndex indexOf(const ShopRun& run) {
  ShopIndex index;
  const Snapshot snapshot = run.recording->snapshot();
  index.update(std::make_shared<const std::vector<Slice>>(makeSlices(snapshot)), snapshot, run.recording->info());
  return index;
}

QImage draw(const ShopRun& run, const Look& look) {
  QImage image((QSizeF(look.size) * look.ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(look.ratio);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  paintShop(painter, indexOf(run), run.moment, QSizeF(look.size), makeTheme(look.theme),
            {look.words, look.selected, look.hovered});
  return image;
}

void expectShop(const ShopRun& run, const char* name, const Look& look = {}) {
  expectPicture(draw(run, look), QStringLiteral("shop-") + QLatin1String(name));
}

QByteArray drawSvg(const ShopRun& run, const Look& look) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setSize(look.size);
  generator.setViewBox(QRect(QPoint(0, 0), look.size));
  generator.setResolution(96);
  QPainter painter(&generator);
  paintShop(painter, indexOf(run), run.moment, QSizeF(look.size), makeTheme(look.theme), {look.words, {}, {}});
  painter.end();
  return bytes;
}

// Of all channels of all pixels, 0 the same … 1 black against white.
double difference(const QImage& a, const QImage& b) {
  double sum = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) {
      const QRgb one = a.pixel(x, y), other = b.pixel(x, y);
      sum += std::abs(qRed(one) - qRed(other)) + std::abs(qGreen(one) - qGreen(other)) +
             std::abs(qBlue(one) - qBlue(other));
    }
  return sum / (3.0 * 255 * a.width() * a.height());
}

TEST(ShopPictures, OneTillOneLine) {
  expectShop(oneTillShop(), "one-till");
}

TEST(ShopPictures, OneScannerAndTheBell) {
  expectShop(oneScannerShop(), "one-scanner");
  expectShop(oneScannerShop(), "one-scanner-dark", {.theme = ThemeKind::Dark});
  expectShop(scannerAndAisleShop(), "scanner-and-aisle");
  expectShop(oneScannerShop(), "one-scanner-2x", {.size = {640, 290}, .ratio = 2, .selected = customerThing(2)});
}

TEST(ShopPictures, FreeTillsAndTooFewAssistants) {
  expectShop(freeTillsShop(), "free-tills");
}

TEST(ShopPictures, TrolleysAndTheRope) {
  expectShop(trolleysShop(false), "trolleys");
  expectShop(trolleysShop(true), "scanner-pool", {.words = Words::Both});
}

TEST(ShopPictures, WallsWithParcels) {
  expectShop(wallsShop(), "walls");
  expectShop(wallsShop(), "walls-dark", {.theme = ThemeKind::Dark});
  expectShop(wallsShop(8), "eight-walls", {.words = Words::Computing});
}

TEST(ShopPictures, PopUpTillsAndTheirMemory) {
  expectShop(popUpShop(), "pop-up");
  expectShop(popUpShop(32), "thirty-two-pop-up");
}

TEST(ShopPictures, TheTicketBoard) {
  expectShop(boardShop(), "board");
  expectShop(boardShop(), "board-dark", {.theme = ThemeKind::Dark});
}

TEST(ShopPictures, Tickets) {
  expectShop(ticketsShop(false), "tickets");
  expectShop(ticketsShop(true), "tickets-processes-print", {.theme = ThemeKind::Print});
}

TEST(ShopPictures, TheStockSheet) {
  expectShop(raceShop(), "race");
}

TEST(ShopPictures, AShopThatNobodyKnows) {
  expectShop(unknownShop(), "unknown", {.size = {600, 200}});
}

TEST(ShopPictures, Crowds) {
  expectShop(crowdShop("threads-gil", 300), "crowd-300");
  expectShop(crowdShop("event-loop", 5000), "crowd-5000");
}

TEST(ShopPictures, WhatIsSelectedAndHoveredHasAHalo) {
  for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print}) {
    const QImage plain = draw(oneScannerShop(), {.theme = theme});
    const QImage selected = draw(oneScannerShop(), {.theme = theme, .selected = customerThing(2)});
    const QImage hovered = draw(oneScannerShop(), {.theme = theme, .hovered = customerThing(2)});
    EXPECT_NE(plain, selected);
    EXPECT_NE(plain, hovered);
    EXPECT_NE(selected, hovered);
  }
}

TEST(ShopVectors, LookLikeThePixels) {
  for (const ShopRun& run : {oneScannerShop(), wallsShop(), boardShop(), ticketsShop(false), raceShop()}) {
    const QImage pixels = draw(run, {});
    QImage vectors(pixels.size(), QImage::Format_ARGB32_Premultiplied);
    vectors.fill(Qt::white);
    QSvgRenderer renderer(drawSvg(run, {}));
    ASSERT_TRUE(renderer.isValid());
    QPainter painter(&vectors);
    renderer.render(&painter, QRectF(vectors.rect()));
    painter.end();
    EXPECT_LT(difference(pixels, vectors), 0.02);
    QImage other = draw(oneTillShop(), {});
    EXPECT_GT(difference(other, vectors), 0.025) << "the measure tells shops apart";
  }
}

TEST(ShopVectors, KeepTextAsText) {
  const QByteArray svg = drawSvg(oneScannerShop(), {});
  for (const char* text : {">ready, waiting for the scanner<", ">bell in 3.2 ms<", ">nothing to do<"})
    EXPECT_TRUE(svg.contains(text)) << text;
  EXPECT_FALSE(svg.contains("<image")) << "figures are vectors";
  EXPECT_FALSE(svg.contains("clip")) << "nothing is clipped";
}

// Everything the three languages may say finds room or is left out; nothing is written across something else.
TEST(ShopCaptions, NeverOverlapNorLeaveThePicture) {
  CaptionSpace space(QRectF(0, 0, 300, 100));
  const Theme theme = makeTheme(ThemeKind::Light);
  std::vector<QRectF> placed;
  for (int i = 0; i < 60; ++i) {
    const Caption caption{.texts = {QStringLiteral("a rather long caption"), QStringLiteral("short")},
                          .anchor = {i * 53 % 300 * 1.0, i * 31 % 100 * 1.0},
                          .style = i % 2 == 0 ? CaptionStyle::Bubble : CaptionStyle::Plain};
    if (const std::optional<QRectF> rect = placeCaption(nullptr, space, caption, theme)) placed.push_back(*rect);
  }
  ASSERT_GT(placed.size(), 5u);
  EXPECT_LT(placed.size(), 60u);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    EXPECT_TRUE(QRectF(0, 0, 300, 100).contains(placed[i]));
    for (std::size_t j = i + 1; j < placed.size(); ++j) EXPECT_FALSE(placed[i].intersects(placed[j]));
  }
}

}  // namespace
}  // namespace threadmart
