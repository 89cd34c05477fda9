// A recording as Chrome trace-event JSON, handed out in blocks.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/recording/trace_plan.h"

namespace threadmart {

class TraceWriter {
 public:
  using Sink = std::function<void(std::string_view)>;

  TraceWriter(const RunInfo& info, const Snapshot& snapshot, Sink sink);
  void write();  // once

 private:
  void writeHead();
  void writeThreads();
  void writeEvent(const Event& event);
  void writeSlice(const Event& event);
  void writeParcel(const Event& event);
  void writeCounter(const Event& event);
  void writeInstant(const Event& event);
  void writeAsyncEnd(std::uint32_t slice, Nanos time);

  void beginLine(std::string_view ph, std::string_view cat, std::string_view name, Nanos time, std::uint32_t thread);
  void endLine() { text_ += '}'; }
  void beginMetadata(std::string_view name, const TraceThread& thread);
  void addArgs(std::string_view object, const Event& event, bool with_value = true, bool with_count = true);
  void addNumber(std::uint64_t number);
  void addTime(Nanos time);
  std::string_view nameOf(const Event& event);
  void flush(std::size_t limit);

  const RunInfo& info_;
  const Snapshot& snapshot_;
  Sink sink_;
  TracePlan plan_;
  std::string text_;                     // not yet handed out
  std::vector<std::string> task_names_;  // as JSON strings without their quotes
  std::string scratch_;

  OpenSlices open_;
  std::uint32_t slices_ = 0, sent_ = 0, received_ = 0;   // so far
  std::vector<Nanos> busy_until_;                        // by thread: the end of its last X
  std::unordered_map<std::uint32_t, Event> open_async_;  // by slice: the event that began it
};

}  // namespace threadmart
