// One request in libcurl's hands. Used by CurlLoop alone.
#pragma once

#include <array>
#include <curl/curl.h>
#include <exception>
#include <memory>
#include <string>

#include "core/work/curl_loop.h"
#include "core/work/http.h"

namespace threadmart {

class CurlTransfer {
 public:
  // Throws HttpError for anything but http and https.
  CurlTransfer(const HttpRequest& request, const CurlOptions& options, CurlLoop::Done done);

  CURL* easy() const { return easy_.get(); }
  // Called once, when libcurl has finished with `code`: tells Done what came of it.
  void finish(CURLcode code);

 private:
  struct EasyDeleter {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
  };
  struct ListDeleter {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };

  template <typename Value>
  void set(CURLoption option, Value value);
  void restrict(const HttpRequest& request, const CurlOptions& options);
  void sendBody(std::string_view body);
  std::exception_ptr failure(CURLcode code) const;
  static std::size_t onData(char* data, std::size_t one, std::size_t size, void* self);
  static curl_socket_t onSocket(void* self, curlsocktype purpose, curl_sockaddr* address);

  std::string url_;
  HttpResponse response_;
  CurlLoop::Done done_;
  int socket_error_ = 0;  // errno of a socket that could not be made
  bool too_large_ = false;
  std::array<char, CURL_ERROR_SIZE> message_{};
  std::unique_ptr<curl_slist, ListDeleter> headers_;
  std::unique_ptr<CURL, EasyDeleter> easy_;
};

}  // namespace threadmart
