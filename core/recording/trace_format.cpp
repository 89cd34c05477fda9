#include "core/recording/trace_format.h"

#include <algorithm>
#include <array>

namespace threadmart {
namespace {

constexpr std::string_view kItems = "items";

constexpr std::array<KindSpelling, kEventKinds> kKinds{{
    {EventKind::RunStarted, "run-started", "run started", "thread", "count"},
    {EventKind::RunFinished, "run-finished", "run finished", "value", "count"},
    {EventKind::WorkerSpawned, "startup", "starting up", "value", "count"},
    {EventKind::WorkerStarted, "worker-started", "worker started", "thread", "count"},
    {EventKind::WorkerExited, "worker-exited", "worker exited", "value", "count"},
    {EventKind::WorkerDied, "worker-died", "worker died", "status", "count"},
    {EventKind::TaskSubmitted, "queued", "", "value", kItems},
    {EventKind::TaskState, "state", "", "asked_ns", kItems},
    {EventKind::TaskFinished, "finished", "finished", "cpu_ns", kItems},
    {EventKind::ItemScanned, "item", "item", "value", kItems},
    {EventKind::FutureState, "ticket", "ticket", "result", "count"},
    {EventKind::Callback, "callback", "callback", "thread", "count"},
    {EventKind::ParcelSent, "parcel-sent", "parcel", "bytes", "parcel"},
    {EventKind::ParcelReceived, "parcel-received", "parcel", "bytes", "parcel"},
    {EventKind::GilHandedOver, "gil", "GIL taken", "from_worker", "count"},
    {EventKind::CounterWritten, "counter", "counter written", "says", "at_least"},
    {EventKind::RunDelay, "run-delay", "no core", "delay_ns", "count"},
    {EventKind::CoreLoad, "core-load", "load of core", "busy", "own"},
    {EventKind::ProcessSample, "process", "memory", "resident", "cpu"},
    {EventKind::ProcessShared, "process-shared", "shared memory", "shared", "count"},
}};

// By TaskState. A TaskState Queued must not be taken for a TaskSubmitted, whose cat is 'queued'.
constexpr std::array<std::string_view, kTaskStates> kStateCats{"requeued", "running", "io", "lock", "ready", "done"};

constexpr bool kindsStandInOrder() {
  for (std::size_t i = 0; i < kKinds.size(); ++i)
    if (static_cast<std::size_t>(kKinds[i].kind) != i) return false;
  return true;
}
static_assert(kindsStandInOrder());

}  // namespace

const KindSpelling& spellingOf(EventKind kind) {
  return kKinds.at(static_cast<std::size_t>(kind));
}

std::string_view stateCat(std::uint8_t detail) {
  return detail < kStateCats.size() ? kStateCats[detail] : spellingOf(EventKind::TaskState).cat;
}

std::optional<CatMeaning> meaningOf(std::string_view cat) {
  for (std::size_t state = 0; state < kStateCats.size(); ++state)
    if (kStateCats[state] == cat) return CatMeaning{EventKind::TaskState, static_cast<std::uint8_t>(state)};
  for (const KindSpelling& spelling : kKinds)
    if (spelling.cat == cat) return CatMeaning{spelling.kind, std::nullopt};
  return std::nullopt;
}

std::optional<ArgField> argField(std::string_view name) {
  if (name == "task") return ArgField::Task;
  if (name == "worker") return ArgField::Worker;
  if (name == "core") return ArgField::Core;
  if (name == kItems) return ArgField::Count;
  if (name == "detail") return ArgField::Detail;
  const auto is_value = [&](const KindSpelling& spelling) { return spelling.value == name; };
  if (std::any_of(kKinds.begin(), kKinds.end(), is_value)) return ArgField::Value;
  const auto is_count = [&](const KindSpelling& spelling) { return spelling.count == name; };
  if (std::any_of(kKinds.begin(), kKinds.end(), is_count)) return ArgField::Count;
  return std::nullopt;
}

}  // namespace threadmart
