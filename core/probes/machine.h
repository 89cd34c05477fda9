// What machine this is, and its limits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/events/event.h"

namespace threadmart {

struct Machine {
  std::vector<unsigned> allowed_cores;  // this process may run on these, ascending
  unsigned cores = 0;                   // online cores of the machine
  std::string cpu, kernel, host;
};
Machine readMachine();

// Busy time of each core since boot, from /proc/stat, as 1 − idle. Steps of 10 ms: sample at 5 Hz or slower.
struct CoreTimes {
  std::vector<std::uint64_t> busy, total;  // by core number, in clock ticks
};
CoreTimes readCoreTimes();
// Busy share of each core between two readings, 0…1.
std::vector<double> busyShares(const CoreTimes& before, const CoreTimes& after);

struct ProcessUse {
  std::uint32_t pid = 0;
  std::uint64_t resident_bytes = 0, shared_bytes = 0;
  Nanos cpu = 0;  // user and system time since its start
  char state = '?';
};
std::optional<ProcessUse> readProcess(std::uint32_t pid);  // empty if it is gone

// Nanoseconds that the calling thread was runnable without a core, since its start (schedstat); keeps its descriptor
// open.
class RunDelayReader {
 public:
  RunDelayReader();
  ~RunDelayReader();
  RunDelayReader(const RunDelayReader&) = delete;
  RunDelayReader& operator=(const RunDelayReader&) = delete;
  std::optional<Nanos> read() const;  // empty where the kernel does not tell

 private:
  int fd_ = -1;
};

// Raises RLIMIT_NOFILE to its hard limit. Returns the limit now in force.
std::uint64_t raiseDescriptorLimit();
std::uint64_t
processLimit();  // how many processes and threads this user may still start, roughly (RLIMIT_NPROC, pid_max, cgroup)

}  // namespace threadmart
