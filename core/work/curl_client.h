// The clients of programs that have libcurl.
#pragma once

#include "core/work/curl_loop.h"
#include "core/work/http.h"

namespace threadmart {

// Any http or https URL, by libcurl. A connection of its own for each request.
class CurlClient final : public HttpClient {
 public:
  explicit CurlClient(CurlOptions options = {}) : options_(std::move(options)) {}
  HttpResponse exchange(const HttpRequest& request, const CancelToken& cancel) const override;

 private:
  CurlOptions options_;
};

// Plain http on loopback by LoopbackClient, so that an executor costs the same in threads and in worker processes; the
// rest by libcurl.
class WebClient final : public HttpClient {
 public:
  HttpResponse exchange(const HttpRequest& request, const CancelToken& cancel) const override;

 private:
  LoopbackClient loopback_;
  CurlClient curl_;
};

}  // namespace threadmart
