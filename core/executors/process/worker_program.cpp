#include "core/executors/process/worker_program.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

#include "core/events/ring_set.h"
#include "core/executors/process/channel.h"
#include "core/executors/process/pickle.h"
#include "core/executors/steps.h"

namespace threadmart {
namespace {

// Asks the parent for the goods and sends them back: a copy through the wall each way.
class ParcelCourier : public Courier {
 public:
  explicit ParcelCourier(Channel& channel) : channel_(channel) {}

  std::uint64_t exchange(Worker& worker, std::uint64_t bytes) override {
    const auto tell = [&](EventKind kind, ParcelLeg leg, std::uint32_t parcel) {
      worker.events().push(kind, worker.task(), static_cast<std::uint8_t>(leg), bytes, parcel);
    };
    const std::string wanted = std::to_string(bytes);
    if (!channel_.send(MessageKind::Ask, worker.task(), 0, wanted)) throw Cancelled{};
    const auto goods = channel_.receive();
    if (!goods) throw Cancelled{};
    tell(EventKind::ParcelReceived, ParcelLeg::TaskOut, goods->parcel);
    tell(EventKind::ParcelSent, ParcelLeg::ResultBack, goods->parcel);
    if (!channel_.send(MessageKind::GoodsBack, worker.task(), goods->parcel, goods->bytes)) throw Cancelled{};
    return goods->bytes.size();
  }

 private:
  Channel& channel_;
};

void serve(Channel& channel, Worker& worker, Services& services) {
  channel.send(MessageKind::Hello, 0, 0, {});
  while (const auto message = channel.receive()) {
    const Task task = unpickleTask(message->bytes);
    worker.events().push(EventKind::ParcelReceived, message->task, static_cast<std::uint8_t>(ParcelLeg::TaskOut),
                         message->bytes.size(), message->parcel);
    const TaskResult result = carryTask(worker, message->task, task, services);
    const std::string bytes = pickle(result);
    worker.events().push(EventKind::ParcelSent, message->task, static_cast<std::uint8_t>(ParcelLeg::ResultBack),
                         bytes.size(), message->parcel);
    if (!channel.send(MessageKind::Result, message->task, message->parcel, bytes)) return;
  }
}

void* mapMemory(std::size_t offset, std::size_t length) {
  void* memory = mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_SHARED, kWorkerMemory, static_cast<off_t>(offset));
  return memory == MAP_FAILED ? nullptr : memory;
}

}  // namespace

int workerMain(int argc, char** argv, const HttpClient& http) {
  if (argc != 4) {
    std::fputs("threadmart-worker: started by threadmart for its process executors, not by hand\n", stderr);
    return 2;
  }
  auto* page = static_cast<RunPage*>(mapMemory(0, RingSet::kPage));
  void* ring = mapMemory(std::strtoull(argv[2], nullptr, 10), std::strtoull(argv[3], nullptr, 10));
  if (page == nullptr || ring == nullptr) return 1;

  Channel channel{Descriptor(kWorkerSocket)};
  const CancelToken cancel(kWorkerSocket);  // the parent writes nothing while a task is carried: readable means leave
  const auto number = static_cast<WorkerId>(std::strtoul(argv[1], nullptr, 10));
  Worker worker(EventWriter(Ring::attach(ring), page->rings, number), cancel, {nullptr, page->read_run_delay != 0});
  SharedCounter counter;
  ParcelCourier courier(channel);
  Services services{http, counter, courier, "http://127.0.0.1:" + std::to_string(page->server_port), page->pace};
  worker.announceStart();
  serve(channel, worker, services);
  worker.announceExit();
  return 0;
}

}  // namespace threadmart
