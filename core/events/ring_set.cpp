#include "core/events/ring_set.h"

#include <atomic>
#include <cerrno>
#include <new>
#include <system_error>
#include <unistd.h>

namespace threadmart {

static_assert(sizeof(RunPage) <= RingSet::kPage);

// Many workers have few events each, few workers have many.
std::uint32_t RingSet::slotsFor(std::size_t workers) {
  if (workers <= 64) return 16 * 1024;
  return workers <= 512 ? 4 * 1024 : 256;
}

RingSet::RingSet(std::size_t workers, bool shared) : count_(workers + 2), slots_(slotsFor(workers)) {
  stride_ = (Ring::bytesFor(slots_) + kPage - 1) / kPage * kPage;
  bytes_ = kPage + count_ * stride_;
  if (shared) {
    fd_ = memfd_create("threadmart-rings", MFD_CLOEXEC);
    if (fd_ < 0 || ftruncate(fd_, static_cast<off_t>(bytes_)) != 0) {
      const int error = errno;
      if (fd_ >= 0) close(fd_);
      throw std::system_error(error, std::generic_category(), "cannot make the memory for the workers' events");
    }
  }
  memory_ = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE,
                 fd_ < 0 ? MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE : MAP_SHARED, fd_, 0);
  if (memory_ == MAP_FAILED) {
    const int error = errno;
    if (fd_ >= 0) close(fd_);
    throw std::system_error(error, std::generic_category(), "cannot map the memory for the workers' events");
  }
  new (memory_) RunPage;
  page().rings.clock = bestClock();
}

RingSet::~RingSet() {
  munmap(memory_, bytes_);
  if (fd_ >= 0) close(fd_);
}

Ring RingSet::ring(std::size_t index) {
  void* at = static_cast<std::byte*>(memory_) + offsetOf(index);
  return inUse(index) ? Ring::attach(at) : Ring::create(at, slots_);
}

bool RingSet::inUse(std::size_t index) const {
  return Ring::created(static_cast<const std::byte*>(memory_) + offsetOf(index));
}

EventWriter RingSet::writer(std::size_t ring_index, WorkerId worker) {
  return {ring(ring_index), page().rings, worker};
}

}  // namespace threadmart
