// A stream of messages over one end of a socketpair: the only way between a worker process and its parent.
//
// What they say: the worker says Hello and is idle; the parent sends a Task; the worker may ask for goods (Ask → Goods
// → GoodsBack) and answers with a Result, and is idle again. The parent closing its end means: go home.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/work/descriptor.h"

namespace threadmart {

enum class MessageKind : std::uint8_t { Hello, Task, Result, Ask, Goods, GoodsBack };

struct Message {
  MessageKind kind = MessageKind::Hello;
  std::uint32_t task = 0;    // which task it is about
  std::uint32_t parcel = 0;  // number of the parcel, the same in the recording
  std::string bytes;
};

class Channel {
 public:
  Channel() = default;
  explicit Channel(Descriptor socket) : socket_(std::move(socket)) {}

  int descriptor() const { return socket_.get(); }
  bool open() const { return socket_.valid(); }
  void close() { socket_.reset(); }

  // Blocks until all of it is written. False if the other side is gone, or `stop_descriptor` (if given) became
  // readable.
  bool send(MessageKind kind, std::uint32_t task, std::uint32_t parcel, std::string_view bytes,
            int stop_descriptor = -1);

  // Blocks until a whole message is there; empty if the other side is gone.
  std::optional<Message> receive();

  // For who watches many channels: reads what is there without waiting. Call when the descriptor is readable.
  enum class Progress { Partial, Complete, Gone };
  Progress readSome();
  Message take();  // after Complete

 private:
  struct Head {
    std::uint64_t bytes = 0;
    std::uint32_t task = 0, parcel = 0;
    std::uint32_t kind = 0;
    std::uint32_t unused = 0;
  };
  Progress readInto(int flags);

  Descriptor socket_;
  Head head_;
  std::size_t head_read_ = 0;
  std::string body_;
  std::size_t body_read_ = 0;
};

}  // namespace threadmart
