// The numbers of one thing, and of a range of time.
#include <algorithm>
#include <array>
#include <functional>

#include "ui/numbers/number_rows.h"
#include "ui/words/durations.h"

namespace threadmart {
namespace {

// States in the order in which a person asks about them.
constexpr TaskState kAsked[] = {TaskState::Running, TaskState::Lock, TaskState::Ready, TaskState::Io};

using StateTimes = std::array<Nanos, kTaskStates>;

Nanos in(const StateTimes& times, TaskState state) {
  return times[static_cast<std::size_t>(state)];
}

double share(Nanos part, Nanos whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

const char* helpOf(TaskState state, Words words) {
  const bool computing = words == Words::Computing;
  switch (state) {
    case TaskState::Queued:
      return computing ? "From being submitted to the first step." : "From coming in to the front of the line.";
    case TaskState::Running:
      return computing ? "Time on a core." : "Time in which an assistant scanned items.";
    case TaskState::Lock:
      return computing ? "Time in which another task held what it needed." : "Ready, but somebody else had it.";
    case TaskState::Ready:
      return computing ? "Runnable, but every core did something else."
                       : "Ready, but every assistant did something else.";
    case TaskState::Io:
      return computing ? "Time spent waiting for I/O, or asleep." : "Time spent fetching something.";
    case TaskState::Done:
      break;
  }
  return "";
}

// 'Scanning', '60 ms · 25 %'
NumberRow stateRow(TaskState state, Nanos time, Nanos whole, const RunInfo& info, Words words) {
  return {upperFirst(stateWords(state, words, info.has_gil)),
          formatDuration(time) + " · " + percentText(share(time, whole)), helpOf(state, words)};
}

std::vector<NumberRow> customerRows(const TaskNumbers& task, const RunInfo& info, Words words) {
  const bool computing = words == Words::Computing;
  std::vector<NumberRow> rows;
  const Nanos inside = task.end - task.start;
  for (const TaskState state : kAsked) {
    const Nanos time = in(task.in_state, state);
    if (time > 0 || state == TaskState::Running) rows.push_back(stateRow(state, time, inside, info, words));
  }
  const Nanos queued = in(task.in_state, TaskState::Queued);
  if (queued > 0)
    rows.push_back({upperFirst(stateWords(TaskState::Queued, words, info.has_gil)), formatDuration(queued),
                    helpOf(TaskState::Queued, words)});
  rows.push_back({computing ? "Started at" : "Left the line at", formatDuration(task.start),
                  "Counted from the start of the run."});
  if (task.finished) {
    rows.push_back({computing ? "Ended at" : "Gone at", formatDuration(task.end), "Counted from the start of the run.",
                    task.outcome == Outcome::Failed ? Tone::Bad : Tone::Plain,
                    task.outcome == Outcome::Done ? QString() : upperFirst(outcomeWords(task.outcome)) + '.'});
  }
  return rows;
}

// What was done in one place.
struct Place {
  Nanos busy = 0;
  std::size_t tasks = 0;    // different ones
  std::size_t changes = 0;  // from one to another
};

Place placeOf(const std::vector<Slice>& slices, const std::function<bool(const Slice&)>& there) {
  Place place;
  std::vector<bool> seen;
  TaskId last = kNoTask;
  for (const Slice& slice : slices) {
    if (slice.state != TaskState::Running || slice.task == kNoTask || slice.duration() <= 0 || !there(slice)) continue;
    place.busy += slice.duration();
    if (slice.task >= seen.size()) seen.resize(slice.task + 1, false);
    if (!seen[slice.task]) ++place.tasks;
    seen[slice.task] = true;
    if (last != kNoTask && last != slice.task) ++place.changes;
    last = slice.task;
  }
  return place;
}

std::vector<NumberRow> placeRows(const Place& place, const Numbers& numbers, Words words) {
  const bool computing = words == Words::Computing;
  return {{"Busy", formatDuration(place.busy) + " · " + percentText(share(place.busy, numbers.makespan)),
           "By this run, of the time that the run took."},
          {computing ? "Tasks it ran" : "Customers it served", countText(place.tasks),
           computing ? "Different tasks that were on a core here." : "Different customers who were scanned here."},
          {computing ? "Switches between tasks" : "Next customer, please", timesText(place.changes),
           computing ? "How often it went over from one task to another."
                     : "How often it went over from one customer to another."}};
}

// What there is of the slices between two times.
struct Between {
  StateTimes times{};
  std::vector<Slice> running;  // cut to the range
  std::size_t tasks = 0;       // that were on a core
};

Between cut(const std::vector<Slice>& slices, const TimeRange& range) {
  Between between;
  std::vector<bool> seen;
  for (const Slice& slice : slices) {
    if (slice.begin >= range.end) break;  // they are ordered by begin
    const Nanos begin = std::max(slice.begin, range.begin), end = std::min(slice.end, range.end);
    if (slice.task == kNoTask || end <= begin) continue;
    between.times[static_cast<std::size_t>(slice.state)] += end - begin;
    if (slice.state != TaskState::Running) continue;
    Slice part = slice;
    part.begin = begin;
    part.end = end;
    between.running.push_back(part);
    if (slice.task >= seen.size()) seen.resize(slice.task + 1, false);
    if (!seen[slice.task]) ++between.tasks;
    seen[slice.task] = true;
  }
  return between;
}

}  // namespace

std::vector<NumberRow> thingRows(const Thing& thing, const Numbers& numbers, const std::vector<Slice>& slices,
                                 const RunInfo& info, Words words) {
  switch (thing.kind) {
    case Thing::Kind::None:
      return {};
    case Thing::Kind::Customer:
    case Thing::Kind::Ticket:
      if (thing.id >= numbers.tasks.size()) return {};
      return customerRows(numbers.tasks[thing.id], info, words);
    case Thing::Kind::Till:
      if (thing.id >= info.workers_info.size()) return {};
      return placeRows(placeOf(slices, [&](const Slice& slice) { return slice.worker == thing.id; }), numbers, words);
    case Thing::Kind::Assistant:
      return placeRows(placeOf(slices, [&](const Slice& slice) { return slice.core == thing.id; }), numbers, words);
  }
  return {};
}

std::vector<NumberRow> rangeRows(const std::vector<Slice>& slices, const TimeRange& range, const RunInfo& info,
                                 Words words) {
  if (range.end <= range.begin) return {};
  const bool computing = words == Words::Computing;
  const Between between = cut(slices, range);
  const unsigned cores = coresOf(info);
  QString used = QString::number(share(in(between.times, TaskState::Running), range.length()), 'f', 2);
  if (cores > 0) used += QString(" of %1").arg(cores);
  std::vector<NumberRow> rows{
      {"Length", formatDuration(range.length()), "From the begin of the range to its end."},
      {spoken("Assistants", words == Words::Both ? "cores" : "Cores", words) + " busy, on average", used,
       computing ? "Time on a core, of all tasks together, divided by the length."
                 : "Time of scanning, of all customers together, divided by the length."}};
  Nanos all = 0;  // of those who had started
  for (const TaskState state : kAsked) all += in(between.times, state);
  for (const TaskState state : kAsked)
    if (const Nanos time = in(between.times, state); time > 0) rows.push_back(stateRow(state, time, all, info, words));
  rows.push_back({computing ? "Tasks on a core" : "Customers scanned", countText(between.tasks),
                  computing ? "Different tasks that were on a core in this time."
                            : "Different customers who were scanned in this time."});
  rows.push_back({computing ? "Switches between tasks" : "Next customer, please",
                  timesText(countSwitches(between.running, info)),
                  computing ? "How often a core or worker went over from one task to another."
                            : "How often a till went over from one customer to another."});
  return rows;
}

}  // namespace threadmart
