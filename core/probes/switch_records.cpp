#include "core/probes/switch_records.h"

#include <cerrno>
#include <climits>
#include <cstring>
#include <linux/perf_event.h>

namespace threadmart {
namespace {

// sample_id_all puts this at the end of every record, in the order of the bits TID, TIME, CPU.
struct SampleId {
  std::uint32_t pid, tid;
  std::uint64_t time;
  std::uint32_t cpu, reserved;
};

struct LostRecord {
  perf_event_header header;
  std::uint64_t id, lost;
};

template <typename T>
T readAt(std::span<const std::byte> bytes, std::size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

}  // namespace

void parseSwitchRecords(std::span<const std::byte> records, std::vector<SchedulerSwitch>& into, std::uint64_t& lost) {
  while (records.size() >= sizeof(perf_event_header)) {
    const auto header = readAt<perf_event_header>(records, 0);
    if (header.size < sizeof header || header.size > records.size()) return;
    const bool is_switch = header.type == PERF_RECORD_SWITCH || header.type == PERF_RECORD_SWITCH_CPU_WIDE;
    if (is_switch && header.size >= sizeof header + sizeof(SampleId)) {
      const auto id = readAt<SampleId>(records, header.size - sizeof(SampleId));
      const bool out = (header.misc & PERF_RECORD_MISC_SWITCH_OUT) != 0;
      into.push_back({static_cast<Nanos>(id.time), id.pid, id.tid, static_cast<std::uint16_t>(id.cpu), !out});
    } else if (header.type == PERF_RECORD_LOST && header.size >= sizeof(LostRecord)) {
      lost += readAt<LostRecord>(records, 0).lost;
    }
    records = records.subspan(header.size);
  }
}

std::string switchesRefusal(int error, int paranoid) {
  if ((error == EACCES || error == EPERM) && paranoid > 2) {
    return "kernel.perf_event_paranoid is " + std::to_string(paranoid) +
           ": 'sudo sysctl kernel.perf_event_paranoid=2' lets programs watch their own threads";
  }
  if (error == EACCES || error == EPERM) {
    return "perf_event_open is forbidden here, as in many containers: allow that system call, or run outside the "
           "container";
  }
  if (error == ENOSYS || error == ENOENT || error == EOPNOTSUPP) {
    return "this kernel was built without perf events: use one with CONFIG_PERF_EVENTS";
  }
  if (error == EINVAL) return "this kernel cannot record switches: Linux 4.3 or newer can";
  if (error == EMFILE || error == ENFILE) return "no file descriptor is left for it: raise 'ulimit -n'";
  if (error == ENOMEM) return "no memory may be locked for it: raise 'ulimit -l' or kernel.perf_event_mlock_kb";
  return std::string("perf_event_open failed: ") + std::strerror(error);
}

}  // namespace threadmart
