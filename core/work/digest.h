// SHA-256: proof that every byte arrived, and that the results are the right ones.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace threadmart {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(std::string_view data);
  std::string hex();  // lower-case; ends this digest, the next add() starts a new one

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

std::string sha256Hex(std::string_view data);

// The digest of a run's results: over each result's hexadecimal and a newline. Give them in input order. In Python:
//   for n in range(10000): h.update(f'{n ** n:x}\n'.encode())
class ResultDigest {
 public:
  void add(std::string_view big_endian_bytes);
  std::string hex() { return sha_.hex(); }

 private:
  Sha256 sha_;
};

}  // namespace threadmart
