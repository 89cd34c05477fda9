#include "core/scenario/url.h"

#include <algorithm>
#include <cctype>

namespace threadmart {
namespace {

std::string lowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

bool isNumber(std::string_view text, unsigned most) {
  if (text.empty() || text.size() > 5) return false;
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value <= most;
}

bool printable(char c) {
  return c > ' ' && c < 0x7F && c != '\\';
}

// 'example.org:8080', '[::1]' → the host; empty if it is not one.
std::string hostOfAuthority(std::string_view authority) {
  std::size_t host_end = authority.find(':');
  if (authority.starts_with('[')) {
    host_end = authority.find(']');
    if (host_end == std::string_view::npos) return {};
    ++host_end;
  }
  const std::string_view host = authority.substr(0, host_end);
  if (host_end < authority.size()) {
    const std::string_view port = authority.substr(host_end);
    if (port.front() != ':' || !isNumber(port.substr(1), 65535)) return {};
  }
  const bool bracketed = host.starts_with('[');
  return lowerCase(bracketed ? host.substr(1, host.size() - 2) : host);
}

}  // namespace

UrlCheck checkUrl(std::string_view url) {
  if (url.empty()) return {"the URL is empty"};
  if (!std::all_of(url.begin(), url.end(), printable)) {
    return {"a URL has no blanks, backslashes or letters beyond ASCII; write them as %20 and so on"};
  }
  if (url.starts_with("//"))
    return {"a path on the built-in server begins with one '/', another server with http:// or https://"};
  if (url.starts_with('/')) return {"", true};
  const std::size_t scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) {
    return {"expected a path on the built-in server ('/page') or a URL with http:// or https://"};
  }
  const std::string scheme = lowerCase(url.substr(0, scheme_end));
  if (scheme != "http" && scheme != "https") return {"only http and https are allowed, not " + scheme};
  const std::string_view rest = url.substr(scheme_end + 3);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  if (authority.find('@') != std::string_view::npos) return {"a URL with a user name before the host is refused"};
  std::string host = hostOfAuthority(authority);
  if (host.empty()) return {"the URL names no host, or not a port from 0 to 65535"};
  return {"", false, std::move(host)};
}

bool isLoopbackHost(std::string_view host) {
  const std::string name = lowerCase(host);
  if (name == "localhost" || name == "::1") return true;
  if (!name.starts_with("127.")) return false;
  int numbers = 0;
  for (std::size_t start = 0; start <= name.size(); ++numbers) {
    const std::size_t dot = std::min(name.find('.', start), name.size());
    if (!isNumber(std::string_view(name).substr(start, dot - start), 255)) return false;
    start = dot + 1;
  }
  return numbers == 4;
}

}  // namespace threadmart
