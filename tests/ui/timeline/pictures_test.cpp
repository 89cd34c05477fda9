// What timelines look like, to the pixel.
#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>

#include "tests/support/golden.h"
#include "tests/support/hand_made_run.h"
#include "tests/ui/timeline/hand_overs.h"
#include "ui/timeline/arrows_painter.h"
#include "ui/timeline/minimap.h"
#include "ui/timeline/minimap_painter.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/widget.h"

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
  Thing highlight = {};
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
  const Look look{.time = TimeRange{101 * kMs, 132 * kMs}, .highlight = customerThing(1)};
  expectPicture(draw(modelOf(*gilRun(), LaneBy::Task), look), QStringLiteral("gil-zoomed-highlight"));
}

TEST(Pictures, ASelectedTillOrCoreStandsOutByCustomer) {
  expectPicture(draw(modelOf(*allStates(), LaneBy::Task), {.highlight = tillThing(1)}),
                QStringLiteral("all-states-till-selected"));
  expectPicture(draw(modelOf(*allStates(), LaneBy::Worker), {.size = {900, 180}, .highlight = assistantThing(1)}),
                QStringLiteral("all-states-core-selected"));
}

TEST(Pictures, ARangeWithItsLengthAndWhatIsPointedAt) {
  const TimelineModel model = modelOf(*gilRun(), LaneBy::Task);
  const Theme theme = makeTheme(ThemeKind::Light);
  const TimelineLayout layout = layoutTimeline(model, {wholeRange(model, true), 0, 0}, QSizeF(900, 240), theme);
  QImage image = draw(model, {});
  QPainter painter(&image);
  paintHovered(painter, model, layout, theme, customerThing(2));
  paintRange(painter, layout, theme, {100 * kMs, 120'400'000}, 140 * kMs);
  paintPlayhead(painter, layout, theme, 140 * kMs);
  expectPicture(image, QStringLiteral("range-and-hovered"));

  const Theme dark = makeTheme(ThemeKind::Dark);
  QImage dark_image = draw(model, {.theme = ThemeKind::Dark});
  QPainter dark_painter(&dark_image);
  paintRange(dark_painter, layout, dark, {30 * kMs, 110 * kMs}, 70 * kMs);  // its length gives way to the knob
  paintPlayhead(dark_painter, layout, dark, 70 * kMs);
  expectPicture(dark_image, QStringLiteral("range-dark"));
}

TEST(Pictures, ArrowsByKind) {
  const auto recording = handOvers();
  ArrowBuilder arrows;
  arrows.update(recording->snapshot());
  for (const auto& [by, kind, name] : {std::tuple(LaneBy::Task, ThemeKind::Light, "arrows"),
                                       std::tuple(LaneBy::Worker, ThemeKind::Dark, "arrows-by-till-dark")}) {
    const TimelineModel model = modelOf(*recording, by);
    const Theme theme = makeTheme(kind);
    QImage image = draw(model, {.theme = kind});
    QPainter painter(&image);
    const TimelineLayout layout = layoutTimeline(model, {wholeRange(model, true), 0, 0}, QSizeF(900, 240), theme);
    paintArrows(painter, layoutArrows(arrows, model, layout, theme), theme);
    expectPicture(image, QLatin1String(name));
  }
}

TEST(Pictures, LabelsWhereThereIsRoom) {
  const Look look{.time = TimeRange{15 * kMs, 175 * kMs}};
  expectPicture(draw(modelOf(*allStates(), LaneBy::Task), look), QStringLiteral("labels"));
  const Projected run(*allStates());
  TimelineModel both(LaneBy::Task, Words::Both);
  both.update(run.slices, run.info, run.numbers);
  expectPicture(draw(both, {.ratio = 2, .time = TimeRange{0, 240 * kMs}}), QStringLiteral("labels-both-words-2x"));
}

TEST(Pictures, TheMinimap) {
  const Projected run(*manyTasks(60));
  TimelineModel model(LaneBy::Task);
  model.update(run.slices, run.info, run.numbers);
  Density density;
  density.update(run.slices);
  for (const auto& [kind, name] :
       {std::pair(ThemeKind::Light, "minimap"), std::pair(ThemeKind::Dark, "minimap-dark")}) {
    const Theme theme = makeTheme(kind);
    QImage image(900, 44, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.panel);
    QPainter painter(&image);
    const MinimapLayout layout = layoutMinimap(wholeRange(model, true), 84, 796, 22, theme);
    for (const TimeRange visible : {TimeRange{480 * kMs, 560 * kMs}, layout.scale.range}) {
      paintMinimap(painter, layout, density.bins(796, layout.scale.range.end), theme);
      paintMinimapWindow(painter, layout, visible, 540 * kMs, theme);
      painter.translate(0, 22);
    }
    expectPicture(image, QLatin1String(name));
  }
}

TEST(Pictures, TheWidgetsTogether) {
  const auto recording = handOvers();
  const Projected run(*recording);
  const Theme theme = makeTheme(ThemeKind::Light);
  TimelineWidget timeline(theme);
  Minimap minimap(timeline, theme);
  timeline.resize(900, 260);
  minimap.resize(900, minimap.sizeHint().height());
  timeline.setData(run.slices, run.info, run.numbers, 1);
  timeline.readArrows(recording->snapshot());
  timeline.setTimeRange({40 * kMs, 260 * kMs});
  timeline.setPlayhead(120 * kMs);
  timeline.setSelected(customerThing(1));
  const TimelineLayout layout = timeline.layoutNow();
  const QPointF arrow(layout.scale.xOf(60'500'000) + 2,
                      (layout.rows.barTop(0) + layout.rows.bar + layout.rows.barTop(1)) / 2);
  QMouseEvent move(QEvent::MouseMove, arrow, arrow, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
  QApplication::sendEvent(&timeline, &move);

  QImage image(900, 260 + minimap.height(), QImage::Format_ARGB32_Premultiplied);
  QPainter painter(&image);
  painter.drawPixmap(0, 0, timeline.grab());
  painter.drawPixmap(0, 260, minimap.grab());
  painter.end();
  expectPicture(image, QStringLiteral("timeline-widget"));
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
