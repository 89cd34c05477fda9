#include "core/executors/process/process_crew.h"

#include <array>
#include <cerrno>
#include <stdexcept>
#include <string>
#include <sys/socket.h>

#include "core/executors/process/pickle.h"
#include "core/work/limits.h"

namespace threadmart {
namespace {

constexpr std::uint64_t kCancelTag = UINT64_MAX;
constexpr Nanos kGrace = 300'000'000;  // how long a cancelled worker has to leave by itself

}  // namespace

ProcessCrew::ProcessCrew(Job& job, EventWriter events, Policy policy)
    : job_(job), events_(events), policy_(std::move(policy)), epoll_(epoll_create1(EPOLL_CLOEXEC)) {
  if (!epoll_.valid()) throw limitError(errno, "cannot watch worker processes");
  watch(job_.cancel.descriptor(), kCancelTag);
}

ProcessCrew::~ProcessCrew() = default;

void ProcessCrew::watch(int descriptor, std::uint64_t tag) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.u64 = tag;
  if (epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, descriptor, &event) != 0)
    throw limitError(errno, "cannot watch worker processes");
}

bool ProcessCrew::start(WorkerId worker, std::size_t needed) {
  events_.pushFor(worker, EventKind::WorkerSpawned);
  try {
    WorkerProcess process(job_.worker_program, job_.rings, worker, needed);
    watch(process.channel().descriptor(), worker);
    members_.emplace(worker, Member{std::move(process), std::nullopt, false});
    return true;
  } catch (const std::runtime_error& error) {
    job_.fail(error.what());
    return false;
  }
}

void ProcessCrew::pump(int timeout_ms) {
  std::array<epoll_event, 64> events{};
  const int ready = epoll_wait(epoll_.get(), events.data(), static_cast<int>(events.size()), timeout_ms);
  for (int i = 0; i < ready; ++i) {
    if (events[static_cast<std::size_t>(i)].data.u64 == kCancelTag) continue;
    const auto found = members_.find(static_cast<WorkerId>(events[static_cast<std::size_t>(i)].data.u64));
    if (found != members_.end()) hear(found->second);
  }
}

void ProcessCrew::run() {
  while (!members_.empty() && !job_.cancel.cancelled()) pump(-1);
  if (!members_.empty()) sendAllHome();
}

void ProcessCrew::hear(Member& member) {
  switch (member.process.channel().readSome()) {
    case Channel::Progress::Partial:
      return;
    case Channel::Progress::Complete:
      obey(member, member.process.channel().take());
      return;
    case Channel::Progress::Gone:
      bury(member.process.worker());
      return;
  }
}

void ProcessCrew::obey(Member& member, const Message& message) {
  switch (message.kind) {
    case MessageKind::Hello:
      becomeIdle(member);
      return;
    case MessageKind::Ask:
      sendGoods(member, message);
      return;
    case MessageKind::GoodsBack:
      events_.pushFor(member.process.worker(), EventKind::ParcelReceived, message.task,
                      static_cast<std::uint8_t>(ParcelLeg::ResultBack), message.bytes.size(), message.parcel);
      return;
    case MessageKind::Result:
      keepResult(member, message);
      becomeIdle(member);
      return;
    case MessageKind::Task:
    case MessageKind::Goods:
      throw std::logic_error("a worker sent what only its parent sends");
  }
}

void ProcessCrew::becomeIdle(Member& member) {
  const bool closing = (broken_ && policy_.death_breaks_all) || job_.cancel.cancelled();
  const WorkerId worker = member.process.worker();
  const std::optional<TaskId> task = closing ? std::nullopt : policy_.next_task(worker);
  if (!task) {
    sendHome(member);
    return;
  }
  member.task = task;
  policy_.given(*task);
  const std::uint32_t parcel = parcels_++;
  const std::string bytes = pickle(job_.tasks[*task]);
  events_.pushFor(worker, EventKind::ParcelSent, *task, static_cast<std::uint8_t>(ParcelLeg::TaskOut), bytes.size(),
                  parcel);
  member.process.channel().send(MessageKind::Task, *task, parcel, bytes, job_.cancel.descriptor());
}

void ProcessCrew::sendGoods(Member& member, const Message& ask) {
  const std::string_view goods = std::string_view(job_.goods).substr(0, std::stoull(ask.bytes));
  const std::uint32_t parcel = parcels_++;
  events_.pushFor(member.process.worker(), EventKind::ParcelSent, ask.task,
                  static_cast<std::uint8_t>(ParcelLeg::TaskOut), goods.size(), parcel);
  member.process.channel().send(MessageKind::Goods, ask.task, parcel, goods, job_.cancel.descriptor());
}

void ProcessCrew::keepResult(Member& member, const Message& message) {
  job_.results[message.task] = unpickleResult(message.bytes);
  job_.results[message.task].announced = true;
  events_.pushFor(member.process.worker(), EventKind::ParcelReceived, message.task,
                  static_cast<std::uint8_t>(ParcelLeg::ResultBack), message.bytes.size(), message.parcel);
  member.task.reset();
  policy_.finished(message.task);
  job_.task_done();
}

// Half-closed: the worker reads the end of the channel and leaves; when it has, we read the end too.
void ProcessCrew::sendHome(Member& member) {
  member.sent_home = true;
  shutdown(member.process.channel().descriptor(), SHUT_WR);
}

void ProcessCrew::bury(WorkerId worker) {
  Member member = std::move(members_.at(worker));
  members_.erase(worker);
  const pid_t pid = member.process.pid();
  const ExitStatus status = member.process.wait();
  if (!status.clean()) {
    events_.pushFor(worker, EventKind::WorkerDied, kNoTask, status.by_signal ? 1 : 0,
                    static_cast<std::uint64_t>(status.code));
  }
  if (!member.task) return;
  if (job_.cancel.cancelled()) {
    failTask(*member.task, worker, Outcome::Cancelled, "cancelled");
    return;
  }
  broken_ = true;
  const std::string why = "broken pool: worker process " + std::to_string(pid) + " was " + status.text() +
                          " while it carried task " + std::to_string(*member.task + 1);
  failTask(*member.task, worker, Outcome::Failed, why);
  job_.fail(why + "; what had run until then is kept");
}

void ProcessCrew::failTask(TaskId task, WorkerId worker, Outcome outcome, const std::string& why) {
  events_.pushFor(worker, EventKind::TaskFinished, task, static_cast<std::uint8_t>(outcome));
  job_.results[task].outcome = outcome;
  job_.results[task].error = why;
  job_.results[task].announced = true;
  policy_.finished(task);
  job_.task_done();
}

void ProcessCrew::sendAllHome() {
  for (auto& [worker, member] : members_) sendHome(member);
  const Nanos deadline = monotonicNow() + kGrace;
  // The cancel descriptor stays readable: it must not wake this wait any more.
  epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, job_.cancel.descriptor(), nullptr);
  while (!members_.empty() && monotonicNow() < deadline) pump(10);
  for (auto& [worker, member] : members_) member.process.kill();
  while (!members_.empty()) bury(members_.begin()->first);
}

}  // namespace threadmart
