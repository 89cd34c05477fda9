#include "ui/timeline/sentences.h"

#include <algorithm>

#include <QStringList>

namespace threadmart {
namespace {

constexpr std::size_t kTold = 20;

// What a lane without a slice does.
QString idle(const TimelineModel& model, const TimelineLane& lane, Nanos time) {
  if (model.by() != LaneBy::Task) return spoken(QStringLiteral("nothing to do"), QStringLiteral("idle"), model.words());
  const TaskNumbers* task = model.task(lane.id());
  if (task && task->finished && time >= task->end) return stateWords(TaskState::Done, model.words(), model.hasGil());
  return spoken(QStringLiteral("not in the shop yet"), QStringLiteral("not submitted yet"), model.words());
}

QString laneAt(const TimelineModel& model, std::size_t number, Nanos time) {
  const TimelineLane& lane = model.lanes()[number];
  const Slice* slice = model.sliceAt(number, time);
  QString what;
  if (!slice) {
    what = idle(model, lane, time);
  } else if (slice->task == kNoTask) {
    what = spoken(QStringLiteral("opening"), QStringLiteral("starting up"), model.words());
  } else {
    what = slice->state == TaskState::Running ? runningWords(slice->core, model.words())
                                              : stateWords(slice->state, model.words(), model.hasGil());
    if (model.by() != LaneBy::Task) what.prepend(model.taskName(slice->task) + QLatin1Char(' '));
  }
  return lane.name() + QStringLiteral(": ") + what;
}

QString lanesAt(const TimelineModel& model, Nanos time) {
  QStringList lanes;
  const std::size_t told = std::min(kTold, model.lanes().size());
  for (std::size_t lane = 0; lane < told; ++lane) lanes << laneAt(model, lane, time);
  if (told < model.lanes().size()) lanes << QStringLiteral("and %1 more lanes").arg(model.lanes().size() - told);
  return QStringLiteral("At %1: %2.").arg(formatDuration(time), lanes.join(QStringLiteral("; ")));
}

}  // namespace

QString timelineInSentences(const TimelineModel& model, const RunInfo& info, const TimelineView& view) {
  if (model.lanes().empty()) return QStringLiteral("Nothing has been recorded yet.");
  QStringList sentences;
  const std::size_t count = model.lanes().size();
  sentences << QStringLiteral("%1 %2 %3.")
                   .arg(count)
                   .arg(count == 1 ? QStringLiteral("lane") : QStringLiteral("lanes"),
                        laneByWords(model.by(), model.words()));
  const TimeRange shown{view.shown.begin, std::min(view.shown.end, std::max(model.end(), view.shown.begin + 1))};
  if (shown.begin <= 0 && shown.end >= model.end()) {
    sentences << QStringLiteral("All of the run is shown, %1.").arg(formatDuration(model.end()));
  } else {
    sentences << QStringLiteral("%1 of %2 is shown.")
                     .arg(formatInterval(shown.begin, shown.end), formatDuration(model.end()));
  }
  if (view.playhead) sentences << lanesAt(model, *view.playhead);
  if (view.selected) sentences << QStringLiteral("Selected: %1.").arg(thingName(view.selected, info, model.words()));
  if (view.range)
    sentences << QStringLiteral("Selected range: %1, %2 long.")
                     .arg(formatInterval(view.range->begin, view.range->end), formatDuration(view.range->length()));
  return sentences.join(QLatin1Char(' '));
}

}  // namespace threadmart
