#include "core/events/ring.h"

#include <climits>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace threadmart {

void futexWait(std::atomic<std::uint32_t>& word, std::uint32_t expected, Nanos timeout) {
  const timespec limit{static_cast<time_t>(timeout / 1'000'000'000), static_cast<long>(timeout % 1'000'000'000)};
  syscall(SYS_futex, &word, FUTEX_WAIT, expected, &limit, nullptr, 0);
}

void futexWake(std::atomic<std::uint32_t>& word) {
  syscall(SYS_futex, &word, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
}

Ring Ring::create(void* memory, std::uint32_t slots) {
  // Zeroed memory is a Header that is not created yet. It is not constructed again: the reader may be looking at it
  // already.
  auto* header = static_cast<Header*>(memory);
  header->slots.store(slots, std::memory_order_release);
  return attach(memory);
}

bool Ring::created(const void* memory) {
  return static_cast<const Header*>(memory)->slots.load(std::memory_order_acquire) != 0;
}

Ring Ring::attach(void* memory) {
  Ring ring;
  ring.header_ = static_cast<Header*>(memory);
  ring.slots_ = reinterpret_cast<Event*>(static_cast<std::byte*>(memory) + sizeof(Header));
  ring.capacity_ = ring.header_->slots;
  ring.mask_ = ring.capacity_ - 1;
  ring.half_mask_ = ring.capacity_ / 2 - 1;
  ring.head_seen_ = ring.header_->head.load(std::memory_order_acquire);
  return ring;
}

void Ring::take(std::uint64_t events) {
  header_->head.store(header_->head.load(std::memory_order_relaxed) + events, std::memory_order_seq_cst);
  if (header_->waiting.load(std::memory_order_seq_cst) == 0) return;
  header_->room.fetch_add(1, std::memory_order_release);
  futexWake(header_->room);
}

void Ring::waitForRoom(std::atomic<std::uint32_t>& bell, std::uint64_t tail) {
  head_seen_ = header_->head.load(std::memory_order_acquire);
  while (tail - head_seen_ >= capacity_) {
    const std::uint32_t room = header_->room.load(std::memory_order_acquire);
    header_->waiting.store(1, std::memory_order_seq_cst);
    head_seen_ = header_->head.load(std::memory_order_seq_cst);
    if (tail - head_seen_ >= capacity_) {
      bell.fetch_add(1, std::memory_order_release);
      futexWake(bell);
      futexWait(header_->room, room,
                1'000'000);  // the timeout only guards against a reader that was killed and restarted
      head_seen_ = header_->head.load(std::memory_order_acquire);
    }
    header_->waiting.store(0, std::memory_order_relaxed);
  }
}

void Ring::ringBell(std::atomic<std::uint32_t>& bell, std::uint64_t tail) {
  head_seen_ = header_->head.load(std::memory_order_acquire);
  if (tail - head_seen_ < capacity_ / 2) return;
  bell.fetch_add(1, std::memory_order_release);
  futexWake(bell);
}

}  // namespace threadmart
