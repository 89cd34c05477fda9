// The timeline as text, and what is emphasised: pure functions of the model.
#include "ui/timeline/sentences.h"

#include <gtest/gtest.h>

#include "tests/support/hand_made_run.h"
#include "ui/timeline/emphasis.h"
#include "ui/timeline/layout.h"
#include "ui/timeline/slice_label.h"

namespace threadmart {
namespace {

using namespace testing_support;

struct Shown {
  explicit Shown(const std::shared_ptr<const Recording>& recording, LaneBy by = LaneBy::Task, Words words = Words::Shop)
      : run(*recording), model(by, words) {
    model.update(run.slices, run.info, run.numbers);
    view.shown = wholeRange(model, true);
  }
  std::string text() const { return timelineInSentences(model, run.info, view).toStdString(); }

  Projected run;
  TimelineModel model;
  TimelineView view;
};

TEST(Sentences, SayHowManyLanesAndWhatIsShown) {
  Shown shown(gilRun());
  EXPECT_EQ(shown.text(), "4 lanes by customer. All of the run is shown, 240 ms.");
  shown.view.shown = {50 * kMs, 100 * kMs};
  EXPECT_EQ(shown.text(), "4 lanes by customer. 50–100 ms of 240 ms is shown.");
}

TEST(Sentences, SayWhatEachLaneDoesAtThePlayhead) {
  Shown shown(allStates());
  shown.view.playhead = 150 * kMs;
  EXPECT_NE(shown.text().find("At 150 ms: customer 1: waiting for the scanner; customer 2: scanning, assistant 1; "
                              "customer 3: in the line; customer 4: in the line."),
            std::string::npos)
      << shown.text();
  shown.view.playhead = 310 * kMs;
  EXPECT_NE(shown.text().find("customer 1: gone; "), std::string::npos) << shown.text();
}

TEST(Sentences, ByTillAndByCoreSayWhomTheyServe) {
  Shown tills(allStates(), LaneBy::Worker, Words::Computing);
  tills.view.playhead = 250 * kMs;
  EXPECT_NE(tills.text().find("Thread-1: task 4 on core 0; Thread-2: task 3 waiting for I/O."), std::string::npos)
      << tills.text();
  Shown cores(allStates(), LaneBy::Core);
  cores.view.playhead = 250 * kMs;
  EXPECT_NE(cores.text().find("assistant 1: nothing to do."), std::string::npos) << cores.text();
}

TEST(Sentences, OfManyLanesTheFirstAreTold) {
  Shown shown(manyTasks(300));
  shown.view.playhead = 100 * kMs;
  const std::string text = shown.text();
  EXPECT_NE(text.find("customer 20: away; and 280 more lanes."), std::string::npos) << text;
  EXPECT_EQ(text.find("customer 21"), std::string::npos);
}

TEST(Sentences, NameWhatIsSelected) {
  Shown shown(gilRun());
  shown.view.selected = tillThing(1);
  shown.view.range = TimeRange{20 * kMs, 40 * kMs};
  EXPECT_NE(shown.text().find("Selected: trolley 2. Selected range: 20–40 ms, 20 ms long."), std::string::npos)
      << shown.text();
  EXPECT_EQ(timelineInSentences(TimelineModel(), {}, {}), QStringLiteral("Nothing has been recorded yet."));
}

TEST(Emphasis, ThingsAndTheirSlices) {
  const Slice running{.begin = 0, .end = 5, .task = 3, .worker = 1, .core = 0, .state = TaskState::Running};
  const Slice away{.begin = 5, .end = 9, .task = 3, .worker = 1, .state = TaskState::Io};
  EXPECT_TRUE(concerns(customerThing(3), away));
  EXPECT_TRUE(concerns(ticketThing(3), running));
  EXPECT_FALSE(concerns(customerThing(1), running));
  EXPECT_TRUE(concerns(tillThing(1), away));
  EXPECT_TRUE(concerns(assistantThing(0), running));
  EXPECT_FALSE(concerns(assistantThing(0), away));
  EXPECT_FALSE(concerns(Thing{}, running));
}

TEST(Emphasis, LivesBeginWhenTheLineEnds) {
  const Shown shown(allStates());
  EXPECT_EQ(lifeOf(shown.model, customerThing(1)), (TimeRange{30 * kMs, 160 * kMs}));
  EXPECT_EQ(lifeOf(shown.model, tillThing(0)), (TimeRange{10 * kMs, 330 * kMs}));
  EXPECT_EQ(lifeOf(shown.model, assistantThing(1)), (TimeRange{60 * kMs, 220 * kMs}));
  EXPECT_EQ(lifeOf(shown.model, customerThing(17)), std::nullopt);
  EXPECT_EQ(lifeOf(shown.model, {}), std::nullopt);
}

TEST(SliceLabels, AreTheLongestThatFit) {
  const Shown tasks(allStates());
  const auto label = [](const Shown& shown, Nanos time, qsizetype most) {
    const TimelineLane& lane = shown.model.lanes()[0];
    return sliceLabel(shown.model, lane, *shown.model.sliceAt(0, time),
                      [most](const QString& text) { return text.size() <= most; })
        .toStdString();
  };
  EXPECT_EQ(label(tasks, 30 * kMs, 100), "scanning 50 ms · 5 items");
  EXPECT_EQ(label(tasks, 30 * kMs, 20), "scanning 50 ms");
  EXPECT_EQ(label(tasks, 30 * kMs, 6), "50 ms");
  EXPECT_EQ(label(tasks, 30 * kMs, 3), "");
  EXPECT_EQ(label(tasks, 100 * kMs, 100), "away 80 ms");
  EXPECT_EQ(label(tasks, 150 * kMs, 100), "");
  const Shown tills(allStates(), LaneBy::Worker);
  EXPECT_EQ(label(tills, 30 * kMs, 100), "customer 1");
  EXPECT_EQ(label(tills, 30 * kMs, 5), "1");
  EXPECT_EQ(label(tills, 100 * kMs, 100), "");
}

}  // namespace
}  // namespace threadmart
