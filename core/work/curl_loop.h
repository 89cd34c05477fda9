// libcurl without a thread of its own: for a single-threaded event loop that awaits web pages beside everything else.
//
// A program that fetches https ignores SIGPIPE: libcurl's TLS may write to a connection that the other side has closed.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <string>

#include "core/work/http.h"

namespace threadmart {

struct CurlOptions {
  std::string ca_file;               // whom to trust; empty: whom this machine trusts
  long connect_timeout_ms = 10'000;  // name, connection and TLS together
};

// All in one thread. Plain http on loopback goes too, though LoopbackExchange is faster.
class CurlLoop {
 public:
  // Either the answer, or why there is none (HttpError, LimitError). May start further requests; must not throw.
  using Done = std::function<void(HttpResponse, std::exception_ptr)>;

  explicit CurlLoop(CurlOptions options = {});  // throws LimitError
  ~CurlLoop();  // drops what is under way: its Done is not called. Waits for a name that is just being looked up
  CurlLoop(const CurlLoop&) = delete;
  CurlLoop& operator=(const CurlLoop&) = delete;

  int descriptor() const;  // readable whenever process() has something to do, time-outs included
  void start(const HttpRequest& request, Done done);  // throws HttpError for other URLs than http and https
  void process();                                     // never blocks; calls Done of what has finished
  std::size_t underWay() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace threadmart
