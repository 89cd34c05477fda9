#include "ui/numbers/number_rows.h"

#include <cmath>

#include <QLocale>
#include <QStringList>

#include "core/run/report.h"
#include "ui/timeline/coordinates.h"

namespace threadmart {
namespace {

QString threeDigits(double value) {
  const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return QString::number(value, 'f', decimals);
}

Tone toneOf(double speedup) {
  if (speedup >= 1.2) return Tone::Good;
  return speedup < 0.995 ? Tone::Bad : Tone::Plain;
}

NumberRow makespanRow(const Numbers& numbers, const RunInfo& info) {
  return {info.finished ? "Finished in" : "Running for", formatDuration(numbers.makespan),
          "From the first customer at the door to the last one out: the makespan."};
}

NumberRow speedupRow(const Numbers& numbers) {
  return {"Speed-up over one till", threeDigits(numbers.speedup) + " ×",
          "What all customers need one after another, divided by what this run took.", toneOf(numbers.speedup)};
}

NumberRow coresRow(const Numbers& numbers, const RunInfo& info) {
  const unsigned cores = info.run_cores > 0 ? info.run_cores : info.machine.cores;
  QString value = QString::number(numbers.cores_used, 'f', 1);
  if (cores > 0) value += QString(" of %1").arg(cores);
  return {"Cores kept busy, on average", value,
          "Time that the tasks spent on a core, divided by the time the run took."};
}

NumberRow switchesRow(const Numbers& numbers, const RunInfo& info) {
  const QString times = numbers.switches == 1 ? "once" : countText(numbers.switches) + " times";
  if (info.has_gil) return {"Scanner handed over", times, "How often the GIL went from one thread to another."};
  return {"Next customer, please", times, "How often a till went over from one customer to another: context switches."};
}

NumberRow lockRow(const Numbers& numbers, const RunInfo& info) {
  const QString value = QString("%1 % of the time").arg(std::lround(numbers.lock_share * 100));
  if (info.has_gil)
    return {"Waiting for the GIL", value, "Share of the customers' time spent ready, but waiting for the one scanner."};
  return {"Waiting for a lock", value,
          "Share of the customers' time spent waiting for something that another one held."};
}

NumberRow servedRow(const Numbers& numbers, const RunInfo& info) {
  QString value = QString("%1 of %2").arg(countText(numbers.finished), countText(info.tasks.size()));
  if (numbers.failed > 0) value += QString(" · %1 failed").arg(countText(numbers.failed));
  if (numbers.cancelled > 0) value += QString(" · %1 cancelled").arg(countText(numbers.cancelled));
  return {numbers.failed + numbers.cancelled > 0 ? "Served" : "Customers served", value,
          "Tasks that have left, by whatever way.", numbers.failed > 0 ? Tone::Bad : Tone::Plain};
}

NumberRow counterRow(const CounterResult& counter) {
  const bool right = counter.actual == counter.expected;
  return {"Stock sheet", QString("%1 of %2").arg(countText(counter.actual), countText(counter.expected)),
          "What the shared counter says, and what it should say: the difference are lost updates.",
          right ? Tone::Good : Tone::Bad};
}

NumberRow uploadsRow(const UploadResult& uploads) {
  const bool right =
      uploads.files == uploads.expected_files && uploads.bytes == uploads.expected_bytes && uploads.digests_equal;
  return {"Files arrived", QString("%1 of %2").arg(countText(uploads.files), countText(uploads.expected_files)),
          right ? QString("Every file arrived with the content that was sent.")
                : QString("Some files are missing or differ from what was sent."),
          right ? Tone::Good : Tone::Bad};
}

NumberRow eventsRow(const Numbers& numbers) {
  return {"Events recorded", QString("%1 · %2 lost").arg(countText(numbers.events), countText(numbers.lost)),
          "Facts that the workers reported, each with its time; none may be lost.",
          numbers.lost > 0 ? Tone::Bad : Tone::Plain};
}

NumberRow sourceRow(CoreTimeSource source) {
  const QString name = QString::fromStdString(sourceName(source)).replace('-', ' ');
  return {"Core times from", name,
          "How it is known when a task was on a core: " + QString::fromStdString(sourceText(source))};
}

NumberRow paceRow(double pace) {
  return {"Pace", paceText(pace), "Items, waits and the bell take so many times longer than they would in earnest."};
}

NumberRow digestRow(const std::string& digest) {
  return {"Results digest", QString::fromStdString(digest.substr(0, 12)) + "…",
          QString("SHA-256 over all results in input order: %1").arg(QString::fromStdString(digest))};
}

}  // namespace

std::vector<NumberRow> numberRows(const Numbers& numbers, const RunInfo& info) {
  std::vector<NumberRow> rows{makespanRow(numbers, info), speedupRow(numbers), coresRow(numbers, info),
                              switchesRow(numbers, info)};
  if (info.has_gil || numbers.lock_share > 0) rows.push_back(lockRow(numbers, info));
  rows.push_back(servedRow(numbers, info));
  if (info.counter) rows.push_back(counterRow(*info.counter));
  if (info.uploads) rows.push_back(uploadsRow(*info.uploads));
  rows.push_back(eventsRow(numbers));
  rows.push_back(sourceRow(info.source));
  rows.push_back(paceRow(info.pace));
  if (!info.results_digest.empty()) rows.push_back(digestRow(info.results_digest));
  return rows;
}

QString numbersText(const std::vector<NumberRow>& rows) {
  QStringList lines;
  for (const NumberRow& row : rows) lines << row.label + '\t' + row.value;
  return lines.join('\n');
}

QString countText(std::uint64_t count) {
  return QLocale(QLocale::English).toString(static_cast<qulonglong>(count));
}

QString paceText(double pace) {
  if (pace == 1.0) return "real time";
  return pace > 1.0 ? QString("%1 × slower than real").arg(pace, 0, 'g', 4)
                    : QString("%1 × faster than real").arg(1.0 / pace, 0, 'g', 4);
}

}  // namespace threadmart
