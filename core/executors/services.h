// What a task's steps use of the world around them. Everything is shared by the workers of one process, and by nobody
// else.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>

#include "core/executors/worker.h"
#include "core/work/http.h"

namespace threadmart {

// The stock sheet. Reading, adding and writing are separate on purpose: that is what `x += 1` is.
struct SharedCounter {
  std::atomic<std::uint64_t> value{0};
  std::mutex mutex;
};

// Hands bytes to the worker and takes them back: how depends on whether a wall stands between the submitter and the
// worker.
class Courier {
 public:
  virtual ~Courier() = default;
  // In the worker's thread, which has announced that it is away. Returns what the worker was given.
  virtual std::uint64_t exchange(Worker& worker, std::uint64_t bytes) = 0;
};

// Within one process a pointer is all there is to hand over.
class PointerCourier : public Courier {
 public:
  explicit PointerCourier(const std::string& goods) : goods_(goods) {}
  std::uint64_t exchange(Worker& worker, std::uint64_t bytes) override;

 private:
  const std::string& goods_;  // of at least as many bytes as any step asks for
  std::atomic<std::uint32_t> parcels_{0};
};

struct Services {
  const HttpClient& http;
  SharedCounter& counter;
  Courier& courier;
  std::string server_url;  // of the built-in server, without a slash at the end
  double pace = 1.0;
};

}  // namespace threadmart
