#include "core/run/run.h"

#include <exception>
#include <mutex>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/events/ring_set.h"
#include "core/recording/collector.h"
#include "core/run/outcome.h"
#include "core/run/settle.h"
#include "core/work/curl_client.h"
#include "core/work/server.h"

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

CoreTimeSource watchSwitches(Collector& collector, bool permitted) {
  std::string why;
  if (auto switches = SchedulerSwitches::open(why, {.permitted = permitted})) {
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

std::uint64_t thisThread() {
  return packThread(static_cast<std::uint32_t>(getpid()), static_cast<std::uint32_t>(syscall(SYS_gettid)));
}

// All that a run needs around its executor. The order of the members is the order of their beginnings; their ends go
// the other way round. The server and the collector come before the pinning and the scheduler's records: they are not
// part of what is measured.
class Stage {
 public:
  Stage(const SettledRun& settled, RunInfo info, const RunOptions& options, Status& status, const CancelToken& cancel)
      : settled_(settled),
        info_(std::move(info)),
        status_(status),
        progress_(status, settled.plan.tasks.size()),
        server_(settled.needs_server ? std::make_unique<Server>() : nullptr),
        rings_(settled.workers, settled.executor->worker_kind == WorkerKind::Process),
        recording_(std::make_shared<Recording>(info_)),
        collector_(rings_, *recording_),
        pinned_(settled.cores, settled.pinned),
        goods_(settled.goods_bytes, 'g'),
        courier_(goods_),
        services_{http_, counter_, courier_, server_ ? server_->baseUrl() : std::string(), settled.pace},
        job_{.tasks = settled.plan.tasks,
             .workers = settled.workers,
             .rings = rings_,
             .cancel = cancel,
             .services = services_,
             .switch_interval = static_cast<Nanos>(settled.switch_interval_ms * 1e6),
             .worker_program = settled.worker_program,
             .goods = goods_,
             .results = std::vector<TaskResult>(settled.plan.tasks.size()),
             .task_done = [this] { progress_.oneMore(); },
             .record = options.record} {
    info_.source = options.record ? watchSwitches(collector_, options.scheduler_switches) : CoreTimeSource::None;
    info_.clock = clockName(rings_.page().rings.clock);
    info_.server_url = services_.server_url;
    rings_.page().pace = settled.pace;
    rings_.page().server_port = server_ ? server_->port() : std::uint16_t{0};
    rings_.page().read_run_delay = info_.source == CoreTimeSource::RunDelay ? 1 : 0;
  }

  RunResult play() {
    info_.origin_ns = collector_.begin();
    recording_->setInfo(info_);
    status_.started(recording_);
    EventWriter submitter = job_.submitter();
    submitter.push(EventKind::RunStarted, kNoTask, 0, thisThread());
    const Nanos began = monotonicNow();
    execute(job_, *settled_.executor);
    RunResult result{recording_, Outcome::Done, {}, monotonicNow() - began};
    closeTheRest(job_, submitter);
    result.outcome = judge(job_);
    result.error = job_.failure.message();
    submitter.push(EventKind::RunFinished, kNoTask, static_cast<std::uint8_t>(result.outcome));
    collector_.stop();
    keepProofs(result);
    return result;
  }

 private:
  void keepProofs(const RunResult& result) {
    info_.finished = true;
    info_.lost = collector_.lostSwitches();  // the rings themselves lose nothing: a full one makes its writer wait
    info_.error = result.error;
    info_.results_digest = digestOf(job_.results);
    info_.counter = counterOf(job_);
    info_.uploads = uploadsOf(job_.results, server_.get());
    recording_->setInfo(info_);
  }

  const SettledRun& settled_;
  RunInfo info_;
  Status& status_;
  Progress progress_;
  std::unique_ptr<Server> server_;
  RingSet rings_;
  std::shared_ptr<Recording> recording_;
  Collector collector_;
  const Pinned pinned_;
  const std::string goods_;
  const WebClient http_;
  SharedCounter counter_;
  PointerCourier courier_;
  Services services_;
  Job job_;
};

}  // namespace

RunResult run(const Scenario& scenario, const RunOptions& options, Status& status, const CancelToken& cancel) {
  raiseDescriptorLimit();
  const Machine machine = readMachine();
  const SettledRun settled = settle(scenario, options, machine);
  return Stage(settled, describe(scenario, options, settled, machine), options, status, cancel).play();
}

}  // namespace threadmart
