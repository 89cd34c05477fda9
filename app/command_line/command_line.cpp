#include "app/command_line/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "app/command_line/commands.h"
#include "app/command_line/values.h"
#include "core/run/run.h"
#include "core/scenario/scenario.h"

namespace threadmart {
namespace {

constexpr const char* kVersion = "threadmart " THREADMART_VERSION;

struct Parser {
  CLI::App app{"Threadmart runs real work on threads, processes and coroutines and shows what happened.", "threadmart"};
  std::vector<std::string> files;
  std::vector<Command> commands;

  Parser();
  const Command* chosen() const;
};

Parser::Parser() {
  commands = {addList(app), addRun(app), addCompare(app), addExport(app), addCheck(app)};
  app.add_option("FILE", files, "Recordings and scenarios to open in the window")->type_name("");
  app.require_subcommand(0, 1);
  app.footer(
      "Without a command the window opens.\n"
      "Examples:\n"
      "  threadmart\n"
      "  threadmart list\n"
      "  threadmart run three-urls --executor threads-gil --log\n"
      "  threadmart run avocado --save run.json.gz\n"
      "  threadmart export run.json.gz -o slide.png\n"
      "'threadmart COMMAND --help' says more about each.");
  app.set_version_flag("--version", kVersion);
  for (const Command& command : commands) command.parser->set_version_flag("--version", kVersion);
}

const Command* Parser::chosen() const {
  const auto found = std::ranges::find_if(commands, [](const Command& command) { return command.parser->parsed(); });
  return found == commands.end() ? nullptr : &*found;
}

int complainOfUsage(const Parser& parser, const std::string& message) {
  const Command* command = parser.chosen();
  complain(message + "; see 'threadmart " + (command ? command->parser->get_name() + ' ' : "") + "--help'");
  return kExitUsage;
}

// A file with many mistakes: the first, and where the others are told.
std::string firstProblem(const ScenarioError& error) {
  const std::vector<Problem>& problems = error.problems();
  if (problems.empty()) return error.what();
  std::string text = problems.front().text();
  if (problems.size() > 1) {
    text += " (and " + std::to_string(problems.size() - 1) + " more: threadmart check " + problems.front().file + ')';
  }
  return text;
}

int execute(const Parser& parser, const OpenWindow& open_window) {
  if (const Command* command = parser.chosen()) return command->execute();
  for (const std::string& file : parser.files) {
    if (std::filesystem::exists(file)) continue;
    throw UsageError("'" + file + "' is neither a command nor a file");
  }
  return open_window(parser.files);
}

}  // namespace

void complain(const std::string& message) {
  std::string line = message;
  std::ranges::replace(line, '\n', ' ');
  std::fprintf(stderr, "threadmart: %s\n", line.c_str());
}

int commandLine(int argc, const char* const* argv, const OpenWindow& open_window) {
  Parser parser;
  try {
    parser.app.parse(argc, argv);
    return execute(parser, open_window);
  } catch (const CLI::Success& asked) {  // --help, --version
    return parser.app.exit(asked);
  } catch (const CLI::ParseError& error) {
    return complainOfUsage(parser, error.what());
  } catch (const UsageError& error) {
    return complainOfUsage(parser, error.what());
  } catch (const RunError& error) {
    return complainOfUsage(parser, error.what());
  } catch (const ScenarioError& error) {
    complain(firstProblem(error));
  } catch (const std::exception& error) {
    complain(error.what());
  }
  return kExitFailed;
}

}  // namespace threadmart
