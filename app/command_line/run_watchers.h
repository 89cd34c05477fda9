// Who listens to a run on a terminal.
#pragma once

#include <cstdio>
#include <memory>
#include <thread>

#include "core/run/run.h"
#include "core/run/run_log.h"

namespace threadmart {

// Prints the log while the run goes on, by following the recording from a thread of its own.
class LogPrinter final : public Status {
 public:
  explicit LogPrinter(std::FILE* out) : out_(out) {}

  void started(std::shared_ptr<const Recording> recording) override;
  void finish();  // prints the rest; call it when the run is over

 private:
  void print();

  std::FILE* out_;
  std::shared_ptr<const Recording> recording_;
  RunLog log_;
  std::jthread thread_;
};

// One line on a terminal that counts finished tasks and vanishes at the end.
class ProgressLine final : public Status {
 public:
  ~ProgressLine() override;
  void progress(std::size_t finished, std::size_t tasks) override;

 private:
  bool shown_ = false;
};

}  // namespace threadmart
