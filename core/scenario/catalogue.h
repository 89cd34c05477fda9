// The scenarios that come with Threadmart (resources/scenarios), in the order of the course.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"

namespace threadmart {

struct CatalogueEntry {
  std::string name;     // 'gil-cpu'
  std::string title;    // 'The GIL: one scanner in the shop'
  std::string section;  // 'From one till to many', 'Further on'
  std::filesystem::path file;
};

// Where resources/ lies: $THREADMART_RESOURCES, beside the program's install prefix, or the source tree it was built
// from.
std::filesystem::path resourceFolder();

std::vector<CatalogueEntry> catalogue(const std::filesystem::path& resources = resourceFolder());

// By name from the catalogue, or by path. Throws ScenarioError; a name that is nearly right is suggested.
Scenario findScenario(const std::string& name_or_path, const std::filesystem::path& resources = resourceFolder());

}  // namespace threadmart
