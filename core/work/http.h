// HTTP for the steps `fetch` and `upload`: a minimal HTTP/1.1 client for plain http on loopback (a worker that loads libcurl
// starts too slowly: docs/decisions), libcurl for everything else.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/work/cancel.h"

namespace threadmart {

// One line: which URL, what went wrong, what to do.
class HttpError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Descriptors, ports or processes ran out: which limit, how many were needed, how to raise it.
class LimitError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Url {
  std::string scheme, host, path;  // path with its query, at least "/"
  std::uint16_t port = 0;
  bool isLoopback() const;  // 127.0.0.0/8, ::1, localhost
};
std::optional<Url> parseUrl(std::string_view text);  // http and https only

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::string_view body;  // for PUT; must outlive the request
};

struct HttpResponse {
  int status = 0;
  std::string body;
};

// ---- The minimal client, apart from any socket: what to send, and a parser that is fed whatever arrives.
std::string requestHead(const HttpRequest& request, const Url& url);

class ResponseParser {
 public:
  // Feeds `data`; true when the response is complete. Throws HttpError on what is not HTTP.
  bool feed(std::string_view data);
  bool finish();  // the peer closed; true if the response is complete now
  HttpResponse& response() { return response_; }

 private:
  bool parseHead();
  HttpResponse response_;
  std::string buffer_;
  bool head_done_ = false, chunked_ = false;
  std::optional<std::uint64_t> length_;
};

// Starts a non-blocking connection to a loopback URL; the descriptor becomes writable when it stands. Throws HttpError, LimitError.
int startConnection(const Url& url);

// Blocking, in the calling thread. `cancel` interrupts it (HttpError 'cancelled').
HttpResponse exchange(const HttpRequest& request, const CancelToken& cancel);

// What exchange() uses for URLs that are not plain http on loopback. Programs without libcurl do not install one.
using RemoteExchange = std::function<HttpResponse(const HttpRequest&, const CancelToken&)>;
HttpResponse exchangeLoopback(const HttpRequest& request, const Url& url, const CancelToken& cancel);

}  // namespace threadmart
