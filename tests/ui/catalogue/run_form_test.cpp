#include "ui/catalogue/run_form.h"

#include <gtest/gtest.h>

#include "tests/ui/catalogue/scenario_text.h"

namespace threadmart {
namespace {

struct Form : testing::Test {
  Form() { form.setScenario(Scenario::parse(kScenarioText, "form.json")); }
  RunForm form{4};
};

TEST_F(Form, StartsWithTheScenariosDefaults) {
  EXPECT_EQ(form.choice().executor, "thread-pool-gil");
  EXPECT_EQ(form.choice().workers, 3u);
  EXPECT_EQ(form.choice().parameters.at("items"), 60);
  EXPECT_EQ(form.choice().pace, 2);
  EXPECT_TRUE(form.isDefault());
  EXPECT_FALSE(form.undoStack().canUndo());
}

TEST_F(Form, EveryChangeCanBeUndoneAndRedone) {
  const RunChoice before = form.choice();
  form.setExecutor("process-pool");
  form.setWorkers(7);
  form.setCores(2);
  form.setPace(40);
  form.setSwitchInterval(1);
  form.setParameter("items", 100);
  const RunChoice after = form.choice();
  EXPECT_EQ(form.undoStack().count(), 6);
  EXPECT_EQ(after.parameters.at("items"), 100);
  while (form.undoStack().canUndo()) form.undoStack().undo();
  EXPECT_EQ(form.choice(), before);
  while (form.undoStack().canRedo()) form.undoStack().redo();
  EXPECT_EQ(form.choice(), after);
}

TEST_F(Form, ValuesStayInTheirRanges) {
  form.setParameter("items", 10'000);
  EXPECT_EQ(form.choice().parameters.at("items"), 1000);
  form.setParameter("items", -5);
  EXPECT_EQ(form.choice().parameters.at("items"), 1);
  form.setParameter("items", 12.6);
  EXPECT_EQ(form.choice().parameters.at("items"), 13);
  form.setCores(64);
  EXPECT_EQ(form.choice().cores, 4u);
  form.setWorkers(100'000);
  EXPECT_EQ(form.choice().workers, kMostWorkers);
  form.setPace(0);
  EXPECT_EQ(form.choice().pace, kFastestPace);
}

TEST_F(Form, WhatChangesNothingIsNoStepOfUndo) {
  form.setPace(2);
  form.setParameter("items", 60);
  form.setParameter("no such parameter", 1);
  EXPECT_EQ(form.undoStack().count(), 0);
}

TEST_F(Form, ResetIsOneStepOfUndoItself) {
  form.setParameter("items", 100);
  form.setPace(10);
  form.resetToDefaults();
  EXPECT_TRUE(form.isDefault());
  form.undoStack().undo();
  EXPECT_EQ(form.choice().pace, 10);
  EXPECT_EQ(form.choice().parameters.at("items"), 100);
}

TEST_F(Form, AnotherScenarioForgetsTheOldOne) {
  form.setPace(10);
  form.setScenario(Scenario::parse(kScenarioText, "other.json"));
  EXPECT_FALSE(form.undoStack().canUndo());
  EXPECT_TRUE(form.isDefault());
}

TEST_F(Form, OptionsLeaveNothingOpen) {
  form.setWorkers(std::nullopt);
  form.setCores(std::nullopt);
  const RunOptions options = form.options();
  EXPECT_EQ(options.workers, form.automaticWorkers());
  EXPECT_GT(form.automaticWorkers(), 0u);
  EXPECT_EQ(options.cores, 4u);
  EXPECT_EQ(options.pace, 2);
  EXPECT_FALSE(options.allow_network);
  form.setExecutor("sequential");
  EXPECT_FALSE(form.options().workers.has_value());  // it is no pool
}

TEST_F(Form, ARecordingIsSetUpAsItWasRun) {
  RunInfo info;
  info.executor = "process-pool";
  info.workers = 5;
  info.machine.cores = 8;
  info.run_cores = 2;
  info.pace = 20;
  info.switch_interval_ms = 1;
  info.parameters = {{"items", 77}, {"long gone", 1}};
  form.setScenario(Scenario::parse(kScenarioText, "form.json"), info);
  EXPECT_EQ(form.choice().executor, "process-pool");
  EXPECT_EQ(form.choice().workers, 5u);
  EXPECT_EQ(form.choice().cores, 2u);
  EXPECT_EQ(form.choice().pace, 20);
  EXPECT_EQ(form.switchInterval(), 1);
  EXPECT_EQ(form.choice().parameters, (std::map<std::string, double>{{"items", 77}}));
}

TEST_F(Form, TheBellIsTheScenariosUntilSomebodySetsIt) {
  EXPECT_EQ(form.switchInterval(), 4);
  EXPECT_FALSE(form.options().switch_interval_ms.has_value());
  form.setSwitchInterval(20);
  EXPECT_EQ(form.options().switch_interval_ms, 20);
  form.undoStack().undo();
  EXPECT_EQ(form.switchInterval(), 4);
}

TEST_F(Form, AScenariosOwnParameterRulesTheBell) {
  form.setScenario(Scenario::parse(kOwnBellText, "bell.json"));
  EXPECT_TRUE(form.hasOwnBell());
  form.setParameter("bell", 50);
  EXPECT_EQ(form.switchInterval(), 50);
  EXPECT_FALSE(form.options().switch_interval_ms.has_value());
}

TEST_F(Form, OtherMachinesAreNamed) {
  EXPECT_TRUE(form.hosts().empty());
  form.setScenario(Scenario::parse(kRemoteScenarioText, "remote.json"));
  EXPECT_EQ(form.hosts(), std::vector<std::string>{"example.org"});
}

}  // namespace
}  // namespace threadmart
