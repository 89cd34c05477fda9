// gzip, in pieces: for trace files that end in .gz.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <zlib.h>

namespace threadmart {

class GzipWriter {
 public:
  using Sink = std::function<void(std::string_view)>;

  explicit GzipWriter(Sink sink);
  ~GzipWriter();
  GzipWriter(const GzipWriter&) = delete;
  GzipWriter& operator=(const GzipWriter&) = delete;

  void write(std::string_view data) { deflateAll(data, Z_NO_FLUSH); }
  void finish() { deflateAll({}, Z_FINISH); }

 private:
  void deflateAll(std::string_view data, int flush);

  Sink sink_;
  z_stream stream_{};
  std::string out_;
};

bool isGzip(std::string_view data);  // by its magic bytes
// Throws std::runtime_error that says what is wrong and where. `limit`: most bytes that may come out.
std::string gunzip(std::string_view data, std::size_t limit);

}  // namespace threadmart
