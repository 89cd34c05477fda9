// What the files under /proc and /etc say, as pure functions of their text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/events/event.h"
#include "core/probes/machine.h"

namespace threadmart::proc {

// /proc/cpuinfo. Empty if it names no model (some ARM kernels do not).
std::string cpuModel(std::string_view cpuinfo);
// /etc/os-release: PRETTY_NAME without its quotes.
std::string systemName(std::string_view os_release);
// /proc/stat.
CoreTimes coreTimes(std::string_view stat);

// /proc/PID/stat and /proc/PID/statm. The name in stat may hold spaces and parentheses; empty if either text is cut
// short.
std::optional<ProcessUse> processUse(std::string_view stat, std::string_view statm, long ticks_per_second,
                                     std::uint64_t page_bytes);

// /proc/thread-self/schedstat: nanoseconds runnable without a core, its second field.
std::optional<Nanos> runDelay(std::string_view schedstat);

// A limit such as pids.max: empty for 'max' and for anything that is no number.
std::optional<std::uint64_t> limit(std::string_view text);
// /proc/loadavg: how many threads the system holds, from its '2/345'.
std::uint64_t systemThreads(std::string_view loadavg);

// /proc/self/cgroup: the folder that holds pids.max for this process (cgroup 1 and 2), without a trailing slash.
std::string pidsFolder(std::string_view cgroup);

}  // namespace threadmart::proc
