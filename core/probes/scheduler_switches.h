// The kernel's own record of which thread was on which core when (PERF_RECORD_SWITCH of perf_event_open), without root
// where perf_event_paranoid allows it.
//
// Open it in the thread that will start the workers, before it starts them: they and their children inherit the
// recording.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/events/event.h"

namespace threadmart {

struct SchedulerSwitch {
  Nanos time = 0;  // CLOCK_MONOTONIC
  std::uint32_t pid = 0, tid = 0;
  std::uint16_t core = 0;
  bool in = false;  // onto the core, or off it

  friend bool operator==(const SchedulerSwitch&, const SchedulerSwitch&) = default;
};

struct SchedulerSwitchesOptions {
  bool permitted = true;  // false: refuse, as a kernel would that does not allow it
  std::size_t bytes_per_core =
      512 * 1024;  // at most; less where the kernel lets us lock less memory. A record takes 32 bytes
};

class SchedulerSwitches {
 public:
  // Watches the cores that the calling thread may run on. Null if that is refused; `why` then says why, and what would
  // allow it.
  static std::unique_ptr<SchedulerSwitches> open(std::string& why, const SchedulerSwitchesOptions& options = {});
  virtual ~SchedulerSwitches() = default;

  // Appends every record so far, in time order per core. One thread at a time. A thread's last switch, in which it
  // ends, is not recorded by the kernel.
  virtual void read(std::vector<SchedulerSwitch>& into) = 0;
  virtual std::uint64_t lost() const = 0;  // records that the kernel dropped
};

}  // namespace threadmart
