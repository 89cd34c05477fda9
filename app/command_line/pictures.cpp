#include "app/command_line/pictures.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "app/command_line/run_settings.h"

namespace threadmart {

void requirePictureFile(const std::string& file) {
  constexpr std::array<std::string_view, 3> kKinds = {".png", ".svg", ".pdf"};
  std::string kind = std::filesystem::path(file).extension().string();
  std::ranges::transform(kind, kind.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (std::ranges::find(kKinds, kind) == kKinds.end()) {
    throw UsageError("cannot draw '" + file + "': a picture is a .png, .svg or .pdf file");
  }
  requireFolderOf(file);
}

}  // namespace threadmart
