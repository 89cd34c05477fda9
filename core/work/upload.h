// What an upload sends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace threadmart {

// `bytes` bytes that follow from the upload's name alone, the same on every machine, so that whoever knows the name can
// check what arrived.
std::string uploadContent(std::string_view name, std::uint64_t bytes);

}  // namespace threadmart
