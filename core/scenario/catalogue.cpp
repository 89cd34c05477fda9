#include "core/scenario/catalogue.h"

#include <algorithm>
#include <fstream>

#include "core/scenario/suggest.h"

namespace threadmart {
namespace {

namespace fs = std::filesystem;

// A file that does not load keeps its place under its name: who opens it is told what is wrong with it.
CatalogueEntry makeEntry(const fs::path& file, const std::string& section) {
  CatalogueEntry entry{file.stem().string(), file.stem().string(), section, file};
  try {
    entry.title = Scenario::load(file).title();
  } catch (const ScenarioError&) {
  }
  return entry;
}

// course.txt: a name a line, '# ' before the title of a section.
std::vector<CatalogueEntry> readCourse(const fs::path& folder) {
  std::vector<CatalogueEntry> entries;
  std::ifstream in(folder / "course.txt");
  std::string section;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# ")) {
      section = line.substr(2);
    } else if (!line.empty()) {
      entries.push_back(makeEntry(folder / (line + ".json"), section));
    }
  }
  return entries;
}

// Scenarios that lie in the folder without a place in the course, by name.
std::vector<fs::path> filesBeside(const fs::path& folder, const std::vector<CatalogueEntry>& course) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& found : fs::directory_iterator(folder, error)) {
    const fs::path& file = found.path();
    const bool schema = file.stem().extension() == ".schema";
    const bool listed =
        std::any_of(course.begin(), course.end(), [&](const auto& entry) { return entry.file == file; });
    if (file.extension() == ".json" && !schema && !listed) files.push_back(file);
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<CatalogueEntry> catalogue(const fs::path& resources) {
  const fs::path folder = resources / "scenarios";
  std::vector<CatalogueEntry> entries = readCourse(folder);
  for (const fs::path& file : filesBeside(folder, entries)) entries.push_back(makeEntry(file, "More"));
  return entries;
}

Scenario findScenario(const std::string& name_or_path, const fs::path& resources) {
  const fs::path folder = resources / "scenarios";
  const bool plain_name = name_or_path.find('/') == std::string::npos;
  const fs::path in_catalogue = folder / (name_or_path + ".json");
  std::error_code error;
  if (plain_name && fs::exists(in_catalogue, error)) return Scenario::load(in_catalogue);
  if (fs::exists(name_or_path, error)) return Scenario::load(name_or_path);
  std::vector<std::string> names;
  for (const CatalogueEntry& entry : catalogue(resources)) names.push_back(entry.name);
  const auto nearest = nearestName(name_or_path, std::vector<std::string_view>(names.begin(), names.end()));
  throw ScenarioError(
      {Problem{name_or_path, 0, 0, "",
               "there is no such scenario and no such file; " +
                   (nearest ? "did you mean \"" + *nearest + "\"?" : "`threadmart list` shows them all")}});
}

}  // namespace threadmart
