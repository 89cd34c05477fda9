// A recording: all events of a run in time order, append-only, in chunks. It can be read while it grows.
//
// Threads: one writer (append, insertLate, finish); any number of readers, who take snapshots. A snapshot never changes
// and keeps the memory it needs alive.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <iterator>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "core/events/event.h"
#include "core/recording/run_info.h"

namespace threadmart {

inline constexpr std::size_t kChunkEvents = 64 * 1024;

class Snapshot {
 public:
  Snapshot() = default;

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const Event& operator[](std::size_t i) const;
  // The events as contiguous runs, in order: the fast way to read them all.
  std::vector<std::span<const Event>> spans(std::size_t from = 0) const;
  // Changes when an event was inserted before the end: what was computed from earlier events must be computed anew.
  std::uint64_t generation() const { return generation_; }

 private:
  friend class Recording;
  using Chunk = std::vector<Event>;
  std::vector<std::shared_ptr<const Chunk>> chunks_;
  std::vector<std::size_t> ends_;  // events up to and including each chunk
  std::size_t size_ = 0;
  std::uint64_t generation_ = 0;
};

class Recording {
 public:
  explicit Recording(RunInfo info);

  RunInfo info() const;        // any thread; a copy
  void setInfo(RunInfo info);  // any thread

  void append(std::span<const Event> events);  // sorted by time, none earlier than the last one appended
  void insertLate(const Event& event);         // anywhere; bumps the generation
  Snapshot snapshot() const;
  std::size_t size() const { return size_.load(std::memory_order_acquire); }

 private:
  using Chunk = std::vector<Event>;
  std::shared_ptr<Chunk> startChunk();

  mutable std::mutex mutex_;  // guards the list of chunks and the info; never held while events are copied
  RunInfo info_;
  std::vector<std::shared_ptr<Chunk>> chunks_;
  std::vector<std::size_t> ends_;
  std::atomic<std::size_t> size_{0};
  std::uint64_t generation_ = 0;
};

}  // namespace threadmart
