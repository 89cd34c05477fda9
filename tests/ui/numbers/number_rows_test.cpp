#include "ui/numbers/number_rows.h"

#include <algorithm>
#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLayout>

#include "tests/support/golden.h"
#include "tests/support/hand_made_run.h"
#include "ui/numbers/numbers_panel.h"

namespace threadmart {
namespace {

Numbers gilNumbers() {
  Numbers numbers;
  numbers.makespan = 242'000'000;
  numbers.cpu = 240'000'000;
  numbers.speedup = 0.98;
  numbers.cores_used = 0.99;
  numbers.switches = 47;
  numbers.lock_share = 0.748;
  numbers.events = 12'345;
  numbers.finished = 4;
  return numbers;
}

RunInfo gilInfo() {
  RunInfo info;
  info.finished = true;
  info.has_gil = true;
  info.run_cores = 2;
  info.tasks.resize(4);
  info.source = CoreTimeSource::SchedulerSwitches;
  return info;
}

const NumberRow* find(const std::vector<NumberRow>& rows, const QString& label) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const NumberRow& r) { return r.label == label; });
  return row == rows.end() ? nullptr : &*row;
}

QString valueOf(const std::vector<NumberRow>& rows, const QString& label) {
  const NumberRow* row = find(rows, label);
  return row == nullptr ? "no such row" : row->value;
}

TEST(NumberRows, SayWhatTheRecordingSays) {
  const auto rows = numberRows(gilNumbers(), gilInfo());
  EXPECT_EQ(valueOf(rows, "Finished in"), "242 ms");
  EXPECT_EQ(valueOf(rows, "Speed-up over one till"), "0.98 ×");
  EXPECT_EQ(valueOf(rows, "Assistants kept busy, on average"), "1.0 of 2");
  EXPECT_EQ(valueOf(rows, "Scanner handed over"), "47 times");
  EXPECT_EQ(valueOf(rows, "Waiting for the scanner"), "75 %");
  EXPECT_EQ(valueOf(rows, "Customers served"), "4 of 4");
  EXPECT_EQ(valueOf(rows, "Events recorded"), "12,345 · 0 lost");
  EXPECT_EQ(valueOf(rows, "Pace"), "real time");
  EXPECT_EQ(find(rows, "Results digest"), nullptr);
}

TEST(NumberRows, EachHasASentenceOfItsOwn) {
  for (const NumberRow& row : numberRows(gilNumbers(), gilInfo())) {
    EXPECT_TRUE(row.help.size() > 20) << row.label.toStdString();
    EXPECT_NE(row.help, row.label);
  }
}

std::string sentenceOf(const std::vector<NumberRow>& rows, const QString& label) {
  const NumberRow* row = find(rows, label);
  return row == nullptr ? "no such row" : row->sentence.toStdString();
}

TEST(NumberRows, TheImportantOnesTeachInASentence) {
  Numbers numbers = gilNumbers();
  numbers.sum_of_parts = 238'000'000;
  numbers.in_state[static_cast<std::size_t>(TaskState::Running)] = 240'000'000;
  numbers.in_state[static_cast<std::size_t>(TaskState::Lock)] = 720'000'000;
  const auto shop = numberRows(numbers, gilInfo());
  EXPECT_EQ(sentenceOf(shop, "Speed-up over one till"), "One till, one line takes 238 ms: this is no faster.");
  EXPECT_EQ(sentenceOf(shop, "Assistants kept busy, on average"), "50 % of what 2 assistants can do.");
  EXPECT_EQ(sentenceOf(shop, "Scanner handed over"), "One for each 5.11 ms of scanning.");
  EXPECT_EQ(sentenceOf(shop, "Waiting for the scanner"),
            "75 % of the time was spent waiting for the scanner, 25 % scanning.");
  const auto computing = numberRows(numbers, gilInfo(), Words::Computing);
  EXPECT_EQ(sentenceOf(computing, "Speed-up"), "One after the other takes 238 ms: this is no faster.");
  EXPECT_EQ(sentenceOf(computing, "GIL handed over"), "A switch for each 5.11 ms on a core.");
  EXPECT_EQ(sentenceOf(computing, "Waiting for the GIL"),
            "75 % of the time was spent waiting for the GIL, 25 % on a core.");
  const auto both = numberRows(numbers, gilInfo(), Words::Both);
  EXPECT_EQ(valueOf(both, "Waiting for the scanner · waiting for the GIL"), "75 %");
  EXPECT_EQ(valueOf(both, "Assistants · cores kept busy, on average"), "1.0 of 2");
  EXPECT_EQ(sentenceOf(both, "Scanner handed over · GIL handed over"), "A switch for each 5.11 ms on a core.");
}

