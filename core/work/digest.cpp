#include "core/work/digest.h"

#include <array>
#include <new>
#include <openssl/evp.h>

#include "core/work/hex.h"
#include "core/work/power.h"

namespace threadmart {

struct Sha256::Context {
  Context() : evp(EVP_MD_CTX_new()) {
    if (evp == nullptr) throw std::bad_alloc();
    start();
  }
  ~Context() { EVP_MD_CTX_free(evp); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  void start() { EVP_DigestInit_ex(evp, EVP_sha256(), nullptr); }

  EVP_MD_CTX* evp;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view data) {
  EVP_DigestUpdate(context_->evp, data.data(), data.size());
}

std::string Sha256::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  EVP_DigestFinal_ex(context_->evp, bytes.data(), &size);
  context_->start();
  return hexDigits({reinterpret_cast<const char*>(bytes.data()), size});
}

std::string sha256Hex(std::string_view data) {
  Sha256 sha;
  sha.add(data);
  return sha.hex();
}

void ResultDigest::add(std::string_view big_endian_bytes) {
  sha_.add(hexOfBytes(big_endian_bytes));
  sha_.add("\n");
}

}  // namespace threadmart
