#include "app/command_line/values.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace threadmart {
namespace {

template <typename T>
std::optional<T> number(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Nanos parseTime(const std::string& text) {
  const std::size_t unit_at = text.find_first_not_of("0123456789.");
  const std::string_view unit =
      unit_at == std::string::npos ? std::string_view() : std::string_view(text).substr(unit_at);
  const auto value = number<double>(std::string_view(text).substr(0, unit_at));
  const double nanos = unit == "s" ? 1e9 : unit == "ms" ? 1e6 : unit == "us" ? 1e3 : 0;
  // 1e18 ns is 31 years: longer than any recording, and no overflow.
  if (!value || nanos == 0 || *value * nanos > 1e18) {
    throw UsageError("'" + text + "' is not a time: write it as 120ms, 1.5s or 300us");
  }
  return std::llround(*value * nanos);
}

PictureSize parseSize(const std::string& text) {
  constexpr int kLeast = 64, kMost = 16384;
  const std::size_t cross = text.find('x');
  if (cross != std::string::npos) {
    const auto width = number<int>(std::string_view(text).substr(0, cross));
    const auto height = number<int>(std::string_view(text).substr(cross + 1));
    const auto fits = [](std::optional<int> side) { return side && *side >= kLeast && *side <= kMost; };
    if (fits(width) && fits(height)) return {*width, *height};
  }
  throw UsageError("'" + text + "' is not a picture size: write it as 1920x1080, each side from 64 to 16384 pixels");
}

std::pair<std::string, double> parseSetting(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals != std::string::npos && equals > 0) {
    const auto value = number<double>(std::string_view(text).substr(equals + 1));
    if (value && std::isfinite(*value)) return {text.substr(0, equals), *value};
  }
  throw UsageError("'" + text + "' is not a setting: write it as name=value, for instance items=200");
}

}  // namespace threadmart
