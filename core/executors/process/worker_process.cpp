#include "core/executors/process/worker_process.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/wait.h>
#include <utility>

#include "core/executors/process/worker_program.h"
#include "core/work/limits.h"

namespace threadmart {
namespace {

// Above every descriptor that the child expects: dup2 onto the same number would keep close-on-exec.
constexpr int kAboveInherited = 20;

Descriptor moveUp(int fd, std::size_t needed) {
  Descriptor moved(fcntl(fd, F_DUPFD_CLOEXEC, kAboveInherited));
  if (!moved.valid()) throw limitError(errno, "cannot start worker processes", needed * 2);
  return moved;
}

// A group of its own: Ctrl-C in a terminal is for the parent, who then ends the run in order.
class SpawnAttributes {
 public:
  SpawnAttributes() {
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setpgroup(&attributes_, 0);
  }
  ~SpawnAttributes() { posix_spawnattr_destroy(&attributes_); }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;
  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

class SpawnActions {
 public:
  SpawnActions() { posix_spawn_file_actions_init(&actions_); }
  ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  void give(int from, int to) { posix_spawn_file_actions_adddup2(&actions_, from, to); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

}  // namespace

std::string ExitStatus::text() const {
  if (!by_signal) return "left with exit code " + std::to_string(code);
  return "killed by signal " + std::to_string(code) + " (" + strsignal(code) + ")";
}

WorkerProcess::WorkerProcess(const std::filesystem::path& program, RingSet& rings, WorkerId worker, std::size_t needed)
    : worker_(worker) {
  std::array<int, 2> pair{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) != 0) {
    throw limitError(errno, "cannot start worker processes", needed * 2);
  }
  channel_ = Channel(Descriptor(pair[0]));
  const Descriptor theirs(pair[1]);
  const Descriptor socket = moveUp(theirs.get(), needed);
  const Descriptor memory = moveUp(rings.descriptor(), needed);

  SpawnActions actions;
  actions.give(socket.get(), kWorkerSocket);
  actions.give(memory.get(), kWorkerMemory);
  const std::string path = program.string();
  const std::size_t ring = RingSet::ringOf(worker);
  rings.ring(ring);
  std::string offset = std::to_string(rings.offsetOf(ring));
  std::string length = std::to_string(rings.stride());
  std::string number = std::to_string(worker);
  std::array<char*, 5> arguments{const_cast<char*>(path.c_str()), number.data(), offset.data(), length.data(), nullptr};
  std::array<char*, 1> environment{nullptr};
  const SpawnAttributes attributes;
  const int error =
      posix_spawn(&pid_, path.c_str(), actions.get(), attributes.get(), arguments.data(), environment.data());
  if (error == 0) return;
  pid_ = -1;
  if (isLimit(error)) throw limitError(error, "cannot start worker processes", needed);
  throw std::runtime_error("cannot start the worker program " + path + ": " + std::strerror(error) +
                           "; it is installed beside threadmart");
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), worker_(other.worker_), channel_(std::move(other.channel_)) {}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(worker_, other.worker_);
  std::swap(channel_, other.channel_);
  return *this;
}

WorkerProcess::~WorkerProcess() {
  if (pid_ < 0) return;
  kill();
  wait();
}

void WorkerProcess::kill() {
  if (pid_ >= 0) ::kill(pid_, SIGKILL);
}

ExitStatus WorkerProcess::wait() {
  int status = 0;
  pid_t ended = -1;
  do {
    ended = waitpid(pid_, &status, 0);
  } while (ended < 0 && errno == EINTR);
  pid_ = -1;
  channel_.close();
  if (WIFSIGNALED(status)) return {true, WTERMSIG(status)};
  return {false, WEXITSTATUS(status)};
}

}  // namespace threadmart
