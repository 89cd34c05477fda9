#include "core/work/server.h"

#include <atomic>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <event2/buffer.h>
#include <event2/keyvalq_struct.h>
#include <mutex>
#include <optional>
#include <pthread.h>
#include <signal.h>
#include <string_view>
#include <sys/eventfd.h>
#include <thread>
#include <unordered_map>

#include "core/work/digest.h"
#include "core/work/http.h"
#include "core/work/server_listener.h"

namespace threadmart {
namespace {

constexpr std::int64_t kLargestUpload = 1 << 30;
constexpr std::int64_t kLargestHead = 64 << 10;
constexpr double kLongestDelayMs = 24 * 3600 * 1000.0;
constexpr int kPatience = 2 * 24 * 3600;  // seconds without traffic until libevent hangs up: longer than any delay

struct BaseDeleter {
  void operator()(event_base* base) const { event_base_free(base); }
};
struct HttpDeleter {
  void operator()(evhttp* http) const { evhttp_free(http); }
};
struct FreeDeleter {
  void operator()(char* text) const { std::free(text); }
};

struct Answer {
  int status = 200;
  std::string body;
  double delay_ms = 0;
};

// From the query; nothing if it is not a time.
std::optional<double> delayOf(const evhttp_uri* uri) {
  const char* query = evhttp_uri_get_query(uri);
  constexpr std::string_view kName = "delay_ms=";
  std::string_view rest = query == nullptr ? "" : query;
  while (!rest.empty() && !rest.starts_with(kName)) {
    const std::size_t next = rest.find('&');
    rest = next == std::string_view::npos ? "" : rest.substr(next + 1);
  }
  if (rest.empty()) return 0;
  rest = rest.substr(kName.size(), rest.find('&') - kName.size());
  double delay = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), delay);
  const bool number = error == std::errc() && end == rest.data() + rest.size();
  if (!number || !(delay >= 0 && delay <= kLongestDelayMs)) return std::nullopt;
  return delay;
}

Answer page(const char* path) {
  const std::unique_ptr<char, FreeDeleter> text(evhttp_htmlescape(path));
  const std::string name = text ? text.get() : "";
  return {200, "<!doctype html>\n<title>" + name + "</title>\n<p>This is the page " + name +
                   " of Threadmart's own server.\n"};
}

StoredFile received(evbuffer* body) {
  Sha256 sha;
  const std::size_t bytes = evbuffer_get_length(body);
  evbuffer_ptr position{};
  evbuffer_ptr_set(body, &position, 0, EVBUFFER_PTR_SET);
  evbuffer_iovec piece{};
  for (std::size_t done = 0; done < bytes; done += piece.iov_len) {
    evbuffer_peek(body, -1, &position, &piece, 1);
    sha.add({static_cast<const char*>(piece.iov_base), piece.iov_len});
    evbuffer_ptr_set(body, &position, piece.iov_len, EVBUFFER_PTR_ADD);
  }
  evbuffer_drain(body, bytes);  // 5,000 answers may be waiting: keep no body
  return {bytes, sha.hex()};
}

const char* reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 400:
      return "Bad Request";
    default:
      return "Not Found";
  }
}

timeval timevalOf(double ms) {
  const auto micros = static_cast<std::int64_t>(std::ceil(ms * 1000));
  return {micros / 1'000'000, micros % 1'000'000};
}

}  // namespace

// Everything but the readers at the bottom runs in `thread_`, and before and after it.
struct Server::Impl {
  Impl();
  ~Impl();
  void serve();
  void request(evhttp_request* request);
  Answer answerTo(evhttp_request* request);
  void answerLater(evhttp_request* request, Answer answer);
  void send(evhttp_request* request, const Answer& answer);

  struct Waiting {
    Impl* server;
    evhttp_request* request;
    Answer answer;
    EventPtr timer;
  };
  static void onDelayOver(evutil_socket_t, short, void* waiting);

  Descriptor stop_;  // an eventfd: readable when the thread is to end
  std::unique_ptr<event_base, BaseDeleter> base_;
  std::unique_ptr<evhttp, HttpDeleter> http_;
  EventPtr stop_event_;
  std::optional<Listener> listener_;
  std::unordered_map<evhttp_request*, std::unique_ptr<Waiting>> waiting_;

  std::atomic<std::uint64_t> requests_{0};
  std::atomic<std::size_t> peak_{0};
  mutable std::mutex mutex_;
  std::map<std::string, StoredFile> files_;
  std::thread thread_;
};

namespace {

// With its exact clock: by default libevent's time lags by up to 4 ms, and delays would be over too early.
event_base* newBase() {
  event_config* config = event_config_new();
  event_config_set_flag(config, EVENT_BASE_FLAG_PRECISE_TIMER);
  event_config_set_flag(config, EVENT_BASE_FLAG_NOLOCK);
  event_base* base = event_base_new_with_config(config);
  event_config_free(config);
  return base;
}

}  // namespace

