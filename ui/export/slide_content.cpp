#include "ui/export/slide_content.h"

#include <algorithm>
#include <map>
#include <set>

#include <QDate>
#include <QLocale>
#include <QStringList>

namespace threadmart {
namespace {

QString counted(std::size_t count, const QString& one, const QString& many) {
  return QLocale::c().toString(static_cast<qulonglong>(count)) + QLatin1Char(' ') + (count == 1 ? one : many);
}

QString paceWords(double pace) {
  return pace == 1 ? QString() : QStringLiteral("%1 × slower").arg(QString::number(pace, 'g', 3));
}

// What is the same for all recordings is said once, below; the rest stands beside each.
QString commonCaption(const std::vector<SlideGroup>& groups) {
  if (groups.size() == 1) return captionOf(groups.front().info);
  std::vector<QStringList> captions;
  captions.reserve(groups.size());
  for (const SlideGroup& group : groups) captions.push_back(captionOf(group.info).split(QStringLiteral(" · ")));
  QStringList common;
  for (const QString& part : captions.front()) {
    const bool everywhere = std::all_of(captions.begin(), captions.end(),
                                        [&](const QStringList& caption) { return caption.contains(part); });
    if (everywhere) common << part;
  }
  return common.join(QStringLiteral(" · "));
}

SlideGroup makeGroup(const Recording& recording, std::optional<LaneBy> by) {
  SlideGroup group;
  group.info = recording.info();
  const Snapshot snapshot = recording.snapshot();
  const auto slices = std::make_shared<const std::vector<Slice>>(makeSlices(snapshot));
  group.numbers = makeNumbers(*slices, snapshot, group.info);
  group.model = TimelineModel(by.value_or(bestLanes(*slices, group.info)));
  group.model.update(slices, group.info, group.numbers);
  group.name = QString::fromStdString(group.info.executor.empty() ? group.info.title : group.info.executor);
  group.computing = computingWords(group.info);
  return group;
}

TimeRange timeOf(const std::vector<SlideGroup>& groups, const SlideOptions& options) {
  Nanos end = 1;
  for (const SlideGroup& group : groups) end = std::max(end, group.model.end());
  const TimeRange time{options.from.value_or(0), options.to.value_or(end)};
  if (time.begin < 0 || time.end <= time.begin)
    throw std::runtime_error(
        "the time range is empty: --from must be earlier than --to, and before the end of the run at " +
        formatDuration(end).toStdString());
  return time;
}

}  // namespace

LaneBy bestLanes(const std::vector<Slice>& slices, const RunInfo& info) {
  std::map<WorkerId, Nanos> busy_until;
  std::set<WorkerId> workers;
  for (const Slice& slice : slices) {
    if (slice.task == kNoTask || slice.worker == kNoWorker || slice.duration() <= 0) continue;
    if (slice.begin < busy_until[slice.worker]) return LaneBy::Task;  // an event loop: many at once
    busy_until[slice.worker] = slice.end;
    workers.insert(slice.worker);
  }
  return workers.size() < info.tasks.size() ? LaneBy::Worker : LaneBy::Task;
}

QString computingWords(const RunInfo& info) {
  const std::size_t tasks = info.tasks.size(), workers = info.workers_info.size();
  if (info.executor == "sequential") return QStringLiteral("one after the other");
  if (workers == 0) return QString();
  switch (info.workers_info.front().kind) {
    case WorkerKind::Loop:
      return QStringLiteral("1 thread, %1")
          .arg(counted(tasks, QStringLiteral("coroutine"), QStringLiteral("coroutines")));
    case WorkerKind::Process:
      return counted(workers, QStringLiteral("process"), QStringLiteral("processes"));
    case WorkerKind::Thread:
      return counted(workers, QStringLiteral("thread"), QStringLiteral("threads")) +
             (info.has_gil ? QStringLiteral(", one GIL") : QString());
  }
  return {};
}

QString sourceWords(CoreTimeSource source) {
  switch (source) {
    case CoreTimeSource::SchedulerSwitches:
      return QStringLiteral("core times from the scheduler");
    case CoreTimeSource::RunDelay:
      return QStringLiteral("core times from clock and run delay");
    case CoreTimeSource::None:
      return QStringLiteral("core times not known exactly");
    case CoreTimeSource::Foreign:
      return QStringLiteral("from another tool's trace");
  }
  return {};
}

QString dateWords(const std::string& iso_8601) {
  const QDate date = QDate::fromString(QString::fromStdString(iso_8601).left(10), Qt::ISODate);
  return date.isValid() ? QLocale::c().toString(date, QStringLiteral("d MMM yyyy")) : QString();
}

QString captionOf(const RunInfo& info) {
  QStringList parts;
  const auto add = [&parts](const QString& text) {
    if (!text.isEmpty()) parts << text;
  };
  add(QString::fromStdString(info.scenario));
  add(QString::fromStdString(info.executor));
  if (info.workers > 0) add(counted(info.workers, QStringLiteral("worker"), QStringLiteral("workers")));
  const unsigned cores = info.run_cores > 0 ? info.run_cores : info.machine.cores;
  if (cores > 0) add(counted(cores, QStringLiteral("core"), QStringLiteral("cores")));
  add(paceWords(info.pace));
  const QString date = dateWords(info.started_at);
  add(date.isEmpty() ? QStringLiteral("measured") : QStringLiteral("measured ") + date);
  add(sourceWords(info.source));
  return parts.join(QStringLiteral(" · "));
}

SlideContent makeSlideContent(const Recordings& recordings, const SlideOptions& options) {
  if (recordings.empty()) throw std::runtime_error("there is no recording to draw");
  SlideContent content;
  for (const auto& recording : recordings) content.groups.push_back(makeGroup(*recording, options.by));
  const SlideGroup& first = content.groups.front();
  const std::string& title = first.info.title.empty() ? first.info.scenario : first.info.title;
  content.title = options.title.isEmpty() ? QString::fromStdString(title) : options.title;
  content.subtitle = options.subtitle;
  content.caption = commonCaption(content.groups);
  if (content.subtitle.isEmpty() && content.groups.size() == 1) {
    content.subtitle = first.name;
    if (!first.computing.isEmpty()) content.subtitle += QStringLiteral(": ") + first.computing;
  }
  if (content.subtitle.isEmpty() && content.groups.size() > 1)
    content.subtitle = QStringLiteral("The same work in %1 ways, on the same time axis").arg(content.groups.size());
  content.time = timeOf(content.groups, options);
  return content;
}

}  // namespace threadmart
