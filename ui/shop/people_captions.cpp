// What is written beside people: what they wait for, how long they are still away, how many they are.
#include <algorithm>
#include <cmath>

#include <QLocale>

#include "ui/shop/drawing.h"
#include "ui/words/durations.h"

namespace threadmart {
namespace {

constexpr double kMuchElsewhere = 0.3;    // of a core, used by other programs
constexpr std::size_t kMostBubbles = 40;  // more are not even tried
constexpr std::size_t kCounted = 4;       // from so many on, a number says how many

QString counted(std::size_t count, const QString& what) {
  return QLocale::c().toString(static_cast<qulonglong>(count)) + QLatin1Char(' ') + what;
}

Caption waitingCaption(const Drawing& drawing, const WaitingGroup& group) {
  const bool lock = group.state == TaskState::Lock;
  const bool board = drawing.floor.needs.kind == ShopKind::TicketBoard;
  const QString state = stateWords(group.state, drawing.look.words, drawing.info.has_gil);
  QStringList texts;
  if (lock) {
    texts << drawing.spoken(QStringLiteral("ready, waiting for the scanner"),
                            drawing.info.has_gil ? QStringLiteral("GIL") : QStringLiteral("lock"));
    if (drawing.look.words != Words::Shop) texts.prepend(QStringLiteral("ready, ") + state);
    texts << state << (drawing.info.has_gil ? QStringLiteral("GIL") : QStringLiteral("lock"));
    if (drawing.look.words == Words::Shop) texts.last() = QStringLiteral("scanner");
  } else if (board) {
    texts << drawing.spoken(QStringLiteral("called, their turn is next"), QStringLiteral("ready to resume"))
          << QStringLiteral("ready");
  } else {
    texts << QStringLiteral("ready, ") + state << state << QStringLiteral("ready");
  }
  const std::size_t count = group.tasks.size();
  if (count >= kCounted)
    for (QString& text : texts) text = counted(count, text);
  return {.texts = texts,
          .anchor = {group.area.center().x(), group.area.top() - drawing.px(7)},
          .style = lock ? CaptionStyle::Lock : CaptionStyle::Ready,
          .size = 11};
}

struct Trip {
  TaskId task = kNoTask;
  std::optional<Nanos> left;  // if it is known how long it takes, and that is not over
};

Trip tripOf(TaskId task, const ShopState& state) {
  const ShopCustomer& customer = state.customers[task];
  if (!customer.wait) return {task, {}};
  const Nanos left = customer.since + *customer.wait - state.time;
  return left > 0 ? Trip{task, left} : Trip{task, {}};
}

// 'avocado… 0.5 s', '0.5 s'; where nobody knows how long it takes: 'away for 0.1 s'
QStringList tripTexts(const Drawing& drawing, const Trip& trip, const ShopState& state) {
  const ShopCustomer& customer = state.customers[trip.task];
  if (trip.left) {
    const QString left = formatRemaining(*trip.left, *customer.wait);
    const bool loop = drawing.floor.needs.kind == ShopKind::TicketBoard;
    return {
        drawing.spoken(QStringLiteral("avocado… "), loop ? QStringLiteral("await ") : QStringLiteral("I/O ")) + left,
        left};
  }
  const QString gone = formatDuration(state.time - customer.since);
  return {drawing.spoken(QStringLiteral("away for "), QStringLiteral("I/O for ")) + gone, gone};
}

bool captionTrip(const Drawing& drawing, const Scene& scene, const Trip& trip, const QStringList& texts) {
  const Person& person = scene.customers[trip.task];
  const Caption caption{.texts = texts,
                        .anchor = {person.feet.x(), person.feet.y() - person.height - drawing.px(5)},
                        .style = CaptionStyle::Bubble,
                        .size = 10.5,
                        .slide = false};
  return drawing.caption(caption).has_value();
}

// Whether a bubble of the short text finds room over each of them.
bool allFit(const Drawing& drawing, const Scene& scene, const std::vector<Trip>& trips) {
  if (trips.size() > kMostBubbles) return false;
  CaptionSpace tried = drawing.captions;
  return std::all_of(trips.begin(), trips.end(), [&](const Trip& trip) {
    const Person& person = scene.customers[trip.task];
    return placeCaption(nullptr, tried,
                        {.texts = {tripTexts(drawing, trip, scene.state).last()},
                         .anchor = {person.feet.x(), person.feet.y() - person.height - drawing.px(5)},
                         .style = CaptionStyle::Bubble,
                         .size = 10.5,
                         .slide = false},
                        drawing.theme)
        .has_value();
  });
}

void captionTrips(const Drawing& drawing, const Scene& scene, const std::vector<Trip>& trips) {
  const bool one = trips.size() == 1;
  for (const Trip& trip : trips) {
    const QStringList texts = tripTexts(drawing, trip, scene.state);
    captionTrip(drawing, scene, trip, one ? texts : QStringList{texts.last()});
  }
}

// One for all of them: how many are away, and who comes back first.
void captionAllAway(const Drawing& drawing, const Scene& scene, const std::vector<Trip>& trips) {
  const Trip* next = nullptr;
  for (const Trip& trip : trips)
    if (trip.left && (!next || *trip.left < *next->left)) next = &trip;
  const QString away = counted(trips.size(), stateWords(TaskState::Io, drawing.look.words, drawing.info.has_gil));
  QStringList texts;
  if (next) {
    const QString left = formatRemaining(*next->left, *scene.state.customers[next->task].wait);
    texts << away + QStringLiteral(" · next back in ") + left;
  }
  texts << away;
  double top = drawing.floor.aisle.bottom(), left = drawing.floor.aisle.right(), right = drawing.floor.aisle.left();
  for (const Trip& trip : trips) {
    const Person& person = scene.customers[trip.task];
    top = std::min(top, person.feet.y() - person.height);
    left = std::min(left, person.feet.x());
    right = std::max(right, person.feet.x());
  }
  const double gap = drawing.px(3);
  if (drawing.caption(
          {.texts = texts, .anchor = {(left + right) / 2, top - gap}, .style = CaptionStyle::Chip, .size = 11}))
    return;
  drawing.caption({.texts = texts,
                   .anchor = {(left + right) / 2, drawing.floor.aisle.bottom() + gap},
                   .side = CaptionSide::Below,
                   .style = CaptionStyle::Chip,
                   .size = 11});
}

TaskState stateAt(Spot spot) {
  switch (spot) {
    case Spot::Outside:
    case Spot::Line:
      return TaskState::Queued;
    case Spot::Till:
      return TaskState::Running;
    case Spot::Aisle:
      return TaskState::Io;
    case Spot::Waiting:
      return TaskState::Ready;
    case Spot::Exit:
      return TaskState::Done;
  }
  return TaskState::Queued;
}

void captionAssistant(const Drawing& drawing, const ShopAssistant& assistant, const Person& person) {
  const QString name = coreWords(assistant.core, drawing.look.words);
  drawing.caption({.texts = {name, QStringLiteral("core %1").arg(assistant.core), QString::number(assistant.core)},
                   .anchor = person.feet + QPointF(0, drawing.px(2)),
                   .side = CaptionSide::Below,
                   .style = CaptionStyle::Muted,
                   .size = 10.5,
                   .slide = true});
  if (assistant.others <= kMuchElsewhere) return;
  const QString share = QStringLiteral("%1 %").arg(std::lround(assistant.others * 100));
  drawing.caption({.texts = {drawing.spoken(QStringLiteral("elsewhere: "), QStringLiteral("other programs: ")) + share,
                             QStringLiteral("elsewhere: ") + share, share},
                   .anchor = person.feet - QPointF(0, person.height + drawing.px(3)),
                   .style = CaptionStyle::Chip,
                   .size = 10,
                   .most = drawing.floor.staff.width()});
}

}  // namespace

void captionWaiting(const Drawing& drawing, const std::vector<WaitingGroup>& groups) {
  for (const WaitingGroup& group : groups) drawing.caption(waitingCaption(drawing, group));
}

void captionAway(const Drawing& drawing, const Scene& scene) {
  std::vector<Trip> trips;
  for (TaskId task = 0; task < scene.customers.size(); ++task)
    if (scene.customers[task].spot == Spot::Aisle && scene.customers[task].opacity > 0.5)
      trips.push_back(tripOf(task, scene.state));
  if (trips.empty()) return;
  if (allFit(drawing, scene, trips)) return captionTrips(drawing, scene, trips);
  // Who was chosen is spoken of all the same.
  const auto chosen = std::find_if(trips.begin(), trips.end(), [&](const Trip& trip) {
    return drawing.look.selected.isTask() && drawing.look.selected.id == trip.task;
  });
  if (chosen != trips.end()) captionTrips(drawing, scene, {*chosen});
  captionAllAway(drawing, scene, trips);
}

void captionCrowds(const Drawing& drawing, const Scene& scene) {
  for (const Scene::Crowd& crowd : scene.crowds) {
    if (crowd.spot == Spot::Aisle || crowd.spot == Spot::Waiting || crowd.spot == Spot::Exit)
      continue;  // said elsewhere
    const QString what = stateWords(stateAt(crowd.spot), drawing.look.words, drawing.info.has_gil);
    drawing.caption({.texts = {counted(crowd.count, what), QLocale::c().toString(static_cast<qulonglong>(crowd.count))},
                     .anchor = {crowd.area.center().x(), crowd.area.top() - drawing.px(2)},
                     .style = CaptionStyle::Plain,
                     .size = 11.5,
                     .most = std::max(crowd.area.width() * 1.3, drawing.px(60))});
  }
}

void captionAssistants(const Drawing& drawing, const Scene& scene) {
  bool idle = false;
  for (std::size_t i = 0; i < scene.assistants.size() && i < scene.state.assistants.size(); ++i) {
    const ShopAssistant& assistant = scene.state.assistants[i];
    captionAssistant(drawing, assistant, scene.assistants[i]);
    idle = idle || (assistant.task == kNoTask && assistant.others <= kMuchElsewhere);
  }
  const QRectF& staff = drawing.floor.staff;
  if (!idle || staff.isEmpty()) return;
  drawing.caption({.texts = {drawing.spoken(QStringLiteral("nothing to do"), QStringLiteral("idle"))},
                   .anchor = {staff.center().x(), staff.top() + drawing.px(3)},
                   .side = CaptionSide::Below,
                   .style = CaptionStyle::Muted,
                   .size = 11,
                   .most = staff.width()});
}

}  // namespace threadmart
