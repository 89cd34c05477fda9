#include <charconv>

#include "core/scenario/url.h"
#include "core/work/http.h"

namespace threadmart {

bool Url::isLoopback() const {
  return isLoopbackHost(host);
}

// checkUrl() is the judge, here as in a scenario: what it let through only has to be taken apart.
std::optional<Url> parseUrl(std::string_view text) {
  const UrlCheck check = checkUrl(text);
  if (!check.problem.empty() || check.built_in) return std::nullopt;
  const std::size_t scheme_end = text.find("://");
  Url url;
  url.scheme = scheme_end == 5 ? "https" : "http";
  url.host = check.host;
  url.port = url.scheme == "https" ? 443 : 80;

  const std::string_view rest = text.substr(scheme_end + 3);
  const std::size_t authority_end = std::min(rest.find_first_of("/?#"), rest.size());
  const std::string_view authority = rest.substr(0, authority_end);
  const std::size_t colon = authority.rfind(':');
  if (colon != std::string_view::npos && authority.find(']', colon) == std::string_view::npos) {
    const std::string_view port = authority.substr(colon + 1);
    std::from_chars(port.data(), port.data() + port.size(), url.port);
    if (url.port == 0) return std::nullopt;
  }
  std::string_view path = rest.substr(authority_end);
  path = path.substr(0, path.find('#'));
  url.path = path.starts_with('/') ? std::string(path) : "/" + std::string(path);
  return url;
}

}  // namespace threadmart
