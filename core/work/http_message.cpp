#include <algorithm>
#include <cctype>
#include <charconv>

#include "core/work/http.h"

namespace threadmart {
namespace {

constexpr std::size_t kLongestLine = 64 << 10;

[[noreturn]] void fail(const std::string& what) {
  throw HttpError("the answer is not HTTP: " + what);
}

bool equalIgnoringCase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
  });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::uint64_t number(std::string_view text, int base, const char* what) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size())
    fail(std::string(what) + " '" + std::string(text) + "'");
  if (value > kLargestResponse) throw HttpError("the answer is larger than 64 MiB");
  return value;
}

}  // namespace

std::string requestHead(const HttpRequest& request, const Url& url) {
  const bool numeric_v6 = url.host.find(':') != std::string::npos;
  const bool default_port = url.port == (url.scheme == "https" ? 443 : 80);
  std::string head = request.method + " " + url.path + " HTTP/1.1\r\n";
  head += "Host: " + (numeric_v6 ? "[" + url.host + "]" : url.host);
  if (!default_port) head += ":" + std::to_string(url.port);
  head += "\r\nUser-Agent: Threadmart\r\nAccept: */*\r\nConnection: close\r\n";
  if (request.method == "PUT") {
    head += "Content-Type: application/octet-stream\r\nContent-Length: " + std::to_string(request.body.size()) + "\r\n";
  }
  return head + "\r\n";
}

bool ResponseParser::feed(std::string_view data) {
  if (stage_ == Stage::Done) return true;
  buffer_.append(data);
  while (stage_ != Stage::Done && advance()) {
  }
  buffer_.erase(0, start_);
  start_ = 0;
  return stage_ == Stage::Done;
}

bool ResponseParser::finish() {
  if (stage_ == Stage::UntilClose) stage_ = Stage::Done;
  return stage_ == Stage::Done;
}

// One move; false if it takes more data.
bool ResponseParser::advance() {
  switch (stage_) {
    case Stage::Head:
      return advanceHead();
    case Stage::Length:
      return takeBody(Stage::Done);
    case Stage::UntilClose:
      left_ = kLargestResponse;
      return takeBody(Stage::UntilClose);
    case Stage::ChunkSize:
      return advanceChunkSize();
    case Stage::ChunkData:
      return takeBody(Stage::ChunkEnd);
    case Stage::ChunkEnd: {
      const auto line = takeLine();
      if (line && !line->empty()) fail("a chunk is longer than it says");
      if (line) stage_ = Stage::ChunkSize;
      return line.has_value();
    }
    case Stage::Trailers: {
      const auto line = takeLine();
      if (line && line->empty()) stage_ = Stage::Done;
      return line.has_value();
    }
    case Stage::Done:
      break;
  }
  return false;
}

bool ResponseParser::advanceHead() {
  const auto line = takeLine();
  if (!line) return false;
  if (!status_known_) {
    readStatus(*line);
  } else if (!line->empty()) {
    readHeader(*line);
  } else if (response_.status < 200) {  // 100 Continue and the like: the answer proper follows
    status_known_ = chunked_ = false;
    length_.reset();
  } else {
    left_ = length_.value_or(0);
    stage_ = bodyStage();
  }
  return true;
}

ResponseParser::Stage ResponseParser::bodyStage() const {
  if (response_.status == 204 || response_.status == 304) return Stage::Done;
  if (chunked_) return Stage::ChunkSize;
  if (!length_) return Stage::UntilClose;
  return *length_ == 0 ? Stage::Done : Stage::Length;
}

bool ResponseParser::advanceChunkSize() {
  const auto line = takeLine();
  if (!line) return false;
  left_ = number(trimmed(line->substr(0, line->find(';'))), 16, "chunk size");
  stage_ = left_ == 0 ? Stage::Trailers : Stage::ChunkData;
  return true;
}

bool ResponseParser::takeBody(Stage next) {
  const std::size_t size = std::min<std::uint64_t>(left_, buffer_.size() - start_);
  if (response_.body.size() + size > kLargestResponse) throw HttpError("the answer is larger than 64 MiB");
  response_.body.append(buffer_, start_, size);
  start_ += size;
  left_ -= size;
  if (left_ == 0) stage_ = next;
  return size > 0;
}

// The next line without its end; a lone \n ends it too. The view holds until the next feed().
std::optional<std::string_view> ResponseParser::takeLine() {
  const std::size_t end = buffer_.find('\n', start_);
  const std::size_t size = std::min(end, buffer_.size()) - start_;
  if (size > kLongestLine) fail("a line of more than 64 KiB");
  if (end == std::string::npos) return std::nullopt;
  std::string_view line = std::string_view(buffer_).substr(start_, size);
  if (line.ends_with('\r')) line.remove_suffix(1);
  start_ = end + 1;
  return line;
}

void ResponseParser::readStatus(std::string_view line) {
  if (!line.starts_with("HTTP/1.") || line.size() < 12 || line[8] != ' ') {
    fail("it begins with '" + std::string(line.substr(0, 40)) + "'");
  }
  response_.status = static_cast<int>(number(line.substr(9, 3), 10, "status"));
  if (response_.status < 100) fail("status " + std::to_string(response_.status));
  status_known_ = true;
}

void ResponseParser::readHeader(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) fail("a header without colon, '" + std::string(line.substr(0, 40)) + "'");
  const std::string_view name = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
  if (equalIgnoringCase(name, "Transfer-Encoding")) {
    if (!equalIgnoringCase(value, "chunked")) fail("transfer encoding '" + std::string(value) + "' was not asked for");
    chunked_ = true;
  } else if (equalIgnoringCase(name, "Content-Length")) {
    const std::uint64_t length = number(value, 10, "length");
    if (length_ && *length_ != length) fail("two different lengths");
    length_ = length;
  }
}

}  // namespace threadmart
