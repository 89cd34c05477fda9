#include "ui/numbers/number_rows.h"

#include <algorithm>
#include <cmath>

#include <QLocale>
#include <QStringList>

#include "core/run/report.h"
#include "ui/words/durations.h"

namespace threadmart {
namespace {

Tone toneOf(double speedup) {
  if (speedup >= 1.2) return Tone::Good;
  return speedup < 0.995 ? Tone::Bad : Tone::Plain;
}

const char* verdictOf(double speedup) {
  if (speedup >= 1.2) return "faster";
  if (speedup >= 1.03) return "a little faster";
  return speedup >= 0.97 ? "no faster" : "slower";
}

// The rows of one run. Where both languages are spoken a name says both; a sentence with everything twice could not be
// read, so it speaks the computer's.
class RunRows {
 public:
  RunRows(const Numbers& numbers, const RunInfo& info, Words words)
      : numbers_(numbers), info_(info), words_(words), told_(words == Words::Both ? Words::Computing : words) {}

  std::vector<NumberRow> rows() const {
    std::vector<NumberRow> rows{makespan(), speedup(), cores(), switches()};
    if (info_.has_gil || numbers_.lock_share > 0) rows.push_back(lock());
    rows.push_back(served());
    if (info_.counter) rows.push_back(counter(*info_.counter));
    if (info_.uploads) rows.push_back(uploads(*info_.uploads));
    rows.push_back(events());
    rows.push_back(source());
    rows.push_back(pace());
    if (!info_.results_digest.empty()) rows.push_back(digest());
    return rows;
  }

 private:
  QString pair(const char* shop, const char* computing) const {
    return upperFirst(spoken(QString::fromUtf8(shop), QString::fromUtf8(computing), words_));
  }
  bool computing() const { return told_ == Words::Computing; }  // of sentences

  NumberRow makespan() const {
    return {info_.finished ? "Finished in" : "Running for", formatDuration(numbers_.makespan),
            computing() ? "From the start of the run to the end of its last task: the makespan."
                        : "From the first customer at the door to the last one out: the makespan."};
  }

  NumberRow speedup() const {
    const QString alone = formatDuration(numbers_.sum_of_parts);
    const QString sentence = numbers_.sum_of_parts > 0
                                 ? QString(computing() ? "One after the other takes %1: this is %2."
                                                       : "One till, one line takes %1: this is %2.")
                                       .arg(alone, verdictOf(numbers_.speedup))
                                 : QString();
    return {words_ == Words::Computing ? "Speed-up" : "Speed-up over one till", ratioText(numbers_.speedup) + " ×",
            computing() ? "What all tasks need one after another, divided by what this run took."
                        : "What all customers need one after another, divided by what this run took.",
            toneOf(numbers_.speedup), info_.finished ? sentence : QString()};
  }

  NumberRow cores() const {
    const unsigned cores = coresOf(info_);
    QString value = QString::number(numbers_.cores_used, 'f', 1);
    QString sentence;
    if (cores > 0) {
      value += QString(" of %1").arg(cores);
      const QString share = percentText(numbers_.cores_used / cores), who = computing() ? "core" : "assistant";
      sentence = cores == 1 ? QString("The one %1 was busy %2 of the time.").arg(who, share)
                            : QString("%1 of what %2 %3s can do.").arg(share, QString::number(cores), who);
    }
    return {pair("assistants", "cores") + " kept busy, on average", value,
            computing() ? "Time that the tasks spent on a core, divided by the time the run took."
                        : "Time that customers were being scanned, divided by the time the run took.",
            Tone::Plain, sentence};
  }

  // How often a till went over from one customer to another, and after how much work.
  NumberRow switches() const {
    QString sentence;
    if (numbers_.switches > 0 && numbers_.cpu > 0) {
      const QString each = formatDuration(numbers_.cpu / static_cast<Nanos>(numbers_.switches));
      sentence = QString(computing() ? "A switch for each %1 on a core." : "One for each %1 of scanning.").arg(each);
    }
    const QString times = timesText(numbers_.switches);
    if (info_.has_gil)
      return {pair("scanner handed over", "GIL handed over"), times,
              computing() ? "How often the GIL went from one thread to another."
                          : "How often the one scanner went from one customer to another.",
              Tone::Plain, sentence};
    return {pair("next customer, please", "switches between tasks"), times,
            computing() ? "How often a core or worker went over from one task to another: context switches."
                        : "How often a till went over from one customer to another: context switches.",
            Tone::Plain, sentence};
  }

  NumberRow lock() const {
    const QString waiting = stateWords(TaskState::Lock, words_, info_.has_gil);
    return {upperFirst(waiting), percentText(numbers_.lock_share),
            computing() ? "Share of the tasks' time, from start to end, spent waiting for what another one held."
                        : "Share of the customers' time, from start to end, spent waiting for what another one held.",
            Tone::Plain, lockSentence()};
  }

