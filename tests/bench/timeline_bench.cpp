// How long a frame of the timeline takes: 10 million slices, 8 lanes, 1600 × 400.
#include <algorithm>
#include <benchmark/benchmark.h>

#include <QGuiApplication>
#include <QImage>

#include "ui/timeline/minimap_painter.h"
#include "ui/timeline/painter.h"

namespace threadmart {
namespace {

constexpr std::size_t kSlices = 10'000'000;
constexpr unsigned kLanes = 8;

// Turns of 1 to 40 µs, running, away and waiting, in every lane.
SharedSlices makeRun(std::size_t count) {
  auto slices = std::make_shared<std::vector<Slice>>();
  slices->reserve(count);
  std::vector<Nanos> now(kLanes);
  constexpr TaskState kTurns[] = {TaskState::Running, TaskState::Io, TaskState::Running, TaskState::Lock};
  std::uint32_t random = 1;
  for (std::size_t i = 0; i < count; ++i) {
    random = random * 1664525 + 1013904223;
    const auto lane = static_cast<TaskId>(std::min_element(now.begin(), now.end()) - now.begin());
    const Nanos length = 1000 + random % 39'000;
    slices->push_back({.begin = now[lane],
                       .end = now[lane] + length,
                       .task = lane,
                       .worker = lane,
                       .state = kTurns[(random >> 16) % 4]});
    now[lane] += length;
  }
  return slices;
}

const SharedSlices& run() {
  static const SharedSlices slices = makeRun(kSlices);
  return slices;
}

RunInfo info() {
  RunInfo info;
  for (unsigned i = 0; i < kLanes; ++i) info.tasks.push_back({"customer " + std::to_string(i + 1), 0});
  return info;
}

const TimelineModel& model() {
  static const TimelineModel model = [] {
    TimelineModel fresh;
    fresh.update(run(), info(), {});
    return fresh;
  }();
  return model;
}

// The argument is the share of the run that is visible: one part in so many.
void frame(benchmark::State& state) {
  const Theme theme = makeTheme(ThemeKind::Light);
  QImage image(1600, 400, QImage::Format_RGB32);
  const Nanos length = model().end() / state.range(0);
  const TimeRange time{model().end() / 3 * (state.range(0) > 1), model().end() / 3 * (state.range(0) > 1) + length};
  for (auto _ : state) {
    image.fill(theme.panel);
    QPainter painter(&image);
    paintTimeline(painter, model(), layoutTimeline(model(), {time, 0, 0}, QSizeF(1600, 400), theme), theme);
  }
}
BENCHMARK(frame)->RangeMultiplier(10)->Range(1, 100'000)->Arg(300)->Arg(3000)->Unit(benchmark::kMillisecond);

void build(benchmark::State& state) {
  run();
  for (auto _ : state) {
    TimelineModel fresh;
    fresh.update(run(), info(), {});
    state.counters["bytes_per_slice"] = static_cast<double>(fresh.bytes()) / kSlices;
  }
}
BENCHMARK(build)->Unit(benchmark::kMillisecond);

// A selected till: by customer each column has to be asked whom it concerns.
void frameWithTillSelected(benchmark::State& state) {
  const Theme theme = makeTheme(ThemeKind::Light);
  QImage image(1600, 400, QImage::Format_RGB32);
  const TimeRange time{0, model().end() / state.range(0)};
  for (auto _ : state) {
    image.fill(theme.panel);
    QPainter painter(&image);
    paintTimeline(painter, model(), layoutTimeline(model(), {time, 0, 0}, QSizeF(1600, 400), theme), theme,
                  tillThing(2));
  }
}
BENCHMARK(frameWithTillSelected)->Arg(1)->Arg(1000)->Unit(benchmark::kMillisecond);

// The strip with the whole run: what a frame costs while nothing is new, and the strip itself.
void minimap(benchmark::State& state) {
  const Theme theme = makeTheme(ThemeKind::Light);
  static const Density density = [] {
    Density fresh;
    fresh.update(run());
    return fresh;
  }();
  QImage image(1600, 22, QImage::Format_RGB32);
  const TimeRange whole{0, model().end()}, visible{whole.end / 3, whole.end / 2};
  for (auto _ : state) {
    QPainter painter(&image);
    const MinimapLayout layout = layoutMinimap(whole, 84, 1490, 22, theme);
    if (state.range(0) == 1) paintMinimap(painter, layout, density.bins(1490, whole.end), theme);
    paintMinimapWindow(painter, layout, visible, whole.end / 2, theme);
  }
}
BENCHMARK(minimap)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

// What each frame of a live run adds to ten million slices: at a million slices a second 17,000.
void grow(benchmark::State& state) {
  const auto added = static_cast<std::size_t>(state.range(0));
  auto slices = std::make_shared<std::vector<Slice>>(*run());
  slices->resize(kSlices - 1'000'000);
  TimelineModel growing;
  Density density;
  growing.update(slices, info(), {});
  density.update(slices);
  for (auto _ : state) {
    state.PauseTiming();
    const std::size_t next = std::min(kSlices, slices->size() + added);
    slices->insert(slices->end(), run()->begin() + static_cast<std::ptrdiff_t>(slices->size()),
                   run()->begin() + static_cast<std::ptrdiff_t>(next));
    state.ResumeTiming();
    growing.update(slices, info(), {});
    density.update(slices);
  }
}
BENCHMARK(grow)->Arg(2000)->Iterations(450)->Unit(benchmark::kMillisecond);
BENCHMARK(grow)->Arg(17'000)->Iterations(55)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace threadmart

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QGuiApplication application(argc, argv);
  threadmart::loadFonts();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
