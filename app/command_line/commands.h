// The subcommands. Each file registers its own options and returns what carries the command out.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace threadmart {

struct Command {
  CLI::App* parser = nullptr;
  std::function<int()>
      execute;  // after parsing; returns the exit code. Throws UsageError, RunError, ScenarioError, TraceError
};

inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;  // the input or the run
inline constexpr int kExitUsage = 2;

Command addList(CLI::App& app);
Command addRun(CLI::App& app);
Command addCompare(CLI::App& app);
Command addExport(CLI::App& app);
Command addCheck(CLI::App& app);

// One line on stderr.
void complain(const std::string& message);

}  // namespace threadmart
