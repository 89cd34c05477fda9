// The worker processes of a run, as their parent sees them: it starts them, hands out tasks and goods, takes results
// back, and notices deaths. One thread; it waits in epoll for whichever worker says something next.
#pragma once

#include <functional>
#include <optional>
#include <sys/epoll.h>
#include <unordered_map>

#include "core/executors/executor.h"
#include "core/executors/process/worker_process.h"

namespace threadmart {

class ProcessCrew {
 public:
  // What makes one executor different from another.
  struct Policy {
    std::function<std::optional<TaskId>(WorkerId)> next_task;  // for an idle worker; nothing: it goes home
    std::function<void(TaskId)> given = [](TaskId) {};         // the task is on its way to a worker
    std::function<void(TaskId)> finished = [](TaskId) {};      // its result lies in job.results
    bool death_breaks_all = true;                              // a pool hands out no more tasks once a worker has died
  };
  ProcessCrew(Job& job, EventWriter events, Policy policy);
  ~ProcessCrew();  // kills whoever is left
  ProcessCrew(const ProcessCrew&) = delete;
  ProcessCrew& operator=(const ProcessCrew&) = delete;

  // False if the system has no more processes or descriptors: the job has failed then, and what has been started goes
  // on.
  bool start(WorkerId worker, std::size_t needed);
  // Deals with what the workers have said so far, waiting for it at most `timeout_ms` (−1: until something comes).
  void pump(int timeout_ms);
  // Until every worker has gone home, or the run is cancelled and they have been sent home.
  void run();
  bool broken() const { return broken_; }

 private:
  struct Member {
    WorkerProcess process;
    std::optional<TaskId> task;  // what it is carrying
    bool sent_home = false;
  };
  void watch(int descriptor, std::uint64_t tag);
  void hear(Member& member);
  void obey(Member& member, const Message& message);
  void becomeIdle(Member& member);
  void sendGoods(Member& member, const Message& ask);
  void keepResult(Member& member, const Message& message);
  void sendHome(Member& member);
  void bury(WorkerId worker);
  void failTask(TaskId task, WorkerId worker, Outcome outcome, const std::string& why);
  void sendAllHome();

  Job& job_;
  EventWriter events_;
  Policy policy_;
  Descriptor epoll_;
  std::unordered_map<WorkerId, Member> members_;
  std::uint32_t parcels_ = 0;
  bool broken_ = false;
};

}  // namespace threadmart
