#include "app/window/views.h"

#include "app/window/main_window.h"
#include "app/window/player.h"
#include "app/window/scenario_page.h"
#include "app/window/selection.h"
#include "app/window/shop_card.h"
#include "app/window/shown_recording.h"
#include "app/window/timeline_card.h"
#include "ui/catalogue/executor_box.h"
#include "ui/catalogue/parameter_bar.h"
#include "ui/cores/cores_view.h"
#include "ui/numbers/number_rows.h"
#include "ui/numbers/numbers_panel.h"
#include "ui/processes/process_table.h"
#include "ui/sandbox/page.h"
#include "ui/shop/widget.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/widget.h"
#include "ui/transport/transport_bar.h"

namespace threadmart {
namespace {

constexpr std::size_t kMostProcesses = 12;
constexpr qint64 kProcessesPauseMs = 100;  // numbers that change faster cannot be read

}  // namespace

Views::Views(MainWindow& window, const ShownRecording& shown, Player& player, Selection& selection)
    : QObject(&window), window_(window), shown_(shown), player_(player), selection_(selection) {
  connect(&shown_, &ShownRecording::replaced, this, &Views::startOver);
  connect(&shown_, &ShownRecording::changed, this, &Views::showRecording);
  connect(&player_, &Player::moved, this, &Views::showMoment);
  connect(&player_, &Player::changed, this,
          [this] { window_.page()->timeline()->transport()->show(player_.playback()); });
  connect(&selection_, &Selection::selectedChanged, this, &Views::showSelected);
  connect(&selection_, &Selection::hoveredChanged, this, &Views::showHovered);
  connect(&selection_, &Selection::rangeChanged, this, &Views::showRange);
  connectTimeline();
  connectShop();
  connectTransport();
  setWords(words_);
}

void Views::connectTimeline() {
  const TimelineWidget* timeline = window_.page()->timeline()->timeline();
  connect(timeline, &TimelineWidget::playheadMoved, &player_, &Player::seek);
  connect(timeline, &TimelineWidget::thingSelected, &selection_, &Selection::select);
  connect(timeline, &TimelineWidget::thingHovered, &selection_, &Selection::hover);
  connect(timeline, &TimelineWidget::rangeSelected, &selection_, &Selection::selectRange);
  connect(timeline, &TimelineWidget::loopRequested, &player_, &Player::loop);
}

void Views::connectShop() {
  const ShopWidget* shop = window_.page()->shop()->shop();
  connect(shop, &ShopWidget::thingSelected, &selection_, &Selection::select);
  connect(shop, &ShopWidget::thingHovered, &selection_, &Selection::hover);
  connect(window_.cores(), &CoresView::thingSelected, &selection_, &Selection::select);
  connect(window_.processes(), &ProcessTable::thingSelected, &selection_, &Selection::select);
  connect(window_.page()->shop(), &ShopCard::wordsChosen, this, &Views::setWords);
}

void Views::connectTransport() {
  const TransportBar* bar = window_.page()->timeline()->transport();
  connect(bar, &TransportBar::playOrPause, &player_, &Player::toggle);
  connect(bar, &TransportBar::stepBack, &player_, &Player::stepBack);
  connect(bar, &TransportBar::stepForward, &player_, &Player::stepForward);
  connect(bar, &TransportBar::toBegin, &player_, &Player::toBegin);
  connect(bar, &TransportBar::toEnd, &player_, &Player::toEnd);
  connect(bar, &TransportBar::sought, &player_, &Player::seek);
  connect(bar, &TransportBar::speedChosen, &player_, &Player::setSpeed);
  connect(bar, &TransportBar::loopCleared, &player_, [this] { player_.loop(std::nullopt); });
}

void Views::startOver() {
  selection_.clear();
  TimelineWidget* timeline = window_.page()->timeline()->timeline();
  timeline->clearData();
  timeline->fit();
}

void Views::showRecording() {
  TimelineCard* card = window_.page()->timeline();
  card->setEmpty(shown_.empty());
  card->transport()->setUsable(!shown_.empty());
  showShop();
  if (shown_.empty()) {
    window_.numbers()->setRows({});
    window_.processes()->setRows({}, 0, false);
  } else {
    card->timeline()->setData(shown_.slices(), shown_.info(), shown_.numbers(), shown_.version(),
                              shown_.snapshot().generation());
    card->timeline()->readArrows(shown_.snapshot());
    card->legend()->setLegend(legendOf(card->timeline()->model()));
    window_.numbers()->setRows(numberRows(shown_.numbers(), shown_.info(), words_));
  }
  if (!shown_.growing()) {
    setStatus({});
    showSelected();
  }
}

void Views::showShop() {
  ShopCard* card = window_.page()->shop();
  if (shown_.empty()) {
    card->setTitle("The shop", {});
    card->shop()->setIndex(nullptr, "Press Run: the shop opens, and you see who is served and who waits.");
    return;
  }
  const ShopIndex& index = shown_.shop();
  const bool known = index.kind() != ShopKind::Unknown;
  card->setTitle(shopTitle(index.kind(), index.hasTickets(), Words::Shop),
                 shopTitle(index.kind(), index.hasTickets(), Words::Computing));
  card->shop()->setIndex(known ? &index : nullptr,
                         "This recording comes from another tool: nobody knows what kind of shop it was. "
                         "The timeline below shows all of it.");
}

void Views::showMoment() {
  const Nanos now = player_.position();
  TimelineCard* card = window_.page()->timeline();
  card->transport()->show(player_.playback());
  window_.page()->shop()->shop()->setTime(now, player_.ease());
  card->timeline()->setPlayhead(shown_.empty() ? std::nullopt : std::optional(now));
  window_.cores()->setPlayhead(shown_.empty() || shown_.growing() ? std::nullopt : std::optional(now));
  const bool resting = !player_.playback().playing();
  if (resting || !since_processes_.isValid() || since_processes_.hasExpired(kProcessesPauseMs)) showProcesses();
}

void Views::showProcesses() {
  since_processes_.start();
  if (shown_.empty()) return;
  ShopState state;
  shown_.shop().at(player_.position(), state);
  std::size_t hidden = 0;
  std::vector<ProcessRow> rows = processRows(state, shown_.info(), words_, kMostProcesses, &hidden);
  window_.processes()->setRows(std::move(rows), hidden, shown_.growing());
}

void Views::showSelected() {
  const Thing& thing = selection_.selected();
  window_.page()->shop()->shop()->setSelected(thing);
  window_.page()->timeline()->timeline()->setSelected(thing);
  window_.cores()->setSelected(thing);
  window_.processes()->setSelected(thing);
  showRange();
}

void Views::showHovered() {
  window_.page()->shop()->shop()->setHovered(selection_.hovered());
  window_.page()->timeline()->timeline()->setHovered(selection_.hovered());
}

// The numbers of what is chosen stand above those of the run: a customer's, a till's, or those of a range of time.
void Views::showRange() {
  window_.page()->timeline()->timeline()->setRange(selection_.range());
  NumbersPanel* numbers = window_.numbers();
  if (shown_.empty()) return numbers->setThingRows({}, {});
  if (const auto& range = selection_.range())
    return numbers->setThingRows(formatInterval(range->begin, range->end),
                                 rangeRows(*shown_.slices(), *range, shown_.info(), words_));
  const Thing& thing = selection_.selected();
  if (!thing) return numbers->setThingRows({}, {});
  numbers->setThingRows(thingName(thing, shown_.info(), words_),
                        thingRows(thing, shown_.numbers(), *shown_.slices(), shown_.info(), words_));
}

void Views::setWords(Words words) {
  words_ = words;
  window_.page()->shop()->setWords(words);
  window_.page()->timeline()->setWords(words);
  window_.cores()->setWords(words);
  window_.page()->sandbox()->setWords(words);
  window_.page()->parameters()->executor()->setWords(words);
  showRecording();
  showMoment();
}

void Views::setStatus(const QString& text) {
  window_.page()->timeline()->transport()->setStatus(text);
}

}  // namespace threadmart
