#include "core/probes/scheduler_switches.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cerrno>
#include <climits>
#include <cstring>
#include <ctime>
#include <fstream>
#include <linux/perf_event.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/probes/machine.h"
#include "core/probes/switch_records.h"

namespace threadmart {
namespace {

perf_event_attr switchEvent() {
  perf_event_attr event{};
  event.size = sizeof event;
  event.type = PERF_TYPE_SOFTWARE;
  event.config = PERF_COUNT_SW_DUMMY;  // counts nothing: only the switch records are wanted
  event.context_switch = 1;
  event.inherit = 1;  // threads and processes created from now on, and theirs
  event.sample_id_all = 1;
  event.sample_type = PERF_SAMPLE_TID | PERF_SAMPLE_TIME | PERF_SAMPLE_CPU;
  event.exclude_kernel = 1;  // without it, paranoid 2 refuses
  event.exclude_hv = 1;
  event.use_clockid = 1;
  event.clockid = CLOCK_MONOTONIC;
  return event;
}

// One core's ring buffer: the kernel writes at the head, we read from the tail.
class CoreBuffer {
 public:
  // Sets errno and leaves the buffer closed if the kernel refuses. An inherited event can be mapped only if it stays on
  // one core.
  CoreBuffer(unsigned core, std::size_t bytes) {
    perf_event_attr event = switchEvent();
    fd_ = static_cast<int>(::syscall(SYS_perf_event_open, &event, 0, core, -1, PERF_FLAG_FD_CLOEXEC));
    if (fd_ >= 0) map(bytes);
  }
  ~CoreBuffer() {
    if (page_) ::munmap(page_, page_bytes_ + bytes_);
    if (fd_ >= 0) ::close(fd_);
  }
  CoreBuffer(const CoreBuffer&) = delete;
  CoreBuffer& operator=(const CoreBuffer&) = delete;

  bool isOpen() const { return page_ != nullptr; }

  void read(std::vector<SchedulerSwitch>& into, std::uint64_t& lost) {
    const std::uint64_t tail = page_->data_tail;
    const std::uint64_t head = std::atomic_ref(page_->data_head).load(std::memory_order_acquire);
    const std::size_t length = head - tail, begin = tail % bytes_;
    const auto* data = reinterpret_cast<const std::byte*>(page_) + page_bytes_;
    if (begin + length <= bytes_) {
      parseSwitchRecords({data + begin, length}, into, lost);
    } else {  // the last record may go round the end
      unrolled_.assign(data + begin, data + bytes_);
      unrolled_.insert(unrolled_.end(), data, data + (begin + length - bytes_));
      parseSwitchRecords(unrolled_, into, lost);
    }
    std::atomic_ref(page_->data_tail).store(head, std::memory_order_release);
  }

 private:
  // The kernel counts the buffer as locked memory (perf_event_mlock_kb a core, then RLIMIT_MEMLOCK): take less if that
  // is too much.
  void map(std::size_t bytes) {
    for (bytes_ = std::bit_floor(std::max(bytes, page_bytes_)); bytes_ >= page_bytes_; bytes_ /= 2) {
      void* at = ::mmap(nullptr, page_bytes_ + bytes_, PROT_READ | PROT_WRITE, MAP_SHARED, fd_, 0);
      if (at == MAP_FAILED) continue;
      page_ = static_cast<perf_event_mmap_page*>(at);
      return;
    }
    errno = ENOMEM;  // mmap says EPERM, which perf_event_open says for other reasons
  }

  int fd_ = -1;
  std::size_t page_bytes_ = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  std::size_t bytes_ = 0;  // of records, a power of two
  perf_event_mmap_page* page_ = nullptr;
  std::vector<std::byte> unrolled_;
};

class PerfSwitches final : public SchedulerSwitches {
 public:
  explicit PerfSwitches(std::vector<std::unique_ptr<CoreBuffer>> buffers) : buffers_(std::move(buffers)) {}

  void read(std::vector<SchedulerSwitch>& into) override {
    for (const auto& buffer : buffers_) buffer->read(into, lost_);
  }
  std::uint64_t lost() const override { return lost_; }

 private:
  std::vector<std::unique_ptr<CoreBuffer>> buffers_;
  std::uint64_t lost_ = 0;
};

int paranoidLevel() {
  int level = INT_MIN;
  std::ifstream("/proc/sys/kernel/perf_event_paranoid") >> level;
  return level;
}

}  // namespace

std::unique_ptr<SchedulerSwitches> SchedulerSwitches::open(std::string& why, const SchedulerSwitchesOptions& options) {
  if (!options.permitted) {
    why = "recording scheduler switches is switched off: unset THREADMART_NO_PERF to allow it";
    return nullptr;
  }
  std::vector<std::unique_ptr<CoreBuffer>> buffers;
  for (const unsigned core : readMachine().allowed_cores) {
    errno = 0;
    auto buffer = std::make_unique<CoreBuffer>(core, options.bytes_per_core);
    if (!buffer->isOpen()) {
      why = switchesRefusal(errno, paranoidLevel());
      return nullptr;
    }
    buffers.push_back(std::move(buffer));
  }
  return std::make_unique<PerfSwitches>(std::move(buffers));
}

}  // namespace threadmart
