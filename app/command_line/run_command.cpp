#include <cstdio>
#include <memory>
#include <unistd.h>

#include "app/command_line/commands.h"
#include "app/command_line/interrupt.h"
#include "app/command_line/run_settings.h"
#include "app/command_line/run_watchers.h"
#include "core/recording/trace_file.h"
#include "core/run/report.h"
#include "core/scenario/catalogue.h"

namespace threadmart {
namespace {

struct RunCommand {
  RunSettings settings;
  std::string executor, save;
  bool json = false, log = false;

  int execute() const;

 private:
  RunResult runWatched(const Scenario& scenario, const RunOptions& options) const;
  void print(const Recording& recording) const;
};

RunResult RunCommand::runWatched(const Scenario& scenario, const RunOptions& options) const {
  CancelToken cancel;
  const InterruptCancels interrupt(cancel);
  if (log) {
    LogPrinter printer(json ? stderr : stdout);  // with --json, stdout holds one object and nothing else
    RunResult result = run(scenario, options, printer, cancel);
    printer.finish();
    return result;
  }
  if (!json && isatty(STDERR_FILENO)) {
    ProgressLine line;
    return run(scenario, options, line, cancel);
  }
  Status silent;
  return run(scenario, options, silent, cancel);
}

void RunCommand::print(const Recording& recording) const {
  if (json) {
    std::printf("%s\n", runJson(recording).dump(2).c_str());
  } else if (!log) {
    std::fputs(runSummary(recording).c_str(), stdout);
  }
}

int RunCommand::execute() const {
  const Scenario scenario = findScenario(settings.scenario);
  const RunOptions options = settings.options(scenario, executor);
  requireFolderOf(save);
  const RunResult result = runWatched(scenario, options);
  print(*result.recording);
  if (!save.empty()) writeTrace(*result.recording, save);
  if (result.outcome == Outcome::Done) return kExitDone;
  complain(!result.error.empty()                  ? result.error
           : result.outcome == Outcome::Cancelled ? "the run was cancelled; what ran until then is recorded"
                                                  : "the run failed");
  return kExitFailed;
}

}  // namespace

Command addRun(CLI::App& app) {
  CLI::App* parser = app.add_subcommand("run", "Run a scenario and say what happened");
  parser->footer(
      "Examples:\n"
      "  threadmart run three-urls --executor threads-gil --log\n"
      "  threadmart run gil-cpu --executor threads-gil --workers 4 --json\n"
      "  threadmart run uploads --executor event-loop --tasks 5000 --save uploads.json.gz\n"
      "  threadmart run avocado --pace 10 --set trip=200\n"
      "Ctrl-C cancels the run; what ran until then is printed and saved.");
  const auto command = std::make_shared<RunCommand>();
  parser
      ->add_option("--executor", command->executor,
                   "How it is run: a name from 'threadmart list' (default: the scenario's)")
      ->type_name("NAME");
  command->settings.addTo(*parser);
  parser->add_option("--save", command->save, "Write the recording to this file (.json or .json.gz)")
      ->type_name("FILE");
  parser->add_flag("--json", command->json, "Print one JSON object on stdout");
  parser->add_flag("--log", command->log, "Print who starts, opens what and leaves, while it happens");
  return {parser, [command] { return command->execute(); }};
}

}  // namespace threadmart
