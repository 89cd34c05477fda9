#include "core/executors/steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <exception>

#include "core/work/limits.h"
#include "core/work/power.h"
#include "core/work/scan.h"
#include "core/work/upload.h"

namespace threadmart {
namespace {

std::string bigEndian(std::uint64_t value) {
  std::string bytes(8, '\0');
  for (int i = 7; i >= 0; --i, value >>= 8) bytes[static_cast<std::size_t>(i)] = static_cast<char>(value & 0xFF);
  return bytes;
}

std::string withDelay(std::string url, double delay_ms, double pace) {
  std::array<char, 40> delay{};
  std::snprintf(delay.data(), delay.size(), "delay_ms=%.3f", delay_ms * pace);
  url += url.find('?') == std::string::npos ? '?' : '&';
  return url + delay.data();
}

bool isOnOurServer(const FetchStep& step) {
  return step.url.starts_with('/');
}

std::uint64_t scanItem(Worker& worker, std::uint64_t chain, std::uint64_t chunks) {
  for (std::uint64_t i = 0; i < chunks; ++i) {
    worker.lookUp();
    chain = scanChunk(chain, kChunkIterations);
  }
  return chain;
}

// In C, without the scanner: nobody looks up until the item is done.
std::uint64_t scanItemInC(Worker& worker, std::uint64_t chain, std::uint64_t chunks) {
  worker.lookUp();
  return worker.withoutGil([&] {
    for (std::uint64_t i = 0; i < chunks; ++i) chain = scanChunk(chain, kChunkIterations);
    return chain;
  });
}

// What a visitor needs to carry out each kind of step.
struct Carrier {
  Worker& worker;
  Services& services;
  TaskResult& result;
  std::size_t index = 0;  // of the step in its task

  void operator()(const ScanStep& step) const { scan(worker, step, services.pace, result); }
  void operator()(const PowerStep& step) const { power(worker, step, result); }
  void operator()(const CountStep& step) const { count(worker, step, services.counter, result); }
  void operator()(const SleepStep& step) const {
    const Nanos duration = pacedNanos(step.ms, services.pace);
    const bool slept = worker.away(duration, [&] { return worker.cancel().sleep(duration); });
    if (!slept) throw Cancelled{};
  }
  void operator()(const FetchStep& step) const {
    const HttpRequest request = fetchRequest(step, services);
    exchange(request, fetchDelay(step, services));
  }
  void operator()(const UploadStep& step) const {
    const UploadedFile file = uploadedFile(worker.task(), index, step);
    const std::string body = uploadContent(file.name, step.bytes);
    const HttpRequest request = uploadRequest(file, step, body, services);
    exchange(request, pacedNanos(step.delay_ms, services.pace));
    result.uploads.push_back(file);
  }
  void operator()(const SendStep& step) const {
    const std::uint64_t got = worker.away(0, [&] { return services.courier.exchange(worker, step.bytes); });
    result.values.push_back(bigEndian(got));
  }

 private:
  void exchange(const HttpRequest& request, Nanos delay) const {
    keepPage(request, worker.away(delay, [&] { return services.http.exchange(request, worker.cancel()); }), result);
  }
};

void carrySteps(const Task& task, Carrier carrier) {
  for (; carrier.index < task.steps.size(); ++carrier.index) {
    carrier.worker.lookUp();
    std::visit(carrier, task.steps[carrier.index]);
  }
}

}  // namespace

Nanos pacedNanos(double ms, double pace) {
  return static_cast<Nanos>(std::llround(ms * pace * 1e6));
}

std::uint64_t PointerCourier::exchange(Worker& worker, std::uint64_t bytes) {
  const std::uint32_t parcel = parcels_.fetch_add(1, std::memory_order_relaxed);
  const auto tell = [&](EventKind kind, ParcelLeg leg) {
    worker.events().push(kind, worker.task(), static_cast<std::uint8_t>(leg), bytes, parcel);
  };
  tell(EventKind::ParcelSent, ParcelLeg::TaskOut);
  const std::string_view handed = std::string_view(goods_).substr(0, bytes);  // the whole of it: a pointer and a length
  tell(EventKind::ParcelReceived, ParcelLeg::TaskOut);
  tell(EventKind::ParcelSent, ParcelLeg::ResultBack);
  const std::uint64_t returned = handed.size();
  tell(EventKind::ParcelReceived, ParcelLeg::ResultBack);
  return returned;
}

void scan(Worker& worker, const ScanStep& step, double pace, TaskResult& result) {
  const auto chunks = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::llround(kChunksPerItem * pace)));
  std::uint64_t chain = worker.task();
  for (std::uint32_t item = 0; item < step.items; ++item) {
    chain = step.releases_gil ? scanItemInC(worker, chain, chunks) : scanItem(worker, chain, chunks);
    worker.itemScanned();
  }
  result.values.push_back(bigEndian(chain));
}

