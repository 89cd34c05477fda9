#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>

#include "app/command_line/commands.h"
#include "core/recording/trace_file.h"
#include "core/scenario/scenario.h"

namespace threadmart {
namespace {

// Traces are compressed, or an array of events, or an object that holds 'traceEvents'. All else is to be a scenario.
bool looksLikeTrace(const std::string& file) {
  if (file.ends_with(".gz")) return true;
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string::npos && (text[first] == '[' || text.find("\"traceEvents\"") != std::string::npos);
}

bool checkTrace(const std::string& file) {
  try {
    const std::unique_ptr<Recording> recording = readTrace(file);
    std::printf("%s: a recording with %zu events, no problem\n", file.c_str(), recording->size());
    return true;
  } catch (const TraceError& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return false;
  }
}

bool checkScenarioFile(const std::string& file) {
  const std::vector<Problem> problems = checkScenario(file);
  for (const Problem& problem : problems) std::fprintf(stderr, "%s\n", problem.text().c_str());
  if (problems.empty()) std::printf("%s: a scenario, no problem\n", file.c_str());
  return problems.empty();
}

}  // namespace

Command addCheck(CLI::App& app) {
  CLI::App* parser = app.add_subcommand("check", "Find every mistake in scenarios and recordings");
  parser->footer(
      "Examples:\n  threadmart check my-scenario.json\n  threadmart check *.json run.json.gz\n"
      "Problems are printed as FILE:LINE:COLUMN: FIELD: MESSAGE; the exit code is 1 if there are any.");
  const auto files = std::make_shared<std::vector<std::string>>();
  parser->add_option("FILE", *files, "Scenarios (.json) and recordings (.json, .json.gz)")->required()->type_name("");
  return {parser, [files] {
            bool fine = true;
            for (const std::string& file : *files) {
              fine = (looksLikeTrace(file) ? checkTrace(file) : checkScenarioFile(file)) && fine;
            }
            return fine ? kExitDone : kExitFailed;
          }};
}

}  // namespace threadmart
