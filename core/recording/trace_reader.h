// From the text of a trace file back to the recording it was.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/recording/recording.h"

namespace threadmart {

// What is wrong with the text, where (a byte of it, where known), and what to do.
struct TraceDamage : std::runtime_error {
  TraceDamage(const std::string& what, const std::string& what_to_do, std::optional<std::size_t> at = std::nullopt)
      : std::runtime_error(what), advice(what_to_do), byte(at) {}
  std::string advice;
  std::optional<std::size_t> byte;
};

inline constexpr std::size_t kMaxTraceBytes = 0xFFFF'0000;  // the JSON parser counts in 32 bits

// Throws TraceDamage. `json` gets room at its end for the parser to read ahead.
std::unique_ptr<Recording> readTraceJson(std::string& json);

// Microseconds as a JSON number, to the nanosecond. Empty if it is none or too large.
std::optional<Nanos> parseMicroseconds(std::string_view number);

}  // namespace threadmart
