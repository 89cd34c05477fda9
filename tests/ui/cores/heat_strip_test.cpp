#include "ui/cores/heat_strip.h"

#include <algorithm>
#include <gtest/gtest.h>

#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include "ui/cores/core_chart.h"
#include "ui/cores/cores_view.h"
#include "ui/cores/heat_strip_widget.h"

namespace threadmart {
namespace {

CoreLoads loadsOf(std::size_t cores, std::size_t steps) {
  CoreLoads loads{0, 1'000'000, false, {}};
  for (std::size_t core = 0; core < cores; ++core)
    loads.cores.push_back({static_cast<unsigned>(core), std::vector<CoreShare>(steps)});
  return loads;
}

QImage paint(const CoreLoads& loads, QSize size, const Theme& theme) {
  QImage image(size, QImage::Format_RGB32);
  image.fill(Qt::magenta);
  QPainter painter(&image);
  paintHeatStrip(painter, QRectF(QPointF(0, 0), size), loads, theme);
  return image;
}

TEST(HeatStrip, BusierIsDarkerAndOwnIsInTheAccentColour) {
  for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
    const Theme theme = makeTheme(kind);
    EXPECT_EQ(heatColour({0, 0}, theme), theme.sunken);
    EXPECT_EQ(heatColour({1, 0}, theme), theme.accent);
    EXPECT_EQ(heatColour({0, 1}, theme), theme.text_muted);
    const auto distance = [&](double own) {
      return std::abs(heatColour({own, 0}, theme).lightness() - theme.sunken.lightness());
    };
    EXPECT_LT(distance(0.2), distance(0.6));
    EXPECT_LT(distance(0.6), distance(1.0));
  }
}

TEST(HeatStrip, EachCoreHasItsRowAndEachStepItsColumn) {
  const Theme theme = makeTheme(ThemeKind::Light);
  CoreLoads loads = loadsOf(32, 10);
  loads.cores[5].steps[9] = {1, 0};
  const QImage image = paint(loads, QSize(324, 320), theme);  // 24 for the labels, 30 a step, 10 a core
  EXPECT_EQ(image.pixelColor(310, 54), theme.accent);
  EXPECT_EQ(image.pixelColor(310, 44), theme.sunken);
  EXPECT_EQ(image.pixelColor(310, 64), theme.sunken);
  EXPECT_EQ(image.pixelColor(280, 54), theme.sunken);
}

TEST(HeatStrip, NeverPaintsOutsideItsRectangle) {
  const Theme theme = makeTheme(ThemeKind::Light);
  QImage image(400, 300, QImage::Format_RGB32);
  image.fill(Qt::magenta);
  QPainter painter(&image);
  paintHeatStrip(painter, QRectF(50, 40, 300, 200), loadsOf(64, 60), theme);
  painter.end();
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (!QRect(50, 40, 300, 200).contains(x, y)) {
        ASSERT_EQ(image.pixelColor(x, y), QColor(Qt::magenta)) << x << ',' << y;
      }
}

TEST(HeatStrip, TheSameLoadsAreTheSamePicture) {
  const Theme theme = makeTheme(ThemeKind::Dark);
  CoreLoads loads = loadsOf(128, 60);
  for (std::size_t i = 0; i < 60; ++i) loads.cores[i].steps[i] = {0.5, 0.25};
  EXPECT_EQ(paint(loads, {300, 200}, theme), paint(loads, {300, 200}, theme));
}

TEST(HeatMarks, ThePlayheadStandsAtItsTimeAndStaysInside) {
  const Theme theme = makeTheme(ThemeKind::Light);
  for (const double place : {0.0, 0.5, 1.0}) {
    QImage image(324, 320, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    paintHeatMarks(painter, QRectF(0, 0, 324, 320), loadsOf(32, 10), theme, place, std::nullopt);
    painter.end();
    int first = -1, last = -1;
    for (int x = 0; x < image.width(); ++x)
      if (image.pixelColor(x, 100) == theme.playhead) {
        if (first < 0) first = x;
        last = x;
      }
    ASSERT_GE(first, 24);
    EXPECT_NEAR((first + last + 1) / 2.0, 24 + place * 300, 1.5);
  }
}

TEST(HeatMarks, TheSelectedCoreIsFramed) {
  const Theme theme = makeTheme(ThemeKind::Light);
  QImage image(324, 320, QImage::Format_RGB32);
  image.fill(Qt::magenta);
  QPainter painter(&image);
  paintHeatMarks(painter, QRectF(0, 0, 324, 320), loadsOf(32, 10), theme, std::nullopt, 5u);
  painter.end();
  EXPECT_EQ(image.pixelColor(200, 50), theme.text);
  EXPECT_EQ(image.pixelColor(200, 54), QColor(Qt::magenta));
  EXPECT_EQ(image.pixelColor(200, 44), QColor(Qt::magenta));
}

TEST(HeatCell, IsTheStepUnderThePointer) {
  const Theme theme = makeTheme(ThemeKind::Light);
  const CoreLoads loads = loadsOf(32, 10);
  const QRectF rect(0, 0, 324, 320);
  const auto cell = heatCellAt({24 + 30 * 3 + 5, 10 * 7 + 2}, rect, loads, theme);
  ASSERT_TRUE(cell);
  EXPECT_EQ(cell->index, 7u);
  EXPECT_EQ(cell->time, 350'000);
  EXPECT_FALSE(heatCellAt({10, 50}, rect, loads, theme));  // the labels
  EXPECT_FALSE(heatCellAt({100, 321}, rect, loads, theme));
  EXPECT_FALSE(heatCellAt({100, 100}, rect, CoreLoads{}, theme));
}

TEST(HeatStripWidget, SaysCoreAndShareAndAClickChoosesIt) {
  HeatStripWidget strip;
  strip.resize(324, 320);
  CoreLoads loads = loadsOf(32, 10);
  loads.cores[7].steps[3] = {0.76, 0.04};
  strip.setLoads(loads, makeTheme(ThemeKind::Light), Words::Computing);
  EXPECT_EQ(strip.textAt({120, 72}), QStringLiteral("core 7 at 350 µs: 80 % busy, 95 % of it this run"));
  EXPECT_EQ(strip.textAt({5, 72}), QString());
  QSignalSpy chosen(&strip, &HeatStripWidget::chosen);
  QTest::mouseClick(&strip, Qt::LeftButton, {}, {120, 72});
  ASSERT_EQ(chosen.count(), 1);
  EXPECT_EQ(chosen[0][0].toUInt(), 7u);
}

TEST(CoresView, ChartsUpToSixteenCoresAndAHeatStripAbove) {
  CoresView view;
  EXPECT_TRUE(view.findChildren<CoreChart*>().isEmpty());  // charts are made when there is something to show
  view.setLoads(loadsOf(16, 10));
  EXPECT_EQ(view.findChildren<CoreChart*>().size(), 16);
  EXPECT_TRUE(view.findChildren<HeatStripWidget*>().isEmpty());
  view.setLoads(loadsOf(17, 10));
  ASSERT_EQ(view.findChildren<HeatStripWidget*>().size(), 1);
  for (const CoreChart* chart : view.findChildren<CoreChart*>()) EXPECT_FALSE(chart->isVisibleTo(&view));
}

TEST(CoresView, SaysWhetherItIsLive) {
  CoresView view;
  const auto says = [&view](const QString& text) {
    const auto labels = view.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == text; });
  };
  CoreLoads loads = loadsOf(2, 4);
  view.setLoads(loads);
  EXPECT_TRUE(says("from the recording"));
  loads.live = true;
  loads.cores[1].steps.back() = {0.5, 0.25};
  view.setLoads(loads);
  EXPECT_TRUE(says("live"));
  EXPECT_TRUE(says("75 %"));
}

}  // namespace
}  // namespace threadmart
