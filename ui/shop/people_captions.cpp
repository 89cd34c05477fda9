// What is written beside people: what they wait for, how long they are still away, how many they are.
#include <algorithm>
#include <cmath>

#include "ui/shop/drawing.h"
#include "ui/words/durations.h"

namespace threadmart {
namespace {

constexpr double kMuchElsewhere = 0.3;       // of a core, used by other programs
constexpr std::ptrdiff_t kMostBubbles = 40;  // more are not even tried
constexpr double kRoomy = 56;                // … and from which on it is said what else their cores do
constexpr double kNamed = 38;                // height from which on assistants at tills are named
constexpr std::size_t kSaidOnce = 2;         // groups at different tills that wait for the same
constexpr std::size_t kCounted = 4;          // from so many on, a number says how many

QString counted(std::size_t count, const QString& what) {
  return countText(count) + QLatin1Char(' ') + what;
}

// Both languages in one sentence, where two sentences would say the same twice.
QString phrase(Words words, const char* shop, const char* computing, const char* both) {
  return QString::fromUtf8(words == Words::Shop ? shop : words == Words::Computing ? computing : both);
}

QStringList lockTexts(Words words, bool gil) {
  const QString ready = QStringLiteral("ready, ");
  const QString waiting =
      gil ? phrase(words, "waiting for the scanner", "waiting for the GIL", "waiting for the scanner (GIL)")
          : phrase(words, "waiting for the scanner", "waiting for a lock", "waiting for the scanner (lock)");
  return {ready + waiting, waiting,
          gil ? phrase(words, "scanner", "GIL", "GIL") : phrase(words, "scanner", "lock", "lock")};
}

QStringList readyTexts(Words words, bool loop) {
  if (loop)
    return {phrase(words, "called: their turn is next", "ready to resume", "called: ready to resume"),
            QStringLiteral("ready")};
  const QString nobody = phrase(words, "no assistant free", "no core free", "no assistant (core) free");
  return {QStringLiteral("ready, ") + nobody, nobody, QStringLiteral("ready")};
}

Caption waitingCaption(const Drawing& drawing, TaskState state, std::size_t count, QPointF top) {
  const bool lock = state == TaskState::Lock;
  QStringList texts = lock ? lockTexts(drawing.look.words, drawing.info.has_gil)
                           : readyTexts(drawing.look.words, drawing.floor.needs.kind == ShopKind::TicketBoard);
  if (count >= kCounted)
    for (QString& text : texts) text = counted(count, text);
  return {.texts = texts,
          .anchor = top - QPointF(0, drawing.px(7)),
          .style = lock ? CaptionStyle::Lock : CaptionStyle::Ready,
          .size = 11};
}

bool isAway(const Person& person) {
  return person.spot == Spot::Aisle && person.opacity > 0.5;
}

QRectF headOf(const Person& person) {
  return {person.feet.x() - person.height * 0.2, person.feet.y() - person.height, person.height * 0.4,
          person.height * 0.45};
}

QRectF bodyOf(const Person& person) {
  return {person.feet.x() - person.height * 0.2, person.feet.y() - person.height, person.height * 0.4, person.height};
}

void takeBodies(const Drawing& drawing, const Scene& scene, const WaitingGroup& group) {
  if (!group.spread) return drawing.captions.take(group.area);
  for (const TaskId task : group.tasks)
    drawing.captions.take(figureRect(Art::CustomerWaiting, scene.customers[task].feet, scene.customers[task].height));
}

// The wall that somebody stands in.
QRectF wallAround(const FloorPlan& floor, QPointF feet) {
  for (const FloorPlan::Till& till : floor.tills)
    if (till.wall.contains(feet)) return till.wall;
  return floor.wall;
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
    return {phrase(drawing.look.words, "avocado… ", loop ? "await " : "I/O ",
                   loop ? "avocado · await " : "avocado · I/O ") +
                left,
            left};
  }
  const QString gone = formatDuration(state.time - customer.since);
  return {phrase(drawing.look.words, "away for ", "I/O for ", "away · I/O for ") + gone, gone};
}

bool captionTrip(const Drawing& drawing, const Scene& scene, const Trip& trip, const QStringList& texts) {
  const Person& person = scene.customers[trip.task];
  const Caption caption{.texts = texts,
                        .anchor = {person.feet.x(), person.feet.y() - person.height - drawing.px(5)},
                        .style = CaptionStyle::Bubble,
                        .size = 10.5};
  return drawing.caption(caption).has_value();
}

// Whether a bubble of the short text finds room over each of them.
bool allFit(const Drawing& drawing, const Scene& scene, const std::vector<Trip>& trips) {
  if (std::ssize(trips) > kMostBubbles) return false;
  CaptionSpace tried = drawing.captions;
  return std::all_of(trips.begin(), trips.end(), [&](const Trip& trip) {
    const Person& person = scene.customers[trip.task];
    return placeCaption(nullptr, tried,
                        {.texts = {tripTexts(drawing, trip, scene.state).last()},
                         .anchor = {person.feet.x(), person.feet.y() - person.height - drawing.px(5)},
                         .style = CaptionStyle::Bubble,
                         .size = 10.5},
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

void captionAssistant(const Drawing& drawing, const ShopAssistant& assistant, const Person& person) {
  const QString name = coreWords(assistant.core, drawing.look.words);
  const bool at_till = person.spot == Spot::Till;
  if (!at_till || person.height >= drawing.px(kNamed))
    drawing.caption({.texts = {name, QStringLiteral("core %1").arg(assistant.core)},
                     .anchor = person.feet + QPointF(0, drawing.px(2)),
                     .side = CaptionSide::Below,
                     .style = CaptionStyle::Muted,
                     .size = 10.5,
                     .most = at_till ? person.height * 2 : 0,
                     .within = at_till ? wallAround(drawing.floor, person.feet) : drawing.floor.staff});
  if (assistant.others <= kMuchElsewhere || (at_till && person.height < drawing.px(kRoomy))) return;
  const QString share = QStringLiteral("%1 %").arg(std::lround(assistant.others * 100));
  const QRectF beside_staff(0, 0, drawing.floor.staff.left() - drawing.px(3), drawing.floor.size.height());
  drawing.caption(
      {.texts = {phrase(drawing.look.words, "elsewhere: ", "other programs: ", "elsewhere (other programs): ") + share,
                 QStringLiteral("elsewhere: ") + share, share},
       .anchor = person.feet - QPointF(0, person.height + drawing.px(3)),
       .style = CaptionStyle::Chip,
       .size = 10,
       .within = at_till ? beside_staff : drawing.floor.staff});
}

}  // namespace

// At many tills the same would be said again and again: there it is said once.
void captionWaiting(const Drawing& drawing, const Scene& scene, const std::vector<WaitingGroup>& groups) {
  QRectF all;
  std::size_t count = 0, ready_groups = 0;
  for (const WaitingGroup& group : groups) {
    if (group.state != TaskState::Ready) continue;
    all |= group.area;
    count += group.tasks.size();
    ++ready_groups;
  }
  // Neither across faces.
  const auto apart = [](const Person& person) { return isAway(person) || person.spot == Spot::Line; };
  const bool few = std::count_if(scene.customers.begin(), scene.customers.end(), apart) <= kMostBubbles;
  for (const std::vector<Person>* people : {&scene.assistants, &scene.customers})
    for (const Person& person : *people)
      if (person.spot == Spot::Till)
        drawing.captions.take(headOf(person));
      else if (few && apart(person))
        drawing.captions.take(bodyOf(person));
  const bool once = ready_groups > kSaidOnce;
  if (once)
    drawing.caption(
        waitingCaption(drawing, TaskState::Ready, count,
                       {all.center().x(), std::min(all.top(), drawing.floor.grid.area.top() + drawing.px(7))}));
  for (const WaitingGroup& group : groups)
    if (!once || group.state != TaskState::Ready) {
      Caption caption =
          waitingCaption(drawing, group.state, group.tasks.size(), {group.area.center().x(), group.area.top()});
      if (group.till) caption.within = group.till->wall;
      drawing.caption(caption);
    }
  for (const WaitingGroup& group : groups) takeBodies(drawing, scene, group);
}

void captionAway(const Drawing& drawing, const Scene& scene) {
  std::vector<Trip> trips;
  for (TaskId task = 0; task < scene.customers.size(); ++task)
    if (isAway(scene.customers[task])) trips.push_back(tripOf(task, scene.state));
  if (trips.empty()) return;
  if (allFit(drawing, scene, trips)) return captionTrips(drawing, scene, trips);
  // Who was chosen is spoken of all the same.
  const auto chosen = std::find_if(trips.begin(), trips.end(), [&](const Trip& trip) {
    return drawing.look.selected.isTask() && drawing.look.selected.id == trip.task;
  });
  if (chosen != trips.end()) captionTrips(drawing, scene, {*chosen});
  captionAllAway(drawing, scene, trips);
}

void captionLine(const Drawing& drawing, const Scene& scene) {
  QRectF area;
  std::size_t count = 0;
  for (const Person& person : scene.customers) {
    if (person.spot != Spot::Line || person.opacity <= 0.5) continue;
    area |= QRectF(person.feet.x() - 1, person.feet.y() - person.height, 2, person.height);
    ++count;
  }
  if (count == 0) return;
  const Words words = drawing.look.words;
  const QRectF& line = drawing.floor.line;
  const QString what = hasRope(drawing.floor)
                           ? phrase(words, "at the rope", "waiting for a worker", "at the rope: waiting for a worker")
                           : phrase(words, "in the line", "not started", "in the line: not started");
  QStringList texts{counted(count, what), counted(count, what.section(QStringLiteral(": "), -1)), countText(count)};
  drawing.caption({.texts = texts,
                   .anchor = {area.center().x(), area.top() - drawing.px(3)},
                   .style = CaptionStyle::Muted,
                   .size = 11.5,
                   .within = {line.left(), 0, std::max(line.width(), drawing.px(60)), drawing.floor.size.height()}});
}

void captionAssistants(const Drawing& drawing, const Scene& scene) {
  for (const Person& person : scene.assistants)
    if (person.spot != Spot::Till) drawing.captions.take(bodyOf(person));
  for (const Person& person : scene.customers)
    if (person.spot == Spot::Till) drawing.captions.take(bodyOf(person).adjusted(0, 0, 0.3 * person.height, 0));
  bool idle = false, elsewhere = false;
  for (std::size_t i = 0; i < scene.assistants.size() && i < scene.state.assistants.size(); ++i) {
    const ShopAssistant& assistant = scene.state.assistants[i];
    captionAssistant(drawing, assistant, scene.assistants[i]);
    if (assistant.task == kNoTask) (assistant.others <= kMuchElsewhere ? idle : elsewhere) = true;
  }
  const QRectF& staff = drawing.floor.staff;
  if (scene.assistants.empty() || staff.isEmpty()) return;
  const Words words = drawing.look.words;
  const QString said = idle        ? phrase(words, "nothing to do", "idle", "nothing to do · idle")
                       : elsewhere ? phrase(words, "busy elsewhere", "other programs", "busy elsewhere")
                                   : phrase(words, "all at work", "no core idle", "all at work");
  drawing.caption({.texts = {said},
                   .anchor = {staff.center().x(), staff.top() + drawing.px(3)},
                   .side = CaptionSide::Below,
                   .style = CaptionStyle::Muted,
                   .size = 11,
                   .most = staff.width()});
}

}  // namespace threadmart
