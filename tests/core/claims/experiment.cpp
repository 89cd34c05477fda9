#include "experiment.h"

#include <algorithm>
#include <cstdlib>

#include "core/probes/machine.h"
#include "core/scenario/catalogue.h"

namespace threadmart::claims {

Scenario fromCatalogue(const std::string& name) {
  return findScenario(name, std::filesystem::path(THREADMART_SOURCE_DIR) / "resources");
}

Scenario fromTasks(const std::string& tasks) {
  return Scenario::parse(R"({"title": "Experiment", "tasks": )" + tasks + "}", "experiment.json");
}

RunOptions optionsFor(const How& how) {
  RunOptions options;
  options.executor = how.executor;
  options.parameters = how.parameters;
  options.workers = how.workers;
  options.cores = how.cores;
  options.pace = how.pace;
  options.scheduler_switches = std::getenv("THREADMART_NO_PERF") == nullptr;  // to try a kernel that gives none
  return options;
}

Experiment readResult(RunResult result) {
  Experiment experiment{std::move(result), {}, {}, {}, {}};
  experiment.info = experiment.result.recording->info();
  experiment.events = experiment.result.recording->snapshot();
  experiment.slices = makeSlices(experiment.events);
  experiment.numbers = makeNumbers(experiment.slices, experiment.events, experiment.info);
  return experiment;
}

Experiment perform(const Scenario& scenario, const How& how) {
  Status nobody;
  const CancelToken never;
  Experiment experiment = readResult(run(scenario, optionsFor(how), nobody, never));
  EXPECT_EQ(experiment.result.outcome, Outcome::Done) << experiment.result.error;
  EXPECT_EQ(experiment.numbers.finished, experiment.info.tasks.size());
  EXPECT_EQ(experiment.numbers.lost, 0u);
  return experiment;
}

std::string executorOf(const testing::TestParamInfo<std::string>& test) {
  std::string name = test.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

unsigned coresHere() {
  return static_cast<unsigned>(readMachine().allowed_cores.size());
}

std::vector<Slice> slicesOf(const Experiment& experiment, TaskId task, TaskState state) {
  std::vector<Slice> found;
  for (const Slice& slice : inState(experiment, state)) {
    if (slice.task == task) found.push_back(slice);
  }
  return found;
}

std::vector<Slice> inState(const Experiment& experiment, TaskState state) {
  std::vector<Slice> found;
  for (const Slice& slice : experiment.slices) {
    if (slice.task != kNoTask && slice.state == state && slice.duration() > 0) found.push_back(slice);
  }
  return found;
}

std::vector<Event> eventsOf(const Experiment& experiment, EventKind kind) {
  std::vector<Event> found;
  for (std::size_t i = 0; i < experiment.events.size(); ++i) {
    if (experiment.events[i].kind == kind) found.push_back(experiment.events[i]);
  }
  return found;
}

std::vector<Event> itemsOf(const Experiment& experiment, TaskId task) {
  std::vector<Event> items = eventsOf(experiment, EventKind::ItemScanned);
  std::erase_if(items, [task](const Event& item) { return item.task != task; });
  return items;
}

std::vector<Interval> taskSpans(const Experiment& experiment) {
  std::vector<Interval> spans;
  for (TaskId task = 0; task < experiment.info.tasks.size(); ++task) spans.push_back(taskSpan(experiment.slices, task));
  return spans;
}

std::vector<TaskId> orderOfFinishing(const Experiment& experiment) {
  std::vector<TaskId> order;
  for (const Event& event : eventsOf(experiment, EventKind::TaskFinished)) order.push_back(event.task);
  return order;
}

std::vector<Slice> startUps(const Experiment& experiment) {
  std::vector<Slice> found = experiment.slices;
  std::erase_if(found, [](const Slice& slice) { return slice.task != kNoTask || slice.state != TaskState::Queued; });
  return found;
}

std::vector<std::uint32_t> workerPids(const Experiment& experiment) {
  std::vector<std::uint32_t> pids;
  for (const Event& started : eventsOf(experiment, EventKind::WorkerStarted)) pids.push_back(pidOf(started.value));
  return pids;
}

bool overlap(const Slice& a, const Slice& b) {
  return a.begin < b.end && b.begin < a.end;
}

bool ranOnTwoCoresAtOnce(const Experiment& experiment) {
  const std::vector<Overlap> overlaps = runningOverlaps(experiment.slices);
  return std::any_of(overlaps.begin(), overlaps.end(), [](const Overlap& both) {
    const bool known = both.first.core != kNoCore && both.second.core != kNoCore;
    return known && both.first.core != both.second.core && both.first.worker != both.second.worker;
  });
}

}  // namespace threadmart::claims
