// The bytes that the kernel writes into a perf ring buffer, and its refusals, as pure functions. See man 2
// perf_event_open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/probes/scheduler_switches.h"

namespace threadmart {

// Appends the switches among whole records with a trailing (pid, tid, time, cpu); adds to `lost` what the kernel
// dropped. Records of any other kind are passed over.
void parseSwitchRecords(std::span<const std::byte> records, std::vector<SchedulerSwitch>& into, std::uint64_t& lost);

// Why perf_event_open said no, and what would allow it: one line. `paranoid` is kernel.perf_event_paranoid, INT_MIN if
// unknown.
std::string switchesRefusal(int error, int paranoid);

}  // namespace threadmart
