#include "core/run/outcome.h"

#include "core/work/digest.h"
#include "core/work/server.h"
#include "core/work/upload.h"

namespace threadmart {

// Of many errors the one that explains the others: a limit of the machine, else the first.
Outcome judge(Job& job) {
  std::size_t failed = 0;
  const TaskResult* telling = nullptr;
  for (const TaskResult& result : job.results) {
    if (result.outcome != Outcome::Failed || result.error.empty()) continue;
    ++failed;
    if (telling == nullptr || (result.ran_into_limit && !telling->ran_into_limit)) telling = &result;
  }
  if (telling != nullptr) {
    job.fail(telling->error + (failed > 1 ? " (" + std::to_string(failed) + " tasks failed; what ran is kept)" : ""));
  }
  if (!job.failure.message().empty()) return Outcome::Failed;
  return job.cancel.cancelled() ? Outcome::Cancelled : Outcome::Done;
}

std::string digestOf(const std::vector<TaskResult>& results) {
  ResultDigest digest;
  bool any = false;
  for (const TaskResult& result : results) {
    for (const std::string& value : result.values) {
      digest.add(value);
      any = true;
    }
  }
  return any ? digest.hex() : std::string();
}

std::optional<CounterResult> counterOf(const Job& job) {
  CounterResult counter;
  for (const TaskResult& result : job.results) counter.expected += result.counted;
  if (counter.expected == 0) return std::nullopt;
  counter.actual = job.services.counter.value.load();
  return counter;
}

std::optional<UploadResult> uploadsOf(const std::vector<TaskResult>& results, const Server* server) {
  if (server == nullptr) return std::nullopt;
  const auto stored = server->files();
  UploadResult uploads;
  for (const auto& [name, file] : stored) uploads.files += 1, uploads.bytes += file.bytes;
  uploads.digests_equal = true;
  for (const TaskResult& result : results) {
    for (const UploadedFile& file : result.uploads) {
      uploads.expected_files += 1;
      uploads.expected_bytes += file.bytes;
      const auto found = stored.find(file.name);
      if (found == stored.end() || found->second.sha256 != sha256Hex(uploadContent(file.name, file.bytes))) {
        uploads.digests_equal = false;
      }
    }
  }
  if (uploads.files == 0 && uploads.expected_files == 0) return std::nullopt;
  return uploads;
}

}  // namespace threadmart
