#include "ui/numbers/number_rows.h"

#include <algorithm>
#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QLabel>

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
  EXPECT_EQ(valueOf(rows, "Cores kept busy, on average"), "1.0 of 2");
  EXPECT_EQ(valueOf(rows, "Scanner handed over"), "47 times");
  EXPECT_EQ(valueOf(rows, "Waiting for the GIL"), "75 % of the time");
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
  EXPECT_EQ(valueOf(numberRows(numbers, gilInfo()), "Served"), "4 of 4 · 2 failed");
}

TEST(NumberRows, LostUpdatesAndMissingFilesAreSaid) {
  RunInfo info = gilInfo();
  info.counter = CounterResult{2000, 1998};
  info.uploads = UploadResult{2999, 0, 3000, 0, true};
  const auto rows = numberRows(gilNumbers(), info);
  EXPECT_EQ(valueOf(rows, "Stock sheet"), "1,998 of 2,000");
  EXPECT_EQ(find(rows, "Stock sheet")->tone, Tone::Bad);
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
  EXPECT_EQ(valueOf(numberRows(numbers, info), "Waiting for a lock"), "75 % of the time");
  numbers.lock_share = 0;
  EXPECT_EQ(find(numberRows(numbers, info), "Waiting for a lock"), nullptr);
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

}  // namespace
}  // namespace threadmart
