// The server's front door: the socket that listens on 127.0.0.1, and what happens when no descriptor is left for who
// stands there.
#pragma once

#include <atomic>
#include <cstdint>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <memory>

#include "core/events/event.h"
#include "core/work/descriptor.h"

namespace threadmart {

struct EventDeleter {
  void operator()(event* e) const { event_free(e); }
};
using EventPtr = std::unique_ptr<event, EventDeleter>;

// Lives in the server's thread, save for port() and failures().
class Listener {
 public:
  // Takes over how `http` makes its connections. Both outlive it; freeing `http` closes the socket. Throws LimitError,
  // HttpError.
  Listener(event_base* base, evhttp* http);

  std::uint16_t port() const { return port_; }
  std::uint64_t failures() const { return failures_.load(); }

 private:
  static bufferevent* onAccepted(event_base* base, void* self);
  static void onError(evconnlistener* door, void*);
  static void onRetry(evutil_socket_t, short, void* self);
  static Listener* of(evconnlistener* door);
  void pause();
  void retry();
  void refuseWaiting();

  evconnlistener* door_ = nullptr;  // owned by the evhttp
  std::uint16_t port_ = 0;
  std::atomic<std::uint64_t> failures_{0};
  EventPtr retry_;           // always pending, mostly for a time that never comes: see of()
  Descriptor spare_;         // given up for a moment, to be able to refuse somebody
  Nanos failing_since_ = 0;  // monotonic; 0: all is well
};

}  // namespace threadmart
