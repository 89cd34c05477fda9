#include "core/recording/trace_writer.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/recording/trace_format.h"

namespace threadmart {
namespace {

constexpr std::size_t kBlock = 1 << 20;

std::string dump(const nlohmann::json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string escaped(const std::string& text) {
  const std::string quoted = dump(text);
  return quoted.substr(1, quoted.size() - 2);
}

}  // namespace

TraceWriter::TraceWriter(const RunInfo& info, const Snapshot& snapshot, Sink sink)
    : info_(info), snapshot_(snapshot), sink_(std::move(sink)), plan_(snapshot, info) {
  for (const TaskInfo& task : info.tasks) task_names_.push_back(escaped(task.name));
  busy_until_.resize(plan_.threads().size(), std::numeric_limits<Nanos>::min());
  text_.reserve(2 * kBlock);
}

void TraceWriter::write() {
  writeHead();
  writeThreads();
  for (std::span<const Event> events : snapshot_.spans())
    for (const Event& event : events) {
      writeEvent(event);
      flush(kBlock);
    }
  open_.forEach([this](std::uint32_t slice) { writeAsyncEnd(slice, plan_.endOf(slice)); });
  text_ += "\n]}\n";
  flush(0);
}

void TraceWriter::writeHead() {
  text_ += R"({"displayTimeUnit":"ms","otherData":{"threadmart":)";
  text_ += dump(infoToJson(info_));
  text_ += "},\n\"traceEvents\":[\n";
}

void TraceWriter::writeThreads() {
  const TraceThread& submitter = plan_.threads()[plan_.submitter()];
  text_ += R"({"ph":"M","name":"process_name","pid":)";
  addNumber(submitter.pid);
  text_ += R"(,"args":{"name":")" + escaped("threadmart " + info_.scenario) + "\"}}";
  std::uint64_t order = 0;
  for (const TraceThread& thread : plan_.threads()) {
    if (thread.names_process) {
      beginMetadata("process_name", thread);
      text_ += R"("name":")" + escaped(thread.name) + "\"}}";
    }
    beginMetadata("thread_name", thread);
    text_ += R"("name":")" + escaped(thread.name) + "\"}}";
    beginMetadata("thread_sort_index", thread);
    text_ += R"("sort_index":)";
    addNumber(order++);
    text_ += "}}";
  }
}

void TraceWriter::beginMetadata(std::string_view name, const TraceThread& thread) {
  text_ += ",\n{\"ph\":\"M\",\"name\":\"";
  text_ += name;
  text_ += R"(","pid":)";
  addNumber(thread.pid);
  text_ += R"(,"tid":)";
  addNumber(thread.tid);
  text_ += R"(,"args":{)";
}

void TraceWriter::writeEvent(const Event& event) {
  open_.end(event, [&](std::uint32_t slice) { writeAsyncEnd(slice, event.time); });
  if (beginsSlice(event)) return writeSlice(event);
  switch (event.kind) {
    case EventKind::ParcelSent:
    case EventKind::ParcelReceived:
      return writeParcel(event);
    case EventKind::CoreLoad:
    case EventKind::ProcessSample:
    case EventKind::ProcessShared:
      return writeCounter(event);
    default:
      return writeInstant(event);
  }
}

// The slices of one thread must nest or follow each other in X events. What a queue holds belongs to no thread, and the
// coroutines of a loop are away at the same time: such slices are async pairs, told apart by their task.
void TraceWriter::writeSlice(const Event& event) {
  const std::uint32_t slice = slices_++;
  const Nanos end = plan_.endOf(slice);
  const bool of_task = event.kind == EventKind::TaskState;
  const bool running = of_task && event.detail == static_cast<std::uint8_t>(TaskState::Running);
  const bool queued = !of_task || event.detail == static_cast<std::uint8_t>(TaskState::Queued);
  const bool in_loop =
      event.worker < info_.workers_info.size() && info_.workers_info[event.worker].kind == WorkerKind::Loop;
  const std::uint32_t thread = plan_.threadOf(event.worker);
  const bool is_async = queued || (in_loop && !running) || event.time < busy_until_[thread];
  const std::string_view cat = of_task ? stateCat(event.detail) : spellingOf(event.kind).cat;

  open_.begin(event, slice);
  beginLine(is_async ? "b" : "X", cat, nameOf(event), event.time, thread);
  if (is_async) {
    text_ += R"(,"id":)";
    addNumber(event.kind == EventKind::WorkerSpawned ? event.worker : event.task);
    open_async_.emplace(slice, event);
  } else {
    text_ += R"(,"dur":)";
    addTime(end - event.time);
    busy_until_[thread] = end;
  }
  addArgs("args", event);
  endLine();
}

void TraceWriter::writeAsyncEnd(std::uint32_t slice, Nanos time) {
  const auto entry = open_async_.find(slice);
  if (entry == open_async_.end()) return;
  const Event& begin = entry->second;
  const bool of_task = begin.kind == EventKind::TaskState;
  beginLine("e", of_task ? stateCat(begin.detail) : spellingOf(begin.kind).cat, nameOf(begin), time,
            plan_.threadOf(begin.worker));
  text_ += R"(,"id":)";
  addNumber(begin.kind == EventKind::WorkerSpawned ? begin.worker : begin.task);
  endLine();
  open_async_.erase(entry);
}

