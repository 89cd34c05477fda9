// What the whole window costs: frames a second while a run pushes a million events a second, what that does to the run,
// and how long a start takes. On the platform of the environment: QT_QPA_PLATFORM=offscreen, or a display.

// Before Qt, which has macros for words of the rings.
// clang-format off
#include "core/recording/collector.h"
// clang-format on

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include "app/window/main_window.h"
#include "app/window/scenario_page.h"
#include "app/window/shop_card.h"
#include "app/window/timeline_card.h"
#include "app/window/workbench.h"
#include "core/scenario/catalogue.h"
#include "ui/catalogue/catalogue_list.h"
#include "ui/shop/widget.h"
#include "ui/timeline/widget.h"

extern char** environ;

namespace threadmart {
namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned kWorkers = 4;
constexpr unsigned kTurns = 4000;         // of a millisecond
constexpr unsigned kEventsPerTurn = 250;  // and worker: a million a second in all

RunInfo busyInfo() {
  RunInfo info;
  info.scenario = "million";
  info.title = "A million events a second";
  info.executor = "threads";
  info.workers = kWorkers;
  info.machine.cores = std::max(1u, std::thread::hardware_concurrency());
  for (unsigned core = 0; core < info.machine.cores; ++core) info.core_ids.push_back(core);
  for (unsigned i = 0; i < kWorkers; ++i) {
    info.tasks.push_back({"customer " + std::to_string(i + 1), 0});
    info.workers_info.push_back({"Thread-" + std::to_string(i + 1), WorkerKind::Thread});
  }
  return info;
}

// Changes its customer's state 250 times a millisecond, and rests for what is left of it.
void pushEvents(EventWriter writer, WorkerId id, Clock::time_point start) {
  constexpr TaskState kStates[] = {TaskState::Running, TaskState::Lock, TaskState::Running, TaskState::Io};
  std::uint32_t pushed = 0;
  for (unsigned turn = 0; turn < kTurns; ++turn) {
    for (unsigned i = 0; i < kEventsPerTurn; ++i, ++pushed)
      writer.push(EventKind::TaskState, id, kStates[pushed % 4], pushed / 4);
    std::this_thread::sleep_until(start + std::chrono::milliseconds(turn + 1));
  }
  writer.push(EventKind::TaskFinished, id, static_cast<std::uint8_t>(Outcome::Done));
}

// A run of the real pipeline, from rings to recording, with workers that do nothing but push.
RunResult millionEvents(const Scenario&, const RunOptions&, Status& status, const CancelToken&) {
  RingSet rings(kWorkers, false);
  auto recording = std::make_shared<Recording>(busyInfo());
  Collector collector(rings, *recording);
  RunInfo info = busyInfo();
  info.origin_ns = collector.begin();
  recording->setInfo(info);
  status.started(recording);
  const Clock::time_point start = Clock::now();
  std::vector<std::thread> workers;
  for (WorkerId id = 0; id < kWorkers; ++id)
    workers.emplace_back(pushEvents, rings.writer(RingSet::ringOf(id), id), id, start);
  for (std::thread& worker : workers) worker.join();
  const auto makespan = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count();
  collector.stop();
  return {recording, Outcome::Done, {}, makespan};
}

Scenario someScenario() {
  return Scenario::parse(R"({"title": "A million", "tasks": [{"name": "c", "steps": [{"step": "scan", "items": 1}]}]})",
                         "million.json");
}

class PaintCounter : public QObject {
 public:
  explicit PaintCounter(QWidget* watched) { watched->installEventFilter(this); }
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() == QEvent::Paint) ++paints;
    return false;
  }
  int paints = 0;
};

struct OpenWindow {
  OpenWindow()
      : themes(*qApp, ThemeChoice::Light, 100),
        form(2),
        window(form, themes.theme()),
        workbench(window, form, themes, millionEvents, WindowMemory{}) {
    window.catalogue()->setEntries(catalogue());
    workbench.chooseScenario("gil-cpu");
    window.resize(1440, 900);
    window.show();
    QApplication::processEvents();
  }
  ThemeSwitch themes;
  RunForm form;
  MainWindow window;
  Workbench workbench;
};

void windowDuringAMillionEvents(benchmark::State& state) {
  Status silent;
  const CancelToken nobody;
  double frames = 0, seconds = 0;
  std::vector<double> ratios;
  for (auto _ : state) {
    const auto alone = static_cast<double>(millionEvents(someScenario(), {}, silent, nobody).makespan);
    OpenWindow open;
    PaintCounter shop(open.window.page()->shop()->shop());
    QElapsedTimer clock;  // from the first event to the last that was shown while the run went on
    double watched = 0, last = 0;
    int painted = 0;
    QObject::connect(&open.workbench.controller(), &RunController::started, qApp, [&] {
      clock.start();
      shop.paints = 0;
    });
    QObject::connect(&open.workbench.controller(), &RunController::grew, qApp, [&] {
      last = static_cast<double>(clock.nsecsElapsed()) / 1e9;
      painted = shop.paints;
    });
    QObject::connect(&open.workbench.controller(), &RunController::ended, qApp, [&](const RunResult& result) {
      watched = static_cast<double>(result.makespan);
      frames += painted;
      seconds += last;
      QApplication::quit();
    });
    open.workbench.run();
    QApplication::exec();
    ratios.push_back(watched / alone);
  }
  std::sort(ratios.begin(), ratios.end());
  state.counters["frames_per_second"] = frames / seconds;
  state.counters["makespan_ratio"] = ratios[ratios.size() / 2];
}
BENCHMARK(windowDuringAMillionEvents)->Unit(benchmark::kMillisecond)->Iterations(5)->UseRealTime();

// From the start of the process to its end, which comes with its first paint.
void startToFirstPaint(benchmark::State& state) {
  std::string program = THREADMART_PROGRAM;
  std::string quit = "THREADMART_QUIT_AFTER_FIRST_PAINT=1";
  std::vector<char*> environment;
  for (char** entry = environ; *entry; ++entry) environment.push_back(*entry);
  environment.push_back(quit.data());
  environment.push_back(nullptr);
  char* arguments[] = {program.data(), nullptr};
  for (auto _ : state) {
    pid_t pid = 0;
    int status = 0;
    if (posix_spawn(&pid, program.c_str(), nullptr, nullptr, arguments, environment.data()) != 0 ||
        waitpid(pid, &status, 0) != pid || status != 0)
      return state.SkipWithError("the program did not start");
  }
}
BENCHMARK(startToFirstPaint)->Unit(benchmark::kMillisecond)->Iterations(20)->UseRealTime();

}  // namespace
}  // namespace threadmart

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  QApplication::setStyle("Fusion");
  threadmart::loadFonts();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
