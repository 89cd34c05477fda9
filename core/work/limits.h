// What happens when the machine runs out of descriptors, ports, processes or memory: one line that names the limit, how
// much was needed, and how to raise it.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace threadmart {

class LimitError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// True for the errno values that say 'no more of these': EMFILE, ENFILE, EADDRNOTAVAIL, EAGAIN (of fork and thread
// creation), ENOMEM, ENOBUFS. A socket's EAGAIN means something else: ask only about calls that create something.
bool isLimit(int error);

// `doing`: what failed, e.g. 'cannot connect to 127.0.0.1:80'. `needed`: how many of the scarce thing the run needs; 0
// if unknown.
LimitError limitError(int error, const std::string& doing, std::uint64_t needed = 0);

}  // namespace threadmart
