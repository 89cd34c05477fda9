#include "app/window/run_controller.h"

#include <gtest/gtest.h>

#include <QTest>

#include "tests/ui/window/fake_engine.h"

namespace threadmart {
namespace {

// Everything that a controller said, in order.
struct Listener {
  explicit Listener(RunController& controller) {
    QObject::connect(&controller, &RunController::runningChanged,
                     [this](bool running) { said << (running ? "on" : "off"); });
    QObject::connect(&controller, &RunController::started, [this](auto recording) {
      said << "started";
      live = recording;
    });
    QObject::connect(&controller, &RunController::grew, [this] { grew = true; });
    QObject::connect(&controller, &RunController::progressed, [this](std::size_t finished, std::size_t tasks) {
      progress = {finished, tasks};
    });
    QObject::connect(&controller, &RunController::ended, [this](const RunResult& r) {
      said << "ended";
      result = r;
    });
    QObject::connect(&controller, &RunController::refused, [this](const QString& why) { said << "refused: " + why; });
  }
  QStringList said;
  bool grew = false;
  std::shared_ptr<const Recording> live;
  std::pair<std::size_t, std::size_t> progress{};
  RunResult result;
};

bool waitUntilIdle(RunController& controller) {
  return QTest::qWaitFor([&] { return !controller.running(); });
}

TEST(RunController, TellsTheWholeStoryInOrder) {
  RunController controller(quickEngine());
  Listener listener(controller);
  controller.start(oneTask(), {});
  EXPECT_TRUE(controller.running());
  ASSERT_TRUE(waitUntilIdle(controller));
  EXPECT_EQ(listener.said, (QStringList{"on", "started", "off", "ended"}));
  EXPECT_TRUE(listener.grew);
  EXPECT_EQ(listener.progress, std::pair(std::size_t{1}, std::size_t{1}));
  ASSERT_NE(listener.live, nullptr);
  EXPECT_EQ(listener.live, listener.result.recording);
  EXPECT_EQ(listener.live->size(), 3u);
}

TEST(RunController, RunsInAThreadOfItsOwnWithWhatItWasGiven) {
  std::thread::id ran_in;
  std::string executor;
  RunController controller([&](const Scenario& scenario, const RunOptions& options, Status&, const CancelToken&) {
    ran_in = std::this_thread::get_id();
    executor = scenario.title() + "/" + options.executor;
    return RunResult{};
  });
  RunOptions options;
  options.executor = "threads";
  controller.start(oneTask(), options);
  ASSERT_TRUE(waitUntilIdle(controller));
  EXPECT_NE(ran_in, std::this_thread::get_id());
  EXPECT_EQ(executor, "One task/threads");
}

TEST(RunController, ShowsTheRecordingWhileItGrows) {
  std::atomic<int> left{0};
  RunController controller(endlessEngine(left));
  Listener listener(controller);
  controller.start(oneTask(), {});
  ASSERT_TRUE(QTest::qWaitFor([&] { return listener.grew && listener.progress.first == 1; }));
  EXPECT_TRUE(controller.running());
  EXPECT_EQ(listener.live->size(), 2u);
  EXPECT_EQ(listener.progress.second, 2u);
}

TEST(RunController, CancelEndsTheRunAndKeepsWhatItDid) {
  std::atomic<int> left{0};
  RunController controller(endlessEngine(left));
  Listener listener(controller);
  controller.start(oneTask(), {});
  ASSERT_TRUE(QTest::qWaitFor([&] { return listener.live != nullptr; }));
  controller.cancel();
  ASSERT_TRUE(waitUntilIdle(controller));
  EXPECT_EQ(left, 1);
  EXPECT_EQ(listener.result.outcome, Outcome::Cancelled);
  EXPECT_EQ(listener.result.recording->size(), 3u);
}

TEST(RunController, ASecondRunMustWaitForTheFirst) {
  std::atomic<int> left{0};
  RunController controller(endlessEngine(left));
  Listener listener(controller);
  controller.start(oneTask(), {});
  controller.start(oneTask(), {});
  EXPECT_EQ(listener.said, QStringList{"on"});
  controller.cancel();
  ASSERT_TRUE(waitUntilIdle(controller));
  EXPECT_EQ(left, 1);
  controller.start(oneTask(), {});
  EXPECT_TRUE(controller.running());
}

TEST(RunController, WhatTheEngineRefusesIsSaidOnce) {
  RunController controller([](const Scenario&, const RunOptions&, Status&, const CancelToken&) -> RunResult {
    throw RunError("there are only 2 cores: choose --cores 1 or 2");
  });
  Listener listener(controller);
  controller.start(oneTask(), {});
  ASSERT_TRUE(waitUntilIdle(controller));
  EXPECT_EQ(listener.said, (QStringList{"on", "off", "refused: there are only 2 cores: choose --cores 1 or 2"}));
}

TEST(RunController, ClosingInTheMiddleWaitsForTheRunToBeGone) {
  std::atomic<int> left{0};
  {
    RunController controller(endlessEngine(left));
    controller.start(oneTask(), {});
  }
  EXPECT_EQ(left, 1);
}

TEST(RunController, CancelAndWaitHandsOverWhatWasRecorded) {
  std::atomic<int> left{0};
  RunController controller(endlessEngine(left));
  Listener listener(controller);
  EXPECT_EQ(controller.cancelAndWait().recording, nullptr);  // nothing is running
  controller.start(oneTask(), {});
  const RunResult result = controller.cancelAndWait();
  EXPECT_FALSE(controller.running());
  ASSERT_NE(result.recording, nullptr);
  EXPECT_EQ(result.recording->size(), 3u);
  EXPECT_EQ(listener.said, QStringList{"on"});
}

}  // namespace
}  // namespace threadmart
