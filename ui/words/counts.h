// How counts and shares are written.
#pragma once

#include <cstdint>

#include <QString>

namespace threadmart {

QString countText(std::uint64_t count);  // '12,345'
QString percentText(double share);       // '75 %', '< 1 %' rather than a 0 that is none

}  // namespace threadmart