void power(Worker& worker, const PowerStep& step, TaskResult& result) {
  for (std::uint64_t n = step.from; n <= step.to; ++n) {
    worker.lookUp();
    result.values.push_back(powerBytes(static_cast<std::uint32_t>(n)));
  }
}

// Read, add, write: with a GIL each of the three is a moment at which the bell may ring, as between bytecodes.
void count(Worker& worker, const CountStep& step, SharedCounter& counter, TaskResult& result) {
  const std::uint64_t report_every = std::max<std::uint64_t>(1, step.times / 64);
  for (std::uint64_t i = 1; i <= step.times; ++i) {
    std::unique_lock<std::mutex> held;
    if (step.locked) held = worker.lock(counter.mutex);
    worker.lookUp();
    const std::uint64_t read = counter.value.load(std::memory_order_relaxed);
    worker.lookUp();
    const std::uint64_t sum = read + 1;
    worker.lookUp();
    counter.value.store(sum, std::memory_order_relaxed);
    ++result.counted;
    if (i % report_every == 0) {
      worker.events().push(EventKind::CounterWritten, worker.task(), 0, sum,
                           static_cast<std::uint32_t>(result.counted));
    }
  }
}

Nanos fetchDelay(const FetchStep& step, const Services& services) {
  return isOnOurServer(step) ? pacedNanos(step.delay_ms, services.pace) : 0;
}

HttpRequest fetchRequest(const FetchStep& step, const Services& services) {
  if (!isOnOurServer(step)) return {"GET", step.url, {}, true};  // another host: the run had permission
  return {"GET", withDelay(services.server_url + step.url, step.delay_ms, services.pace), {}};
}

UploadedFile uploadedFile(TaskId task, std::size_t step, const UploadStep& upload) {
  return {"task-" + std::to_string(task + 1) + "-" + std::to_string(step + 1), upload.bytes};
}

HttpRequest uploadRequest(const UploadedFile& file, const UploadStep& step, std::string_view body,
                          const Services& services) {
  return {"PUT", withDelay(services.server_url + "/upload/" + file.name, step.delay_ms, services.pace), body};
}

void keepPage(const HttpRequest& request, HttpResponse response, TaskResult& result) {
  if (response.status < 200 || response.status > 299) {
    throw HttpError(request.method + " " + request.url + ": the server answered " + std::to_string(response.status));
  }
  if (request.method == "GET") result.values.push_back(std::move(response.body));
}

void keepFailure(TaskResult& result, const CancelToken& cancel) {
  result.outcome = Outcome::Failed;
  try {
    throw;
  } catch (const Cancelled&) {
    result.outcome = Outcome::Cancelled;
  } catch (const LimitError& error) {
    result.error = error.what();
    result.ran_into_limit = true;
  } catch (const std::exception& error) {
    if (cancel.cancelled()) result.outcome = Outcome::Cancelled;  // whatever was under way broke off because of it
    result.error = error.what();
  }
}

TaskResult carryTask(Worker& worker, TaskId id, const Task& task, Services& services) {
  TaskResult result;
  worker.beginTask(id);
  try {
    carrySteps(task, Carrier{worker, services, result});
    result.outcome = Outcome::Done;
  } catch (...) {
    keepFailure(result, worker.cancel());
  }
  worker.endTask(result.outcome);
  result.announced = true;
  return result;
}

}  // namespace threadmart
