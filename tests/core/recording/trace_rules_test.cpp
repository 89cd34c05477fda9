// Holds what is written against the rules of the trace-event format, so that Perfetto and chrome://tracing show it as
// it was.
#include <cmath>
#include <gmock/gmock.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "core/recording/trace_file.h"
#include "tests/core/recording/trace_samples.h"

namespace threadmart {
namespace {

using nlohmann::json;
using testing::IsEmpty;

using Thread = std::pair<std::int64_t, std::int64_t>;

// Reads a trace as a viewer would and collects what breaks a rule.
class RuleBook {
 public:
  explicit RuleBook(const json& trace) {
    check(trace.at("displayTimeUnit") == "ms" || trace.at("displayTimeUnit") == "ns", "displayTimeUnit", trace);
    for (const json& event : trace.at("traceEvents")) read(event);
    for (const auto& [key, stack] : open_async_)
      for (const json& begin : stack) check(false, "b without e", begin);
    for (const auto& [key, flow] : open_flows_) check(false, "s without f", flow);
    for (auto& [thread, slices] : complete_) checkNesting(slices);
  }
  const std::vector<std::string>& broken() const { return broken_; }

 private:
  void check(bool holds, const std::string& rule, const json& event) {
    if (!holds) broken_.push_back(rule + ": " + event.dump().substr(0, 300));
  }

  void read(const json& event) {
    const std::string ph = event.at("ph");
    check(event.contains("pid") && event["pid"].is_number_integer(), "pid is an integer", event);
    check(event.contains("name") && event["name"].is_string(), "name is a text", event);
    check(!event.contains("args") || event["args"].is_object(), "args is an object", event);
    if (ph == "M") return readMetadata(event);
    check(event.contains("tid") && event["tid"].is_number_integer(), "tid is an integer", event);
    check(event.contains("cat") && event["cat"].is_string(), "cat is a text", event);
    check(event.contains("ts") && event["ts"].is_number() && std::isfinite(event["ts"].get<double>()), "ts is a time",
          event);
    check(named_.contains(threadOf(event)), "the thread was named before", event);
    if (ph == "X") return readComplete(event);
    if (ph == "b" || ph == "e") return readAsync(event, ph == "b");
    if (ph == "s" || ph == "f") return readFlow(event, ph == "s");
    if (ph == "C") return readCounter(event);
    check(ph == "i", "a known ph", event);
    const std::set<std::string> scopes{"g", "p", "t"};
    check(event.contains("s") && scopes.contains(event["s"]), "an instant has a scope", event);
  }

  void readMetadata(const json& event) {
    const std::string name = event.at("name");
    const json& args = event.at("args");
    if (name == "thread_sort_index") return check(args.at("sort_index").is_number_integer(), "sort_index", event);
    check(name == "process_name" || name == "thread_name", "a known metadata name", event);
    check(args.at("name").is_string(), "a name", event);
    if (name == "thread_name") named_.insert(threadOf(event));
  }

  void readComplete(const json& event) {
    check(event.contains("dur") && event["dur"].is_number() && event["dur"].get<double>() >= 0, "dur is a length",
          event);
    complete_[threadOf(event)].push_back(event);
  }

  void readAsync(const json& event, bool begins) {
    check(event.contains("id"), "async events have an id", event);
    auto& stack = open_async_[{event["cat"], event["id"].get<std::int64_t>()}];
    if (begins) return stack.push_back(event);
    if (stack.empty()) return check(false, "e without b", event);
    const json begin = stack.back();
    stack.pop_back();
    check(begin["name"] == event["name"] && threadOf(begin) == threadOf(event), "b and e agree", event);
    check(nanos(begin["ts"]) <= nanos(event["ts"]), "b before e", event);
  }

