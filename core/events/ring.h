// A ring of events: one writer, one reader, in memory that two processes may share. Lossless: a full ring makes its
// writer wait.
//
// The reader polls; a writer rings the bell (a futex word that all rings of a run share) when its ring is half full, so
// that the reader comes early. Positions only grow; a slot is position modulo capacity.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/events/clock.h"
#include "core/events/event.h"

namespace threadmart {

// What all the rings of a run share, at the start of their memory.
struct RingsHeader {
  std::atomic<std::uint32_t> bell{0};       // futex: changes when the collector should come
  std::atomic<std::uint32_t> cancelled{0};  // the run is over: carriers in other processes leave
  ClockKind clock = ClockKind::ClockGettime;
};

class Ring {
 public:
  Ring() = default;
  static constexpr std::size_t bytesFor(std::uint32_t slots) { return sizeof(Header) + slots * sizeof(Event); }
  // In zeroed memory of bytesFor(slots) bytes; slots is a power of two.
  static Ring create(void* memory, std::uint32_t slots);
  static Ring attach(void* memory);
  static bool created(const void* memory);  // any thread
  explicit operator bool() const { return header_ != nullptr; }

  // Writer. Waits while the ring is full, then stamps: an event never bears a time from before the wait.
  void push(const Clock& clock, std::atomic<std::uint32_t>& bell, Event event) {
    const std::uint64_t tail = header_->tail.load(std::memory_order_relaxed);
    if (tail - head_seen_ >= capacity_) waitForRoom(bell, tail);
    event.time = clock.now();
    event.core = currentCore();
    slots_[tail & mask_] = event;
    header_->tail.store(tail + 1, std::memory_order_release);
    if (((tail + 1) & half_mask_) == 0) ringBell(bell, tail + 1);
  }

  // Reader. The events from the oldest on, in at most two spans; `take` of them are then given back to the writer.
  std::uint64_t available() const {
    return header_->tail.load(std::memory_order_acquire) - header_->head.load(std::memory_order_relaxed);
  }
  const Event& peek(std::uint64_t offset) const {
    return slots_[(header_->head.load(std::memory_order_relaxed) + offset) & mask_];
  }
  void take(std::uint64_t events);

 private:
  struct Header {
    alignas(64) std::atomic<std::uint64_t> tail{0};  // written by the writer
    alignas(64) std::atomic<std::uint64_t> head{0};  // written by the reader
    std::atomic<std::uint32_t> room{0};              // futex: changes when the reader has taken events
    std::atomic<std::uint32_t> waiting{0};           // the writer sleeps on `room`
    std::atomic<std::uint32_t> slots{0};             // 0 until created
  };
  void waitForRoom(std::atomic<std::uint32_t>& bell, std::uint64_t tail);
  void ringBell(std::atomic<std::uint32_t>& bell, std::uint64_t tail);

  Header* header_ = nullptr;
  Event* slots_ = nullptr;
  std::uint64_t capacity_ = 0, mask_ = 0, half_mask_ = 0;
  std::uint64_t head_seen_ = 0;  // the writer's idea of head: refreshed only when the ring looks full
};

// Sleeps until `word` is no longer `expected`, somebody wakes it, or `timeout` has passed. Works across processes.
void futexWait(std::atomic<std::uint32_t>& word, std::uint32_t expected, Nanos timeout);
void futexWake(std::atomic<std::uint32_t>& word);

}  // namespace threadmart
