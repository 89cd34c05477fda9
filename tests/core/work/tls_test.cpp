// One https exchange with a server whose certificate was made a moment ago.
#include <array>
#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <thread>

#include "core/work/curl_client.h"

namespace threadmart {
namespace {

template <auto Free>
struct Deleter {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using CertificatePtr = std::unique_ptr<X509, Deleter<X509_free>>;
using ContextPtr = std::unique_ptr<SSL_CTX, Deleter<SSL_CTX_free>>;
using SslPtr = std::unique_ptr<SSL, Deleter<SSL_free>>;

CertificatePtr certify(EVP_PKEY* key) {
  CertificatePtr certificate(X509_new());
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("Threadmart test"), -1,
                             -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_EXTENSION* address = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
  X509_add_ext(certificate.get(), address, -1);
  X509_EXTENSION_free(address);
  X509_sign(certificate.get(), key, EVP_sha256());
  return certificate;
}

class TlsServer {
 public:
  TlsServer() : door_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), context_(SSL_CTX_new(TLS_server_method())) {
    const KeyPtr key(EVP_EC_gen("P-256"));
    const CertificatePtr certificate = certify(key.get());
    SSL_CTX_use_certificate(context_.get(), certificate.get());
    SSL_CTX_use_PrivateKey(context_.get(), key.get());
    std::string pattern = std::filesystem::temp_directory_path() / "threadmart-test-XXXXXX";
    const std::unique_ptr<FILE, Deleter<fclose>> file(fdopen(mkstemp(pattern.data()), "w"));
    certificate_file_ = pattern;
    PEM_write_X509(file.get(), certificate.get());

    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(door_.get(), reinterpret_cast<sockaddr*>(&address), size);
    listen(door_.get(), 16);
    getsockname(door_.get(), reinterpret_cast<sockaddr*>(&address), &size);
    url_ = "https://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/";
    thread_ = std::thread([this] { serve(); });
  }
  ~TlsServer() {
    shutdown(door_.get(), SHUT_RDWR);
    thread_.join();
    std::filesystem::remove(certificate_file_);
  }
  const std::string& url() const { return url_; }
  const std::string& certificateFile() const { return certificate_file_; }

 private:
  void serve() {
    for (;;) {
      const Descriptor connection(accept4(door_.get(), nullptr, nullptr, SOCK_CLOEXEC));
      if (!connection.valid()) return;
      const SslPtr ssl(SSL_new(context_.get()));
      SSL_set_fd(ssl.get(), connection.get());
      if (SSL_accept(ssl.get()) != 1) continue;  // the client did not like the certificate
      std::array<char, 4096> request;
      SSL_read(ssl.get(), request.data(), static_cast<int>(request.size()));
      constexpr std::string_view kAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret";
      SSL_write(ssl.get(), kAnswer.data(), static_cast<int>(kAnswer.size()));
      SSL_shutdown(ssl.get());
    }
  }

  Descriptor door_;
  ContextPtr context_;
  std::string url_, certificate_file_;
  std::thread thread_;
};

class Https : public testing::Test {
 protected:
  Https() { signal(SIGPIPE, SIG_IGN); }
  ~Https() override { signal(SIGPIPE, SIG_DFL); }
  CancelToken cancel_;
};

TEST_F(Https, FetchesFromWhomItTrusts) {
  const TlsServer server;
  CurlOptions options;
  options.ca_file = server.certificateFile();
  const HttpResponse page = CurlClient(options).exchange({"GET", server.url()}, cancel_);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.body, "secret");
}

TEST_F(Https, RefusesWhomItDoesNotTrust) {
  const TlsServer server;
  std::string error;
  try {
    WebClient().exchange({"GET", server.url()}, cancel_);
  } catch (const HttpError& refused) {
    error = refused.what();
  }
  EXPECT_NE(error.find("certificate"), std::string::npos) << error;
}

}  // namespace
}  // namespace threadmart
