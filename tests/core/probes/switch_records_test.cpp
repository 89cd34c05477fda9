#include "core/probes/switch_records.h"

#include <cerrno>
#include <cstring>
#include <gtest/gtest.h>
#include <linux/perf_event.h>

namespace threadmart {
namespace {

using Bytes = std::vector<std::byte>;

template <typename T>
void put(Bytes& bytes, T value) {
  const auto* first = reinterpret_cast<const std::byte*>(&value);
  bytes.insert(bytes.end(), first, first + sizeof value);
}

void putRecord(Bytes& bytes, std::uint32_t type, std::uint16_t misc, const Bytes& body, std::uint32_t pid,
               std::uint32_t tid, std::uint64_t time, std::uint32_t core) {
  put(bytes, type);
  put(bytes, misc);
  put(bytes, static_cast<std::uint16_t>(8 + body.size() + 24));
  bytes.insert(bytes.end(), body.begin(), body.end());
  put(bytes, pid);
  put(bytes, tid);
  put(bytes, time);
  put(bytes, core);
  put(bytes, std::uint32_t{0});
}

TEST(SwitchRecords, ReadsBothKindsOfSwitchAndWhatWasLost) {
  Bytes next_process, lost_count;
  put(next_process, std::uint64_t{0});
  put(lost_count, std::uint64_t{77});
  put(lost_count, std::uint64_t{5});
  Bytes bytes;
  putRecord(bytes, PERF_RECORD_SWITCH, 0, {}, 10, 11, 1000, 1);
  putRecord(bytes, PERF_RECORD_LOST, 0, lost_count, 0, 0, 1100, 1);
  putRecord(bytes, PERF_RECORD_COMM, 0, next_process, 10, 11, 1150, 1);
  putRecord(bytes, PERF_RECORD_SWITCH_CPU_WIDE, PERF_RECORD_MISC_SWITCH_OUT, next_process, 10, 11, 1200, 1);
  putRecord(bytes, PERF_RECORD_SWITCH, PERF_RECORD_MISC_SWITCH_OUT | PERF_RECORD_MISC_SWITCH_OUT_PREEMPT, {}, 10, 12,
            1300, 0);

  std::vector<SchedulerSwitch> switches;
  std::uint64_t lost = 1;
  parseSwitchRecords(bytes, switches, lost);
  EXPECT_EQ(switches, (std::vector<SchedulerSwitch>{
                          {1000, 10, 11, 1, true}, {1200, 10, 11, 1, false}, {1300, 10, 12, 0, false}}));
  EXPECT_EQ(lost, 6u);
}

TEST(SwitchRecords, StopsAtARecordCutShort) {
  Bytes bytes;
  putRecord(bytes, PERF_RECORD_SWITCH, 0, {}, 10, 11, 1000, 1);
  const std::size_t whole = bytes.size();
  putRecord(bytes, PERF_RECORD_SWITCH, 0, {}, 10, 11, 2000, 1);
  for (std::size_t length = whole; length < bytes.size(); ++length) {
    std::vector<SchedulerSwitch> switches;
    std::uint64_t lost = 0;
    parseSwitchRecords({bytes.data(), length}, switches, lost);
    EXPECT_EQ(switches.size(), 1u) << length;
  }
  const Bytes zeros(64);
  std::vector<SchedulerSwitch> switches;
  std::uint64_t lost = 0;
  parseSwitchRecords(zeros, switches, lost);  // a size of 0 must not go round for ever
  EXPECT_TRUE(switches.empty());
}

TEST(SwitchRecords, ARefusalSaysWhatWouldAllowIt) {
  EXPECT_EQ(switchesRefusal(EACCES, 3),
            "kernel.perf_event_paranoid is 3: 'sudo sysctl kernel.perf_event_paranoid=2' lets programs watch their own "
            "threads");
  EXPECT_NE(switchesRefusal(EPERM, 2).find("container"), std::string::npos);
  EXPECT_NE(switchesRefusal(ENOSYS, 2).find("CONFIG_PERF_EVENTS"), std::string::npos);
  EXPECT_NE(switchesRefusal(EINVAL, 2).find("Linux 4.3"), std::string::npos);
  EXPECT_NE(switchesRefusal(EMFILE, 2).find("ulimit -n"), std::string::npos);
  EXPECT_NE(switchesRefusal(ENOMEM, 2).find("ulimit -l"), std::string::npos);
  EXPECT_NE(switchesRefusal(E2BIG, 2).find(std::strerror(E2BIG)), std::string::npos);
}

}  // namespace
}  // namespace threadmart
