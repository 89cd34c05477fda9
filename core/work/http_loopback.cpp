#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include "core/work/http.h"

namespace threadmart {
namespace {

std::string placeOf(const Url& url) {
  return url.host + ":" + std::to_string(url.port);
}

HttpError failed(const std::string& place, int error) {
  std::string text = place + ": " + std::strerror(error);
  if (error == ECONNREFUSED) text += "; is the server running, and on this port?";
  return HttpError(text);
}

struct Address {
  sockaddr_storage storage{};
  socklen_t size = 0;
};

Address addressOf(const Url& url) {
  Address address;
  if (url.host == "::1") {
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_addr = in6addr_loopback;
    v6.sin6_port = htons(url.port);
    std::memcpy(&address.storage, &v6, address.size = sizeof v6);
    return address;
  }
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  v4.sin_port = htons(url.port);
  const std::string numbers = url.host == "localhost" ? "127.0.0.1" : url.host;
  if (inet_pton(AF_INET, numbers.c_str(), &v4.sin_addr) != 1)
    throw HttpError(placeOf(url) + ": not an address on loopback");
  std::memcpy(&address.storage, &v4, address.size = sizeof v4);
  return address;
}

// Blocks until the exchange can go on. A cancel wakes it.
void waitFor(const LoopbackExchange& exchange, const CancelToken& cancel) {
  const short events = exchange.sending() ? POLLIN | POLLOUT : POLLIN;
  std::array<pollfd, 2> fds{pollfd{exchange.descriptor(), events, 0}, pollfd{cancel.descriptor(), POLLIN, 0}};
  poll(fds.data(), fds.size(), -1);
}

}  // namespace

Descriptor startConnection(const Url& url) {
  const Address address = addressOf(url);
  const std::string doing = "cannot connect to " + placeOf(url);
  Descriptor connection(socket(address.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!connection.valid() && isLimit(errno)) throw limitError(errno, doing);
  if (!connection.valid()) throw failed(placeOf(url), errno);
  const int on = 1;
  setsockopt(connection.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  const int result = connect(connection.get(), reinterpret_cast<const sockaddr*>(&address.storage), address.size);
  if (result != 0 && errno != EINPROGRESS) {
    if (errno == EADDRNOTAVAIL || errno == EAGAIN) throw limitError(EADDRNOTAVAIL, doing);
    throw failed(placeOf(url), errno);
  }
  return connection;
}

LoopbackExchange::LoopbackExchange(const HttpRequest& request) : url_(request.url), body_(request.body) {
  const std::optional<Url> url = parseUrl(request.url);
  if (!url) throw HttpError(request.url + ": not a URL with http:// or https://");
  if (!LoopbackClient::serves(*url))
    throw HttpError(request.url + ": this worker reaches only http:// on this machine");
  head_ = requestHead(request, *url);
  socket_ = startConnection(*url);
}

bool LoopbackExchange::advance() {
  if (sending()) send();
  return receive();
}

void LoopbackExchange::send() {
  while (sending()) {
    std::array<iovec, 2> parts{};
    msghdr message{};
    message.msg_iov = parts.data();
    if (sent_ < head_.size()) parts[message.msg_iovlen++] = {head_.data() + sent_, head_.size() - sent_};
    const std::size_t body_sent = sent_ < head_.size() ? 0 : sent_ - head_.size();
    if (body_sent < body_.size()) {
      parts[message.msg_iovlen++] = {const_cast<char*>(body_.data()) + body_sent, body_.size() - body_sent};
    }
    const ssize_t size = sendmsg(socket_.get(), &message, MSG_NOSIGNAL);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0 && errno == EAGAIN) return;
    if (size < 0 && (errno == EPIPE || errno == ECONNRESET)) {  // it answers before it has heard everything: read why
      body_ = {}, sent_ = head_.size();
      return;
    }
    if (size < 0) throw failed(url_, errno);
    sent_ += static_cast<std::size_t>(size);
  }
}

bool LoopbackExchange::receive() try {
  std::array<char, 16 << 10> data;
  for (;;) {
    const ssize_t size = recv(socket_.get(), data.data(), data.size(), 0);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0 && errno == EAGAIN) return false;
    if (size < 0) throw HttpError(std::string(std::strerror(errno)));
    if (size > 0 && parser_.feed({data.data(), static_cast<std::size_t>(size)})) return true;
    if (size > 0) continue;
    if (parser_.finish()) return true;
    throw HttpError("the server closed the connection before its answer was complete");
  }
} catch (const HttpError& error) {
  throw HttpError(url_ + ": " + error.what());
}

HttpResponse LoopbackClient::exchange(const HttpRequest& request, const CancelToken& cancel) const {
  LoopbackExchange exchange(request);
  while (!cancel.cancelled()) {
    if (exchange.advance()) return std::move(exchange.response());
    waitFor(exchange, cancel);
  }
  throw HttpError(request.url + ": cancelled");
}

}  // namespace threadmart
