// Writes JSON as people like to read it: what fits into a line stays on one. The other direction is json_tree.h.
#pragma once

#include <cstddef>
#include <string>

#include "core/scenario/json_tree.h"

namespace threadmart {

// UTF-8, members in the order of the tree, with a newline at the end. The outermost object is always opened; everything
// in it only where a line would be longer than `columns`. Bytes that are no UTF-8 become U+FFFD, numbers that JSON
// cannot write (infinite ones) null.
std::string jsonText(const JsonValue& value, std::size_t columns = 120);

}  // namespace threadmart
