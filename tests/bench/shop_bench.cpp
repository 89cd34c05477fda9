// How long a frame of the shop takes at 1280 × 480: where everybody stands, and drawing it; the floor is kept.
#include <benchmark/benchmark.h>

#include <QGuiApplication>
#include <QImage>

#include "tests/support/shop_runs.h"
#include "ui/shop/painter.h"

namespace threadmart {
namespace {

using namespace testing_support;

constexpr QSize kSize(1280, 480);
constexpr const char* kExecutors[] = {"sequential", "threads-gil",  "threads",         "thread-pool-gil",
                                      "event-loop", "process-pool", "process-per-task"};

// The arguments: which executor, how many customers, whether they move.
void frame(benchmark::State& state) {
  const char* executor = kExecutors[state.range(0)];
  const ShopRun run = crowdShop(executor, static_cast<unsigned>(state.range(1)));
  const Snapshot snapshot = run.recording->snapshot();
  ShopIndex index;
  index.update(std::make_shared<const std::vector<Slice>>(makeSlices(snapshot)), snapshot, run.recording->info());
  const Theme theme = makeTheme(ThemeKind::Light);
  ArtCabinet art(theme);
  const FloorPlan floor = layoutFloor(shopNeeds(index), QSizeF(kSize), theme);
  const Motion motion{.ease = state.range(2) != 0 ? 20 * kMs : 0};
  QImage ground(kSize, QImage::Format_RGB32), image(kSize, QImage::Format_RGB32);
  {
    QPainter painter(&ground);
    paintFloor(painter, floor, index.info(), theme, art, {});
  }
  SceneMaker maker;
  Nanos time = 50 * kMs;
  for (auto _ : state) {
    time = time > 110 * kMs ? 50 * kMs : time + 100'000;
    const Scene& scene = maker.make(index, time, floor, motion);
    QPainter painter(&image);
    painter.drawImage(0, 0, ground);
    paintScene(painter, scene, floor, index.info(), theme, art, {});
  }
  state.SetLabel(executor);
  state.counters["sprites"] = static_cast<double>(art.sprites());
}
BENCHMARK(frame)
    ->ArgsProduct({{0, 1, 2, 3, 4, 5, 6}, {60, 5000}, {0, 1}})
    ->ArgNames({"executor", "customers", "moving"})
    ->MinTime(0.2)
    ->Unit(benchmark::kMillisecond);

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
