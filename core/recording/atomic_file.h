// A file that appears whole or not at all: written beside its place under another name, synced, then renamed.
#pragma once

#include <filesystem>
#include <string_view>

namespace threadmart {

// Every function throws std::system_error; what was there before stays as it was.
class AtomicFile {
 public:
  explicit AtomicFile(const std::filesystem::path& file);
  ~AtomicFile();  // removes what was not committed
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::string_view data);
  void commit();

 private:
  void openTemporary();

  std::filesystem::path file_, temporary_;
  int fd_ = -1;
};

}  // namespace threadmart
