#include "app/window/run_controller.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace threadmart {
namespace {
constexpr int kPollMs = 16;
}

// One run: its thread, and the letter box between that thread and the window's.
class RunController::Run final : public Status {
 public:
  Run(const Engine& engine, Scenario scenario, RunOptions options)
      : thread_([this, engine, scenario = std::move(scenario), options = std::move(options)] {
          work(engine, scenario, options);
        }) {}
  ~Run() override {
    cancel.cancel();
    thread_.join();
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  // ---- the engine's thread
  void started(std::shared_ptr<const Recording> recording) override {
    const std::lock_guard lock(mutex_);
    recording_ = std::move(recording);
  }
  void progress(std::size_t finished, std::size_t tasks) override {
    finished_tasks.store(finished, std::memory_order_relaxed);
    tasks_in_all.store(tasks, std::memory_order_relaxed);
  }

  // ---- the window's thread
  std::shared_ptr<const Recording> takeRecording() {
    const std::lock_guard lock(mutex_);
    return std::exchange(recording_, nullptr);
  }

  CancelToken cancel;
  std::atomic<std::size_t> finished_tasks{0}, tasks_in_all{0};
  std::atomic<bool> over{false};  // result and refusal may be read
  RunResult result;
  std::optional<std::string> refusal;
  bool announced = false;
  std::size_t told_finished = 0;

 private:
  void work(const Engine& engine, const Scenario& scenario, const RunOptions& options) {
    try {
      result = engine(scenario, options, *this, cancel);
    } catch (const std::exception& error) {
      refusal = error.what();
    }
    over.store(true, std::memory_order_release);
  }

  std::mutex mutex_;
  std::shared_ptr<const Recording> recording_;
  std::thread thread_;  // last: it uses everything above
};

RunController::RunController(Engine engine, QObject* parent) : QObject(parent), engine_(std::move(engine)) {
  timer_.setTimerType(Qt::PreciseTimer);
  timer_.setInterval(kPollMs);
  connect(&timer_, &QTimer::timeout, this, &RunController::poll);
}

RunController::~RunController() = default;

void RunController::start(const Scenario& scenario, const RunOptions& options) {
  if (running()) return;
  run_ = std::make_unique<Run>(engine_, scenario, options);
  timer_.start();
  emit runningChanged(true);
}

void RunController::cancel() {
  if (running()) run_->cancel.cancel();
}

RunResult RunController::cancelAndWait() {
  if (!running()) return {};
  run_->cancel.cancel();
  while (!run_->over.load(std::memory_order_acquire)) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return takeFinished()->result;
}

void RunController::poll() {
  const bool over = run_->over.load(std::memory_order_acquire);
  tellNews();
  if (!over || !running()) return;
  const std::unique_ptr<Run> run = takeFinished();
  emit runningChanged(false);
  if (run->refusal)
    emit refused(QString::fromStdString(*run->refusal));
  else
    emit ended(run->result);
}

void RunController::tellNews() {
  if (auto recording = run_->takeRecording()) {
    run_->announced = true;
    emit started(recording);
  }
  const std::size_t finished = run_->finished_tasks.load(std::memory_order_relaxed);
  if (finished != run_->told_finished) {
    run_->told_finished = finished;
    emit progressed(finished, run_->tasks_in_all.load(std::memory_order_relaxed));
  }
  if (run_->announced) emit grew();
}

std::unique_ptr<RunController::Run> RunController::takeFinished() {
  timer_.stop();
  return std::move(run_);
}

}  // namespace threadmart
