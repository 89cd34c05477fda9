// The whole run in a strip: what it counts, and what can be done with it.
#include "ui/timeline/minimap.h"

#include <gtest/gtest.h>
#include <random>

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

#include "tests/support/hand_made_run.h"
#include "ui/timeline/widget.h"

namespace threadmart {
namespace {

using namespace testing_support;

std::vector<Slice> randomSlices(std::size_t count) {
  std::mt19937 random(3);
  std::vector<Slice> slices;
  for (std::size_t i = 0; i < count; ++i) {
    const auto begin = static_cast<Nanos>(i * 900);
    const Nanos length = 1 + static_cast<Nanos>(random() % (i % 50 == 0 ? 300'000 : 2'000));
    const auto state = static_cast<TaskState>(random() % 5);
    slices.push_back(
        {.begin = begin, .end = begin + length, .task = static_cast<TaskId>(i % 7), .worker = 0, .state = state});
  }
  return slices;
}

// Slice by slice.
Density::Bin slowly(const std::vector<Slice>& slices, double from, double to) {
  double running = 0, waiting = 0;
  for (const Slice& slice : slices) {
    const double part = std::min(to, static_cast<double>(slice.end)) - std::max(from, static_cast<double>(slice.begin));
    if (part <= 0 || slice.state == TaskState::Queued) continue;
    (slice.state == TaskState::Running ? running : waiting) += part;
  }
  return {static_cast<float>(running / (to - from)), static_cast<float>(waiting / (to - from))};
}

TEST(DensityOfARun, CountsWhatTheSlicesSay) {
  const auto slices = std::make_shared<const std::vector<Slice>>(randomSlices(20'000));
  Density density;
  density.update(slices);
  const Nanos end = 20'000 * 900;
  const std::vector<Density::Bin> bins = density.bins(100, end);
  for (std::size_t i = 0; i < bins.size(); ++i) {
    const double width = static_cast<double>(end) / 100;
    const Density::Bin expected = slowly(*slices, width * static_cast<double>(i), width * static_cast<double>(i + 1));
    EXPECT_NEAR(bins[i].running, expected.running, 0.1 + expected.running * 0.05) << i;
    EXPECT_NEAR(bins[i].waiting, expected.waiting, 0.1 + expected.waiting * 0.05) << i;
  }
}

TEST(DensityOfARun, GrowsToWhatItWouldBeAtOnce) {
  const std::vector<Slice> all = randomSlices(6000);
  auto growing = std::make_shared<std::vector<Slice>>();
  Density grown, at_once;
  for (std::size_t count = 0; count < all.size();) {
    const std::size_t next = std::min(all.size(), count + 97);
    growing->insert(growing->end(), all.begin() + static_cast<std::ptrdiff_t>(count),
                    all.begin() + static_cast<std::ptrdiff_t>(next));
    count = next;
    const Nanos now = growing->back().begin + 1;
    for (std::size_t i = 0; i < count; ++i) {
      (*growing)[i] = all[i];
      if (count == all.size() || all[i].end <= now) continue;
      (*growing)[i].open = true;
      (*growing)[i].end = now;
    }
    grown.update(growing);
  }
  at_once.update(std::make_shared<const std::vector<Slice>>(all));
  const auto left = grown.bins(200, 5'400'000), right = at_once.bins(200, 5'400'000);
  for (std::size_t i = 0; i < left.size(); ++i) {
    EXPECT_NEAR(left[i].running, right[i].running, 0.01) << i;
    EXPECT_NEAR(left[i].waiting, right[i].waiting, 0.01) << i;
  }
}

TEST(DensityOfARun, WhatIsStillOpenCountsToo) {
  auto slices = std::make_shared<std::vector<Slice>>();
  slices->push_back({.begin = 0, .end = 1'000'000, .task = 0, .worker = 0, .state = TaskState::Io, .open = true});
  Density density;
  density.update(slices);
  EXPECT_NEAR(density.bins(10, 1'000'000)[5].waiting, 1, 0.01);
  slices->front().end = 8'000'000'000;  // long after the bins began as short ones
  density.update(slices);
  EXPECT_NEAR(density.bins(10, 8'000'000'000)[5].waiting, 1, 0.01);
}

class MinimapOf : public testing::Test {
 protected:
  MinimapOf() : run_(*gilRun()) {
    timeline_.resize(900, 240);
    timeline_.setData(run_.slices, run_.info, run_.numbers, 1);
    minimap_.resize(900, 22);
    minimap_.show();
  }
  int xOf(Nanos time) const { return qRound(minimap_.layoutNow().scale.xOf(time)); }
  void drag(int from, int to) {
    QTest::mousePress(&minimap_, Qt::LeftButton, {}, {from, 11});
    for (const int x : {(from + to) / 2, to}) {
      QMouseEvent move(QEvent::MouseMove, QPointF(x, 11), minimap_.mapToGlobal(QPointF(x, 11)), Qt::NoButton,
                       Qt::LeftButton, Qt::NoModifier);
      QApplication::sendEvent(&minimap_, &move);
    }
    QTest::mouseRelease(&minimap_, Qt::LeftButton, {}, {to, 11});
  }

  Projected run_;
  TimelineWidget timeline_{makeTheme(ThemeKind::Light)};
  Minimap minimap_{timeline_, makeTheme(ThemeKind::Light)};
};

TEST_F(MinimapOf, IsPassiveWhileEverythingIsVisible) {
  EXPECT_TRUE(minimap_.passive());
  const TimeRange before = timeline_.viewport().time;
  drag(xOf(60 * kMs), xOf(90 * kMs));
  EXPECT_EQ(timeline_.viewport().time, before);
  timeline_.setTimeRange({60 * kMs, 120 * kMs});
  EXPECT_FALSE(minimap_.passive());
}

TEST_F(MinimapOf, LinesUpWithTheLanes) {
  timeline_.setTimeRange({60 * kMs, 120 * kMs});
  EXPECT_EQ(minimap_.layoutNow().scale.left, timeline_.layoutNow().scale.left);
  EXPECT_EQ(minimap_.layoutNow().scale.width, timeline_.layoutNow().scale.width);
  EXPECT_EQ(minimap_.layoutNow().scale.range, timeline_.whole());
}

TEST_F(MinimapOf, ItsWindowIsDraggedAndResized) {
  const double slack = 2 * minimap_.layoutNow().scale.nanosPerPixel();
  timeline_.setTimeRange({60 * kMs, 120 * kMs});
  drag(xOf(90 * kMs), xOf(110 * kMs));
  EXPECT_NEAR(static_cast<double>(timeline_.viewport().time.begin), 80e6, slack);
  EXPECT_EQ(timeline_.viewport().time.length(), 60 * kMs);
  drag(xOf(timeline_.viewport().time.end), xOf(200 * kMs));
  EXPECT_NEAR(static_cast<double>(timeline_.viewport().time.end), 200e6, slack);
  EXPECT_NEAR(static_cast<double>(timeline_.viewport().time.begin), 80e6, slack);
  drag(xOf(timeline_.viewport().time.begin), xOf(30 * kMs));
  EXPECT_NEAR(static_cast<double>(timeline_.viewport().time.begin), 30e6, slack);
}

TEST_F(MinimapOf, AClickBesideTheWindowBringsItThereAndADoubleClickShowsAll) {
  timeline_.setTimeRange({20 * kMs, 60 * kMs});
  QTest::mouseClick(&minimap_, Qt::LeftButton, {}, {xOf(180 * kMs), 11});
  EXPECT_NEAR(static_cast<double>(timeline_.viewport().time.begin), 160e6, 2e6);
  EXPECT_EQ(timeline_.viewport().time.length(), 40 * kMs);
  QTest::mouseDClick(&minimap_, Qt::LeftButton, {}, {xOf(180 * kMs), 11});
  EXPECT_TRUE(minimap_.passive());
}

TEST_F(MinimapOf, ShowsThePlayheadAndWhatIsNew) {
  const QImage before = minimap_.grab().toImage();
  timeline_.setPlayhead(100 * kMs);
  const QImage with = minimap_.grab().toImage();
  EXPECT_NE(with, before);
  const Projected other(*pages("threads-gil"));
  timeline_.setData(other.slices, other.info, other.numbers, 2);
  EXPECT_NE(minimap_.grab().toImage(), with);
}

}  // namespace
}  // namespace threadmart
