// The rings of one run in one piece of memory: anonymous for threads, a memfd when processes are to share it.
//
// Ring 0 belongs to the submitting thread, ring 1 to its helper thread (the one that manages a pool's processes), ring
// 2 + w to worker w.
#pragma once

#include <cstddef>
#include <cstdint>
#include <sys/mman.h>

#include "core/events/event_writer.h"

namespace threadmart {

// The first page: what every carrier of a run may read. Plain values, written before the first worker starts.
struct RunPage {
  RingsHeader rings;
  double pace = 1.0;
  std::uint16_t server_port = 0;    // of the built-in server; 0 if there is none
  std::uint8_t read_run_delay = 0;  // 1: the kernel gives no switch records, workers read their run delay themselves
};

class RingSet {
 public:
  static constexpr std::size_t kSubmitterRing = 0;
  static constexpr std::size_t kHelperRing = 1;
  static constexpr std::size_t ringOf(WorkerId worker) { return worker + 2; }

  // Throws std::system_error if there is no memory or no descriptor left.
  RingSet(std::size_t workers, bool shared);
  ~RingSet();
  RingSet(const RingSet&) = delete;
  RingSet& operator=(const RingSet&) = delete;

  RunPage& page() { return *static_cast<RunPage*>(memory_); }
  std::size_t count() const { return count_; }
  Ring ring(std::size_t index);  // created at its first use; one thread (the collector attaches once it is in use)
  bool inUse(std::size_t index) const;
  EventWriter writer(std::size_t ring_index, WorkerId worker);
  int descriptor() const { return fd_; }  // the memfd, or −1
  std::size_t offsetOf(std::size_t index) const { return kPage + index * stride_; }
  std::size_t stride() const { return stride_; }

  static constexpr std::size_t kPage = 4096;

 private:
  static std::uint32_t slotsFor(std::size_t workers);

  std::size_t count_, stride_ = 0, bytes_ = 0;
  std::uint32_t slots_;
  int fd_ = -1;
  void* memory_ = MAP_FAILED;
};

}  // namespace threadmart
