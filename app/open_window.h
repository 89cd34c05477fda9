// The program without a subcommand. A build without Qt has another open_window_*.cpp behind it.
#pragma once

#include <string>
#include <vector>

namespace threadmart {

// Opens the window with these files until it is closed. Returns the exit code; throws std::runtime_error if there can
// be no window.
int openWindow(const std::vector<std::string>& files);

}  // namespace threadmart
