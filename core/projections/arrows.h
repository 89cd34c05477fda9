// Who woke whom: the scanner handed over, parcels that arrived, futures whose callback ran. Each is an arrow from one
// customer or till to another, read from the recording.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/events/event.h"
#include "core/recording/parcel_pairs.h"
#include "core/recording/recording.h"

namespace threadmart {

enum class ArrowKind : std::uint8_t { Scanner, Parcel, Callback };

// Scanner: from the worker that let go, when it stopped scanning, to the one that took it. Parcel: from where it was
// sent to where it arrived. Callback: from the end of a future's task to its callback.
struct Arrow {
  Nanos from_time = 0, to_time = 0;  // from_time <= to_time
  TaskId from_task = kNoTask, to_task = kNoTask;
  WorkerId from_worker = kNoWorker, to_worker = kNoWorker;  // kSubmitter: the parent
  std::uint64_t bytes = 0;                                  // of a Parcel
  ArrowKind kind = ArrowKind::Scanner;
  bool asked = false;  // of Scanner: the bell had to ring (a drop request)

  friend bool operator==(const Arrow&, const Arrow&) = default;
};

// Feeds on a recording that grows, as SliceBuilder does: reads what is new, and everything again if the generation
// changed. An arrow is there once it has arrived.
class ArrowBuilder {
 public:
  void update(const Snapshot& snapshot);

  const std::vector<Arrow>& arrows() const { return arrows_; }  // by to_time
  std::uint64_t version() const { return version_; }            // changes with every update that added or removed some

  // Those with a part in [begin, end], in order; at most `most` of them, so that a full view costs no time.
  std::vector<Arrow> within(Nanos begin, Nanos end, std::size_t most) const;

 private:
  struct Sent {
    Nanos time = 0;
    std::uint64_t bytes = 0;
  };
  struct Scanning {  // who scans on a worker, or did last
    TaskId task = kNoTask;
    std::optional<Nanos> stopped;
  };
  struct Carried {  // of a task
    WorkerId worker = kNoWorker;
    std::optional<Nanos> settled;  // when its future came to its end
  };

  void consume(const Event& event);
  void changeState(const Event& event);
  void handOver(const Event& event);
  void arrive(const Event& event);
  void ring(const Event& event);
  void add(const Arrow& arrow);

  std::vector<Arrow> arrows_;
  std::vector<Nanos> earliest_;  // of each block of arrows: the first from_time
  std::vector<Sent> sent_;
  ParcelPairs pairs_;
  std::vector<Scanning> scanning_;  // by worker
  std::vector<Carried> carried_;    // by task
  std::size_t read_ = 0;
  std::uint64_t generation_ = 0;
  std::uint64_t version_ = 0;
};

std::vector<Arrow> makeArrows(const Snapshot& snapshot);

}  // namespace threadmart
