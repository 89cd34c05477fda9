#include "core/run/run.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/events/ring_set.h"
#include "core/recording/collector.h"
#include "core/run/settle.h"
#include "core/work/curl_client.h"
#include "core/work/digest.h"
#include "core/work/server.h"
#include "core/work/upload.h"

namespace threadmart {
namespace {

// Keeps the calling thread, and all that it starts meanwhile, on the given cores.
class Pinned {
 public:
  Pinned(const std::vector<unsigned>& cores, bool really) : really_(really) {
    if (!really_) return;
    sched_getaffinity(0, sizeof before_, &before_);
    cpu_set_t set;
    CPU_ZERO(&set);
    for (const unsigned core : cores) CPU_SET(core, &set);
    sched_setaffinity(0, sizeof set, &set);
  }
  ~Pinned() {
    if (really_) sched_setaffinity(0, sizeof before_, &before_);
  }
  Pinned(const Pinned&) = delete;
  Pinned& operator=(const Pinned&) = delete;

 private:
  bool really_;
  cpu_set_t before_{};
};

CoreTimeSource watchSwitches(Collector& collector) {
  std::string why;
  if (auto switches = SchedulerSwitches::open(why)) {
    collector.watch(std::move(switches));
    return CoreTimeSource::SchedulerSwitches;
  }
  return RunDelayReader().read() ? CoreTimeSource::RunDelay : CoreTimeSource::None;
}

// Counts tasks that have ended, for the status; one call at a time.
class Progress {
 public:
  Progress(Status& status, std::size_t tasks) : status_(status), tasks_(tasks) {}
  void oneMore() {
    const std::lock_guard lock(mutex_);
    status_.progress(++finished_, tasks_);
  }

 private:
  Status& status_;
  const std::size_t tasks_;
  std::mutex mutex_;
  std::size_t finished_ = 0;
};

void execute(Job& job, const ExecutorEntry& executor) {
  try {
    executor.run(job);
  } catch (const std::exception& error) {
    job.fail(error.what());
  }
}

// Tasks that nobody got round to, because the run was cancelled or could not go on.
void closeTheRest(Job& job, EventWriter& events) {
  const Outcome outcome = job.failure.message().empty() ? Outcome::Cancelled : Outcome::Failed;
  for (TaskId task = 0; task < job.results.size(); ++task) {
    if (job.results[task].announced) continue;
    job.results[task].outcome = outcome;
    events.push(EventKind::TaskFinished, task, static_cast<std::uint8_t>(outcome));
  }
}

Outcome judge(Job& job) {
  std::size_t failed = 0;
  std::string first;
  for (const TaskResult& result : job.results) {
    if (result.outcome != Outcome::Failed) continue;
    if (failed++ == 0) first = result.error;
  }
  if (failed > 0 && !first.empty())
    job.fail(first + (failed > 1 ? " (" + std::to_string(failed) + " tasks failed)" : ""));
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

// What the server holds against what the workers were told that it has: names, sizes and contents.
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

}  // namespace

RunResult run(const Scenario& scenario, const RunOptions& options, Status& status, const CancelToken& cancel) {
  const Machine machine = readMachine();
  const SettledRun settled = settle(scenario, options, machine);
  RunInfo info = describe(scenario, options, settled, machine);
  raiseDescriptorLimit();

  // The server and the collector come first: they are not part of what is measured, and not pinned.
  std::unique_ptr<Server> server = settled.needs_server ? std::make_unique<Server>() : nullptr;
  RingSet rings(settled.workers, settled.executor->worker_kind == WorkerKind::Process);
  auto recording = std::make_shared<Recording>(info);
  Collector collector(rings, *recording);
  const Pinned pinned(settled.cores, settled.pinned);
  info.source = options.record ? watchSwitches(collector) : CoreTimeSource::None;
  info.clock = clockName(rings.page().rings.clock);
  info.server_url = server ? server->baseUrl() : std::string();
  rings.page().pace = settled.pace;
  rings.page().server_port = server ? server->port() : std::uint16_t{0};
  rings.page().read_run_delay = info.source == CoreTimeSource::RunDelay ? 1 : 0;

  const std::string goods(settled.goods_bytes, 'g');
  const WebClient http;
  SharedCounter counter;
  PointerCourier courier(goods);
  Services services{http, counter, courier, server ? server->baseUrl() : std::string(), settled.pace};
  Progress progress(status, settled.plan.tasks.size());
  Job job{.tasks = settled.plan.tasks,
          .workers = settled.workers,
          .rings = rings,
          .cancel = cancel,
          .services = services,
          .switch_interval = static_cast<Nanos>(settled.switch_interval_ms * 1e6),
          .worker_program = settled.worker_program,
          .goods = goods,
          .results = std::vector<TaskResult>(settled.plan.tasks.size()),
          .task_done = [&] { progress.oneMore(); },
          .record = options.record};

  info.origin_ns = collector.begin();
  recording->setInfo(info);
  status.started(recording);
  EventWriter submitter = job.submitter();
  submitter.push(EventKind::RunStarted, kNoTask, 0,
                 packThread(static_cast<std::uint32_t>(getpid()), static_cast<std::uint32_t>(syscall(SYS_gettid))));
  const Nanos began = monotonicNow();
  execute(job, *settled.executor);
  RunResult result{recording, Outcome::Done, {}, monotonicNow() - began};
  closeTheRest(job, submitter);
  result.outcome = judge(job);
  result.error = job.failure.message();
  submitter.push(EventKind::RunFinished, kNoTask, static_cast<std::uint8_t>(result.outcome));
  collector.stop();

  info.finished = true;
  info.error = result.error;
  info.results_digest = digestOf(job.results);
  info.counter = counterOf(job);
  info.uploads = uploadsOf(job.results, server.get());
  recording->setInfo(info);
  return result;
}

}  // namespace threadmart
