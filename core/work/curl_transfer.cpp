#include "core/work/curl_transfer.h"

#include <cerrno>
#include <new>
#include <sys/socket.h>
#include <utility>

namespace threadmart {
namespace {

constexpr long kMaxRedirects = 10;
constexpr long kSilenceSeconds = 120;  // a server that says nothing for so long has gone

}  // namespace

template <typename Value>
void CurlTransfer::set(CURLoption option, Value value) {
  if (curl_easy_setopt(easy_.get(), option, value) != CURLE_OK) {
    throw HttpError(url_ + ": this libcurl lacks a setting that Threadmart needs; install libcurl 7.85 or later");
  }
}

CurlTransfer::CurlTransfer(const HttpRequest& request, const CurlOptions& options, CurlLoop::Done done)
    : url_(request.url), done_(std::move(done)), easy_(curl_easy_init()) {
  if (!parseUrl(url_)) throw HttpError(url_ + ": not a URL with http:// or https://");
  if (!easy_) throw std::bad_alloc();
  set(CURLOPT_URL, url_.c_str());
  set(CURLOPT_ERRORBUFFER, message_.data());
  set(CURLOPT_PRIVATE, this);
  set(CURLOPT_USERAGENT, "Threadmart");
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_WRITEFUNCTION, &CurlTransfer::onData);
  set(CURLOPT_WRITEDATA, this);
  set(CURLOPT_OPENSOCKETFUNCTION, &CurlTransfer::onSocket);
  set(CURLOPT_OPENSOCKETDATA, this);
  restrict(request, options);
  if (request.method == "PUT") sendBody(request.body);
}

// What the request may do, and how long it may take.
void CurlTransfer::restrict(const HttpRequest& request, const CurlOptions& options) {
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, request.follow_redirects && request.method == "GET" ? 1L : 0L);
  set(CURLOPT_MAXREDIRS, kMaxRedirects);
  set(CURLOPT_CONNECTTIMEOUT_MS, options.connect_timeout_ms);
  set(CURLOPT_LOW_SPEED_LIMIT, 1L);
  set(CURLOPT_LOW_SPEED_TIME, kSilenceSeconds);
  if (!options.ca_file.empty()) set(CURLOPT_CAINFO, options.ca_file.c_str());
  if (parseUrl(url_)->isLoopback() && !request.follow_redirects) set(CURLOPT_NOPROXY, "*");
}

// As the body of a POST that is called PUT: libcurl then reads it where it lies, as often as it must.
void CurlTransfer::sendBody(std::string_view body) {
  set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  set(CURLOPT_POSTFIELDS, body.empty() ? "" : body.data());
  set(CURLOPT_CUSTOMREQUEST, "PUT");
  headers_.reset(curl_slist_append(nullptr, "Content-Type: application/octet-stream"));
  curl_slist_append(headers_.get(), "Expect:");  // do not wait for '100 Continue'
  set(CURLOPT_HTTPHEADER, headers_.get());
}

std::size_t CurlTransfer::onData(char* data, std::size_t, std::size_t size, void* self) {
  auto& transfer = *static_cast<CurlTransfer*>(self);
  transfer.too_large_ = transfer.response_.body.size() + size > kLargestResponse;
  if (transfer.too_large_) return 0;
  transfer.response_.body.append(data, size);
  return size;
}

curl_socket_t CurlTransfer::onSocket(void* self, curlsocktype, curl_sockaddr* address) {
  const int socket = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  if (socket < 0) static_cast<CurlTransfer*>(self)->socket_error_ = errno;
  return socket < 0 ? CURL_SOCKET_BAD : socket;
}

void CurlTransfer::finish(CURLcode code) {
  if (code != CURLE_OK) return done_({}, failure(code));
  long status = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  response_.status = static_cast<int>(status);
  done_(std::move(response_), nullptr);
}

std::exception_ptr CurlTransfer::failure(CURLcode code) const {
  if (isLimit(socket_error_)) return std::make_exception_ptr(limitError(socket_error_, "cannot connect to " + url_));
  if (too_large_) return std::make_exception_ptr(HttpError(url_ + ": the answer is larger than 64 MiB"));
  std::string text = url_ + ": " + (message_[0] != '\0' ? message_.data() : curl_easy_strerror(code));
  if (code == CURLE_COULDNT_RESOLVE_HOST) text += "; check the name, and whether this machine has a network";
  if (code == CURLE_PEER_FAILED_VERIFICATION) text += "; the server's certificate is not trusted on this machine";
  return std::make_exception_ptr(HttpError(text));
}

}  // namespace threadmart
