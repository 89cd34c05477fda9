#include "app/command_line/run_watchers.h"

#include <chrono>
#include <string>

namespace threadmart {

void LogPrinter::started(std::shared_ptr<const Recording> recording) {
  recording_ = std::move(recording);
  thread_ = std::jthread([this](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      print();
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  });
}

void LogPrinter::finish() {
  if (!recording_) return;
  thread_.request_stop();
  thread_.join();
  print();
}

void LogPrinter::print() {
  const std::string text = log_.next(*recording_);
  if (text.empty()) return;
  std::fwrite(text.data(), 1, text.size(), out_);
  std::fflush(out_);
}

void ProgressLine::progress(std::size_t finished, std::size_t tasks) {
  shown_ = true;
  std::fprintf(stderr, "\r%zu of %zu tasks", finished, tasks);
}

ProgressLine::~ProgressLine() {
  if (shown_) std::fprintf(stderr, "\r\x1b[K");
}

}  // namespace threadmart
