// The parent's side of a worker process: start it, talk to it, notice its death, make sure that it is gone.
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>

#include "core/events/ring_set.h"
#include "core/executors/process/channel.h"

namespace threadmart {

struct ExitStatus {
  bool by_signal = false;
  int code = 0;  // the signal, or the exit code

  bool clean() const { return !by_signal && code == 0; }
  std::string text() const;  // 'killed by signal 9 (Killed)'
};

class WorkerProcess {
 public:
  // Starts `program` with the rings and a socket, never by forking this process's memory. Throws LimitError if there
  // are no more descriptors or processes to be had (`needed`: how many processes the run wants), std::runtime_error if
  // it cannot be started.
  WorkerProcess(const std::filesystem::path& program, RingSet& rings, WorkerId worker, std::size_t needed);
  ~WorkerProcess();  // kills it if it is still there, and waits for it
  WorkerProcess(WorkerProcess&&) noexcept;
  WorkerProcess& operator=(WorkerProcess&&) noexcept;

  pid_t pid() const { return pid_; }
  WorkerId worker() const { return worker_; }
  Channel& channel() { return channel_; }
  void kill();
  ExitStatus wait();  // after its channel has ended, or after kill(): it is a matter of moments

 private:
  pid_t pid_ = -1;
  WorkerId worker_ = kNoWorker;
  Channel channel_;
};

}  // namespace threadmart
