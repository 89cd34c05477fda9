// An event: one timestamped fact about a run. Workers push events, the collector merges them, everything else reads
// them.
//
// Units: times are nanoseconds. In a ring `time` holds raw clock ticks; in a recording it is nanoseconds since the
// run's start.
#pragma once

#include <cstdint>

namespace threadmart {

using Nanos = std::int64_t;
using TaskId = std::uint32_t;    // index of the task in the run, in input order
using WorkerId = std::uint32_t;  // index of the worker in the run; a pool of five has 0…4 even when some never start

inline constexpr TaskId kNoTask = 0xFFFFFFFF;
inline constexpr WorkerId kNoWorker = 0xFFFFFFFF;
// The thread that submits the tasks and collects the results: Python's main thread. It carries tasks only in
// `sequential` and `event-loop`, where it is worker 0 instead.
inline constexpr WorkerId kSubmitter = 0xFFFFFFFE;
inline constexpr std::uint16_t kNoCore = 0xFFFF;

// The six states of a task; the whole program uses these and no others (docs/analogy.md).
enum class TaskState : std::uint8_t { Queued, Running, Io, Lock, Ready, Done };
inline constexpr int kTaskStates = 6;

enum class Outcome : std::uint8_t { Done, Failed, Cancelled };
enum class FutureState : std::uint8_t { Pending, Running, Done, Failed, Cancelled };
enum class ParcelLeg : std::uint8_t { TaskOut, ResultBack };

// What each kind says, and what it puts into value, count and detail (0 where nothing is said).
enum class EventKind : std::uint8_t {
  RunStarted,     // time 0 of the recording. value: pid << 32 | tid of the submitting thread
  RunFinished,    // detail: Outcome of the whole run
  WorkerSpawned,  // worker: the submitter asked for it (fork, thread creation). What follows until WorkerStarted is
                  // start-up cost
  WorkerStarted,  // worker: its first instruction. value: pid << 32 | tid
  WorkerExited,   // worker: it left by itself
  WorkerDied,     // worker: it was killed or crashed. value: the signal, or the exit code
  TaskSubmitted,  // task
  TaskState,      // task, worker: from now on in the state `detail`. count: items scanned so far. value: of Io, for how
                  // many nanoseconds it was asked to stay away; 0: nobody knows
  TaskFinished,   // task, worker. detail: Outcome. value: CPU nanoseconds by the thread's own clock, 0 where a thread
                  // carries several
  ItemScanned,    // task, worker. count: items scanned so far
  FutureState,    // task. detail: FutureState. value: of Done, a short form of the result (future.h)
  Callback,       // task: its done-callback ran. value: pid << 32 | tid of the thread it ran in
  ParcelSent,     // task, worker. value: bytes handed over (copied between processes; a thread gets a pointer to
                  // them), count: number of the parcel, detail: ParcelLeg
  ParcelReceived,  // the same fields; sent and received agree in (task, worker, count, detail)
  GilHandedOver,   // worker took the scanner from another. value: the worker it came from; detail: 1 if it had to ask
                   // (drop request)
  CounterWritten,  // task, worker. value: what the shared counter says, count: what it should say at least from this
                   // worker's additions
  RunDelay,  // worker: of the time since its last event, `value` nanoseconds were spent without a core (schedstat). Not
             // kept in recordings
  CoreLoad,  // core. value: busy share of the core since the last sample, in 1/1000, whoever was using it
  ProcessSample,  // worker (kSubmitter for the parent). value: resident bytes, count: CPU in 1/1000 of a core since the
                  // last sample, detail: 1 if running
  ProcessShared,  // worker: of its resident bytes `value` are shared with others. Follows its ProcessSample
};
inline constexpr int kEventKinds = static_cast<int>(EventKind::ProcessShared) + 1;

struct Event {
  std::int64_t time = 0;
  std::uint64_t value = 0;
  TaskId task = kNoTask;
  WorkerId worker = kNoWorker;
  std::uint32_t count = 0;
  std::uint16_t core = kNoCore;
  EventKind kind = EventKind::RunStarted;
  std::uint8_t detail = 0;

  friend bool operator==(const Event&, const Event&) = default;
};
static_assert(sizeof(Event) == 32, "two events a cache line");

constexpr std::uint64_t packThread(std::uint32_t pid, std::uint32_t tid) {
  return (static_cast<std::uint64_t>(pid) << 32) | tid;
}
constexpr std::uint32_t pidOf(std::uint64_t packed) {
  return static_cast<std::uint32_t>(packed >> 32);
}
constexpr std::uint32_t tidOf(std::uint64_t packed) {
  return static_cast<std::uint32_t>(packed);
}

}  // namespace threadmart
