// Sprites are kept and bounded; pixels and vectors show the same.
#include <cmath>
#include <gtest/gtest.h>

#include <QBuffer>
#include <QPicture>
#include <QSvgGenerator>
#include <QSvgRenderer>

#include "tests/ui/shop/art_support.h"

namespace threadmart {
namespace {

using namespace testing_support;

double meanDifference(const QImage& a, const QImage& b) {
  double sum = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) {
      const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
      sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
    }
  return sum / 3 / a.width() / a.height();
}

TEST(ArtCabinet, KeepsOneSpriteForTheSameFigure) {
  const Theme theme = makeTheme(ThemeKind::Light);
  ArtCabinet cabinet(theme);
  QImage image = blank({400, 200});
  QPainter painter(&image);
  cabinet.draw(painter, Art::CustomerAway, {10, 10, 40, 50}, customerColours(1, theme));
  EXPECT_EQ(cabinet.sprites(), 1u);
  cabinet.draw(painter, Art::CustomerAway, {120.37, 44.9, 40.2, 50.25}, customerColours(1, theme), 0.5);
  EXPECT_EQ(cabinet.sprites(), 1u) << "moved, faded or a fraction larger";
  cabinet.draw(painter, Art::CustomerAway, {10, 10, 40, 50}, customerColours(2, theme));
  EXPECT_EQ(cabinet.sprites(), 2u);
  cabinet.draw(painter, Art::CustomerAway, {10, 10, 80, 100}, customerColours(2, theme));
  EXPECT_EQ(cabinet.sprites(), 3u);
}

TEST(ArtCabinet, StaysBounded) {
  const Theme theme = makeTheme(ThemeKind::Light);
  ArtCabinet cabinet(theme);
  QImage image = blank({10, 10});
  QPainter painter(&image);
  for (int height = 200; height < 900; height += 2)
    cabinet.draw(painter, Art::Trolley, {0, 0, height * 0.8, double(height)}, {});
  EXPECT_LE(cabinet.bytes(), ArtCabinet::kMaxBytes);
  EXPECT_GT(cabinet.bytes(), ArtCabinet::kMaxBytes / 2);
  cabinet.draw(painter, Art::Shelf, {0, 0, 1e6, 5e5}, {});  // as vectors
  EXPECT_LE(cabinet.bytes(), ArtCabinet::kMaxBytes);
}

TEST(ArtCabinet, DrawsNothingWhereNothingIsToBeSeen) {
  ArtCabinet cabinet(makeTheme(ThemeKind::Light));
  QImage image = blank({50, 50});
  const QImage before = image;
  QPainter painter(&image);
  cabinet.draw(painter, Art::Bell, {0, 0, 50, 50}, {}, 0);
  cabinet.draw(painter, Art::Bell, {0, 0, 0, 0}, {});
  painter.end();
  EXPECT_EQ(image, before);
}

TEST(ArtCabinet, LeavesThePainterAsItWas) {
  ArtCabinet cabinet(makeTheme(ThemeKind::Light));
  QImage image = blank({200, 200}, 1.5);
  QPainter painter(&image);
  painter.translate(3, 4);
  painter.setOpacity(0.7);
  const QTransform before = painter.worldTransform();
  cabinet.draw(painter, Art::Till, {0, 0, 90, 30}, {}, 0.5);
  EXPECT_EQ(painter.worldTransform(), before);
  EXPECT_DOUBLE_EQ(painter.opacity(), 0.7);
}

// A figure that walks does not shimmer: its pixels are the same wherever it is.
TEST(ArtCabinet, MovesSpritesByWholePixels) {
  const Theme theme = makeTheme(ThemeKind::Light);
  ArtCabinet cabinet(theme);
  const QImage still = spriteOnly(cabinet, Art::CustomerAway, {100, 110}, {4, 6}, customerColours(0, theme));
  const QImage moved = spriteOnly(cabinet, Art::CustomerAway, {100, 110}, {5.4, 6.3}, customerColours(0, theme));
  EXPECT_EQ(still.copy(0, 0, 99, 110), moved.copy(1, 0, 99, 110));
}

TEST(ArtCabinet, UsesThePixelsOfTheScreen) {
  const Theme theme = makeTheme(ThemeKind::Light);
  for (const double ratio : {1.25, 1.5, 2.0, 3.0}) {
    ArtCabinet cabinet(theme);
    QImage dense = blank({120, 120}, ratio), plain = blank(QSize(120, 120) * ratio);
    QPainter on_dense(&dense), on_plain(&plain);
    const QRectF rect(8, 8, 80, 100);
    cabinet.draw(on_dense, Art::CustomerWaiting, rect, customerColours(0, theme));
    cabinet.draw(on_plain, Art::CustomerWaiting, {rect.topLeft() * ratio, rect.size() * ratio},
                 customerColours(0, theme));
    on_dense.end();
    on_plain.end();
    dense.setDevicePixelRatio(1);
    EXPECT_EQ(dense, plain) << ratio;
    EXPECT_EQ(cabinet.sprites(), 1u) << ratio;
  }
}

TEST(ArtCabinet, JoinsPiecesWithoutSeam) {
  const Theme theme = makeTheme(ThemeKind::Light);
  ArtCabinet cabinet(theme);
  QImage image = blank({500, 60});
  QPainter painter(&image);
  const double width = 96.8;  // whole sprites would leave gaps
  for (int piece = 0; piece < 4; ++piece)
    cabinet.draw(painter, Art::Shelf, {10.4 + piece * width, 5, width, width / 2}, {});
  painter.end();
  const int board = 5 + 24;
  for (int x = 12; x < 396; ++x) EXPECT_EQ(image.pixel(x, board), image.pixel(200, board)) << x;
}

TEST(ArtCabinet, ShowsTheSameInPixelsAndVectors) {
  for (const ThemeKind kind : kThemes) {
    const Theme theme = makeTheme(kind);
    ArtCabinet cabinet(theme);
    for (const Art art : everyArt()) {
      const QRectF rect(QPointF(4, 4), QSizeF(sizeOf(art, 100).toSize()));
      const auto draw = [&](QPaintDevice& device) {
        QPainter painter(&device);
        cabinet.draw(painter, art, rect, customerColours(3, theme));
      };
      QImage sprite = blank({260, 130}), vectors = blank({260, 130});
      QPicture picture;
      draw(sprite);
      draw(picture);
      QPainter painter(&vectors);
      painter.setRenderHint(QPainter::Antialiasing);
      painter.drawPicture(0, 0, picture);
      painter.end();
      EXPECT_LT(meanDifference(sprite, vectors), 1.0) << artFile(art).name;
      EXPECT_GT(meanDifference(sprite, blank({260, 130})), 0.2) << artFile(art).name << " is empty";
    }
  }
}

TEST(ArtCabinet, WritesVectorsIntoSvg) {
  const Theme theme = makeTheme(ThemeKind::Light);
  ArtCabinet cabinet(theme);
  QBuffer buffer;
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setViewBox(QRectF(0, 0, 100, 120));
  {
    QPainter painter(&generator);
    cabinet.draw(painter, Art::CustomerWaiting, {10, 10, 80, 100}, customerColours(1, theme), 0.5);
  }
  EXPECT_EQ(cabinet.sprites(), 0u);
  EXPECT_FALSE(buffer.data().contains("<image"));
  EXPECT_TRUE(buffer.data().toLower().contains(theme.task(1).name().toLatin1()));
  EXPECT_TRUE(buffer.data().contains("opacity=\"0.5\""));
  QSvgRenderer again(buffer.data());
  QImage image = blank({100, 120});
  QPainter painter(&image);
  again.render(&painter, QRectF(0, 0, 100, 120));
  painter.end();
  EXPECT_NEAR(image.pixelColor(48, 65).alphaF(), 0.5, 0.02);
}

// From one pixel of height to the next a figure changes little: nothing jumps when a crowd grows.
TEST(ArtCabinet, FadesTheSimpleFigureIntoTheDetailedOne) {
  const Theme theme = makeTheme(ThemeKind::Light);
  ArtCabinet cabinet(theme);
  const auto at = [&](int height) {
    QImage image(height * 4 / 5, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.panel);
    QPainter painter(&image);
    cabinet.draw(painter, Art::CustomerWaiting, {0, 0, height * 0.8, double(height)}, customerColours(0, theme));
    painter.end();
    return image.scaled(64, 80, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  };
  const double whole = meanDifference(at(20), at(28));
  double worst = 0;
  for (int height = 18; height < 32; ++height) worst = std::max(worst, meanDifference(at(height), at(height + 1)));
  EXPECT_GT(whole, 0);
  EXPECT_LT(worst, 20);
}

}  // namespace
}  // namespace threadmart
