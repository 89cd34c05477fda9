// The cores at the playhead, under mouse and keyboard, and what a frame costs.
#include "ui/cores/cores_view.h"

#include <algorithm>
#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/golden.h"
#include "ui/cores/core_row.h"

namespace threadmart {
namespace {

constexpr Nanos kMs = 1'000'000;

// Each core busy for a while, one after the other; others' work below it.
CoreLoads loadsOf(std::size_t cores, std::size_t steps = 60) {
  CoreLoads loads{0, 240 * kMs, false, {}};
  for (std::size_t core = 0; core < cores; ++core) {
    CoreStrip strip{static_cast<unsigned>(core), std::vector<CoreShare>(steps)};
    for (std::size_t i = 0; i < steps; ++i) {
      const bool own = i * cores / steps == core;
      strip.steps[i] = {own ? 0.93 : 0.0, own ? 0.05 : 0.05 + 0.02 * static_cast<double>(i % 3)};
    }
    loads.cores.push_back(std::move(strip));
  }
  return loads;
}

class View : public testing::Test {
 protected:
  View() {
    view_.resize(270, 400);
    view_.setLoads(loadsOf(2));
    view_.show();
    QCoreApplication::processEvents();
  }
  std::vector<CoreRow*> rows() {
    const auto found = view_.findChildren<CoreRow*>();
    return {found.begin(), found.end()};
  }
  QStringList texts() {
    QStringList texts;
    for (const QLabel* label : view_.findChildren<QLabel*>()) texts << label->text();
    return texts;
  }

  CoresView view_;
};

TEST_F(View, TheShareIsThatAtThePlayhead) {
  view_.setPlayhead(60 * kMs);
  EXPECT_TRUE(texts().contains(QStringLiteral("98 %")));
  EXPECT_EQ(rows()[0]->accessibleName(), QStringLiteral("core 0: 98 % busy, 95 % of it this run"));
  EXPECT_TRUE(rows()[1]->accessibleName().endsWith(QStringLiteral(", 0 % of it this run")));
  view_.setPlayhead(200 * kMs);
  EXPECT_EQ(rows()[1]->accessibleName(), QStringLiteral("core 1: 98 % busy, 95 % of it this run"));
}

TEST_F(View, ThePlayheadIsALineOverTheChart) {
  const QColor playhead = makeTheme(ThemeKind::Light).playhead;
  const auto columnsWithLine = [&] {
    const QImage image = view_.grab().toImage();
    std::vector<int> columns;
    const QRect row = QRect(rows()[0]->mapTo(&view_, QPoint()), rows()[0]->size());
    for (int x = row.left(); x <= row.right(); ++x)
      if (image.pixelColor(x, row.bottom() - 12) == playhead) columns.push_back(x);
    return columns;
  };
  EXPECT_TRUE(columnsWithLine().empty());
  view_.setPlayhead(60 * kMs);
  const auto quarter = columnsWithLine();
  view_.setPlayhead(180 * kMs);
  const auto late = columnsWithLine();
  ASSERT_EQ(quarter.size(), 2u);
  ASSERT_EQ(late.size(), 2u);
  EXPECT_NEAR(late[0] - quarter[0], rows()[0]->width() / 2.0, 8);
  view_.setPlayhead(std::nullopt);
  EXPECT_TRUE(columnsWithLine().empty());
}

TEST_F(View, WhatIsLiveHasNoLineAndNamesTheLastReading) {
  view_.setPlayhead(60 * kMs);
  CoreLoads loads = loadsOf(2);
  loads.live = true;
  loads.cores[0].steps.back() = {0.25, 0.25};
  view_.setLoads(loads);
  EXPECT_TRUE(texts().contains(QStringLiteral("live")));
  EXPECT_EQ(rows()[0]->accessibleName(), QStringLiteral("core 0: 50 % busy, 50 % of it this run"));
}

TEST_F(View, AClickOrSpaceChoosesACore) {
  QSignalSpy selected(&view_, &CoresView::thingSelected);
  QTest::mouseClick(rows()[1], Qt::LeftButton, {}, rows()[1]->rect().center());
  QTest::keyClick(rows()[0], Qt::Key_Space);
  ASSERT_EQ(selected.count(), 2);
  EXPECT_EQ(selected[0][0].value<Thing>(), assistantThing(1));
  EXPECT_EQ(selected[1][0].value<Thing>(), assistantThing(0));
}

TEST_F(View, TheSelectedCoreIsMarked) {
  QSignalSpy selected(&view_, &CoresView::thingSelected);
  view_.setSelected(assistantThing(1));
  EXPECT_EQ(rows()[1]->accessibleDescription(), QStringLiteral("selected"));
  EXPECT_EQ(rows()[0]->accessibleDescription(), QString());
  view_.setSelected(tillThing(1));
  EXPECT_EQ(rows()[1]->accessibleDescription(), QString());
  EXPECT_EQ(selected.count(), 0);
}

TEST_F(View, SpeaksTheWordsThatAreWanted) {
  view_.setWords(Words::Shop);
  EXPECT_TRUE(rows()[0]->accessibleName().startsWith(QStringLiteral("assistant 0: ")));
  EXPECT_TRUE(texts().contains(QStringLiteral("assistant 1")));
}

QImage draw(const CoreLoads& loads, std::optional<Nanos> playhead, const Theme& theme, const Thing& selected) {
  QApplication::setFont(theme.font(13));
  CoresView view;
  view.setStyleSheet(styleSheet(theme));
  view.setTheme(theme);
  view.setWords(Words::Both);
  view.setLoads(loads);
  view.setPlayhead(playhead);
  view.setSelected(selected);
  view.setAttribute(Qt::WA_DontShowOnScreen);  // laid out, but never with the focus
  const int width = qRound(theme.px(270));
  view.resize(width, view.sizeHint().height());
  view.show();
  QCoreApplication::processEvents();
  view.resize(width, view.sizeHint().height());
  QCoreApplication::processEvents();
  QImage image(view.size(), QImage::Format_ARGB32_Premultiplied);
  image.fill(theme.page);
  QPainter painter(&image);
  view.render(&painter, {}, {}, QWidget::DrawChildren | QWidget::DrawWindowBackground);
  return image;
}

TEST(CoresPictures, AtThePlayhead) {
  expectPicture(draw(loadsOf(2), 60 * kMs, makeTheme(ThemeKind::Light), assistantThing(1)), QStringLiteral("cores"));
  expectPicture(draw(loadsOf(2), 200 * kMs, makeTheme(ThemeKind::Dark), {}), QStringLiteral("cores-dark"));
}

TEST(CoresPictures, ManyCores) {
  expectPicture(draw(loadsOf(64), 100 * kMs, makeTheme(ThemeKind::Light), assistantThing(40)),
                QStringLiteral("cores-sixty-four"));
}

}  // namespace
}  // namespace threadmart
