// A server that says the same to everybody, right or wrong, and hangs up.
#pragma once

#include <array>
#include <atomic>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>

#include "core/work/descriptor.h"

namespace threadmart {

class ScriptedServer {
 public:
  explicit ScriptedServer(std::string answer = {})
      : door_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), answer_(std::move(answer)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(door_.get(), reinterpret_cast<sockaddr*>(&address), size);
    listen(door_.get(), 16);
    getsockname(door_.get(), reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~ScriptedServer() {
    shutdown(door_.get(), SHUT_RDWR);
    thread_.join();
  }

  std::string baseUrl() const { return "http://127.0.0.1:" + std::to_string(port_); }
  int connections() const { return connections_; }

 private:
  void serve() {
    for (;;) {
      const Descriptor connection(accept4(door_.get(), nullptr, nullptr, SOCK_CLOEXEC));
      if (!connection.valid()) return;
      ++connections_;
      std::string request;
      std::array<char, 4096> data;
      while (request.find("\r\n\r\n") == std::string::npos) {
        const ssize_t got = recv(connection.get(), data.data(), data.size(), 0);
        if (got <= 0) break;
        request.append(data.data(), static_cast<std::size_t>(got));
      }
      send(connection.get(), answer_.data(), answer_.size(), MSG_NOSIGNAL);
    }
  }

  Descriptor door_;
  std::string answer_;
  std::uint16_t port_ = 0;
  std::atomic<int> connections_{0};
  std::thread thread_;
};

}  // namespace threadmart
