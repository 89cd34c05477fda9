// What shop, timeline and cores look like for real recordings, to the pixel; the same program runs offscreen and under
// X, against the same pictures.
//
// The recordings were made by
//   threadmart run SCENARIO --executor EXECUTOR --save tests/data/recordings/NAME.json.gz
// To store what is drawn now:
//   THREADMART_UPDATE_GOLDEN=1 QT_QPA_PLATFORM=offscreen build/dev/tests/ui/golden/golden_tests
// and look at tests/data/pictures/real-*.png before they are committed.
#include <QApplication>
#include <QImage>
#include <QPainter>

#include "core/projections/load.h"
#include "core/projections/shop.h"
#include "core/recording/trace_file.h"
#include "tests/support/golden.h"
#include "tests/support/hand_made_run.h"
#include "ui/cores/cores_view.h"
#include "ui/cores/heat_strip.h"
#include "ui/export/shop_slide.h"
#include "ui/shop/painter.h"
#include "ui/timeline/painter.h"

namespace threadmart {
namespace {

using testing_support::Projected;

constexpr std::size_t kSteps = 60;  // of the cores' picture, as in the window

struct RealRun {
  explicit RealRun(const std::string& name)
      : recording(readTrace(THREADMART_SOURCE_DIR "/tests/data/recordings/" + name + ".json.gz")),
        projected(*recording),
        moment(tellingMoment(*recording)) {
    if (name == "uploads") moment = projected.numbers.makespan / 2;    // all of them are away
    if (name == "race") moment = projected.numbers.makespan * 9 / 10;  // the sheet is wrong by then
  }

  CoreLoads loads() const {
    return loadsOfRecording(*projected.slices, coreLoad(recording->snapshot()), projected.info.machine.cores,
                            projected.numbers.makespan, kSteps);
  }

  std::shared_ptr<const Recording> recording;
  Projected projected;
  Nanos moment = 0;
};

QImage blank(QSize size, const QColor& ground) {
  QImage image(size, QImage::Format_ARGB32_Premultiplied);
  image.fill(ground);
  return image;
}

QImage shopOf(const RealRun& run, ThemeKind kind, const ShopLook& look = {}) {
  const Theme theme = makeTheme(kind);
  QImage image = blank({1000, 480}, theme.panel);
  QPainter painter(&image);
  ShopIndex index;
  index.update(run.projected.slices, run.recording->snapshot(), run.projected.info);
  paintShop(painter, index, run.moment, image.size(), theme, look);
  return image;
}

QImage timelineOf(const RealRun& run, LaneBy by, ThemeKind kind) {
  const Theme theme = makeTheme(kind);
  QImage image = blank({900, 240}, theme.panel);
  QPainter painter(&image);
  TimelineModel model(by);
  model.update(run.projected.slices, run.projected.info, run.projected.numbers);
  const TimelineLayout layout = layoutTimeline(model, {wholeRange(model, true), 0, 0}, image.size(), theme);
  paintTimeline(painter, model, layout, theme);
  paintPlayhead(painter, layout, theme, run.moment);
  return image;
}

QImage coresOf(const RealRun& run, ThemeKind kind) {
  const Theme theme = makeTheme(kind);
  qApp->setStyleSheet(styleSheet(theme));
  CoresView view;
  view.setTheme(theme);
  view.setLoads(run.loads());
  view.setPlayhead(run.moment);
  view.resize(290, view.sizeHint().height());
  const QImage image = view.grab().toImage();
  qApp->setStyleSheet({});
  return image;
}

QImage heatOf(const RealRun& run, ThemeKind kind) {
  const Theme theme = makeTheme(kind);
  QImage image = blank({290, 60}, theme.panel);
  QPainter painter(&image);
  const CoreLoads loads = run.loads();
  paintHeatStrip(painter, image.rect(), loads, theme);
  paintHeatMarks(painter, image.rect(), loads, theme, placeOf(loads, run.moment), 0U);
  return image;
}

QString named(const char* what, const std::string& run, const char* look = "") {
  return QStringLiteral("real-%1-%2%3").arg(QLatin1String(what), QString::fromStdString(run), QLatin1String(look));
}

class EveryShop : public testing::TestWithParam<std::string> {};

TEST_P(EveryShop, AtATellingMoment) {
  expectPicture(shopOf(RealRun(GetParam()), ThemeKind::Light), named("shop", GetParam()));
}

INSTANTIATE_TEST_SUITE_P(RealRuns, EveryShop,
                         testing::Values("avocado", "gil-mixed", "second-till-threads", "pool-map", "second-till",
                                         "uploads", "event-loop", "futures", "race"),
                         [](const auto& run) {
                           std::string name = run.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(RealRuns, AShopInTheDarkAndInBothLanguages) {
  expectPicture(shopOf(RealRun("gil-mixed"), ThemeKind::Dark, {Words::Both, customerThing(1), {}}),
                named("shop", "gil-mixed", "-dark"));
}

TEST(RealRuns, Timelines) {
  for (const char* name : {"avocado", "gil-mixed", "event-loop"})
    expectPicture(timelineOf(RealRun(name), LaneBy::Task, ThemeKind::Light), named("timeline", name));
  for (const char* name : {"second-till", "pool-map"})
    expectPicture(timelineOf(RealRun(name), LaneBy::Worker, ThemeKind::Light), named("timeline", name));
  expectPicture(timelineOf(RealRun("race"), LaneBy::Core, ThemeKind::Dark), named("timeline", "race", "-dark"));
}

TEST(RealRuns, Cores) {
  expectPicture(coresOf(RealRun("gil-mixed"), ThemeKind::Light), named("cores", "gil-mixed"));
  expectPicture(coresOf(RealRun("second-till"), ThemeKind::Dark), named("cores", "second-till", "-dark"));
  expectPicture(heatOf(RealRun("second-till"), ThemeKind::Light), named("heat", "second-till"));
}

// A picture that cannot differ proves nothing.
TEST(RealRuns, AnotherMomentIsAnotherPicture) {
  RealRun run("gil-mixed");
  const QImage before = shopOf(run, ThemeKind::Light);
  run.moment = run.projected.numbers.makespan * 9 / 10;
  EXPECT_NE(shopOf(run, ThemeKind::Light), before);
  EXPECT_EQ(shopOf(run, ThemeKind::Light), shopOf(run, ThemeKind::Light));
}

}  // namespace
}  // namespace threadmart