  // '75 % of the time was spent waiting for the GIL, 24 % on a core.'
  QString lockSentence() const {
    QString sentence = QString("%1 of the time was spent %2")
                           .arg(percentText(numbers_.lock_share), stateWords(TaskState::Lock, told_, info_.has_gil));
    Nanos all = 0;
    for (const TaskState state : {TaskState::Running, TaskState::Io, TaskState::Lock, TaskState::Ready})
      all += numbers_.in_state[static_cast<std::size_t>(state)];
    for (const TaskState state : {TaskState::Running, TaskState::Io}) {
      const Nanos part = numbers_.in_state[static_cast<std::size_t>(state)];
      if (part > 0)
        sentence += QString(", %1 %2").arg(percentText(static_cast<double>(part) / static_cast<double>(all)),
                                           stateWords(state, told_, info_.has_gil));
    }
    return sentence + '.';
  }

  NumberRow served() const {
    const unsigned done = numbers_.finished - numbers_.failed - numbers_.cancelled;
    QString value = QString("%1 of %2").arg(countText(done), countText(info_.tasks.size()));
    if (numbers_.failed > 0) value += QString(" · %1 failed").arg(countText(numbers_.failed));
    if (numbers_.cancelled > 0) value += QString(" · %1 cancelled").arg(countText(numbers_.cancelled));
    const bool all_well = numbers_.failed + numbers_.cancelled == 0;  // else the value needs the room
    return {all_well ? pair("customers served", "tasks finished") : pair("served", "finished"), value,
            computing() ? "Tasks that have come to their end." : "Customers who have left with all they came for.",
            numbers_.failed > 0 ? Tone::Bad : Tone::Plain};
  }

  NumberRow counter(const CounterResult& counter) const {
    const bool right = counter.actual == counter.expected;
    const std::uint64_t lost = right ? 0 : counter.expected - std::min(counter.actual, counter.expected);
    return {
        upperFirst(labelWords(Label::Sheet, words_)),
        QString("%1 of %2").arg(countText(counter.actual), countText(counter.expected)),
        "What the shared counter says, and what it should say: the difference are lost updates.",
        right ? Tone::Good : Tone::Bad,
        lost > 0 ? QString("%1 %2 lost.").arg(countText(lost), lost == 1 ? "update was" : "updates were") : QString()};
  }

  NumberRow uploads(const UploadResult& uploads) const {
    const bool right =
        uploads.files == uploads.expected_files && uploads.bytes == uploads.expected_bytes && uploads.digests_equal;
    return {"Files arrived", QString("%1 of %2").arg(countText(uploads.files), countText(uploads.expected_files)),
            right ? QString("Every file arrived with the content that was sent.")
                  : QString("Some files are missing or differ from what was sent."),
            right ? Tone::Good : Tone::Bad};
  }

  NumberRow events() const {
    return {"Events recorded", QString("%1 · %2 lost").arg(countText(numbers_.events), countText(numbers_.lost)),
            "Facts that the workers reported, each with its time; none may be lost.",
            numbers_.lost > 0 ? Tone::Bad : Tone::Plain};
  }

  NumberRow source() const {
    const QString name = QString::fromStdString(sourceName(info_.source)).replace('-', ' ');
    return {"Core times from", name,
            "How it is known when a task was on a core: " + QString::fromStdString(sourceText(info_.source))};
  }

  NumberRow pace() const {
    return {"Pace", paceText(info_.pace),
            "Items, waits and the bell take so many times longer than they would in earnest."};
  }

  NumberRow digest() const {
    return {"Results digest", QString::fromStdString(info_.results_digest.substr(0, 12)) + "…",
            QString("SHA-256 over all results in input order: %1").arg(QString::fromStdString(info_.results_digest))};
  }

  const Numbers& numbers_;
  const RunInfo& info_;
  Words words_, told_;  // of names; of sentences
};

}  // namespace

std::vector<NumberRow> numberRows(const Numbers& numbers, const RunInfo& info, Words words) {
  return RunRows(numbers, info, words).rows();
}

QString numbersText(const std::vector<NumberRow>& rows) {
  QStringList lines;
  for (const NumberRow& row : rows) lines << row.label + '\t' + row.value;
  return lines.join('\n');
}

QString upperFirst(QString text) {
  if (!text.isEmpty()) text[0] = text.at(0).toUpper();
  return text;
}

QString timesText(std::uint64_t count) {
  return count == 0 ? QString("never") : count == 1 ? QString("once") : countText(count) + " times";
}

QString ratioText(double value) {
  return QString::number(value, 'f', value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
}

QString paceText(double pace) {
  if (pace == 1.0) return "real time";
  return pace > 1.0 ? QString("%1 × slower than real").arg(pace, 0, 'g', 4)
                    : QString("%1 × faster than real").arg(1.0 / pace, 0, 'g', 4);
}

unsigned coresOf(const RunInfo& info) {
  return info.run_cores > 0 ? info.run_cores : info.machine.cores;
}

}  // namespace threadmart