// An arrow from the sender's thread to the receiver's. A parcel that never arrived is an instant: an arrow needs both
// ends.
void TraceWriter::writeParcel(const Event& event) {
  const bool is_sent = event.kind == EventKind::ParcelSent;
  const std::uint32_t flow = is_sent ? plan_.flowOfSent(sent_++) : plan_.flowOfReceived(received_++);
  if (flow == 0) return writeInstant(event);
  const bool task_out = event.detail == static_cast<std::uint8_t>(ParcelLeg::TaskOut);
  const std::uint32_t thread = task_out == is_sent ? plan_.submitter() : plan_.threadOf(event.worker);
  beginLine(is_sent ? "s" : "f", kFlowCat, nameOf(event), event.time, thread);
  text_ += R"(,"id":)";
  addNumber(flow);
  if (!is_sent) text_ += R"(,"bp":"e")";
  addArgs("args", event);
  endLine();
}

// Viewers plot every number in the args of a counter: only what is to be plotted stands there, the rest in `fields`.
void TraceWriter::writeCounter(const Event& event) {
  const KindSpelling& spelling = spellingOf(event.kind);
  const bool plots_count = event.kind == EventKind::CoreLoad;
  beginLine("C", spelling.cat, nameOf(event), event.time, plan_.threadOf(event.worker));
  text_ += R"(,"args":{")";
  text_ += spelling.value;
  text_ += "\":";
  addNumber(event.value);
  if (plots_count) {
    text_ += ",\"";
    text_ += spelling.count;
    text_ += "\":";
    addNumber(event.count);
  }
  text_ += '}';
  addArgs("fields", event, false, !plots_count);
  endLine();
}

void TraceWriter::writeInstant(const Event& event) {
  const bool is_callback = event.kind == EventKind::Callback;
  const bool of_run = event.kind == EventKind::RunStarted || event.kind == EventKind::RunFinished;
  const std::string_view cat = event.kind == EventKind::TaskState ? stateCat(event.detail) : spellingOf(event.kind).cat;
  beginLine("i", cat, nameOf(event), event.time,
            is_callback ? plan_.threadOfCallback(event) : plan_.threadOf(event.worker));
  text_ += of_run ? R"(,"s":"g")" : R"(,"s":"t")";
  addArgs("args", event);
  endLine();
}

void TraceWriter::beginLine(std::string_view ph, std::string_view cat, std::string_view name, Nanos time,
                            std::uint32_t thread) {
  text_ += ",\n{\"ph\":\"";
  text_ += ph;
  text_ += R"(","cat":")";
  text_ += cat;
  text_ += R"(","name":")";
  text_ += name;
  text_ += R"(","ts":)";
  addTime(time);
  text_ += R"(,"pid":)";
  addNumber(plan_.threads()[thread].pid);
  text_ += R"(,"tid":)";
  addNumber(plan_.threads()[thread].tid);
}

// The event's fields that are not the default, as far as its cat does not say them.
void TraceWriter::addArgs(std::string_view object, const Event& event, bool with_value, bool with_count) {
  const KindSpelling& spelling = spellingOf(event.kind);
  const bool detail_in_cat = event.kind == EventKind::TaskState && event.detail < kTaskStates;
  bool first = true;
  const auto add = [&](std::string_view name, std::uint64_t number) {
    text_ += first ? "\"" : ",\"";
    text_ += name;
    text_ += "\":";
    addNumber(number);
    first = false;
  };
  text_ += ",\"";
  text_ += object;
  text_ += "\":{";
  if (event.task != kNoTask) add("task", event.task);
  if (event.worker != kNoWorker) add("worker", event.worker);
  if (event.core != kNoCore) add("core", event.core);
  if (event.value != 0 && with_value) add(spelling.value, event.value);
  if (event.count != 0 && with_count) add(spelling.count, event.count);
  if (event.detail != 0 && !detail_in_cat) add("detail", event.detail);
  text_ += '}';
}

void TraceWriter::addNumber(std::uint64_t number) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  text_.append(digits, static_cast<std::size_t>(end - digits));
}

// Nanoseconds as microseconds with three decimals: no digit is lost, as one would be in a double.
void TraceWriter::addTime(Nanos time) {
  std::uint64_t magnitude = static_cast<std::uint64_t>(time);
  if (time < 0) {
    text_ += '-';
    magnitude = 0 - magnitude;
  }
  addNumber(magnitude / 1000);
  const auto rest = static_cast<unsigned>(magnitude % 1000);
  const char decimals[4] = {'.', static_cast<char>('0' + rest / 100), static_cast<char>('0' + rest / 10 % 10),
                            static_cast<char>('0' + rest % 10)};
  text_.append(decimals, 4);
}

std::string_view TraceWriter::nameOf(const Event& event) {
  static constexpr std::string_view kOutcomes[] = {"finished", "failed", "cancelled"};
  static constexpr std::string_view kTickets[] = {"ticket pending", "ticket running", "ticket done", "ticket failed",
                                                  "ticket cancelled"};
  switch (event.kind) {
    case EventKind::TaskSubmitted:
    case EventKind::TaskState:
      if (event.task < task_names_.size()) return task_names_[event.task];
      return scratch_ = "task " + std::to_string(event.task);
    case EventKind::TaskFinished:
      return event.detail < std::size(kOutcomes) ? kOutcomes[event.detail] : spellingOf(event.kind).name;
    case EventKind::FutureState:
      return event.detail < std::size(kTickets) ? kTickets[event.detail] : spellingOf(event.kind).name;
    case EventKind::CoreLoad:
      return scratch_ = "core " + std::to_string(event.core);
    default:
      return spellingOf(event.kind).name;
  }
}

void TraceWriter::flush(std::size_t limit) {
  if (text_.size() < limit) return;
  sink_(text_);
  text_.clear();
}

}  // namespace threadmart
