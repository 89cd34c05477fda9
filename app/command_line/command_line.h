// The program as seen from a shell.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace threadmart {

// What happens without a subcommand; gets the files to open. Returns the exit code.
using OpenWindow = std::function<int(const std::vector<std::string>& files)>;

// Returns the exit code: 0 done, 1 the input or the run failed, 2 wrong usage. Throws nothing; complains on stderr.
int commandLine(int argc, const char* const* argv, const OpenWindow& open_window);

}  // namespace threadmart
