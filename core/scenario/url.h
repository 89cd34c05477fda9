// What a scenario must know of a URL: whether it is one, and whose machine it leads to.
#pragma once

#include <string>
#include <string_view>

namespace threadmart {

struct UrlCheck {
  std::string problem{};  // why it is refused; empty if it is fine
  bool built_in = false;  // a path on the built-in server
  std::string host{};     // of an absolute URL, without brackets; lower case
};

// A path ('/page') or an absolute http or https URL. Names and passwords before the host are refused: they only
// disguise it.
UrlCheck checkUrl(std::string_view url);

bool isLoopbackHost(std::string_view host);  // 127.0.0.0/8 in four numbers, ::1, localhost

}  // namespace threadmart
