// The recording's file: Chrome trace-event JSON (.json, .json.gz), which Perfetto and chrome://tracing open too.
// What is written reads back as the same recording: same info, same events.
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "core/recording/recording.h"

namespace threadmart {

// One clear line: which file, where in it, what to do.
class TraceError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Atomically: a temporary file beside it, synced, then renamed. Throws TraceError; then nothing is left behind.
void writeTrace(const Recording& recording, const std::filesystem::path& file);
std::string traceJson(const Recording& recording);

std::unique_ptr<Recording> readTrace(const std::filesystem::path& file);
std::unique_ptr<Recording> parseTrace(std::string json, const std::string& name_for_errors);

}  // namespace threadmart
