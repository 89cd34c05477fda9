// Saving a recording as a trace file: all of it or nothing.
#include <cerrno>
#include <system_error>

#include "core/recording/atomic_file.h"
#include "core/recording/gzip.h"
#include "core/recording/trace_file.h"
#include "core/recording/trace_writer.h"

namespace threadmart {
namespace {

const char* adviceFor(const std::error_code& error) {
  switch (error.value()) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "free some space or save it elsewhere";
    case EACCES:
    case EPERM:
    case EROFS:
      return "save it in a folder that you may write to";
    case ENOENT:
    case ENOTDIR:
      return "create the folder first, or save it elsewhere";
    case EISDIR:
    case EINVAL:
      return "give the name of a plain file";
    default:
      return "save it elsewhere";
  }
}

void writeJson(const Recording& recording, TraceWriter::Sink sink) {
  const RunInfo info = recording.info();
  const Snapshot snapshot = recording.snapshot();
  TraceWriter(info, snapshot, std::move(sink)).write();
}

}  // namespace

std::string traceJson(const Recording& recording) {
  std::string json;
  writeJson(recording, [&](std::string_view block) { json += block; });
  return json;
}

void writeTrace(const Recording& recording, const std::filesystem::path& file) {
  try {
    AtomicFile out(file);
    const auto to_file = [&](std::string_view block) { out.write(block); };
    if (file.extension() == ".gz") {
      GzipWriter gzip(to_file);
      writeJson(recording, [&](std::string_view block) { gzip.write(block); });
      gzip.finish();
    } else {
      writeJson(recording, to_file);
    }
    out.commit();
  } catch (const std::system_error& error) {
    throw TraceError("cannot save the recording as '" + file.string() + "': " + error.code().message() + "; " +
                     adviceFor(error.code()));
  }
}

}  // namespace threadmart
