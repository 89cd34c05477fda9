#include "core/recording/trace_plan.h"

#include <algorithm>

namespace threadmart {
namespace {

// Thread ids for workers whose real ones nobody recorded: beyond any that Linux gives out (it stops at 2^22).
constexpr std::uint32_t kInventedTid = 1'000'000'000;
constexpr std::uint32_t kInventedPid = 1;

}  // namespace

TracePlan::TracePlan(const Snapshot& snapshot, const RunInfo& info) {
  for (std::span<const Event> events : snapshot.spans())
    for (const Event& event : events) read(event);
  if (!snapshot.empty()) {
    const Nanos last = snapshot[snapshot.size() - 1].time;
    open_.forEach([&](std::uint32_t slice) { slice_ends_[slice] = last; });
  }
  nameThreads(info);
}

void TracePlan::read(const Event& event) {
  open_.end(event, [&](std::uint32_t slice) { slice_ends_[slice] = event.time; });
  if (beginsSlice(event)) {
    open_.begin(event, static_cast<std::uint32_t>(slice_ends_.size()));
    slice_ends_.push_back(event.time);
  }
  if (isWorker(event.worker) && event.worker >= started_.size()) started_.resize(event.worker + 1);
  switch (event.kind) {
    case EventKind::RunStarted:
      submitter_ = event.value;
      break;
    case EventKind::WorkerStarted:
      if (isWorker(event.worker)) started_[event.worker] = event.value;
      break;
    case EventKind::Callback:
      if (event.value != 0) callback_threads_.push_back(event.value);
      break;
    case EventKind::ParcelSent:
    case EventKind::ParcelReceived:
      pairParcel(event);
      break;
    default:
      break;
  }
}

void TracePlan::pairParcel(const Event& event) {
  if (event.kind == EventKind::ParcelSent) {
    pairs_.sent(event, static_cast<std::uint32_t>(flow_of_sent_.size()));
    flow_of_sent_.push_back(0);
    return;
  }
  const auto sent = pairs_.received(event);
  if (sent) flow_of_sent_[*sent] = ++flows_;
  flow_of_received_.push_back(sent ? flows_ : 0);
}

void TracePlan::nameThreads(const RunInfo& info) {
  const std::uint32_t main_pid = submitter_ != 0 ? pidOf(submitter_) : kInventedPid;
  const std::uint32_t main_tid = submitter_ != 0 ? tidOf(submitter_) : main_pid;
  addThread(main_pid, main_tid, "MainThread");
  started_.resize(std::max(started_.size(), info.workers_info.size()));
  for (std::uint32_t worker = 0; worker < started_.size(); ++worker) {
    const bool known = worker < info.workers_info.size();
    const std::string name = known ? info.workers_info[worker].name : "worker " + std::to_string(worker);
    const std::uint64_t ids = started_[worker];
    const std::uint32_t thread =
        ids != 0 ? addThread(pidOf(ids), tidOf(ids), name) : addThread(main_pid, kInventedTid + worker, name);
    if (known && info.workers_info[worker].kind == WorkerKind::Process && threads_[thread].pid != main_pid)
      threads_[thread].names_process = true;
    thread_of_worker_.push_back(thread);
  }
  for (std::uint64_t ids : callback_threads_) addThread(pidOf(ids), tidOf(ids), "thread " + std::to_string(tidOf(ids)));
}

// A thread that is known already keeps its name: Linux gives ids out again.
std::uint32_t TracePlan::addThread(std::uint32_t pid, std::uint32_t tid, const std::string& name) {
  const auto [entry, is_new] = thread_by_ids_.try_emplace({pid, tid}, static_cast<std::uint32_t>(threads_.size()));
  if (is_new) threads_.push_back({pid, tid, name, false});
  return entry->second;
}

std::uint32_t TracePlan::threadOf(WorkerId worker) const {
  return worker < thread_of_worker_.size() ? thread_of_worker_[worker] : submitter();
}

std::uint32_t TracePlan::threadOfCallback(const Event& event) const {
  const auto entry = thread_by_ids_.find({pidOf(event.value), tidOf(event.value)});
  return event.value != 0 && entry != thread_by_ids_.end() ? entry->second : threadOf(event.worker);
}

}  // namespace threadmart