  void readFlow(const json& event, bool starts) {
    check(event.contains("id") && event["id"].is_number_integer(), "flows have a numeric id", event);
    const std::tuple<std::string, std::string, std::int64_t> key{event["cat"], event["name"],
                                                                 event["id"].get<std::int64_t>()};
    if (starts) {
      check(used_flows_.insert(key).second, "one flow, one id", event);
      open_flows_[key] = event;
      return;
    }
    const auto start = open_flows_.find(key);
    if (start == open_flows_.end()) return check(false, "f without s", event);
    check(nanos(start->second["ts"]) <= nanos(event["ts"]), "s before f", event);
    open_flows_.erase(start);
  }

  void readCounter(const json& event) {
    if (!event.contains("args") || event["args"].empty()) return check(false, "a counter has series", event);
    for (const auto& [name, value] : event["args"].items()) check(value.is_number(), "series are numbers", event);
  }

  void checkNesting(std::vector<json>& slices) {
    const auto begin = [](const json& slice) { return nanos(slice["ts"]); };
    const auto end = [](const json& slice) { return nanos(slice["ts"]) + nanos(slice["dur"]); };
    std::stable_sort(slices.begin(), slices.end(), [&](const json& a, const json& b) { return begin(a) < begin(b); });
    std::vector<Nanos> ends;
    for (const json& slice : slices) {
      while (!ends.empty() && ends.back() <= begin(slice)) ends.pop_back();
      check(ends.empty() || end(slice) <= ends.back(), "X events nest or follow each other", slice);
      ends.push_back(end(slice));
    }
  }

  static Thread threadOf(const json& event) {
    return {event.at("pid").get<std::int64_t>(), event.at("tid").get<std::int64_t>()};
  }
  static Nanos nanos(const json& microseconds) { return std::llround(microseconds.get<double>() * 1000.0); }

