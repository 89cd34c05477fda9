// How an event is spelled in the trace file: the one table that writer and reader share (docs/decisions/trace-file.md).
//
// Every event becomes one JSON object whose `cat` names its kind (and, for TaskState, its state). `args` holds what is
// not the default: task, worker, core, detail, and value and count under names that say what they are. What a viewer
// needs besides (names, durations, the ends of async slices, metadata) follows from the events and is skipped when the
// file is read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/events/event.h"
#include "core/recording/run_info.h"

namespace threadmart {

inline constexpr int kTraceVersion = 1;

struct KindSpelling {
  EventKind kind;
  std::string_view cat;
  std::string_view name;   // what a viewer shows; empty: the task's own name
  std::string_view value;  // the name of the event's value in args
  std::string_view count;  // the name of its count
};

const KindSpelling& spellingOf(EventKind kind);
// The cat of a TaskState event with this detail.
std::string_view stateCat(std::uint8_t detail);

// What a cat says. For TaskState the state comes with it; without it, or for an unknown state, `detail` stands in args.
struct CatMeaning {
  EventKind kind;
  std::optional<std::uint8_t> detail;
};
std::optional<CatMeaning> meaningOf(std::string_view cat);

// A number in args.
enum class ArgField { Task, Worker, Core, Detail, Value, Count };
std::optional<ArgField> argField(std::string_view name);

// Both ends of a parcel's flow share this cat; `ph` tells them apart.
inline constexpr std::string_view kFlowCat = "parcel";

nlohmann::json infoToJson(const RunInfo& info);
RunInfo infoFromJson(
    const nlohmann::json& json);  // throws nlohmann::json::exception: which field is missing or of the wrong type

}  // namespace threadmart
