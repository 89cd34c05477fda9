#include "core/probes/machine.h"

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sched.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "core/probes/proc_text.h"

namespace threadmart {
namespace {

std::string readText(const std::filesystem::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<unsigned> allowedCores() {
  constexpr std::size_t kMostCores = 8192;
  cpu_set_t* set = CPU_ALLOC(kMostCores);
  const std::size_t bytes = CPU_ALLOC_SIZE(kMostCores);
  std::vector<unsigned> cores;
  if (sched_getaffinity(0, bytes, set) == 0) {
    for (unsigned core = 0; core < kMostCores; ++core) {
      if (CPU_ISSET_S(core, bytes, set)) cores.push_back(core);
    }
  }
  CPU_FREE(set);
  return cores;
}

}  // namespace

Machine readMachine() {
  Machine machine;
  machine.allowed_cores = allowedCores();
  machine.cores = static_cast<unsigned>(std::max(1L, sysconf(_SC_NPROCESSORS_ONLN)));
  machine.host = proc::systemName(readText("/etc/os-release"));
  machine.cpu = proc::cpuModel(readText("/proc/cpuinfo"));
  utsname name{};
  if (uname(&name) == 0) {
    machine.kernel = std::string(name.sysname) + ' ' + name.release;
    if (machine.cpu.empty()) machine.cpu = name.machine;
  }
  return machine;
}

CoreTimes readCoreTimes() {
  return proc::coreTimes(readText("/proc/stat"));
}

std::vector<double> busyShares(const CoreTimes& before, const CoreTimes& after) {
  std::vector<double> shares(std::min(before.total.size(), after.total.size()), 0.0);
  for (std::size_t core = 0; core < shares.size(); ++core) {
    // The kernel's idle counters may step back by a tick: then nothing can be said, and the share is 0.
    if (after.total[core] <= before.total[core] || after.busy[core] <= before.busy[core]) continue;
    const double busy = static_cast<double>(after.busy[core] - before.busy[core]);
    shares[core] = std::min(1.0, busy / static_cast<double>(after.total[core] - before.total[core]));
  }
  return shares;
}

std::optional<ProcessUse> readProcess(std::uint32_t pid) {
  const std::filesystem::path folder = "/proc/" + std::to_string(pid);
  return proc::processUse(readText(folder / "stat"), readText(folder / "statm"), sysconf(_SC_CLK_TCK),
                          static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)));
}

RunDelayReader::RunDelayReader() : fd_(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC)) {}

RunDelayReader::~RunDelayReader() {
  if (fd_ >= 0) ::close(fd_);
}

std::optional<Nanos> RunDelayReader::read() const {
  char text[96];
  const ssize_t length = fd_ < 0 ? -1 : ::pread(fd_, text, sizeof text, 0);
  if (length <= 0) return std::nullopt;
  return proc::runDelay({text, static_cast<std::size_t>(length)});
}

std::uint64_t raiseDescriptorLimit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  const rlimit raised{limit.rlim_max, limit.rlim_max};
  return setrlimit(RLIMIT_NOFILE, &raised) == 0 ? raised.rlim_cur : limit.rlim_cur;
}

std::uint64_t processLimit() {
  const std::uint64_t in_use = proc::systemThreads(readText("/proc/loadavg"));
  std::uint64_t most = UINT64_MAX;
  const auto atMost = [&most](std::uint64_t limit, std::uint64_t used) {
    most = std::min(most, limit > used ? limit - used : 0);
  };
  for (const char* file : {"/proc/sys/kernel/threads-max", "/proc/sys/kernel/pid_max"}) {
    if (const auto limit = proc::limit(readText(file))) atMost(*limit, in_use);
  }
  rlimit own{};
  // The kernel does not hold root to it.
  if (getuid() != 0 && getrlimit(RLIMIT_NPROC, &own) == 0 && own.rlim_cur != RLIM_INFINITY) {
    atMost(own.rlim_cur, in_use);
  }
  // A cgroup is held to the limits of the cgroups around it, too.
  for (std::filesystem::path folder = proc::pidsFolder(readText("/proc/self/cgroup")); folder != "/sys/fs";
       folder = folder.parent_path()) {
    const auto limit = proc::limit(readText(folder / "pids.max"));
    if (limit) atMost(*limit, proc::limit(readText(folder / "pids.current")).value_or(0));
  }
  return most;
}

}  // namespace threadmart
