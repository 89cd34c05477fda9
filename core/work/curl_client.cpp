#include "core/work/curl_client.h"

#include <array>
#include <optional>
#include <poll.h>
#include <utility>

namespace threadmart {

// A loop with one request in it: so a cancel wakes it at once, which libcurl's blocking call would notice only after a
// second.
HttpResponse CurlClient::exchange(const HttpRequest& request, const CancelToken& cancel) const {
  std::optional<HttpResponse> response;
  std::exception_ptr error;
  CurlLoop loop(options_);
  loop.start(request, [&](HttpResponse answer, std::exception_ptr failure) {
    response = std::move(answer);
    error = std::move(failure);
  });
  while (!response && !cancel.cancelled()) {
    std::array<pollfd, 2> fds{pollfd{loop.descriptor(), POLLIN, 0}, pollfd{cancel.descriptor(), POLLIN, 0}};
    poll(fds.data(), fds.size(), -1);
    loop.process();
  }
  if (error) std::rethrow_exception(error);
  if (!response) throw HttpError(request.url + ": cancelled");
  return std::move(*response);
}

HttpResponse WebClient::exchange(const HttpRequest& request, const CancelToken& cancel) const {
  const std::optional<Url> url = parseUrl(request.url);
  const bool near = url && LoopbackClient::serves(*url);
  return near ? loopback_.exchange(request, cancel) : curl_.exchange(request, cancel);
}

}  // namespace threadmart