TEST(NumberRows, SpeakOneLanguageAtATime) {
  const auto rows = numberRows(gilNumbers(), gilInfo(), Words::Computing);
  for (const NumberRow& row : rows)
    for (const char* word : {"customer", "till", "scanner", "assistant"})
      EXPECT_FALSE((row.label + row.help + row.sentence).contains(word, Qt::CaseInsensitive))
          << row.label.toStdString() << ": " << word;
  for (const NumberRow& row : numberRows(gilNumbers(), gilInfo()))
    for (const char* word : {"GIL", "thread"})
      EXPECT_FALSE((row.label + row.help + row.sentence).contains(word)) << row.label.toStdString() << ": " << word;
}

TEST(NumberRows, MarkWhatIsGoodAndWhatIsBad) {
  Numbers numbers = gilNumbers();
  const auto tone = [&](const QString& label) { return find(numberRows(numbers, gilInfo()), label)->tone; };
  EXPECT_EQ(tone("Speed-up over one till"), Tone::Bad);
  numbers.speedup = 1.9;
  EXPECT_EQ(tone("Speed-up over one till"), Tone::Good);
  numbers.speedup = 1.0;
  EXPECT_EQ(tone("Speed-up over one till"), Tone::Plain);
  EXPECT_EQ(tone("Events recorded"), Tone::Plain);
  numbers.lost = 1;
  EXPECT_EQ(tone("Events recorded"), Tone::Bad);
  EXPECT_EQ(tone("Customers served"), Tone::Plain);
  numbers.failed = 2;
  EXPECT_EQ(tone("Served"), Tone::Bad);
  EXPECT_EQ(valueOf(numberRows(numbers, gilInfo()), "Served"), "2 of 4 · 2 failed");
}

TEST(NumberRows, LostUpdatesAndMissingFilesAreSaid) {
  RunInfo info = gilInfo();
  info.counter = CounterResult{2000, 1998};
  info.uploads = UploadResult{2999, 0, 3000, 0, true};
  const auto rows = numberRows(gilNumbers(), info);
  EXPECT_EQ(valueOf(rows, "Stock sheet"), "1,998 of 2,000");
  EXPECT_EQ(find(rows, "Stock sheet")->tone, Tone::Bad);
  EXPECT_EQ(sentenceOf(rows, "Stock sheet"), "2 updates were lost.");
  EXPECT_EQ(valueOf(rows, "Files arrived"), "2,999 of 3,000");
  EXPECT_EQ(find(rows, "Files arrived")->tone, Tone::Bad);
  info.counter->actual = 2000;
  EXPECT_EQ(find(numberRows(gilNumbers(), info), "Stock sheet")->tone, Tone::Good);
}

TEST(NumberRows, WithoutAGilOtherWordsAreUsed) {
  RunInfo info = gilInfo();
  info.has_gil = false;
  Numbers numbers = gilNumbers();
  numbers.switches = 1;
  EXPECT_EQ(valueOf(numberRows(numbers, info), "Next customer, please"), "once");
  EXPECT_EQ(valueOf(numberRows(numbers, info, Words::Computing), "Waiting for a lock"), "75 %");
  EXPECT_EQ(valueOf(numberRows(numbers, info, Words::Computing), "Switches between tasks"), "once");
  numbers.lock_share = 0;
  EXPECT_EQ(find(numberRows(numbers, info, Words::Computing), "Waiting for a lock"), nullptr);
}

TEST(NumberRows, ARunThatStillGoesOnSaysSo) {
  RunInfo info = gilInfo();
  info.finished = false;
  EXPECT_EQ(valueOf(numberRows(gilNumbers(), info), "Running for"), "242 ms");
}

TEST(NumberRows, DigestIsShortAndWholeInItsHelp) {
  RunInfo info = gilInfo();
  info.results_digest = std::string(64, 'a');
  const auto rows = numberRows(gilNumbers(), info);
  EXPECT_EQ(valueOf(rows, "Results digest"), "aaaaaaaaaaaa…");
  EXPECT_TRUE(find(rows, "Results digest")->help.contains(QString(64, 'a')));
}