Server::Impl::Impl() : stop_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), base_(stop_.valid() ? newBase() : nullptr) {
  if (!base_) throw limitError(errno, "cannot start the built-in server");
  http_.reset(evhttp_new(base_.get()));
  evhttp_set_allowed_methods(http_.get(), EVHTTP_REQ_GET | EVHTTP_REQ_PUT);
  evhttp_set_max_headers_size(http_.get(), kLargestHead);
  evhttp_set_max_body_size(http_.get(), kLargestUpload);
  evhttp_set_timeout(http_.get(), kPatience);
  evhttp_set_gencb(
      http_.get(), [](evhttp_request* r, void* self) { static_cast<Impl*>(self)->request(r); }, this);
  stop_event_.reset(event_new(
      base_.get(), stop_.get(), EV_READ,
      [](evutil_socket_t, short, void* b) { event_base_loopbreak(static_cast<event_base*>(b)); }, base_.get()));
  event_add(stop_event_.get(), nullptr);
  listener_.emplace(base_.get(), http_.get());
  serve();
}

// Signals are for the program's other threads; and a client that hangs up must not raise SIGPIPE here.
void Server::Impl::serve() {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  try {
    thread_ = std::thread([this] { event_base_dispatch(base_.get()); });
  } catch (const std::system_error&) {
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    throw limitError(EAGAIN, "cannot start the built-in server's thread");
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Server::Impl::~Impl() {
  eventfd_write(stop_.get(), 1);
  thread_.join();
  for (const auto& [request, waiting] : waiting_) {  // whose client has left belongs to nobody else
    if (evhttp_request_get_connection(request) == nullptr) evhttp_request_free(request);
  }
  waiting_.clear();
  http_.reset();
}

void Server::Impl::request(evhttp_request* request) {
  ++requests_;
  Answer answer = answerTo(request);
  if (answer.delay_ms > 0) {
    answerLater(request, std::move(answer));
  } else {
    send(request, answer);
  }
}

Answer Server::Impl::answerTo(evhttp_request* request) {
  const evhttp_uri* uri = evhttp_request_get_evhttp_uri(request);
  const char* path = evhttp_uri_get_path(uri);
  const std::optional<double> delay = delayOf(uri);
  if (!delay) return {400, "delay_ms: expected milliseconds, from 0 to one day\n"};
  Answer answer{201, "stored\n"};
  if (evhttp_request_get_command(request) == EVHTTP_REQ_GET) {
    answer = page(path);
  } else {
    constexpr std::string_view kUpload = "/upload/";
    const std::string_view name = path;
    if (!name.starts_with(kUpload) || name.size() == kUpload.size()) return {404, "PUT: expected /upload/NAME\n"};
    const StoredFile file = received(evhttp_request_get_input_buffer(request));
    const std::lock_guard lock(mutex_);
    files_[std::string(name.substr(kUpload.size()))] = file;
  }
  answer.delay_ms = *delay;
  return answer;
}

void Server::Impl::answerLater(evhttp_request* request, Answer answer) {
  const timeval delay = timevalOf(answer.delay_ms);
  auto waiting = std::make_unique<Waiting>(Waiting{this, request, std::move(answer), nullptr});
  waiting->timer.reset(evtimer_new(base_.get(), onDelayOver, waiting.get()));
  event_base_update_cache_time(base_.get());  // counts from now, not from when the loop last woke
  evtimer_add(waiting->timer.get(), &delay);
  waiting_.emplace(request, std::move(waiting));
  peak_ = std::max(peak_.load(), waiting_.size());
}

void Server::Impl::onDelayOver(evutil_socket_t, short, void* argument) {
  const auto* over = static_cast<Waiting*>(argument);
  const auto node = over->server->waiting_.extract(over->request);
  node.mapped()->server->send(node.key(), node.mapped()->answer);
}

// Also if the client has left meanwhile: then libevent only forgets the request.
void Server::Impl::send(evhttp_request* request, const Answer& answer) {
  evbuffer* body = evbuffer_new();
  evbuffer_add(body, answer.body.data(), answer.body.size());
  const bool html = answer.status == 200;
  evhttp_add_header(evhttp_request_get_output_headers(request), "Content-Type", html ? "text/html" : "text/plain");
  evhttp_send_reply(request, answer.status, reason(answer.status), body);
  evbuffer_free(body);
}

Server::Server() : impl_(std::make_unique<Impl>()) {}
Server::~Server() = default;

std::uint16_t Server::port() const {
  return impl_->listener_->port();
}
std::string Server::baseUrl() const {
  return "http://127.0.0.1:" + std::to_string(port());
}

std::map<std::string, StoredFile> Server::files() const {
  const std::lock_guard lock(impl_->mutex_);
  return impl_->files_;
}

std::uint64_t Server::requests() const {
  return impl_->requests_;
}
std::size_t Server::peakConnections() const {
  return impl_->peak_;
}
std::uint64_t Server::acceptFailures() const {
  return impl_->listener_->failures();
}

}  // namespace threadmart
