// The article's number ** number, by big integers: work whose result can be checked against Python's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace threadmart {

// n ** n as big-endian bytes without leading zeros; 0 ** 0 is 1. Memory grows as n log n: 9,999 ** 9,999 has 16.6 KB.
std::string powerBytes(std::uint32_t n);

// Lower-case hexadecimal without prefix and leading zeros, as Python's format(n, 'x'); '0' for zero and for no bytes at
// all.
std::string hexOfBytes(std::string_view big_endian);

}  // namespace threadmart
