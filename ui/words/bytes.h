// How sizes are written, everywhere.
#pragma once

#include <cstdint>

#include <QString>

namespace threadmart {

// Of memory, as process tables write it: '8.2 MB', '1.1 GB'. Powers of 1024.
QString formatMemory(std::uint64_t bytes);
// Of a message, exact where it is a round number: '1 MiB', '64 KiB', '812 B'
QString formatBytes(std::uint64_t bytes);

}  // namespace threadmart
