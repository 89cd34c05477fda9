// Scenarios from text and from files.
#include <fstream>
#include <iterator>

#include "core/scenario/reader.h"

namespace threadmart {
namespace {

constexpr std::uintmax_t kMostBytes = 16 * 1024 * 1024;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& why) {
  throw ScenarioError({Problem{file.string(), 0, 0, "", why}});
}

std::string readFile(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) refuse(file, "there is no such file");
  if (std::filesystem::is_directory(status)) refuse(file, "expected a scenario file, found a folder");
  if (std::filesystem::is_regular_file(status) && std::filesystem::file_size(file, error) > kMostBytes) {
    refuse(file, "a scenario file has at most 16 MiB");
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) refuse(file, "it cannot be opened; check its permissions");
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Scenario Scenario::parse(std::string json, const std::string& file_for_errors) {
  return ScenarioReader(std::move(json), file_for_errors).read();
}

Scenario Scenario::load(const std::filesystem::path& file) {
  return parse(readFile(file), file.string());
}

std::vector<Problem> checkScenario(const std::filesystem::path& file) {
  try {
    Scenario::load(file);
    return {};
  } catch (const ScenarioError& error) {
    return error.problems();
  }
}

}  // namespace threadmart
