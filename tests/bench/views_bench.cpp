// What the small views cost each time that the playhead moves: the transport, the cores, the processes. With painting.
#include <benchmark/benchmark.h>

#include <QApplication>

#include "ui/cores/cores_view.h"
#include "ui/processes/process_table.h"
#include "ui/transport/transport_bar.h"

namespace threadmart {
namespace {

constexpr Nanos kMs = 1'000'000;

void transport(benchmark::State& state) {
  TransportBar bar(makeTheme(ThemeKind::Light));
  bar.resize(828, 50);
  bar.QWidget::show();
  Playback playback;
  playback.show(240 * kMs);
  playback.play();
  for (auto _ : state) {
    playback.advance(16 * kMs);
    bar.show(playback);
    QApplication::processEvents();
  }
}
BENCHMARK(transport)->Unit(benchmark::kMicrosecond);

void cores(benchmark::State& state) {
  CoresView view;
  view.setTheme(makeTheme(ThemeKind::Light));
  CoreLoads loads{0, 240 * kMs, false, {}};
  for (unsigned core = 0; core < static_cast<unsigned>(state.range(0)); ++core)
    loads.cores.push_back({core, std::vector<CoreShare>(60, CoreShare{0.6, 0.2})});
  view.resize(290, 700);
  view.show();
  view.setLoads(loads);
  QApplication::processEvents();
  Nanos time = 0;
  for (auto _ : state) {
    time = (time + 4 * kMs) % (240 * kMs);
    view.setPlayhead(time);
    QApplication::processEvents();
  }
}
BENCHMARK(cores)->Arg(2)->Arg(16)->Arg(64)->Unit(benchmark::kMicrosecond);

void processes(benchmark::State& state) {
  ProcessTable table(makeTheme(ThemeKind::Light));
  table.resize(290, 320);
  table.show();
  std::vector<ProcessRow> rows;
  for (WorkerId worker = 0; worker < 12; ++worker) {
    ProcessRow row;
    row.worker = worker;
    row.pid = 4000 + worker;
    row.name = QString("till %1").arg(worker + 1);
    row.state = "running";
    row.use = ProcessUseNow{3'000'000, 1'000'000, 0.5, true};
    rows.push_back(row);
  }
  for (auto _ : state) {
    for (ProcessRow& row : rows) row.use->cores += 0.001;
    table.setRows(rows, 0, true);
    QApplication::processEvents();
  }
}
BENCHMARK(processes)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace threadmart

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  threadmart::loadFonts();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