TEST(PaceText, SaysBothDirections) {
  EXPECT_EQ(paceText(1.0), "real time");
  EXPECT_EQ(paceText(40), "40 × slower than real");
  EXPECT_EQ(paceText(0.5), "2 × faster than real");
}

TEST(NumbersPanel, ShowsCopiesAndForgetsRows) {
  NumbersPanel panel;
  const auto rows = numberRows(gilNumbers(), gilInfo());
  panel.setRows(rows);
  panel.copyAsText();
  const QString copied = QApplication::clipboard()->text();
  EXPECT_EQ(copied, numbersText(rows));
  EXPECT_TRUE(copied.contains("Finished in\t242 ms\n"));
  const auto shown = [&panel](const QString& text) {
    const auto labels = panel.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return !label->isHidden() && label->text() == text; });
  };
  EXPECT_TRUE(shown("0.98 ×"));
  panel.setRows({});
  EXPECT_FALSE(shown("0.98 ×"));
  EXPECT_TRUE(shown("Run the scenario, or open a recording."));
}

TEST(NumbersPanel, ShowsTheNumbersOfWhatIsSelectedAboveThoseOfTheRun) {
  NumbersPanel panel;
  panel.setRows(numberRows(gilNumbers(), gilInfo()));
  const auto shown = [&panel](const QString& text) {
    const auto labels = panel.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->isVisibleTo(&panel) && label->text() == text; });
  };
  panel.setThingRows("customer 3", {{"Scanning", "60 ms · 25 %", "Time."}});
  EXPECT_TRUE(shown("customer 3"));
  EXPECT_TRUE(shown("60 ms · 25 %"));
  panel.copyAsText();
  EXPECT_TRUE(QApplication::clipboard()->text().startsWith("customer 3\nScanning\t60 ms · 25 %\n\nFinished in"));
  panel.setThingRows({}, {});
  EXPECT_FALSE(shown("customer 3"));
  EXPECT_FALSE(shown("60 ms · 25 %"));
  EXPECT_TRUE(shown("242 ms"));
}

// Sentences are below the row whose number they explain, and everything is to be read without a pointer.
TEST(NumbersPanel, ShowsSentencesAndTellsThemToScreenReaders) {
  NumbersPanel panel;
  panel.setRows({{"Waiting", "75 %", "What it is.", Tone::Plain, "75 % of the time was spent waiting."}});
  QLabel* sentence = nullptr;
  QLabel* value = nullptr;
  for (QLabel* label : panel.findChildren<QLabel*>()) {
    if (label->text() == "75 % of the time was spent waiting.") sentence = label;
    if (label->text() == "75 %") value = label;
  }
  ASSERT_TRUE(sentence != nullptr && value != nullptr);
  panel.resize(280, 300);
  panel.grab();
  EXPECT_TRUE(sentence->isVisibleTo(&panel));
  EXPECT_GE(sentence->y(), value->geometry().bottom());
  EXPECT_EQ(value->accessibleName(), "Waiting: 75 %");
  EXPECT_EQ(value->accessibleDescription(), "75 % of the time was spent waiting. What it is.");
  panel.setRows({{"Waiting", "75 %", "What it is."}});
  EXPECT_FALSE(sentence->isVisibleTo(&panel));
}

QImage pictureOf(ThemeKind kind, Words words, double scale = 1) {
  const Theme theme = makeTheme(kind, scale);
  NumbersPanel panel;
  panel.setStyleSheet(styleSheet(theme));
  panel.setTheme(theme);
  const testing_support::Projected run(*testing_support::gilRun());
  panel.setRows(numberRows(run.numbers, run.info, words));
  panel.setThingRows(thingName(customerThing(1), run.info, words),
                     thingRows(customerThing(1), run.numbers, *run.slices, run.info, words));
  const int width = qRound(theme.px(300));
  panel.setFixedWidth(width);
  panel.resize(width, panel.layout()->totalHeightForWidth(width));
  return panel.grab().toImage();
}

TEST(NumbersPanel, LooksAsItShould) {
  expectPicture(pictureOf(ThemeKind::Light, Words::Shop), QStringLiteral("numbers-panel"));
  expectPicture(pictureOf(ThemeKind::Dark, Words::Both), QStringLiteral("numbers-panel-both-dark"));
  expectPicture(pictureOf(ThemeKind::Print, Words::Computing, 1.5), QStringLiteral("numbers-panel-computing-print"));
}

}  // namespace
}  // namespace threadmart
