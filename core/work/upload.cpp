#include "core/work/upload.h"

namespace threadmart {
namespace {

std::uint64_t hashOf(std::string_view text) {  // FNV-1a
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

std::uint64_t nextRandom(std::uint64_t& state) {  // SplitMix64
  std::uint64_t z = state += 0x9E3779B97F4A7C15;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

}  // namespace

std::string uploadContent(std::string_view name, std::uint64_t bytes) {
  std::string content(bytes, '\0');
  std::uint64_t state = hashOf(name), word = 0;
  for (std::uint64_t i = 0; i < bytes; ++i, word >>= 8) {
    if (i % 8 == 0) word = nextRandom(state);
    content[i] = static_cast<char>(word & 0xFF);
  }
  return content;
}

}  // namespace threadmart
