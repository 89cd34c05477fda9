// What `run` and `compare` have in common: the scenario, its parameters, the machine it may use.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/run/run.h"
#include "core/scenario/scenario.h"

namespace threadmart {

struct RunSettings {
  std::string scenario;  // name or path
  std::optional<unsigned> workers, cores;
  std::optional<double> tasks, pace, bell_ms;
  std::vector<std::string> settings;  // 'name=value'
  bool allow_network = false;

  void addTo(CLI::App& parser);

  // Throws UsageError: a parameter that the scenario does not have or does not allow, an executor that there is not.
  RunOptions options(const Scenario& parsed, const std::string& executor) const;
};

// Throws UsageError if `file` could not be written when the run is over.
void requireFolderOf(const std::string& file);

}  // namespace threadmart
