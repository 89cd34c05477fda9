#include "core/work/power.h"

#include <gmp.h>

#include "core/work/hex.h"

namespace threadmart {
namespace {

class BigInteger {
 public:
  BigInteger() { mpz_init(value_); }
  ~BigInteger() { mpz_clear(value_); }
  BigInteger(const BigInteger&) = delete;
  BigInteger& operator=(const BigInteger&) = delete;
  mpz_ptr get() { return value_; }

 private:
  mpz_t value_;
};

}  // namespace

std::string powerBytes(std::uint32_t n) {
  BigInteger result;
  mpz_ui_pow_ui(result.get(), n, n);
  std::string bytes((mpz_sizeinbase(result.get(), 2) + 7) / 8, '\0');
  constexpr int kMostSignificantFirst = 1;
  mpz_export(bytes.data(), nullptr, kMostSignificantFirst, 1, 0, 0, result.get());
  return bytes;
}

std::string hexOfBytes(std::string_view big_endian) {
  const std::string hex = hexDigits(big_endian);
  const std::size_t first = hex.find_first_not_of('0');
  return first == std::string::npos ? "0" : hex.substr(first);
}

}  // namespace threadmart
