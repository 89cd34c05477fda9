#include "core/executors/process/channel.h"

#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <utility>

namespace threadmart {
namespace {

// Waits until the socket takes more. False if told to stop.
bool waitWritable(int socket, int stop) {
  std::array<pollfd, 2> polled{{{socket, POLLOUT, 0}, {stop, POLLIN, 0}}};
  while (poll(polled.data(), stop < 0 ? 1 : 2, -1) < 0) {
    if (errno != EINTR) return false;
  }
  return stop < 0 || (polled[1].revents & POLLIN) == 0;
}

// One message with two parts as one write: the head and the bytes. True when all is out.
bool sendAll(int socket, std::string_view head, std::string_view body, int stop) {
  while (!head.empty() || !body.empty()) {
    std::array<iovec, 2> parts{
        {{const_cast<char*>(head.data()), head.size()}, {const_cast<char*>(body.data()), body.size()}}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    const ssize_t sent = sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0) {
      if (errno == EINTR) continue;
      if (errno != EAGAIN || !waitWritable(socket, stop)) return false;
      continue;
    }
    const auto of_head = std::min(head.size(), static_cast<std::size_t>(sent));
    head.remove_prefix(of_head);
    body.remove_prefix(static_cast<std::size_t>(sent) - of_head);
  }
  return true;
}

}  // namespace

bool Channel::send(MessageKind kind, std::uint32_t task, std::uint32_t parcel, std::string_view bytes,
                   int stop_descriptor) {
  const Head head{bytes.size(), task, parcel, static_cast<std::uint32_t>(kind), 0};
  return sendAll(descriptor(), {reinterpret_cast<const char*>(&head), sizeof head}, bytes, stop_descriptor);
}

Channel::Progress Channel::readInto(int flags) {
  for (;;) {
    const bool in_head = head_read_ < sizeof head_;
    char* to = in_head ? reinterpret_cast<char*>(&head_) + head_read_ : body_.data() + body_read_;
    const std::size_t wanted = in_head ? sizeof head_ - head_read_ : body_.size() - body_read_;
    if (wanted == 0) return Progress::Complete;
    const ssize_t got = recv(descriptor(), to, wanted, flags);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return Progress::Partial;
    if (got <= 0) return Progress::Gone;
    (in_head ? head_read_ : body_read_) += static_cast<std::size_t>(got);
    if (in_head && head_read_ == sizeof head_) body_.resize(head_.bytes);
  }
}

Channel::Progress Channel::readSome() {
  return readInto(MSG_DONTWAIT);
}

Message Channel::take() {
  Message message{static_cast<MessageKind>(head_.kind), head_.task, head_.parcel, std::move(body_)};
  body_.clear();
  head_read_ = body_read_ = 0;
  return message;
}

std::optional<Message> Channel::receive() {
  if (readInto(0) != Progress::Complete) return std::nullopt;
  return take();
}

}  // namespace threadmart
