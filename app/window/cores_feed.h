// Feeds the cores view: the machine as it is now while something runs or nothing is shown, else what the recording
// says.
#pragma once

#include <QObject>
#include <QTimer>

#include "app/window/shown_recording.h"
#include "core/probes/machine.h"
#include "ui/cores/core_load.h"

namespace threadmart {

class CoresFeed : public QObject {
  Q_OBJECT

 public:
  explicit CoresFeed(const ShownRecording& shown, QObject* parent = nullptr);

  void start();  // from the first paint on: reading /proc/stat costs nothing to speak of, drawing it does
  void stop();   // the window is not to be seen

 signals:
  void loaded(const threadmart::CoreLoads& loads);

 private:
  void readMachine();
  void showRecording();
  std::vector<double> ownSince(Nanos step) const;
  std::size_t coresOfRecording() const;

  const ShownRecording& shown_;
  QTimer timer_;
  CoreTimes before_;
  LiveLoads live_;
};

}  // namespace threadmart
