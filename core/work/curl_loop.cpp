#include "core/work/curl_loop.h"

#include <array>
#include <cerrno>
#include <new>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unordered_map>

#include "core/work/curl_transfer.h"

namespace threadmart {
namespace {

// libcurl counts its users itself, from any thread.
struct CurlLibrary {
  CurlLibrary() {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw HttpError("libcurl does not start");
  }
  ~CurlLibrary() { curl_global_cleanup(); }
  CurlLibrary(const CurlLibrary&) = delete;
  CurlLibrary& operator=(const CurlLibrary&) = delete;
};

struct MultiDeleter {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

std::uint32_t epollEvents(int what) {
  switch (what) {
    case CURL_POLL_IN:
      return EPOLLIN;
    case CURL_POLL_OUT:
      return EPOLLOUT;
    default:
      return EPOLLIN | EPOLLOUT;
  }
}

int curlEvents(std::uint32_t events) {
  int what = 0;
  if (events & (EPOLLIN | EPOLLHUP)) what |= CURL_CSELECT_IN;
  if (events & EPOLLOUT) what |= CURL_CSELECT_OUT;
  if (events & EPOLLERR) what |= CURL_CSELECT_ERR;
  return what;
}

}  // namespace

// libcurl says which sockets it waits for, and until when: the sockets and a timer go into one epoll, whose own
// descriptor is readable when any of them is.
struct CurlLoop::Impl {
  explicit Impl(CurlOptions wanted);
  ~Impl();
  void watch(int descriptor, std::uint32_t events);
  void collect();
  static int onSocket(CURL*, curl_socket_t socket, int what, void* self, void* known);
  static int onTimer(CURLM*, long ms, void* self);

  CurlLibrary library_;
  CurlOptions options_;
  Descriptor epoll_, timer_;
  std::unordered_map<CURL*, std::unique_ptr<CurlTransfer>> transfers_;
  std::unique_ptr<CURLM, MultiDeleter> multi_;
};

CurlLoop::Impl::Impl(CurlOptions wanted)
    : options_(std::move(wanted)),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      timer_(epoll_.valid() ? timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK) : -1) {
  if (!timer_.valid()) throw limitError(errno, "cannot start libcurl");
  multi_.reset(curl_multi_init());
  if (!multi_) throw std::bad_alloc();
  watch(timer_.get(), EPOLLIN);
  curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETFUNCTION, &Impl::onSocket);
  curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETDATA, this);
  curl_multi_setopt(multi_.get(), CURLMOPT_TIMERFUNCTION, &Impl::onTimer);
  curl_multi_setopt(multi_.get(), CURLMOPT_TIMERDATA, this);
}

CurlLoop::Impl::~Impl() {
  for (const auto& [easy, transfer] : transfers_) curl_multi_remove_handle(multi_.get(), easy);
}

void CurlLoop::Impl::watch(int descriptor, std::uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.fd = descriptor;
  if (epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, descriptor, &event) != 0) {
    epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, descriptor, &event);
  }
}

int CurlLoop::Impl::onSocket(CURL*, curl_socket_t socket, int what, void* self, void*) {
  auto& loop = *static_cast<Impl*>(self);
  if (what == CURL_POLL_REMOVE) {
    epoll_ctl(loop.epoll_.get(), EPOLL_CTL_DEL, socket, nullptr);
  } else {
    loop.watch(socket, epollEvents(what));
  }
  return 0;
}

// A time of zero means 'at once', but would disarm the timer.
int CurlLoop::Impl::onTimer(CURLM*, long ms, void* self) {
  itimerspec at{};
  if (ms == 0) at.it_value.tv_nsec = 1;
  if (ms > 0) at.it_value = {ms / 1000, (ms % 1000) * 1'000'000};
  timerfd_settime(static_cast<Impl*>(self)->timer_.get(), 0, &at, nullptr);
  return 0;
}

// What has finished leaves libcurl first: its Done may start the next.
void CurlLoop::Impl::collect() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const CURLcode code = message->data.result;
    const auto node = transfers_.extract(message->easy_handle);
    curl_multi_remove_handle(multi_.get(), node.key());
    node.mapped()->finish(code);
  }
}

CurlLoop::CurlLoop(CurlOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
CurlLoop::~CurlLoop() = default;
int CurlLoop::descriptor() const {
  return impl_->epoll_.get();
}
std::size_t CurlLoop::underWay() const {
  return impl_->transfers_.size();
}

void CurlLoop::start(const HttpRequest& request, Done done) {
  auto transfer = std::make_unique<CurlTransfer>(request, impl_->options_, std::move(done));
  CURL* easy = transfer->easy();
  impl_->transfers_.emplace(easy, std::move(transfer));
  curl_multi_add_handle(impl_->multi_.get(), easy);
}

void CurlLoop::process() {
  std::array<epoll_event, 64> events;
  const int count = epoll_wait(impl_->epoll_.get(), events.data(), static_cast<int>(events.size()), 0);
  int running = 0;
  for (int i = 0; i < count; ++i) {
    const int descriptor = events[i].data.fd;
    if (descriptor == impl_->timer_.get()) {
      std::uint64_t expirations = 0;
      [[maybe_unused]] const ssize_t got = ::read(descriptor, &expirations, sizeof expirations);
      curl_multi_socket_action(impl_->multi_.get(), CURL_SOCKET_TIMEOUT, 0, &running);
    } else {
      curl_multi_socket_action(impl_->multi_.get(), descriptor, curlEvents(events[i].events), &running);
    }
  }
  impl_->collect();
}

}  // namespace threadmart
