#include "core/work/limits.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/resource.h>

namespace threadmart {
namespace {

std::string limitValue(rlim_t value) {
  return value == RLIM_INFINITY ? "no limit" : std::to_string(value);
}

std::string neededText(std::uint64_t needed) {
  return needed == 0 ? "" : ", " + std::to_string(needed) + " are needed";
}

// The kernel gives out the lowest free number, so EMFILE itself says that every allowed descriptor is in use. (Counting
// them in /proc would need one more.)
std::string openFilesText(std::uint64_t needed) {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  const std::uint64_t enough = std::max<std::uint64_t>(needed, 2 * limit.rlim_cur);
  std::string text = "all " + limitValue(limit.rlim_cur) + " descriptors that this process may open are in use" +
                     neededText(needed) +
                     " (an exchange with the built-in server takes two); raise the limit with 'ulimit -n " +
                     std::to_string(enough) + "'";
  if (enough > limit.rlim_max) text += ", beyond " + limitValue(limit.rlim_max) + " as root";
  return text;
}

std::string processesText(std::uint64_t needed) {
  rlimit limit{};
  getrlimit(RLIMIT_NPROC, &limit);
  return "no more processes or threads: this user may have " + limitValue(limit.rlim_cur) + neededText(needed) +
         "; raise the limit with 'ulimit -u', or kernel.pid_max, kernel.threads-max and the control group's pids.max "
         "as root";
}

std::string limitText(int error, std::uint64_t needed) {
  switch (error) {
    case EMFILE:
      return openFilesText(needed);
    case ENFILE:
      return "the whole machine has as many files open as it may" + neededText(needed) +
             "; raise the limit with 'sysctl fs.file-max' as root";
    case EADDRNOTAVAIL:
      return "no free port is left on this side" + neededText(needed) +
             "; widen the range with 'sysctl net.ipv4.ip_local_port_range=\"1024 65535\"' as root, or wait a minute "
             "for closed "
             "connections to give theirs back";
    case EAGAIN:
      return processesText(needed);
    default:
      return std::string("not enough memory (") + std::strerror(error) + "): use fewer or smaller tasks";
  }
}

}  // namespace

bool isLimit(int error) {
  return error == EMFILE || error == ENFILE || error == EADDRNOTAVAIL || error == EAGAIN || error == ENOMEM ||
         error == ENOBUFS;
}

LimitError limitError(int error, const std::string& doing, std::uint64_t needed) {
  return LimitError(doing + ": " + limitText(error, needed));
}

}  // namespace threadmart
