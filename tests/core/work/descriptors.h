// What a test asks about this process's descriptors.
#pragma once

#include <fcntl.h>
#include <filesystem>
#include <set>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace threadmart {

inline std::set<int> openDescriptors() {
  std::set<int> open;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    const int fd = std::stoi(entry.path().filename());
    open.insert(fd);
  }
  std::erase_if(open, [](int fd) { return fcntl(fd, F_GETFD) < 0; });  // the one that listed them
  return open;
}

// The descriptors that a program started now would inherit.
inline std::set<int> inheritedDescriptors() {
  std::set<int> open = openDescriptors();
  std::erase_if(open, [](int fd) { return (fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0; });
  return open;
}

// While it lives, not one descriptor more can be opened.
class NoMoreDescriptors {
 public:
  NoMoreDescriptors() {
    getrlimit(RLIMIT_NOFILE, &before_);
    const int lowest_free = dup(STDIN_FILENO);
    close(lowest_free);
    rlimit now = before_;
    now.rlim_cur = static_cast<rlim_t>(lowest_free);
    setrlimit(RLIMIT_NOFILE, &now);
  }
  ~NoMoreDescriptors() { setrlimit(RLIMIT_NOFILE, &before_); }
  NoMoreDescriptors(const NoMoreDescriptors&) = delete;
  NoMoreDescriptors& operator=(const NoMoreDescriptors&) = delete;

 private:
  rlimit before_{};
};

}  // namespace threadmart
