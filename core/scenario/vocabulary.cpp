#include "core/scenario/vocabulary.h"

#include <algorithm>

namespace threadmart {
namespace {

constexpr double kMostBytes = 1024.0 * 1024 * 1024;
constexpr double kLongestMs = 3'600'000;  // an hour

using Kind = StepField::Kind;

StepField whole(std::string_view name, double most) {
  return {name, Kind::Number, true, {0, most, true, true, true}};
}
StepField milliseconds(std::string_view name, bool required) {
  return {name, Kind::Number, required, {0, kLongestMs, false, true, true}};
}
StepField flag(std::string_view name) {
  return {name, Kind::Flag, false};
}

// A group shares one range out among its tasks, so that its ends cannot be drawn for each task.
StepField powerEnd(std::string_view name) {
  return {name, Kind::Number, true, {0, 1'000'000, true, true, false}};
}

std::vector<StepKind> makeStepKinds() {
  using V = const StepValues&;
  return {
      {"scan",
       {whole("items", 1'000'000), flag("releases_gil")},
       [](V v) -> Step {
         return ScanStep{static_cast<std::uint32_t>(v.whole("items")), v.flag("releases_gil")};
       }},
      {"power",
       {powerEnd("from"), powerEnd("to")},
       [](V v) -> Step {
         return PowerStep{static_cast<std::uint32_t>(v.whole("from")), static_cast<std::uint32_t>(v.whole("to"))};
       }},
      {"sleep",
       {milliseconds("ms", true), flag("blocks_loop")},
       [](V v) -> Step {
         return SleepStep{v.number("ms"), v.flag("blocks_loop")};
       }},
      {"fetch",
       {{"url", Kind::Url}, milliseconds("delay_ms", false)},
       [](V v) -> Step {
         return FetchStep{v.url, v.number("delay_ms")};
       }},
      {"upload",
       {whole("bytes", kMostBytes), milliseconds("delay_ms", false)},
       [](V v) -> Step {
         return UploadStep{v.whole("bytes"), v.number("delay_ms")};
       }},
      {"send", {whole("bytes", kMostBytes)}, [](V v) -> Step { return SendStep{v.whole("bytes")}; }},
      {"count",
       {whole("times", 1'000'000'000), flag("locked")},
       [](V v) -> Step {
         return CountStep{v.whole("times"), v.flag("locked")};
       }},
      {"repeat", {whole("times", static_cast<double>(kMostSteps)), {"steps", Kind::Steps}}, nullptr},
  };
}

}  // namespace

double StepValues::number(std::string_view name) const {
  const auto found = numbers.find(name);
  return found == numbers.end() ? 0 : found->second;
}

std::vector<std::string_view> StepKind::fieldNames() const {
  std::vector<std::string_view> names{"step"};
  for (const StepField& field : fields) names.push_back(field.name);
  return names;
}

const std::vector<StepKind>& stepKinds() {
  static const std::vector<StepKind> kinds = makeStepKinds();
  return kinds;
}

const StepKind* findStepKind(std::string_view name) {
  const auto found =
      std::find_if(stepKinds().begin(), stepKinds().end(), [&](const StepKind& k) { return k.name == name; });
  return found == stepKinds().end() ? nullptr : &*found;
}

std::span<const std::string_view> executorNames() {
  static constexpr std::array<std::string_view, 10> names{
      "sequential",   "threads",          "threads-gil",     "thread-pool",       "thread-pool-gil",
      "process-pool", "process-per-task", "futures-threads", "futures-processes", "event-loop"};
  return names;
}

}  // namespace threadmart
