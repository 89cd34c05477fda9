#include "core/recording/atomic_file.h"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace threadmart {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

fs::path folderOf(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

// A rename lasts through a power cut only once the folder is on the disk too. Some file systems cannot sync a folder.
void syncFolder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

}  // namespace

AtomicFile::AtomicFile(const fs::path& file) : file_(file) {
  std::error_code ignored;
  if (fs::is_symlink(file, ignored)) file_ = fs::weakly_canonical(file);  // write what the link names, keep the link
  const fs::file_status status = fs::status(file_, ignored);
  if (fs::is_directory(status)) throw std::system_error(EISDIR, std::generic_category(), "open");
  // A rename would put a plain file into the place of a device or a pipe.
  if (fs::exists(status) && !fs::is_regular_file(status))
    throw std::system_error(EINVAL, std::generic_category(), "not a plain file");
  openTemporary();
}

void AtomicFile::openTemporary() {
  for (int attempt = 0; attempt < 100; ++attempt) {
    const std::string name =
        "." + file_.filename().string() + "." + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp";
    temporary_ = folderOf(file_) / name;
    fd_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd_ >= 0) return;
    if (errno != EEXIST) break;
  }
  fail("create");
}

AtomicFile::~AtomicFile() {
  if (fd_ < 0) return;
  ::close(fd_);
  ::unlink(temporary_.c_str());
}

void AtomicFile::write(std::string_view data) {
  while (!data.empty()) {
    const ssize_t written = ::write(fd_, data.data(), data.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write");
    data.remove_prefix(static_cast<std::size_t>(written));
  }
}

void AtomicFile::commit() {
  if (::fsync(fd_) != 0) fail("sync");
  if (::rename(temporary_.c_str(), file_.c_str()) != 0) fail("rename");
  ::close(fd_);
  fd_ = -1;
  syncFolder(folderOf(file_));
}

}  // namespace threadmart
