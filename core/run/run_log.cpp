#include "core/run/run_log.h"

#include <map>

#include "core/scenario/scenario.h"

namespace threadmart {
namespace {

// A path without a host is a page of the built-in server.
std::vector<std::string> pagesOf(const Task& task, const std::string& server_url) {
  std::vector<std::string> pages;
  for (const Step& step : task.steps) {
    const auto* fetch = std::get_if<FetchStep>(&step);
    if (fetch != nullptr) pages.push_back(fetch->url.starts_with('/') ? server_url + fetch->url : fetch->url);
  }
  return pages;
}

std::string workerName(const RunInfo& info, WorkerId worker) {
  return worker < info.workers_info.size() ? info.workers_info[worker].name : "MainThread";
}

std::string endWord(std::uint8_t outcome) {
  switch (static_cast<Outcome>(outcome)) {
    case Outcome::Done:
      return "exiting";
    case Outcome::Failed:
      return "failed";
    case Outcome::Cancelled:
      return "cancelled";
  }
  return "exiting";
}

}  // namespace

// The recording holds the scenario as it was run, so its steps are known without asking anybody.
void RunLog::readTasks(const RunInfo& info) {
  tasks_read_ = true;
  told_.resize(info.tasks.size());
  pages_.resize(info.tasks.size());
  if (info.scenario_json.empty()) return;
  const std::map<std::string, double> parameters(info.parameters.begin(), info.parameters.end());
  try {
    const Plan plan = Scenario::parse(info.scenario_json, info.scenario).expand(parameters);
    for (std::size_t i = 0; i < plan.tasks.size() && i < pages_.size(); ++i)
      pages_[i] = pagesOf(plan.tasks[i], info.server_url);
  } catch (const ScenarioError&) {
    // A recording of another version may hold a scenario that is no longer understood: then the log names no pages.
  }
}

void RunLog::tell(const Event& event, const RunInfo& info, std::string& text) {
  if (event.task >= told_.size()) return;
  Told& told = told_[event.task];
  const bool queued = event.detail == static_cast<std::uint8_t>(TaskState::Queued);
  if (event.kind == EventKind::TaskState && !queued && !told.start) {
    told.start = true;
    text += workerName(info, event.worker) + " starting\n";
    for (const std::string& page : pages_[event.task]) text += "Opening " + page + '\n';
  } else if (event.kind == EventKind::TaskFinished && told.start && !told.end) {
    told.end = true;
    text += workerName(info, event.worker) + ' ' + endWord(event.detail) + '\n';
  }
}

std::string RunLog::next(const Recording& recording) {
  const Snapshot snapshot = recording.snapshot();
  if (snapshot.size() == read_) return {};
  const RunInfo info = recording.info();
  if (!tasks_read_) readTasks(info);
  if (snapshot.generation() != generation_) read_ = 0;  // an event came in before some that were told
  generation_ = snapshot.generation();
  std::string text;
  for (const std::span<const Event> events : snapshot.spans(read_)) {
    for (const Event& event : events) tell(event, info, text);
  }
  read_ = snapshot.size();
  return text;
}

}  // namespace threadmart
