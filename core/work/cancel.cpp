#include "core/work/cancel.h"

#include <cerrno>
#include <ctime>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "core/events/clock.h"
#include "core/work/limits.h"

namespace threadmart {
namespace {

constexpr Nanos kSecond = 1'000'000'000;

}  // namespace

CancelToken::CancelToken() : fd_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (fd_ < 0) throw limitError(errno, "cannot prepare to be cancelled");
}

CancelToken::~CancelToken() {
  if (owned_) ::close(fd_);
}

bool CancelToken::look() const {
  pollfd bell{fd_, POLLIN, 0};
  if (poll(&bell, 1, 0) > 0) cancelled_.store(true, std::memory_order_relaxed);
  return cancelled();
}

void CancelToken::cancel() {
  const int saved = errno;  // a signal handler must leave it alone
  cancelled_.store(true, std::memory_order_relaxed);
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(fd_, &one, sizeof one);  // full means: already readable
  errno = saved;
}

// One deadline, and a wait for what is left of it: signals and early wake-ups do not add up.
bool CancelToken::sleep(Nanos duration) const {
  const Nanos deadline = monotonicNow() + duration;
  for (Nanos left = duration; left > 0 && !cancelled(); left = deadline - monotonicNow()) {
    pollfd bell{fd_, POLLIN, 0};
    const timespec wait{left / kSecond, left % kSecond};
    if (ppoll(&bell, 1, &wait, nullptr) > 0) cancelled_.store(true, std::memory_order_relaxed);
  }
  return !cancelled();
}

}  // namespace threadmart
