// The server built into Threadmart: what `fetch` and `upload` talk to unless a scenario says otherwise. It listens on
// 127.0.0.1 only, answers each request after the delay that the request asks for, and keeps what was uploaded, so that
// a run can prove that every byte arrived.
//
//   GET  /any/path?delay_ms=D     a small page that follows from the path; 200 after D ms
//   PUT  /upload/NAME?delay_ms=D  stored under NAME; 201 after D ms
//
// D may have a fraction; 0 if it is left out. The delay counts from the moment the request has arrived.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace threadmart {

struct StoredFile {
  std::uint64_t bytes = 0;
  std::string sha256;  // lower-case hexadecimal

  friend bool operator==(const StoredFile&, const StoredFile&) = default;
};

// Any thread may ask it anything at any time.
class Server {
 public:
  // Starts its one thread on a free port. Throws LimitError, HttpError.
  Server();
  ~Server();  // closes every connection and joins the thread
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  std::string baseUrl() const;                      // 'http://127.0.0.1:PORT'
  std::map<std::string, StoredFile> files() const;  // what was uploaded, by name
  std::uint64_t requests() const;                   // that arrived completely
  std::size_t peakConnections() const;
  // How often a connection could not be accepted for want of descriptors. It is tried again for a second, then refused
  // with 503.
  std::uint64_t acceptFailures() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace threadmart
