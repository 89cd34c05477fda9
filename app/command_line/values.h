// What people write on the command line for a time, a size, a parameter. Throw UsageError.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "core/events/event.h"

namespace threadmart {

// Wrong usage: one line that says what is wrong and what to write instead. The program exits with 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct PictureSize {
  int width = 1920, height = 1080;  // pixels
  friend bool operator==(const PictureSize&, const PictureSize&) = default;
};

Nanos parseTime(const std::string& text);                              // '120ms', '1.5s', '300us'
PictureSize parseSize(const std::string& text);                        // '1920x1080'
std::pair<std::string, double> parseSetting(const std::string& text);  // 'name=value'

}  // namespace threadmart
