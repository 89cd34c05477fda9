#include <map>
#include <memory>

#include "app/command_line/commands.h"
#include "app/command_line/pictures.h"
#include "core/recording/trace_file.h"

namespace threadmart {
namespace {

struct ExportCommand {
  std::vector<std::string> recordings;
  std::string file, view = "timeline", by, from, to, at, words = "shop", size = "1920x1080", theme = "light", title;
  bool transparent = false;

  PictureRequest request() const;  // all but the recordings
  int execute() const;
};

// The choice that `text` names. Throws UsageError that lists them all.
template <typename T>
T choose(const std::string& option, const std::string& text, const std::map<std::string, T>& choices) {
  const auto found = choices.find(text);
  if (found != choices.end()) return found->second;
  std::string names;
  for (const auto& [name, value] : choices) names += (names.empty() ? "" : ", ") + name;
  throw UsageError(option + " cannot be '" + text + "': choose " + (choices.size() > 1 ? "one of " : "") + names);
}

PictureRequest ExportCommand::request() const {
  PictureRequest request;
  requirePictureFile(file);
  request.file = file;
  request.view = choose<PictureView>("--view", view,
                                     {{"timeline", PictureView::Timeline},
                                      {"shop", PictureView::Shop},
                                      {"cores", PictureView::Cores},
                                      {"window", PictureView::Window}});
  if (request.view != PictureView::Timeline && recordings.size() > 1)
    throw UsageError("--view " + view + " draws one recording: give one, or choose --view timeline");
  if (!at.empty()) request.at = parseTime(at);
  request.words = choose<PictureWords>(
      "--words", words,
      {{"shop", PictureWords::Shop}, {"computing", PictureWords::Computing}, {"both", PictureWords::Both}});
  if (!by.empty())
    request.by =
        choose<LaneBy>("--by", by, {{"task", LaneBy::Task}, {"worker", LaneBy::Worker}, {"core", LaneBy::Core}});
  request.theme = choose<PictureTheme>(
      "--theme", theme, {{"light", PictureTheme::Light}, {"dark", PictureTheme::Dark}, {"print", PictureTheme::Print}});
  if (!from.empty()) request.from = parseTime(from);
  if (!to.empty()) request.to = parseTime(to);
  if (request.to && *request.to <= request.from.value_or(0)) throw UsageError("--to must lie after --from");
  request.size = parseSize(size);
  request.transparent = transparent;
  request.title = title;
  return request;
}

int ExportCommand::execute() const {
  PictureRequest picture = request();
  for (const std::string& recording : recordings) picture.recordings.push_back(readTrace(recording));
  drawPicture(picture);
  return kExitDone;
}

}  // namespace

Command addExport(CLI::App& app) {
  CLI::App* parser = app.add_subcommand("export", "Draw recordings as a picture for a slide");
  parser->footer(
      "Examples:\n"
      "  threadmart export run.json.gz -o slide.svg\n"
      "  threadmart export a.json b.json -o both.pdf --by worker --title 'Two ways to wait'\n"
      "  threadmart export run.json -o shop.png --view shop --at 120ms --words both\n"
      "  threadmart export run.json -o part.png --from 120ms --to 1.5s --size 1280x720 --theme dark");
  const auto command = std::make_shared<ExportCommand>();
  parser->add_option("RECORDING", command->recordings, "Files of 'threadmart run --save'")->required()->type_name("");
  parser->add_option("-o,--output", command->file, "The picture: .png, .svg or .pdf")->required()->type_name("FILE");
  parser->add_option("--view", command->view, "timeline, shop, cores or window")->type_name("NAME");
  parser->add_option("--by", command->by, "A lane for each task, worker or core (default: what suits the run)")
      ->type_name("NAME");
  parser->add_option("--from", command->from, "Where the picture begins, such as 120ms")->type_name("TIME");
  parser->add_option("--to", command->to, "Where it ends, such as 1.5s")->type_name("TIME");
  parser->add_option("--at", command->at, "The moment of shop, cores and window (default: where much is to be seen)")
      ->type_name("TIME");
  parser->add_option("--words", command->words, "Names in the shop: shop, computing or both")->type_name("NAME");
  parser->add_option("--size", command->size, "Width and height in pixels, such as 1920x1080")->type_name("WxH");
  parser->add_option("--theme", command->theme, "light, dark or print")->type_name("NAME");
  parser->add_flag("--transparent", command->transparent, "Leave the background out");
  parser->add_option("--title", command->title, "The heading (default: the scenario's title)")->type_name("TEXT");
  return {parser, [command] { return command->execute(); }};
}

}  // namespace threadmart
