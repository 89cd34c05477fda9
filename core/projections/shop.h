// The shop at a time: who is being served, who waits for what, which core has nothing to do. A pure function of
// (recording, time) that looks back only: the shop at t is the same while the run goes on, in replay and after a jump.
//
// Feeds on a recording that grows; at() takes O(tasks log slices), near the time it was asked for last O(tasks), and no
// memory once `out` has grown.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/projections/moments.h"
#include "core/projections/slices.h"
#include "core/projections/tickets.h"

namespace threadmart {

// The ways to run a shop, each with a floor plan of its own.
enum class ShopKind : std::uint8_t {
  OneTill,      // sequential: one till, one line
  OneScanner,   // threads with a GIL: one till, the assistant switches at the bell
  FreeTills,    // threads without a GIL: a till for each, in one room
  Trolleys,     // a thread pool without a GIL: as many tills as trolleys; the others wait at the rope
  ScannerPool,  // a thread pool with a GIL: one till, so many trolleys, the rope
  Walls,        // a process pool: a till, a scanner and walls for each process, the rope
  PopUpTills,   // a process for each task: `cmd &`
  TicketBoard,  // an event loop
  Unknown,      // another tool's trace: nobody knows what kind of shop it was
};
ShopKind shopKind(const RunInfo& info);

struct ShopCustomer {
  TaskId task = kNoTask;
  TaskState state = TaskState::Queued;  // of the task's slice at the time; Done after the last
  bool submitted = false;               // before it is, the customer has not come in yet
  Outcome outcome = Outcome::Done;      // once Done
  WorkerId worker = kNoWorker;          // that carries it, or carried it last
  std::uint16_t core = kNoCore;         // only while Running, if known
  Nanos since = 0;                      // when the state began
  std::optional<Nanos> wait = {};  // of Io: how long it was going to take from `since`, if that was known at its begin
  std::uint32_t items = 0, scanned = 0;  // in the basket at first; scanned so far

  friend bool operator==(const ShopCustomer&, const ShopCustomer&) = default;
};

enum class TillState : std::uint8_t { NotThere, Opening, Open, Closed, Died };

struct ProcessUseNow {  // the latest sample
  std::uint64_t resident_bytes = 0, shared_bytes = 0;
  double cores = 0;
  bool running = false;

  friend bool operator==(const ProcessUseNow&, const ProcessUseNow&) = default;
};

struct ShopSheet {                         // the shared counter
  std::uint64_t says = 0, should_say = 0;  // what it says; what all additions so far come to, at least

  friend bool operator==(const ShopSheet&, const ShopSheet&) = default;
};

struct ShopTill {  // a worker
  WorkerId worker = kNoWorker;
  TillState state = TillState::NotThere;
  Nanos since = 0;                        // when that state began
  std::uint32_t pid = 0, tid = 0;         // 0 until it is open
  TaskId served = kNoTask;                // its task that is Running
  TaskId carried = kNoTask;               // the task it carries, in whatever state; of an event loop the running one
  std::optional<ProcessUseNow> use = {};  // of a process, once sampled and while it is there
  std::optional<Parcel> parcel = {};      // the last one sent to or from it, until the next
  std::optional<ShopSheet> sheet = {};    // within its walls, once written: a process counts in its own memory

  friend bool operator==(const ShopTill&, const ShopTill&) = default;
};

struct ShopAssistant {  // a core that the run may use
  unsigned core = 0;
  TaskId task = kNoTask;  // that it runs; kNoTask: a cup of tea
  WorkerId worker = kNoWorker;
  double others = 0;  // 0…1: of the last sample, what other programs used

  friend bool operator==(const ShopAssistant&, const ShopAssistant&) = default;
};

struct ShopScanner {            // the GIL of the one process
  WorkerId holder = kNoWorker;  // who scans: the worker whose task is Running, or was last
  TaskId task = kNoTask;        // kNoTask: nobody holds it
  Nanos since = 0;
  unsigned waiting = 0;
  std::optional<Nanos> bell_in = {};  // until the first waiting one rings; 0: it is ringing. Empty: nobody waits
  std::uint64_t handovers = 0;        // so far

  friend bool operator==(const ShopScanner&, const ShopScanner&) = default;
};

struct ShopTicket {  // a Future
  TaskId task = kNoTask;
  FutureState state = FutureState::Pending;
  Nanos since = 0;
  bool rang = false;                         // its callback ran
  std::optional<std::uint64_t> result = {};  // of Done, the short form of it (future.h); empty if it has none

  friend bool operator==(const ShopTicket&, const ShopTicket&) = default;
};

struct ShopState {
  Nanos time = 0;
  std::vector<ShopCustomer> customers;      // by task, all of the run
  std::vector<ShopTill> tills;              // by worker, all of the run
  std::vector<ShopAssistant> assistants;    // by core number
  std::optional<ShopScanner> scanner = {};  // only with a GIL
  std::vector<ShopTicket> tickets;          // by task, those handed out so far
  std::optional<ShopSheet> sheet = {};  // of the memory that all share, once written; with walls each till has its own
  std::vector<Parcel> parcels;          // on their way at the time
  std::optional<ProcessUseNow> parent = {};      // of the submitting process, once sampled
  std::uint32_t parent_pid = 0;                  // 0 if the recording does not say
  std::array<unsigned, kTaskStates> in_state{};  // submitted customers by state
  std::uint64_t memory_bytes = 0;  // of all worker processes that are there, as far as sampled: own, not shared

  friend bool operator==(const ShopState&, const ShopState&) = default;
};

// For one thread: at() remembers where it looked last.
class ShopIndex {
 public:
  ShopIndex();
  ~ShopIndex();
  ShopIndex(ShopIndex&&) noexcept;
  ShopIndex& operator=(ShopIndex&&) noexcept;

  // Reads what is new; reads everything again if the snapshot's generation or the vector is another one. `slices` are
  // those of the snapshot: a SliceBuilder's own, which grows in its place, or a vector that does not change any more.
  void update(std::shared_ptr<const std::vector<Slice>> slices, const Snapshot& snapshot, const RunInfo& info);
  void at(Nanos time, ShopState& out) const;

  ShopKind kind() const;
  bool hasTickets() const;  // some task was given one so far
  bool hasIo() const;       // some customer went away so far
  const RunInfo& info() const;
  const Moments& moments() const;  // of the same slices
  Nanos end() const;               // of the last event
  std::uint64_t version() const;   // changes with each update that read something

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace threadmart
