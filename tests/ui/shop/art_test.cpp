// The figures: that every file is there and keeps what the code relies on, that sprites are kept and bounded, that
// pixels and vectors show the same, and what all of it looks like.
#include <cmath>
#include <gtest/gtest.h>
#include <set>

#include <QBuffer>
#include <QPicture>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QSvgRenderer>

#include "tests/support/golden.h"
#include "ui/shop/art_files.h"

namespace threadmart {
namespace {

constexpr std::array kThemes = {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print};

std::vector<Art> everyArt() {
  std::vector<Art> all;
  for (int i = 0; i < kArts; ++i) all.push_back(static_cast<Art>(i));
  return all;
}

std::vector<ArtDetail> detailsOf(Art art) {
  if (artFile(art).tiny) return {ArtDetail::Full, ArtDetail::Tiny};
  return {ArtDetail::Full};
}

QSizeF sizeOf(Art art, double customer) {
  const double height = customer * ArtCabinet::height(art);
  return {height * ArtCabinet::aspect(art), height};
}

QImage blank(QSize size, double ratio = 1) {
  QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(ratio);
  image.fill(Qt::transparent);
  return image;
}

QImage spriteOnly(ArtCabinet& cabinet, Art art, QSize size, QPointF at, const ArtColours& colours) {
  QImage image = blank(size);
  QPainter painter(&image);
  cabinet.draw(painter, art, QRectF(at, sizeOf(art, 100)), colours);
  return image;
}

// The family that placeholders are taken from: each channel 00, 55, aa or ff.
QStringList placeholdersIn(const QByteArray& source) {
  static const QRegularExpression family(QStringLiteral("#(?:00|55|aa|ff){3}\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
  QStringList found;
  for (auto match = family.globalMatch(QString::fromUtf8(source)); match.hasNext();) found << match.next().captured();
  found.removeAll(QStringLiteral("#ffffff"));  // plain white is white
  return found;
}

double meanDifference(const QImage& a, const QImage& b) {
  double sum = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) {
      const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
      sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
    }
  return sum / 3 / a.width() / a.height();
}

TEST(ArtFiles, AreAllThereAndHaveTheShapeThatTheCodeReliesOn) {
  for (const Art art : everyArt()) {
    for (const ArtDetail detail : detailsOf(art)) {
      QSvgRenderer renderer(artSource(art, detail));
      ASSERT_TRUE(renderer.isValid()) << artFile(art).name;
      EXPECT_EQ(renderer.viewBoxF().size(), artFile(art).box) << artFile(art).name;
    }
  }
}

TEST(ArtFiles, HaveOnlyWhatEveryFormatCanShow) {
  for (const Art art : everyArt()) {
    for (const ArtDetail detail : detailsOf(art)) {
      const QByteArray source = artSource(art, detail);
      EXPECT_TRUE(source.contains("GPL-3.0-or-later")) << artFile(art).name;
      for (const char* element : {"<text", "<filter", "<clipPath", "<mask", "<image", "Gradient", "font"})
        EXPECT_FALSE(source.contains(element)) << artFile(art).name << ' ' << element;
    }
  }
}

TEST(ArtFiles, KeepNoPlaceholderOnceColoured) {
  for (const ThemeKind kind : kThemes) {
    const Theme theme = makeTheme(kind);
    ArtColours odd;  // nothing that a placeholder or another figure has
    odd.main = QColor(0x12, 0x34, 0x56);
    odd.skin = QColor(0xC1, 0x92, 0x73);
    odd.hair = QColor(0x43, 0x32, 0x21);
    for (const Art art : everyArt()) {
      for (const ArtDetail detail : detailsOf(art)) {
        for (const Haircut haircut : {Haircut::Short, Haircut::Long, Haircut::Bun}) {
          odd.haircut = haircut;
          const QStringList left = placeholdersIn(colouredSource(artSource(art, detail), odd, theme));
          // Black is a colour of the print theme.
          for (const QString& colour : left) EXPECT_EQ(colour, QStringLiteral("#000000")) << artFile(art).name;
        }
      }
    }
  }
}

TEST(ArtFiles, ShowTheColoursOfTheFigure) {
  ArtCabinet cabinet(makeTheme(ThemeKind::Light));
  const Theme theme = makeTheme(ThemeKind::Light);
  for (const Art art : {Art::CustomerWaiting, Art::CustomerAway, Art::CustomerAtTill, Art::CustomerGone}) {
    const ArtColours colours = customerColours(4, theme);
    const QImage image = spriteOnly(cabinet, art, {80, 100}, {}, colours);
    const QPointF chest = numberPlace(art, QRectF(0, 0, 80, 100)).center();
    EXPECT_EQ(image.pixelColor(chest.toPoint()).name(), colours.main.name()) << artFile(art).name;
    EXPECT_EQ(image.pixelColor(40, 32).name(), colours.skin.name()) << artFile(art).name;
  }
}

// A number has to be readable wherever it is written: nothing but the one colour under it.
TEST(ArtFiles, LeaveThePlaceOfTheNumberClear) {
  const Theme theme = makeTheme(ThemeKind::Light);
  ArtCabinet cabinet(theme);
  for (const Art art :
       {Art::CustomerWaiting, Art::CustomerAway, Art::CustomerAtTill, Art::CustomerGone, Art::TillSign, Art::Parcel}) {
    const QSize size = (sizeOf(art, 200) + QSizeF(1, 1)).toSize();
    QImage image = blank(size);
    QPainter painter(&image);
    const QRectF rect(QPointF(), sizeOf(art, 200));
    cabinet.draw(painter, art, rect, customerColours(0, theme));
    const QRectF place = numberPlace(art, rect);
    const QRect inner =
        place.adjusted(place.width() * 0.15, place.height() * 0.15, -place.width() * 0.15, -place.height() * 0.15)
            .toRect();
    for (const QPoint corner : {inner.topLeft(), inner.topRight(), inner.bottomLeft(), inner.bottomRight()})
      EXPECT_EQ(image.pixel(corner), image.pixel(inner.center())) << artFile(art).name;
  }
}

TEST(Customers, OfTheSameColourDiffer) {
  const Theme theme = makeTheme(ThemeKind::Light);
  std::set<std::tuple<QRgb, QRgb, QRgb, Haircut>> looks;
  for (TaskId task = 0; task < 5'000; ++task) {
    const ArtColours colours = customerColours(task, theme);
    EXPECT_EQ(colours.main, theme.task(task));
    looks.insert({colours.main.rgb(), colours.skin.rgb(), colours.hair.rgb(), colours.haircut});
  }
  EXPECT_EQ(looks.size(), 120u);  // bounded: a crowd of thousands needs that many sprites
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
  const double width = 97.3;
  for (int piece = 0; piece < 4; ++piece) cabinet.draw(painter, Art::Shelf, {10.4 + piece * width, 5, width, 49}, {});
  painter.end();
  const int board = 5 + 49 * 48 / 100;
  for (int x = 12; x < 398; ++x) EXPECT_EQ(image.pixel(x, board), image.pixel(200, board)) << x;
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

TEST(ArtPlaces, AreWhereTheFiguresMeet) {
  const QRectF till(100, 100, 240, 80);
  EXPECT_TRUE(till.contains(scannerPlace(till)));
  EXPECT_GT(beltPlace(till).left(), till.left());
  EXPECT_LT(beltPlace(till).right(), scannerPlace(till).x());
  EXPECT_GT(assistantPlace(till).x(), till.right());
  EXPECT_LT(customerPlace(till).x(), till.center().x());
  EXPECT_GT(customerPlace(till).y(), till.bottom());  // in front of it
  EXPECT_NEAR(signPlace(till).width() / signPlace(till).height(), ArtCabinet::aspect(Art::TillSign), 1e-9);
  const QRectF customer(0, 0, 80, 100);
  EXPECT_NEAR(trolleyPlace(customer).width() / trolleyPlace(customer).height(), ArtCabinet::aspect(Art::Trolley), 1e-9);
  EXPECT_TRUE(trolleyPlace(customer).intersects(basketPlace(Art::CustomerWaiting, customer)));
  EXPECT_TRUE(numberPlace(Art::Bell, customer).isEmpty());
  EXPECT_TRUE(basketPlace(Art::Bell, customer).isEmpty());
}

// ---- what it looks like

struct Sheet {
  QImage image{1240, 690, QImage::Format_ARGB32_Premultiplied};
  Theme theme;
  ArtCabinet cabinet;
  explicit Sheet(ThemeKind kind) : theme(makeTheme(kind)), cabinet(theme) { image.fill(theme.sunken); }

  ArtColours coloursOf(Art art) const {
    const bool assistant = art == Art::AssistantScanning || art == Art::AssistantWithTea;
    return assistant ? assistantColours(static_cast<unsigned>(art), theme)
                     : customerColours(static_cast<TaskId>(art), theme);
  }
  void number(QPainter& painter, Art art, const QRectF& rect, TaskId task) const {
    const QRectF place = numberPlace(art, rect);
    if (place.height() < 7 || art > Art::CustomerGone) return;
    QFont font = theme.font(place.height() * 0.85, QFont::Bold);
    painter.setFont(font);
    painter.setPen(theme.textOnTask(task));
    painter.drawText(place, Qt::AlignCenter, QString::number(task + 1));
  }
  void put(QPainter& painter, Art art, QPointF bottom_left, double customer) {
    const QSizeF size = sizeOf(art, customer);
    const QRectF rect(bottom_left - QPointF(0, size.height()), size);
    cabinet.draw(painter, art, rect, coloursOf(art));
    number(painter, art, rect, static_cast<TaskId>(art));
  }
  // All of them in rows; returns where the next row starts.
  double everything(QPainter& painter, double top, double customer, double gap) {
    double x = 12, bottom = top + customer;
    for (const Art art : everyArt()) {
      const double width = sizeOf(art, customer).width();
      if (x + width > image.width() - 8) {
        x = 12;
        bottom += customer + gap;
      }
      put(painter, art, {x, bottom}, customer);
      x += width + gap;
    }
    return bottom + gap * 1.5;
  }
  void scene(QPainter& painter, const QRectF& till) {
    const double h = till.height() / ArtCabinet::height(Art::Till);
    const auto person = [&](Art art, QPointF feet, const ArtColours& colours) {
      const QRectF rect(feet.x() - h * 0.4, feet.y() - h, h * 0.8, h);
      if (art == Art::CustomerWaiting) cabinet.draw(painter, Art::Trolley, trolleyPlace(rect));
      cabinet.draw(painter, art, rect, colours);
    };
    person(Art::AssistantScanning, assistantPlace(till), assistantColours(0, theme));
    cabinet.draw(painter, Art::TillSign, signPlace(till));
    cabinet.draw(painter, Art::Till, till);
    const QRectF belt = beltPlace(till);
    const QSizeF item = sizeOf(Art::Item, h) * 0.8;
    for (TaskId i = 0; i < 6; ++i)
      cabinet.draw(painter, Art::Item,
                   {{belt.right() - (i + 1) * item.width() * 1.3, belt.bottom() - item.height()}, item},
                   customerColours(i, theme));
    person(Art::CustomerAtTill, customerPlace(till), customerColours(1, theme));
    for (TaskId i = 0; i < 3; ++i)
      person(Art::CustomerWaiting, {till.left() - h * (0.35 + 0.8 * i), customerPlace(till).y()},
             customerColours(i + 2, theme));
  }
  void crowd(QPainter& painter, QRectF area, double customer) {
    TaskId task = 0;
    for (double y = area.top(); y + customer <= area.bottom(); y += customer * 0.7)
      for (double x = area.left(); x + customer <= area.right(); x += customer * 0.62)
        cabinet.draw(painter, Art::CustomerWaiting, {x, y, customer * 0.8, customer}, customerColours(task++, theme));
  }
};

QImage sheetOf(ThemeKind kind) {
  Sheet sheet(kind);
  QPainter painter(&sheet.image);
  double y = sheet.everything(painter, 12, 130, 14);
  y = sheet.everything(painter, y, 48, 12);
  sheet.everything(painter, y, 16, 10);
  sheet.scene(painter, {370, 545, 300, 100});
  sheet.crowd(painter, {800, 420, 420, 80}, 24);
  sheet.crowd(painter, {800, 530, 420, 140}, 15);
  return sheet.image;
}

TEST(ArtSheet, Light) {
  expectPicture(sheetOf(ThemeKind::Light), QStringLiteral("art-sheet-light"));
}
TEST(ArtSheet, Dark) {
  expectPicture(sheetOf(ThemeKind::Dark), QStringLiteral("art-sheet-dark"));
}
TEST(ArtSheet, Print) {
  expectPicture(sheetOf(ThemeKind::Print), QStringLiteral("art-sheet-print"));
}

}  // namespace
}  // namespace threadmart
