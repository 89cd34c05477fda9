// What timelines look like, to the pixel.
#include <QImage>
#include <QPainter>

#include "tests/support/golden.h"
#include "tests/support/hand_made_run.h"
#include "ui/timeline/painter.h"

namespace threadmart {
namespace {

using namespace testing_support;

TimelineModel modelOf(const Recording& recording, LaneBy by) {
  const Projected run(recording);
  TimelineModel model(by);
  model.update(run.slices, run.info, run.numbers);
  return model;
}

struct Look {
  QSize size{900, 240};
  ThemeKind theme = ThemeKind::Light;
  double ratio = 1;
  std::optional<TimeRange> time = std::nullopt;
  std::optional<TaskId> highlight = std::nullopt;
};

QImage draw(const TimelineModel& model, const Look& look) {
  const Theme theme = makeTheme(look.theme);
  QImage image((QSizeF(look.size) * look.ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(look.ratio);
  image.fill(theme.panel);
  QPainter painter(&image);
  const TimelineLayout layout =
      layoutTimeline(model, {look.time.value_or(wholeRange(model, true)), 0, 0}, QSizeF(look.size), theme);
  paintTimeline(painter, model, layout, theme, look.highlight);
  return image;
}

TEST(Pictures, GilByTask) {
  expectPicture(draw(modelOf(*gilRun(), LaneBy::Task), {}), QStringLiteral("gil-by-task"));
}

TEST(Pictures, GilByTaskDark) {
  expectPicture(draw(modelOf(*gilRun(), LaneBy::Task), {.theme = ThemeKind::Dark}), QStringLiteral("gil-by-task-dark"));
}

TEST(Pictures, GilByCoreAtTwicePixels) {
  expectPicture(draw(modelOf(*gilRun(), LaneBy::Core), {.size = {640, 160}, .ratio = 2}),
                QStringLiteral("gil-by-core-2x"));
}

TEST(Pictures, EveryStateAndEndMark) {
  expectPicture(draw(modelOf(*allStates(), LaneBy::Task), {}), QStringLiteral("all-states"));
  expectPicture(draw(modelOf(*allStates(), LaneBy::Worker), {.size = {900, 180}}),
                QStringLiteral("all-states-by-worker"));
}

TEST(Pictures, EveryStateAndEndMarkDark) {
  expectPicture(draw(modelOf(*allStates(), LaneBy::Task), {.theme = ThemeKind::Dark}),
                QStringLiteral("all-states-dark"));
}

TEST(Pictures, EventLoopByWorker) {
  expectPicture(draw(modelOf(*pages("event-loop"), LaneBy::Worker), {.size = {900, 120}}),
                QStringLiteral("event-loop-by-worker"));
}

TEST(Pictures, ZoomedIn) {
  const Look look{.time = TimeRange{101 * kMs, 132 * kMs}, .highlight = 1};
  expectPicture(draw(modelOf(*gilRun(), LaneBy::Task), look), QStringLiteral("gil-zoomed-highlight"));
}

TEST(Pictures, ManyLanesShareRowsOfPixels) {
  expectPicture(draw(modelOf(*manyTasks(60), LaneBy::Task), {.size = {900, 400}}), QStringLiteral("sixty-lanes"));
  expectPicture(draw(modelOf(*manyTasks(2000), LaneBy::Task), {.size = {900, 400}}),
                QStringLiteral("two-thousand-lanes"));
}

TEST(Pictures, PlayheadLegendAndTip) {
  const TimelineModel model = modelOf(*gilRun(), LaneBy::Task);
  const Theme theme = makeTheme(ThemeKind::Light);
  QImage image = draw(model, {});
  QPainter painter(&image);
  const TimelineLayout layout = layoutTimeline(model, {wholeRange(model, true), 0, 0}, QSizeF(900, 240), theme);
  paintPlayhead(painter, layout, theme, 105 * kMs);
  const Slice* slice = model.sliceAt(1, 107 * kMs);
  ASSERT_NE(slice, nullptr);
  paintTip(painter, {layout.scale.xOf(107 * kMs), layout.rows.barTop(1) + 8}, tipLines(model, 1, *slice),
           QRectF(0, 0, 900, 240), theme);
  expectPicture(image, QStringLiteral("playhead-and-tip"));

  QImage legend(560, 28, QImage::Format_ARGB32_Premultiplied);
  legend.fill(theme.panel);
  QPainter legend_painter(&legend);
  const Legend all{{TaskState::Running, TaskState::Io, TaskState::Lock, TaskState::Ready}, true};
  EXPECT_LT(paintLegend(&legend_painter, all, 8, 14, theme), 560);
  expectPicture(legend, QStringLiteral("legend"));
}

}  // namespace
}  // namespace threadmart