  std::vector<std::string> broken_;
  std::set<Thread> named_;
  std::map<Thread, std::vector<json>> complete_;
  std::map<std::pair<std::string, std::int64_t>, std::vector<json>> open_async_;
  std::map<std::tuple<std::string, std::string, std::int64_t>, json> open_flows_;
  std::set<std::tuple<std::string, std::string, std::int64_t>> used_flows_;
};

std::vector<std::string> brokenRules(const Recording& recording) {
  return RuleBook(json::parse(traceJson(recording))).broken();
}

TEST(TraceRules, HoldForEveryKindOfEvent) {
  for (unsigned seed = 1; seed <= 30; ++seed) EXPECT_THAT(brokenRules(*randomRecording(seed, 400)), IsEmpty()) << seed;
}

TEST(TraceRules, HoldForNothing) {
  EXPECT_THAT(brokenRules(Recording{RunInfo{}}), IsEmpty());
}

TEST(TraceRules, AreBrokenByATraceThatBreaksThem) {
  const json named = {{"ph", "M"}, {"name", "thread_name"}, {"pid", 1}, {"tid", 1}, {"args", {{"name", "t"}}}};
  const auto slice = [](const char* ph, double ts) {
    return json{{"ph", ph}, {"cat", "io"}, {"name", "n"}, {"pid", 1}, {"tid", 1}, {"ts", ts}, {"id", 1}, {"dur", 5}};
  };
  const auto broken = [&](const std::vector<json>& events) {
    return RuleBook({{"displayTimeUnit", "ms"}, {"traceEvents", events}}).broken().size();
  };
  EXPECT_EQ(broken({named, slice("X", 0), slice("X", 5)}), 0u);
  EXPECT_EQ(broken({named, slice("X", 0), slice("X", 3)}), 1u);
  EXPECT_EQ(broken({slice("X", 0)}), 1u);
  EXPECT_EQ(broken({named, slice("b", 0)}), 1u);
  EXPECT_EQ(broken({named, slice("e", 0)}), 1u);
  EXPECT_EQ(broken({named, slice("s", 0)}), 1u);
  EXPECT_EQ(broken({named, slice("f", 0)}), 1u);
  EXPECT_EQ(broken({named, slice("i", 0)}), 1u);
  EXPECT_EQ(broken({named, slice("C", 0)}), 1u);
}

Event stateOf(Nanos time, TaskId task, TaskState state, WorkerId worker = 0) {
  return {.time = time,
          .task = task,
          .worker = worker,
          .core = 1,
          .kind = EventKind::TaskState,
          .detail = static_cast<std::uint8_t>(state)};
}

std::vector<json> find(const Recording& recording, const std::string& ph, const std::string& cat) {
  std::vector<json> found;
  const json trace = json::parse(traceJson(recording));
  for (const json& event : trace["traceEvents"])
    if (event["ph"] == ph && event.value("cat", "") == cat) found.push_back(event);
  return found;
}

TEST(TraceRules, ASliceIsSpelledAsTheDocumentsSay) {
  RunInfo info = fullInfo();
  info.workers_info[0].kind = WorkerKind::Thread;
  Recording recording(info);
  const std::vector<Event> events{
      {.time = 0, .value = packThread(70, 71), .worker = 0, .kind = EventKind::WorkerStarted},
      stateOf(1'002, 2, TaskState::Running),
      stateOf(2'000'003, 2, TaskState::Done)};
  recording.append(events);
  EXPECT_THAT(traceJson(recording),
              testing::HasSubstr(R"({"ph":"X","cat":"running","name":"customer 3","ts":1.002,"pid":70,"tid":71,)"
                                 R"("dur":1999.001,"args":{"task":2,"worker":0,"core":1}})"));
}

TEST(TraceRules, InALoopWhoIsAwayIsWrittenApart) {
  Recording recording(fullInfo());  // its worker 0 is a loop
  const std::vector<Event> events{stateOf(0, 0, TaskState::Running),  stateOf(5, 0, TaskState::Io),
                                  stateOf(5, 1, TaskState::Running),  stateOf(9, 1, TaskState::Io),
                                  stateOf(12, 0, TaskState::Running), stateOf(20, 0, TaskState::Done),
                                  stateOf(30, 1, TaskState::Done)};
  recording.append(events);
  EXPECT_EQ(find(recording, "X", "running").size(), 3u);
  EXPECT_EQ(find(recording, "X", "io").size(), 0u);
  EXPECT_EQ(find(recording, "b", "io").size(), 2u);
  EXPECT_EQ(find(recording, "e", "io").size(), 2u);
  EXPECT_EQ(find(recording, "b", "io")[1]["id"], 1);
}

TEST(TraceRules, AParcelIsAnArrowFromTheSubmitterToTheWorkerAndBack) {
  const auto parcel = [](Nanos time, EventKind kind, ParcelLeg leg) {
    return Event{
        .time = time, .value = 64, .task = 0, .worker = 2, .kind = kind, .detail = static_cast<std::uint8_t>(leg)};
  };
  Recording recording(fullInfo());
  const std::vector<Event> events{
      {.time = 0, .value = packThread(50, 50), .kind = EventKind::RunStarted},
      {.time = 1, .value = packThread(60, 60), .worker = 2, .kind = EventKind::WorkerStarted},
      parcel(2, EventKind::ParcelSent, ParcelLeg::TaskOut),
      parcel(3, EventKind::ParcelReceived, ParcelLeg::TaskOut),
      parcel(4, EventKind::ParcelSent, ParcelLeg::ResultBack),
      parcel(5, EventKind::ParcelReceived, ParcelLeg::ResultBack),
      parcel(6, EventKind::ParcelSent, ParcelLeg::TaskOut)};
  recording.append(events);
  const std::vector<json> starts = find(recording, "s", "parcel"), ends = find(recording, "f", "parcel");
  ASSERT_EQ(starts.size(), 2u);
  ASSERT_EQ(ends.size(), 2u);
  EXPECT_EQ(starts[0]["pid"], 50);
  EXPECT_EQ(ends[0]["pid"], 60);
  EXPECT_EQ(starts[1]["pid"], 60);
  EXPECT_EQ(ends[1]["pid"], 50);
  EXPECT_EQ(starts[0]["args"]["bytes"], 64);
  EXPECT_EQ(find(recording, "i", "parcel-sent").size(), 1u) << "it never arrived";
}

}  // namespace
}  // namespace threadmart
