#include "core/work/server_listener.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <event2/bufferevent.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <string>
#include <string_view>
#include <sys/socket.h>

#include "core/events/clock.h"
#include "core/work/http.h"
#include "core/work/limits.h"

namespace threadmart {
namespace {

// A full queue drops who knocks, and TCP knocks again only after a second. The kernel caps it at net.core.somaxconn,
// 4096 by default.
constexpr int kBacklog = 16'384;

constexpr timeval kRetryAfter{0, 20'000};
constexpr timeval kNever{1'000'000'000, 0};
constexpr Nanos kRefuseAfter = 1'000'000'000;

constexpr std::string_view kRefusal =
    "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain\r\nContent-Length: 64\r\nConnection: close\r\n\r\n"
    "The server has no descriptor left; raise 'ulimit -n'. Try again.";

[[noreturn]] void failToListen(int error) {
  const std::string doing = "cannot start the built-in server";
  if (isLimit(error)) throw limitError(error, doing);
  throw HttpError(doing + ": " + std::strerror(error));
}

Descriptor listenOnFreePort() {
  Descriptor door(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!door.valid()) failToListen(errno);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(door.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) failToListen(errno);
  if (listen(door.get(), kBacklog) != 0) failToListen(errno);
  return door;
}

std::uint16_t portOf(int door) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  getsockname(door, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.sin_port);
}

Descriptor spareDescriptor() {
  return Descriptor(open("/dev/null", O_RDONLY | O_CLOEXEC));
}

evconnlistener* bindDoor(event_base* base, evhttp* http, Descriptor door) {
  constexpr unsigned kFlags = LEV_OPT_CLOSE_ON_FREE | LEV_OPT_CLOSE_ON_EXEC;
  constexpr int kListensAlready = 0;
  evconnlistener* listener = evconnlistener_new(base, nullptr, nullptr, kFlags, kListensAlready, door.get());
  if (listener == nullptr) failToListen(ENOMEM);
  door.release();
  if (evhttp_bind_listener(http, listener) == nullptr) {
    evconnlistener_free(listener);
    failToListen(ENOMEM);
  }
  return listener;
}

// Reads a little first: closing a connection with unread data would reset it, and the refusal might be lost.
void refuse(const Descriptor& connection) {
  std::array<char, 4096> request;
  [[maybe_unused]] const ssize_t got = recv(connection.get(), request.data(), request.size(), 0);
  [[maybe_unused]] const ssize_t sent = send(connection.get(), kRefusal.data(), kRefusal.size(), MSG_NOSIGNAL);
}

}  // namespace

Listener::Listener(event_base* base, evhttp* http)
    : retry_(event_new(base, -1, 0, onRetry, this)), spare_(spareDescriptor()) {
  if (!spare_.valid()) failToListen(errno);
  event_add(retry_.get(), &kNever);
  evhttp_set_bevcb(http, onAccepted, this);
  Descriptor door = listenOnFreePort();
  port_ = portOf(door.get());
  door_ = bindDoor(base, http, std::move(door));
  evconnlistener_set_error_cb(door_, onError);
}

// evhttp asks for the buffers of each new connection: what it would make by itself, and a sign that all is well again.
bufferevent* Listener::onAccepted(event_base* base, void* self) {
  static_cast<Listener*>(self)->failing_since_ = 0;
  return bufferevent_socket_new(base, -1, 0);
}

// libevent reports an error with evhttp's own argument, so we look ourselves up among the loop's events. Rare, and
// never in a hurry.
Listener* Listener::of(evconnlistener* door) {
  const auto isOurs = [](const event_base*, const event* e, void* found) {
    if (event_get_callback(e) != onRetry) return 0;
    *static_cast<void**>(found) = event_get_callback_arg(e);
    return 1;
  };
  void* self = nullptr;
  event_base_foreach_event(evconnlistener_get_base(door), isOurs, &self);
  return static_cast<Listener*>(self);
}

void Listener::onError(evconnlistener* door, void*) {
  of(door)->pause();
}

void Listener::onRetry(evutil_socket_t, short, void* self) {
  static_cast<Listener*>(self)->retry();
}

// Who knocks stays in the kernel's queue, so an open door would be reported again and again, at once.
void Listener::pause() {
  ++failures_;
  if (failing_since_ == 0) failing_since_ = monotonicNow();
  evconnlistener_disable(door_);
  event_add(retry_.get(), &kRetryAfter);
}

// Descriptors come back when connections end. If none came for a while, clients may hold them all and wait for us, for
// ever.
void Listener::retry() {
  if (failing_since_ != 0 && monotonicNow() - failing_since_ > kRefuseAfter) refuseWaiting();
  event_add(retry_.get(), &kNever);
  evconnlistener_enable(door_);
}

void Listener::refuseWaiting() {
  spare_.reset();
  for (;;) {
    const Descriptor connection(accept4(evconnlistener_get_fd(door_), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!connection.valid()) break;
    refuse(connection);
  }
  spare_ = spareDescriptor();  // may fail: then the next round has none to give up, and the one after that may
}

}  // namespace threadmart
