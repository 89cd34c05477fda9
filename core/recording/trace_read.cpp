// Opening a trace file. What is wrong with one is said in one line: which file, what, where, what to do.
#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "core/recording/gzip.h"
#include "core/recording/trace_file.h"
#include "core/recording/trace_reader.h"

namespace threadmart {
namespace {

std::string describe(const std::string& name, const std::string& what, const std::string& what_to_do) {
  return "cannot open '" + name + "': " + what + "; " + what_to_do;
}

std::string place(const std::string& json, std::size_t byte) {
  const auto newlines = std::count(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(byte), '\n');
  return " at line " + std::to_string(newlines + 1) + " (byte " + std::to_string(byte) + ")";
}

std::string readFile(const std::filesystem::path& file) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  std::ifstream in;
  if (!error) in.open(file, std::ios::binary);
  if (error || !in) {
    const std::string why = error ? error.message() : std::generic_category().message(errno);
    throw TraceError(describe(file.string(), why, "give the path of a recording"));
  }
  if (size > kMaxTraceBytes)
    throw TraceError(describe(file.string(), "it is larger than 4 GiB", "record a shorter run"));
  std::string content;
  content.resize(size);
  in.read(content.data(), static_cast<std::streamsize>(size));
  content.resize(static_cast<std::size_t>(in.gcount()));
  return content;
}

}  // namespace

std::unique_ptr<Recording> parseTrace(std::string json, const std::string& name_for_errors) {
  try {
    return readTraceJson(json);
  } catch (const TraceDamage& damage) {
    const std::string where = damage.byte ? place(json, *damage.byte) : "";
    throw TraceError(describe(name_for_errors, damage.what() + where, damage.advice));
  }
}

std::unique_ptr<Recording> readTrace(const std::filesystem::path& file) {
  std::string content = readFile(file);
  if (isGzip(content)) {
    try {
      content = gunzip(content, kMaxTraceBytes);
    } catch (const std::runtime_error& error) {
      throw TraceError(describe(file.string(), error.what(), "save it again from the run, or take another copy"));
    }
  }
  return parseTrace(std::move(content), file.string());
}

}  // namespace threadmart
