// The ticket board: every task is a coroutine in one thread, and each steps aside by itself when it has to wait. In
// Python: asyncio.gather(…). A task that blocks without `await` (blocks_loop) stops the whole board.
#include "core/executors/loop/event_loop.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <vector>

#include "core/executors/executor.h"
#include "core/executors/steps.h"
#include "core/work/curl_loop.h"
#include "core/work/upload.h"

namespace threadmart {
namespace {

// What the coroutines of a run share.
struct Board {
  Job& job;
  EventLoop& loop;
  std::unique_ptr<CurlLoop> remote = nullptr;  // made by the first task that leaves loopback

  CurlLoop& curl() {
    if (!remote) {
      remote = std::make_unique<CurlLoop>();
      loop.serve(remote->descriptor(), [this] { remote->process(); });
    }
    return *remote;
  }
};

// The server counts its delay from when it has the whole request.
Coroutine exchangeOnLoopback(EventLoop& loop, const HttpRequest& request, Nanos delay, HttpResponse& response) {
  LoopbackExchange exchange(request);
  std::optional<Nanos> due;
  while (!exchange.advance()) {
    if (exchange.sending()) {
      co_await loop.writable(exchange.descriptor());
    } else {
      const Nanos now = monotonicNow();
      if (!due) due = now + delay;
      co_await loop.readable(exchange.descriptor(), std::max<Nanos>(0, *due - now));
    }
  }
  response = std::move(exchange.response());
}

Coroutine exchangeFarAway(Board& board, const HttpRequest& request, HttpResponse& response) {
  std::exception_ptr failure;
  EventLoop::Wait answered = board.loop.called();
  board.curl().start(request, [&](HttpResponse got, std::exception_ptr error) {
    response = std::move(got);
    failure = std::move(error);
    board.loop.wake(answered);
  });
  co_await answered;
  if (failure) std::rethrow_exception(failure);
}

Coroutine request(Board& board, const HttpRequest& what, Nanos delay, TaskResult& result) {
  HttpResponse response;
  const auto url = parseUrl(what.url);
  if (url && LoopbackClient::serves(*url)) {
    co_await exchangeOnLoopback(board.loop, what, delay, response);
  } else {
    co_await exchangeFarAway(board, what, response);
  }
  keepPage(what, std::move(response), result);
}

void sleepWithoutAwait(Worker& worker, Nanos duration) {
  const bool slept = worker.away(duration, [&] { return worker.cancel().sleep(duration); });
  if (!slept) throw Cancelled{};
}

// Steps that never wait run as in any worker; the others are awaited.
void carryAtOnce(Board& board, const Step& step, TaskResult& result) {
  Worker& worker = board.loop.worker();
  if (const auto* scanning = std::get_if<ScanStep>(&step)) scan(worker, *scanning, board.job.services.pace, result);
  if (const auto* numbers = std::get_if<PowerStep>(&step)) power(worker, *numbers, result);
  if (const auto* counting = std::get_if<CountStep>(&step))
    count(worker, *counting, board.job.services.counter, result);
  if (const auto* sending = std::get_if<SendStep>(&step)) board.job.services.courier.exchange(worker, sending->bytes);
}

Coroutine carrySteps(Board& board, TaskId id, TaskResult& result) {
  const Task& task = board.job.tasks[id];
  const Services& services = board.job.services;
  for (std::size_t i = 0; i < task.steps.size(); ++i) {
    const Step& step = task.steps[i];
    if (const auto* sleeping = std::get_if<SleepStep>(&step)) {
      const Nanos duration = pacedNanos(sleeping->ms, services.pace);
      if (sleeping->blocks_loop) {
        sleepWithoutAwait(board.loop.worker(), duration);
      } else {
        co_await board.loop.sleep(duration);
      }
    } else if (const auto* fetch = std::get_if<FetchStep>(&step)) {
      const HttpRequest what = fetchRequest(*fetch, services);
      co_await request(board, what, fetchDelay(*fetch, services), result);
    } else if (const auto* upload = std::get_if<UploadStep>(&step)) {
      const UploadedFile file = uploadedFile(id, i, *upload);
      const std::string body = uploadContent(file.name, file.bytes);
      const HttpRequest what = uploadRequest(file, *upload, body, services);
      co_await request(board, what, pacedNanos(upload->delay_ms, services.pace), result);
      result.uploads.push_back(file);
    } else {
      carryAtOnce(board, step, result);
    }
  }
}

Coroutine carryInLoop(Board& board, TaskId id) {
  TaskResult& result = board.job.results[id];
  try {
    co_await carrySteps(board, id, result);
    result.outcome = Outcome::Done;
  } catch (...) {
    keepFailure(result, board.job.cancel);
  }
  Worker& worker = board.loop.worker();
  worker.events().push(EventKind::TaskFinished, id, static_cast<std::uint8_t>(result.outcome), 0, worker.items());
  result.announced = true;
  board.job.task_done();
}

}  // namespace

void runEventLoop(Job& job) {
  Worker worker = job.makeWorker(0);
  worker.announceStart();
  job.announceSubmitted(worker.events());
  EventLoop loop(worker);
  Board board{job, loop};
  std::vector<Coroutine> coroutines;
  coroutines.reserve(job.tasks.size());
  for (TaskId task = 0; task < job.tasks.size(); ++task) {
    coroutines.push_back(carryInLoop(board, task));
    loop.start(task, coroutines.back());
  }
  loop.run();
  worker.announceExit();
}

}  // namespace threadmart
