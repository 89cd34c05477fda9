#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/command_line/commands.h"
#include "app/command_line/interrupt.h"
#include "app/command_line/pictures.h"
#include "app/command_line/run_settings.h"
#include "core/recording/trace_file.h"
#include "core/run/report.h"
#include "core/scenario/catalogue.h"

namespace threadmart {
namespace {

struct CompareCommand {
  RunSettings settings;
  std::vector<std::string> executors;
  std::string save, picture;
  bool json = false;

  int execute() const;

 private:
  std::vector<RunOptions> optionsOfEach(const Scenario& scenario) const;
  void keep(const std::vector<std::shared_ptr<const Recording>>& runs) const;
};

// 'runs.json.gz' for threads-gil: 'runs-threads-gil.json.gz'.
std::string fileFor(const std::string& file, const std::string& executor) {
  const std::filesystem::path path(file);
  const std::string name = path.filename().string();
  const std::size_t dot = std::min(name.find('.', 1), name.size());
  return (path.parent_path() / (name.substr(0, dot) + '-' + executor + name.substr(dot))).string();
}

// All of them before the first starts: a wrong name is not to be found out after a minute. A pool's size means nothing
// to the executors that are no pools.
std::vector<RunOptions> CompareCommand::optionsOfEach(const Scenario& scenario) const {
  std::vector<RunOptions> all;
  for (const std::string& executor : executors) {
    all.push_back(settings.options(scenario, executor));
    if (!findExecutor(executor)->takes_workers) all.back().workers.reset();
  }
  return all;
}

void CompareCommand::keep(const std::vector<std::shared_ptr<const Recording>>& runs) const {
  for (const auto& run : runs) {
    if (!save.empty()) writeTrace(*run, fileFor(save, run->info().executor));
  }
  if (picture.empty()) return;
  PictureRequest request;
  request.recordings = runs;
  request.file = picture;
  drawPicture(request);
}

int CompareCommand::execute() const {
  const Scenario scenario = findScenario(settings.scenario);
  const std::vector<RunOptions> options = optionsOfEach(scenario);
  requireFolderOf(save);
  if (!picture.empty()) requirePictureFile(picture);

  CancelToken cancel;
  const InterruptCancels interrupt(cancel);
  std::vector<std::shared_ptr<const Recording>> runs;
  bool fine = true;
  for (const RunOptions& option : options) {
    Status silent;
    const RunResult result = run(scenario, option, silent, cancel);
    runs.push_back(result.recording);
    if (result.outcome == Outcome::Done) continue;
    fine = false;
    complain(option.executor + ": " + (result.error.empty() ? "the run was cancelled" : result.error));
    if (result.outcome == Outcome::Cancelled) break;
  }
  std::printf("%s", json ? (compareJson(runs).dump(2) + '\n').c_str() : compareTable(runs).c_str());
  keep(runs);
  return fine ? kExitDone : kExitFailed;
}

}  // namespace

Command addCompare(CLI::App& app) {
  CLI::App* parser =
      app.add_subcommand("compare", "Run a scenario in several ways, one after another, on the same baskets");
  parser->footer(
      "Examples:\n"
      "  threadmart compare avocado --executors sequential,threads-gil,event-loop\n"
      "  threadmart compare gil-cpu --executors threads-gil,process-pool --workers 2 --export slide.svg\n"
      "--save runs.json.gz writes one file for each executor: runs-threads-gil.json.gz and so on.");
  const auto command = std::make_shared<CompareCommand>();
  command->settings.addTo(*parser);
  parser->add_option("--executors", command->executors, "Names from 'threadmart list', separated by commas")
      ->required()
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("A,B,C");
  parser
      ->add_option("--save", command->save, "Write the recordings to files of this name, each with its executor added")
      ->type_name("FILE");
  parser->add_option("--export", command->picture, "Draw all runs on one time axis (.png, .svg, .pdf)")
      ->type_name("FILE");
  parser->add_flag("--json", command->json, "Print one JSON object on stdout");
  return {parser, [command] { return command->execute(); }};
}

}  // namespace threadmart
