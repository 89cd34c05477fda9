#include <algorithm>
#include <cstdio>
#include <memory>

#include "app/command_line/commands.h"
#include "core/run/report.h"
#include "core/run/run.h"
#include "core/scenario/catalogue.h"

namespace threadmart {
namespace {

Json listJson(const std::vector<CatalogueEntry>& scenarios) {
  Json json;
  json["scenarios"] = Json::array();
  for (const CatalogueEntry& entry : scenarios) {
    json["scenarios"].push_back({{"name", entry.name}, {"title", entry.title}, {"section", entry.section}});
  }
  json["executors"] = Json::array();
  for (const ExecutorDescription& executor : executors()) {
    json["executors"].push_back({{"name", executor.name},
                                 {"shop", executor.shop},
                                 {"computing", executor.computing},
                                 {"python", executor.python}});
  }
  return json;
}

void printList(const std::vector<CatalogueEntry>& scenarios) {
  std::string section;
  for (const CatalogueEntry& entry : scenarios) {
    if (entry.section != section) std::printf("%s%s\n", section.empty() ? "" : "\n", entry.section.c_str());
    section = entry.section;
    std::printf("  %-20s %s\n", entry.name.c_str(), entry.title.c_str());
  }
  std::printf("\nExecutors\n");
  for (const ExecutorDescription& executor : executors()) {
    std::printf("  %-20s %s (%s); Python: %s\n", executor.name.c_str(), executor.shop.c_str(),
                executor.computing.c_str(), executor.python.c_str());
  }
}

}  // namespace

Command addList(CLI::App& app) {
  CLI::App* parser = app.add_subcommand("list", "Name the scenarios and the executors");
  parser->footer("Examples:\n  threadmart list\n  threadmart list --json");
  const auto json = std::make_shared<bool>(false);
  parser->add_flag("--json", *json, "Print one JSON object");
  return {parser, [json] {
            const std::vector<CatalogueEntry> scenarios = catalogue();
            if (*json) {
              std::printf("%s\n", listJson(scenarios).dump(2).c_str());
            } else {
              printList(scenarios);
            }
            return kExitDone;
          }};
}

}  // namespace threadmart
