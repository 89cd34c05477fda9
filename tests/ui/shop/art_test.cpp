// The figures' files are there and keep what the code relies on; the places within them are where figures meet.
#include <gtest/gtest.h>
#include <set>

#include <QRegularExpression>
#include <QSvgRenderer>

#include "tests/ui/shop/art_support.h"

namespace threadmart {
namespace {

using namespace testing_support;

std::vector<ArtDetail> detailsOf(Art art) {
  if (artFile(art).tiny) return {ArtDetail::Full, ArtDetail::Tiny};
  return {ArtDetail::Full};
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

}  // namespace
}  // namespace threadmart
