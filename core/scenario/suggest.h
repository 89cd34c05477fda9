// 'Did you mean …?' for names that are nearly right.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadmart {

// The nearest of the known names, if it is near enough to be meant.
std::optional<std::string> nearestName(std::string_view name, std::span<const std::string_view> known);

// '; did you mean "items"?', or '; known are "items", "ms"' if none is near.
std::string suggestion(std::string_view name, std::span<const std::string_view> known);

std::string quotedList(std::span<const std::string_view> names);  // '"a", "b"'

}  // namespace threadmart
