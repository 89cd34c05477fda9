#include <cstdlib>

#include "core/scenario/catalogue.h"

namespace threadmart {

std::filesystem::path resourceFolder() {
  if (const char* named = std::getenv("THREADMART_RESOURCES"); named && *named) return named;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  auto installed = program.parent_path().parent_path() / "share/threadmart/resources";
  if (!error && std::filesystem::is_directory(installed, error)) return installed;
  return THREADMART_RESOURCE_DIR;
}

}  // namespace threadmart
