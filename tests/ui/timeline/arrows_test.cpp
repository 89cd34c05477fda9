// Where arrows are drawn, and what they say.
#include <algorithm>
#include <gtest/gtest.h>

#include "tests/ui/timeline/hand_overs.h"
#include "ui/timeline/arrows_painter.h"

namespace threadmart {
namespace {

using namespace testing_support;

struct Drawn {
  explicit Drawn(LaneBy by, QSizeF size = {900, 240}, std::optional<TimeRange> time = std::nullopt,
                 const std::shared_ptr<const Recording>& recording = handOvers())
      : run(*recording), theme(makeTheme(ThemeKind::Light)), model(by) {
    model.update(run.slices, run.info, run.numbers);
    arrows.update(recording->snapshot());
    layout = layoutTimeline(model, {time.value_or(wholeRange(model, true)), 0, 0}, size, theme);
    shapes = layoutArrows(arrows, model, layout, theme);
  }
  std::size_t count(ArrowKind kind) const {
    return static_cast<std::size_t>(
        std::count_if(shapes.begin(), shapes.end(), [&](const ArrowShape& shape) { return shape.arrow.kind == kind; }));
  }

  Projected run;
  Theme theme;
  TimelineModel model;
  ArrowBuilder arrows;
  TimelineLayout layout;
  std::vector<ArrowShape> shapes;
};

TEST(ArrowShapes, BetweenTheLanesOfThoseWhoHandOverAndTake) {
  for (const LaneBy by : {LaneBy::Task, LaneBy::Worker}) {
    const Drawn drawn(by);
    EXPECT_EQ(drawn.count(ArrowKind::Scanner), 4u);
    EXPECT_EQ(drawn.count(ArrowKind::Parcel), 2u);
    EXPECT_EQ(drawn.count(ArrowKind::Callback), 2u);
    for (const ArrowShape& shape : drawn.shapes) {
      if (shape.arrow.kind != ArrowKind::Scanner) continue;
      EXPECT_NEAR(shape.from.x(), drawn.layout.scale.xOf(shape.arrow.from_time), 0.01);
      EXPECT_NEAR(shape.to.x(), drawn.layout.scale.xOf(shape.arrow.to_time), 0.01);
      const double reach = drawn.layout.rows.bar / 2 + 1;  // from bar to bar
      const auto middle = [&](std::uint32_t lane) {
        return drawn.layout.rows.barTop(lane) + drawn.layout.rows.bar / 2;
      };
      EXPECT_NEAR(shape.from.y(), middle(shape.arrow.from_worker), reach);
      EXPECT_NEAR(shape.to.y(), middle(shape.arrow.to_worker), reach);
    }
  }
}

TEST(ArrowShapes, WhatComesFromOutsideComesFromAboveTheBar) {
  const Drawn drawn(LaneBy::Task);
  for (const ArrowShape& shape : drawn.shapes) {
    if (shape.arrow.kind != ArrowKind::Parcel) continue;
    const bool out = shape.arrow.from_worker == kSubmitter;
    EXPECT_EQ(out, shape.from.y() < shape.to.y());  // goes down into the lane
    EXPECT_LE(std::max(shape.from.y(), shape.to.y()), drawn.layout.rows.barTop(3) + 1);
  }
}

TEST(ArrowShapes, NoneByCoreNoneWhereLanesAreLowNoneWhereTheyAreTooMany) {
  EXPECT_TRUE(Drawn(LaneBy::Core).shapes.empty());
  EXPECT_TRUE(Drawn(LaneBy::Task, {900, 100}).shapes.empty());
  EXPECT_TRUE(Drawn(LaneBy::Task, {130, 240}).shapes.empty());
  EXPECT_TRUE(Drawn(LaneBy::Task, {900, 240}, TimeRange{70 * kMs, 100 * kMs}).shapes.empty());
  EXPECT_EQ(Drawn(LaneBy::Task, {900, 240}, TimeRange{55 * kMs, 65 * kMs}).shapes.size(), 1u);
}

TEST(ArrowShapes, OnlyBetweenLanesThatCanBeSeen) {
  Drawn drawn(LaneBy::Task);
  const Viewport lowered{wholeRange(drawn.model, true), 60, 60};
  const TimelineLayout layout = layoutTimeline(drawn.model, lowered, {900, 240}, drawn.theme);
  ASSERT_GT(layout.scroll_limit, 0);
  for (const ArrowShape& shape : layoutArrows(drawn.arrows, drawn.model, layout, drawn.theme)) {
    for (const QPointF point : {shape.from, shape.to}) {
      EXPECT_GE(point.y(), layout.rows.clip_top - 60);
      EXPECT_LE(point.y(), layout.rows.clip_bottom);
    }
    EXPECT_NE(shape.arrow.from_task, 0u);  // scrolled away
  }
}

TEST(ArrowShapes, ThePointerFindsTheOneItIsOn) {
  const Drawn drawn(LaneBy::Task);
  for (const ArrowShape& shape : drawn.shapes) {
    const ArrowShape* found = arrowAt(drawn.shapes, shape.path().pointAtPercent(0.5) + QPointF(1, 0), drawn.theme);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->arrow, shape.arrow);
  }
  EXPECT_EQ(arrowAt(drawn.shapes, {drawn.layout.scale.xOf(90 * kMs), 60}, drawn.theme), nullptr);
}

TEST(ArrowLines, SayWhoHandedWhatToWhom) {
  const Drawn drawn(LaneBy::Task);
  const auto lines = [&](ArrowKind kind, LaneBy by, Words words) {
    for (const ArrowShape& shape : drawn.shapes)
      if (shape.arrow.kind == kind) return arrowLines(shape.arrow, drawn.run.info, by, words);
    return QStringList();
  };
  EXPECT_EQ(lines(ArrowKind::Scanner, LaneBy::Task, Words::Shop).join('|').toStdString(),
            "scanner handed over by customer 1 to customer 2 (asked for)|60.0–61.0 ms · 1 ms");
  EXPECT_EQ(lines(ArrowKind::Scanner, LaneBy::Worker, Words::Computing).first().toStdString(),
            "GIL handed over by Thread-1 to Thread-2 (asked for)");
  EXPECT_EQ(lines(ArrowKind::Parcel, LaneBy::Task, Words::Computing).join('|').toStdString(),
            "message of task 4 from MainThread to Thread-4|64 KiB · 20–50 ms · 30 ms");
  EXPECT_TRUE(lines(ArrowKind::Callback, LaneBy::Task, Words::Shop).first().contains("its bell rings"));
}

}  // namespace
}  // namespace threadmart
