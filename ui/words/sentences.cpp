// The shop in sentences. As long for five thousand customers as for five: many are counted, few are named.
#include <algorithm>
#include <array>

#include "ui/words/counts.h"
#include "ui/words/durations.h"
#include "ui/words/words.h"

namespace threadmart {
namespace {

constexpr std::size_t kNamed = 5;       // of a group, if these are all
constexpr qsizetype kNamedOfMany = 3;   // else; the others are counted
constexpr qsizetype kLongestName = 12;  // of one of them
constexpr std::size_t kOneByOne = 2;    // so many who are served are told each for themselves

QString plural(std::size_t count, const char* shop, const char* computing, Words words) {
  const QString ending = count == 1 ? QString() : QStringLiteral("s");
  return spoken(QString::fromUtf8(shop) + ending, QString::fromUtf8(computing) + ending, words);
}

// '1, 3 and 4'; '1, 2, 3 and 12 more'
QString listed(const QStringList& names, std::size_t all) {
  if (all > static_cast<std::size_t>(names.size()))
    return names.join(QStringLiteral(", ")) + QStringLiteral(" and %1 more").arg(countText(all - names.size()));
  if (names.size() < 2) return names.join(QString());
  return names.mid(0, names.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(" and ") + names.last();
}

// The number where that says it all, else the name.
QString shortName(TaskId task, const RunInfo& info) {
  const QString shop = taskWords(task, info, Words::Shop);
  if (shop != taskWords(task, info, Words::Computing)) return shop.section(QLatin1Char(' '), -1);
  return shop.size() > kLongestName ? shop.left(kLongestName - 1) + QStringLiteral("…") : shop;
}

class Teller {
 public:
  Teller(const ShopState& state, const RunInfo& info, Words words) : state_(state), info_(info), words_(words) {
    for (const ShopCustomer& customer : state.customers)
      if (customer.submitted) add(customer);
  }

  QString tell() {
    if (submitted_ == 0) {
      sentences_ << (words_ == Words::Computing ? QStringLiteral("no task has been submitted yet.")
                                                : QStringLiteral("nobody is in the shop yet."));
    }
    tellRunning();
    for (const TaskState state : {TaskState::Lock, TaskState::Ready, TaskState::Io, TaskState::Queued, TaskState::Done})
      tellGroup(state);
    tellFailed();
    tellBell();
    tellIdle();
    tellSheet();
    return QStringLiteral("At %1: ").arg(formatDuration(state_.time)) + sentences_.join(QLatin1Char(' '));
  }

 private:
  struct Group {
    std::size_t count = 0;
    std::vector<const ShopCustomer*> named;
  };

  const Group& group(TaskState state) const { return groups_[static_cast<std::size_t>(state)]; }

  void add(const ShopCustomer& customer) {
    ++submitted_;
    Group& group = groups_[static_cast<std::size_t>(customer.state)];
    ++group.count;
    if (group.named.size() < kNamed) group.named.push_back(&customer);
    if (customer.state == TaskState::Done && customer.outcome == Outcome::Failed) ++failed_;
    if (customer.state == TaskState::Done && customer.outcome == Outcome::Cancelled) ++cancelled_;
  }

  QString names(const Group& group) const {
    QStringList list;
    for (const ShopCustomer* customer : group.named) list << shortName(customer->task, info_);
    if (group.count > kNamed) list = list.mid(0, kNamedOfMany);
    return listed(list, group.count);
  }

  void tellRunning() {
    const Group& running = group(TaskState::Running);
    if (running.count > kOneByOne) return tellGroup(TaskState::Running);
    for (const ShopCustomer* customer : running.named) {
      QString sentence =
          taskWords(customer->task, info_, words_) + QStringLiteral(" is ") + runningWords(customer->core, words_);
      if (state_.tills.size() > 1 && customer->worker != kNoWorker)
        sentence += QStringLiteral(", ") + workerWords(customer->worker, info_, words_);
      sentences_ << sentence + QLatin1Char('.');
    }
  }

  // '3 customers are waiting for the scanner: 1, 3 and 4.' Those who are gone are only counted.
  void tellGroup(TaskState state) {
    const Group& of_state = group(state);
    if (of_state.count == 0) return;
    const bool one = of_state.count == 1, computing = words_ == Words::Computing;
    const QString verb = state != TaskState::Ready ? (one ? QStringLiteral("is") : QStringLiteral("are"))
                         : computing               ? (one ? QStringLiteral("has") : QStringLiteral("have"))
                                                   : (one ? QStringLiteral("finds") : QStringLiteral("find"));
    QString sentence = countText(of_state.count);
    if (state == TaskState::Done) sentence += QStringLiteral(" of ") + countText(submitted_);
    sentence += QLatin1Char(' ') +
                plural(state == TaskState::Done ? submitted_ : of_state.count, "customer", "task", words_) +
                QLatin1Char(' ') + verb + QLatin1Char(' ') + stateWords(state, words_, info_.has_gil);
    if (state != TaskState::Done) sentence += QStringLiteral(": ") + names(of_state);
    sentences_ << sentence + QLatin1Char('.');
  }

  void tellFailed() {
    if (failed_ > 0) sentences_ << countText(failed_) + QStringLiteral(" failed.");
    if (cancelled_ > 0) sentences_ << countText(cancelled_) + QStringLiteral(" cancelled.");
  }

  void tellBell() {
    if (!state_.scanner || !state_.scanner->bell_in) return;
    const Nanos left = *state_.scanner->bell_in;
    const QString bell = spoken(QStringLiteral("bell"), QStringLiteral("drop request for the GIL"), words_);
    sentences_ << (left > 0 ? QStringLiteral("%1 in %2.").arg(bell, formatDuration(left))
                            : QStringLiteral("%1: now.").arg(bell));
    sentences_.last().replace(0, 1, sentences_.last().at(0).toUpper());
  }

  void tellIdle() {
    const auto idle = static_cast<std::size_t>(
        std::count_if(state_.assistants.begin(), state_.assistants.end(),
                      [](const ShopAssistant& assistant) { return assistant.task == kNoTask; }));
    if (idle == 0) return;
    sentences_ << QStringLiteral("%1 of %2 %3 %4 nothing to do.")
                      .arg(countText(idle), countText(state_.assistants.size()),
                           plural(state_.assistants.size(), "assistant", "core", words_),
                           idle == 1 ? QStringLiteral("has") : QStringLiteral("have"));
  }

  void tellSheet() {
    if (!state_.sheet) return;
    sentences_ << QStringLiteral("The %1 says %2 and should say %3.")
                      .arg(labelWords(Label::Sheet, words_), countText(state_.sheet->says),
                           countText(state_.sheet->should_say));
  }

  const ShopState& state_;
  const RunInfo& info_;
  Words words_;
  std::array<Group, kTaskStates> groups_;
  std::size_t submitted_ = 0, failed_ = 0, cancelled_ = 0;
  QStringList sentences_;
};

}  // namespace

QString shopInSentences(const ShopState& state, const RunInfo& info, Words words) {
  return Teller(state, info, words).tell();
}

}  // namespace threadmart
