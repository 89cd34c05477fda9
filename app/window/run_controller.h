// Runs the engine in a thread of its own and says in the window's thread what happens. The engine never waits for the
// window: it is asked for news sixty times a second.
#pragma once

#include <functional>
#include <memory>

#include <QObject>
#include <QString>
#include <QTimer>

#include "core/run/run.h"

namespace threadmart {

class RunController : public QObject {
  Q_OBJECT

 public:
  using Engine = std::function<RunResult(const Scenario&, const RunOptions&, Status&, const CancelToken&)>;

  explicit RunController(Engine engine, QObject* parent = nullptr);
  ~RunController() override;  // cancels, and waits until everything the run started is gone

  void start(const Scenario& scenario, const RunOptions& options);  // nothing while another run is going on
  void cancel();                                                    // asks; ended() follows
  RunResult cancelAndWait();  // for a window that closes: what was recorded is in the result. Emits nothing
  bool running() const { return run_ != nullptr; }

 signals:
  void runningChanged(bool running);
  void started(std::shared_ptr<const threadmart::Recording> recording);
  void grew();  // the recording may have more events
  void progressed(std::size_t finished, std::size_t tasks);
  void ended(const threadmart::RunResult& result);  // whatever the outcome
  void refused(const QString& why);                 // it never started

 private:
  class Run;
  void poll();
  void tellNews();
  std::unique_ptr<Run> takeFinished();

  Engine engine_;
  std::unique_ptr<Run> run_;
  QTimer timer_;
};

}  // namespace threadmart
