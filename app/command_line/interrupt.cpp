#include "app/command_line/interrupt.h"

#include <csignal>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace threadmart {
namespace {

constexpr int kInterruptedExit = 130;  // as shells report it: 128 + SIGINT

sigset_t interruptOnly() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  return set;
}

}  // namespace

InterruptCancels::InterruptCancels(CancelToken& cancel) {
  const sigset_t set = interruptOnly();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  signals_ = ::signalfd(-1, &set, SFD_CLOEXEC);
  leave_ = ::eventfd(0, EFD_CLOEXEC);
  thread_ = std::thread([this, &cancel] { watch(cancel); });
}

InterruptCancels::~InterruptCancels() {
  const std::uint64_t one = 1;
  if (::write(leave_, &one, sizeof one) == sizeof one) thread_.join();
  ::close(signals_);
  ::close(leave_);
  const sigset_t set = interruptOnly();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void InterruptCancels::watch(CancelToken& cancel) const {
  pollfd watched[] = {{signals_, POLLIN, 0}, {leave_, POLLIN, 0}};
  while (true) {
    ::poll(watched, 2, -1);
    if (watched[1].revents != 0) return;
    signalfd_siginfo signal{};
    if (::read(signals_, &signal, sizeof signal) != sizeof signal) continue;
    if (cancel.cancelled()) ::_exit(kInterruptedExit);
    cancel.cancel();
  }
}

}  // namespace threadmart
