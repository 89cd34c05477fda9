// An hour's worth of use in a few minutes: the real window with the real engine, offscreen; runs, replays, seeks,
// selections, words, themes, the sandbox, files. In the end nothing may be left over and memory must be flat.
//
//   soak [minutes]      one line a minute; exit 1 if something grew or was left over
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include "app/window/main_window.h"
#include "app/window/message_bar.h"
#include "app/window/scenario_page.h"
#include "app/window/shop_card.h"
#include "app/window/timeline_card.h"
#include "app/window/workbench.h"
#include "core/scenario/catalogue.h"
#include "ui/catalogue/catalogue_list.h"
#include "ui/sandbox/page.h"
#include "ui/shop/widget.h"
#include "ui/timeline/widget.h"

namespace threadmart {
namespace {

constexpr double kWarmUp = 0.2;  // of the time, but at least every scenario once
constexpr double kMayGrow = 0.05;
constexpr double kMayGrowBy = 8;  // MB
constexpr double kBriefMinutes = 20;
constexpr int kLongestRunMs = 120'000;

// ---- what this process holds

struct Held {
  double memory_mb = 0;
  std::size_t descriptors = 0, threads = 0, children = 0;
};

std::size_t entriesIn(const char* folder) {
  const std::filesystem::directory_iterator entries(folder);
  return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

double residentMb() {
  std::ifstream statm("/proc/self/statm");
  double all = 0, resident = 0;
  statm >> all >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

// Processes whose parent this one is; also those that nobody waited for.
std::size_t childProcesses() {
  std::size_t children = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    std::ifstream stat(entry.path() / "stat");
    std::string text;
    if (!std::getline(stat, text)) continue;
    const std::size_t after_name = text.rfind(')');
    if (after_name == std::string::npos) continue;
    char state = 0;
    int parent = 0;
    children += std::sscanf(text.c_str() + after_name + 1, " %c %d", &state, &parent) == 2 && parent == getpid();
  }
  return children;
}

Held held() {
  return {residentMb(), entriesIn("/proc/self/fd"), entriesIn("/proc/self/task"), childProcesses()};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

// ---- who uses the window

class User {
 public:
  // A short soak takes every third scenario, so that it sees each of them again.
  explicit User(bool brief)
      : window_(form_, themes_.theme()), workbench_(window_, form_, themes_, run, WindowMemory{}) {
    const std::vector<CatalogueEntry> all = catalogue();
    for (std::size_t i = 0; i < all.size(); i += brief ? 3 : 1) entries_.push_back(all[i]);
    window_.catalogue()->setEntries(all);
    window_.resize(1440, 900);
    window_.show();
    QObject::connect(&workbench_.controller(), &RunController::ended, &window_, [this](const RunResult& result) {
      ++runs_;
      if (result.error.empty()) return;
      ++refused_;
      std::printf("%s with %s failed: %s\n", form_.scenario().name().c_str(), form_.choice().executor.c_str(),
                  result.error.c_str());
    });
    QObject::connect(&workbench_.controller(), &RunController::refused, &window_, [this](const QString& why) {
      ++refused_;
      std::printf("refused: %s\n", qUtf8Printable(why));
    });
  }

  // A scenario with two of the executors; in time each with all of them.
  void cycle() {
    workbench_.chooseScenario(entries_[cycles_ % entries_.size()].name);
    for (std::size_t i = 0; i < 2; ++i) {
      makeSmall();
      form_.setExecutor(executors()[(2 * cycles_ + 2 * (cycles_ / entries_.size()) + i) % executors().size()].name);
      runOnce();
      replay();
    }
    form_.undoStack().undo();
    buildSomething();
    saveAndOpen();
    changeLook();
    ++cycles_;
  }

  std::size_t cycles() const { return cycles_; }
  std::size_t runs() const { return runs_; }
  std::size_t refused() const { return refused_; }
  std::size_t stuck() const { return stuck_; }
  std::size_t scenarios() const { return entries_.size(); }
  void pass(int ms) {
    QElapsedTimer clock;
    clock.start();
    do {
      QApplication::processEvents(QEventLoop::AllEvents, 5);
      QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // else only exec() would see to them
    } while (clock.elapsed() < ms);
  }

 private:
  std::uint32_t upTo(std::size_t count) {
    return static_cast<std::uint32_t>(dice_() % std::max<std::size_t>(1, count));
  }
  Player& player() { return workbench_.player(); }
  ScenarioPage& page() { return *window_.page(); }

  // What takes seconds by default is over in a moment.
  void makeSmall() {
    for (const Parameter& parameter : form_.scenario().parameters()) {
      const double most = parameter.unit == "ms" ? 20 : parameter.max >= 100'000 ? 20'000 : 8;
      form_.setParameter(parameter.name, std::clamp(most, parameter.min, std::max(parameter.min, parameter.value)));
    }
    form_.setPace(0.2);
  }

  void runOnce() {
    workbench_.run();
    QElapsedTimer clock;
    clock.start();
    const bool impatient = upTo(8) == 0;
    while (workbench_.controller().running()) {
      pass(5);
      if (impatient && clock.elapsed() > 20) workbench_.cancel();
      if (upTo(20) == 0) player().toggle();  // rests the picture, catches up
      if (clock.elapsed() < kLongestRunMs) continue;
      ++stuck_;
      std::printf("%s does not come to its end\n", form_.scenario().name().c_str());
      return;
    }
  }

  void replay() {
    const ShownRecording& shown = workbench_.shown();
    if (shown.empty()) return;
    const Nanos end = shown.end();
    player().setSpeed(10);
    player().toBegin();
    if (!player().playback().playing()) player().toggle();
    pass(40);
    for (int i = 0; i < 4; ++i) {
      player().seek(end / 100 * upTo(100));
      workbench_.selection().select(someThing());
      workbench_.selection().hover(someThing());
      if (i % 2 == 0) player().stepForward();
      pass(10);
    }
    workbench_.selection().selectRange(TimeRange{end / 4, end / 2});
    player().loop(TimeRange{end / 4, end / 2});
    TimelineWidget& timeline = *page().timeline()->timeline();
    timeline.zoomToSelection();
    page().shop()->setWords(static_cast<Words>(upTo(3)));
    page().timeline()->setLaneBy(static_cast<LaneBy>(upTo(3)));
    pass(20);
    timeline.fit();
    player().loop(std::nullopt);
    workbench_.selection().clear();
  }

  Thing someThing() {
    const RunInfo& info = workbench_.shown().info();
    switch (upTo(4)) {
      case 0:
        return customerThing(upTo(info.tasks.size()));
      case 1:
        return tillThing(upTo(info.workers_info.size()));
      case 2:
        return assistantThing(upTo(info.machine.cores));
      default:
        return {};
    }
  }

  void buildSomething() {
    workbench_.sandbox().enter();
    SandboxPage& sandbox = *page().sandbox();
    sandbox.startEmpty();
    SandboxModel& model = sandbox.model();
    for (int i = 0; i < 4; ++i) {
      const DraftStep scan = draftStep("scan", {{"items", 1.0 + upTo(20)}});
      const DraftStep sleep = draftStep("sleep", {{"ms", 1.0 + upTo(10)}});
      model.insertCustomers(i, {DraftCustomer{"customer " + std::to_string(i + 1), {scan, sleep, scan}, 1}});
    }
    model.duplicateCustomer(1);
    model.moveStep(0, 0, 1, 2);
    for (int i = 0; i < 3; ++i) model.undoStack().undo();
    model.undoStack().redo();
    pass(20);
    if (form_.hasScenario()) runOnce();
    page().showBuilding(true);
    pass(10);
    page().showBuilding(false);
  }

  void saveAndOpen() {
    const QString scenario = folder_.filePath("mine.json"), recording = folder_.filePath("run.json.gz");
    workbench_.files().saveScenario(workbench_.sandbox().json(), scenario);
    pass(50);
    workbench_.files().save(recording);
    pass(100);
    workbench_.open(scenario);
    pass(20);
    workbench_.open(recording);
    pass(100);
    workbench_.files().exportShop(folder_.filePath("shop.png"), {workbench_.shown().end() / 2, Words::Both, {}});
    pass(200);
    replay();
  }

  void changeLook() {
    constexpr ThemeChoice kThemes[] = {ThemeChoice::Dark, ThemeChoice::HighContrast, ThemeChoice::Light};
    themes_.choose(kThemes[cycles_ % 3]);
    themes_.setScalePercent(cycles_ % 4 == 0 ? 150 : 100);
    window_.resize(cycles_ % 2 == 0 ? QSize(1440, 900) : QSize(1280, 800));
    pass(30);
  }

  QTemporaryDir folder_;
  ThemeSwitch themes_{*qApp, ThemeChoice::Light, 100};
  RunForm form_{std::max(1u, std::thread::hardware_concurrency())};
  MainWindow window_;
  Workbench workbench_;
  std::vector<CatalogueEntry> entries_;
  std::mt19937 dice_{1};
  std::size_t cycles_ = 0, runs_ = 0, refused_ = 0, stuck_ = 0;
};

// ---- what is judged

struct Readings {
  std::vector<double> memory;                                        // after each cycle, since the warm-up
  Held most;                                                         // during the warm-up
  std::size_t more_descriptors = 0, more_threads = 0, children = 0;  // in the last cycles
};

void tell(int minute, const User& user, const Held& now) {
  std::printf("minute %d: %zu cycles, %zu runs; %.1f MB, %zu descriptors, %zu threads, %zu children\n", minute,
              user.cycles(), user.runs(), now.memory_mb, now.descriptors, now.threads, now.children);
  std::fflush(stdout);
}

// Whatever a run started is gone when it has ended; the system may take a moment to say so.
Held heldAfter(User& user, const Held& most) {
  Held now = held();
  for (int wait = 0; wait < 20; ++wait) {
    if (now.children == 0 && now.descriptors <= most.descriptors && now.threads <= most.threads) break;
    user.pass(50);
    now = held();
  }
  return now;
}

bool isFine(const char* what, bool fine) {
  std::printf("%-60s %s\n", what, fine ? "fine" : "NOT FINE");
  return fine;
}

bool memoryIsFlat(const std::vector<double>& memory) {
  const std::size_t fifth = memory.size() / 5;
  if (fifth == 0) return isFine("memory: too few cycles to say anything", false);
  const double first = median({memory.begin(), memory.begin() + static_cast<std::ptrdiff_t>(fifth)});
  const double last = median({memory.end() - static_cast<std::ptrdiff_t>(fifth), memory.end()});
  std::printf("memory after the warm-up: %.1f MB at first, %.1f MB in the end, in %zu cycles\n", first, last,
              memory.size());
  return isFine("memory does not grow", last <= first * (1 + kMayGrow) + kMayGrowBy);
}

int soak(double minutes) {
  User user(minutes < kBriefMinutes);
  Readings read;
  QElapsedTimer clock;
  clock.start();
  const double all_ms = minutes * 60'000;
  int told = 0;
  bool warming = true;
  Held now;
  while (static_cast<double>(clock.elapsed()) < all_ms || warming) {
    user.cycle();
    warming = static_cast<double>(clock.elapsed()) < kWarmUp * all_ms || user.cycles() <= user.scenarios();
    now = heldAfter(user, warming ? Held{0, SIZE_MAX, SIZE_MAX, 0} : read.most);
    if (warming) {
      read.most.descriptors = std::max(read.most.descriptors, now.descriptors);
      read.most.threads = std::max(read.most.threads, now.threads);
    } else {
      read.memory.push_back(now.memory_mb);
      read.more_descriptors = now.descriptors > read.most.descriptors ? now.descriptors - read.most.descriptors : 0;
      read.more_threads = now.threads > read.most.threads ? now.threads - read.most.threads : 0;
    }
    read.children = std::max(read.children, now.children);
    if (const int minute = static_cast<int>(clock.elapsed() / 60'000); minute > told) tell(told = minute, user, now);
  }
  tell(static_cast<int>(clock.elapsed() / 60'000), user, now);
  bool fine = memoryIsFlat(read.memory);
  fine &= isFine("no descriptors are left over", read.more_descriptors == 0);
  fine &= isFine("no threads are left over", read.more_threads == 0);
  fine &= isFine("no processes are left over", read.children == 0);
  fine &= isFine("every run came to its end", user.stuck() == 0);
  std::printf("%zu runs failed or were refused\n", user.refused());
  return fine ? 0 : 1;
}

}  // namespace
}  // namespace threadmart

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) {
    if (!text.startsWith("This plugin does not support")) std::fprintf(stderr, "%s\n", qUtf8Printable(text));
  });
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QTemporaryDir data;
  qputenv("XDG_DATA_HOME", data.path().toUtf8());
  QApplication app(argc, argv);
  QApplication::setStyle("Fusion");
  threadmart::loadFonts();
  const double minutes = argc > 1 ? std::atof(argv[1]) : 6;
  return threadmart::soak(minutes > 0 ? minutes : 6);
}
