// HTTP for the steps `fetch` and `upload`: a minimal HTTP/1.1 client for plain http on loopback (a worker that loads
// libcurl starts too slowly: docs/decisions/http-client.md). Everything else is libcurl's: curl_client.h.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/work/cancel.h"
#include "core/work/descriptor.h"
#include "core/work/limits.h"

namespace threadmart {

// One line: which URL, what went wrong, what to do.
class HttpError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Url {
  std::string scheme, host, path;  // in lower case, without brackets; path with its query, at least "/", without '#…'
  std::uint16_t port = 0;
  bool isLoopback() const;  // 127.0.0.0/8, ::1, localhost
};
std::optional<Url> parseUrl(std::string_view text);  // absolute, http and https only

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::string_view body = {};  // for PUT; must outlive the request
  bool follow_redirects =
      false;  // of a GET, at most 10. They may lead anywhere: only with permission to leave loopback
};

struct HttpResponse {
  int status = 0;
  std::string body;
};
inline constexpr std::uint64_t kLargestResponse = 64 << 20;  // a longer body is an HttpError

// Whoever can carry out a request. Blocks the calling thread; many threads may call at once. `cancel` interrupts it at
// any point (HttpError 'cancelled'). Throws HttpError and LimitError; an answer with status 404 is an answer, not an
// error.
class HttpClient {
 public:
  virtual ~HttpClient() = default;
  virtual HttpResponse exchange(const HttpRequest& request, const CancelToken& cancel) const = 0;
};

// Plain http on loopback, without any library; HttpError for all other URLs. Follows no redirects.
class LoopbackClient final : public HttpClient {
 public:
  static bool serves(const Url& url) { return url.scheme == "http" && url.isLoopback(); }
  HttpResponse exchange(const HttpRequest& request, const CancelToken& cancel) const override;
};

// ---- The parts of LoopbackClient, for who waits differently: an event loop.

// The request up to its body. The server is asked to close the connection afterwards.
std::string requestHead(const HttpRequest& request, const Url& url);

// Fed whatever arrives, in pieces of any size. Knows nothing of sockets.
class ResponseParser {
 public:
  // True when the response is complete; what comes after it is ignored. Throws HttpError on what is not HTTP.
  bool feed(std::string_view data);
  bool finish();  // the peer closed; true if the response is complete now
  HttpResponse& response() { return response_; }

 private:
  enum class Stage { Head, Length, UntilClose, ChunkSize, ChunkData, ChunkEnd, Trailers, Done };

  bool advance();
  bool advanceHead();
  bool advanceChunkSize();
  bool takeBody(Stage next);
  std::optional<std::string_view> takeLine();
  void readStatus(std::string_view line);
  void readHeader(std::string_view line);
  Stage bodyStage() const;

  HttpResponse response_;
  std::string buffer_;     // arrived and not yet understood,
  std::size_t start_ = 0;  // from here on
  Stage stage_ = Stage::Head;
  bool status_known_ = false, chunked_ = false;
  std::optional<std::uint64_t> length_;
  std::uint64_t left_ = 0;  // of the body or the chunk
};

// One request on its own non-blocking connection.
//   while (!exchange.advance()) wait until descriptor() is readable, or writable while sending()
class LoopbackExchange {
 public:
  explicit LoopbackExchange(const HttpRequest& request);  // connects; throws HttpError, LimitError

  int descriptor() const { return socket_.get(); }
  bool sending() const { return sent_ < head_.size() + body_.size(); }
  bool advance();  // sends and receives what goes without waiting; true when the response is there. Throws HttpError
  HttpResponse& response() { return parser_.response(); }

 private:
  void send();
  bool receive();

  std::string url_, head_;
  std::string_view body_;
  std::size_t sent_ = 0;  // of head and body together
  Descriptor socket_;
  ResponseParser parser_;
};

// Starts a non-blocking connection to a loopback URL; the descriptor becomes writable when it stands.
Descriptor startConnection(const Url& url);

}  // namespace threadmart
