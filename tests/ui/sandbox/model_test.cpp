#include "ui/sandbox/model.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "ui/sandbox/deeds.h"

namespace threadmart {
namespace {

DraftStep items(double n) {
  return draftStep("scan", {{"items", n}});
}

struct Sandbox : testing::Test {
  Sandbox() {
    Draft draft;
    draft.head.title = "Three";
    draft.customers = {{"a", {items(1), items(2)}, 1}, {"b", {items(3)}, 1}, {"c", {items(4)}, 2}};
    model.reset(draft);
  }
  std::string names() const {
    std::string all;
    for (const DraftCustomer& customer : model.draft().customers) all += customer.name + ' ';
    return all;
  }
  SandboxModel model;
};

// Whatever was done: all undone is what was there before, all redone is what was there after.
TEST_F(Sandbox, EverythingCanBeUndone) {
  const Draft before = model.draft();
  std::vector<Draft> states{before};
  const auto done = [&] { states.push_back(model.draft()); };
  model.insertCustomers(1, {{"", {items(9)}, 1}}), done();
  model.duplicateCustomer(0), done();
  model.moveCustomer(0, 3), done();
  model.moveCustomer(4, 0), done();
  model.removeCustomer(2), done();
  model.rename(0, "zoe"), done();
  model.setCopies(1, 7), done();
  model.insertSteps(1, 0, {items(5), items(6)}), done();
  model.setStep(1, 0, items(50)), done();
  model.moveStep(1, 0, 1, 2), done();
  model.moveStep(1, 0, 2, 0), done();
  model.removeStep(2, 0), done();
  model.setTitle("Other"), done();
  model.setDescription("Why"), done();
  model.replace(before, "an example"), done();
  for (std::size_t i = states.size(); i-- > 1;) {
    ASSERT_EQ(model.draft(), states[i]) << i;
    model.undoStack().undo();
  }
  EXPECT_EQ(model.draft(), before);
  EXPECT_FALSE(model.undoStack().canUndo());
  for (std::size_t i = 1; i < states.size(); ++i) {
    model.undoStack().redo();
    ASSERT_EQ(model.draft(), states[i]) << i;
  }
}

TEST_F(Sandbox, EditsOfOneFieldAreOneStepOfUndo) {
  for (const char* name : {"an", "ann", "anna"}) model.rename(0, name);
  EXPECT_EQ(model.undoStack().count(), 1);
  model.rename(1, "berta");
  model.setCopies(1, 2);
  model.setCopies(1, 3);
  EXPECT_EQ(model.undoStack().count(), 3);
  model.undoStack().undo();
  EXPECT_EQ(model.customer(1).count, 1);
  model.setStep(0, 0, items(5));
  model.setStep(0, 1, items(5));
  EXPECT_EQ(model.undoStack().count(), 4);
}

TEST_F(Sandbox, MovingKeepsEverybody) {
  model.moveCustomer(0, 2);
  EXPECT_EQ(names(), "b c a ");
  model.moveCustomer(2, 1);
  EXPECT_EQ(names(), "b a c ");
  model.moveStep(1, 0, 2, 1);
  EXPECT_EQ(model.steps(1), 1);
  EXPECT_EQ(model.step(2, 1), items(1));
  model.moveStep(2, 0, 2, 1);  // before the next: where it is
  EXPECT_EQ(model.step(2, 0), items(4));
}

TEST_F(Sandbox, EveryChangeIsCheckedOnce) {
  QSignalSpy checked(&model, &SandboxModel::problemsChanged);
  model.setStep(0, 0, items(0.5));
  ASSERT_EQ(model.check().problems.size(), 1u);
  EXPECT_EQ(model.check().problems[0].place, (DraftPlace{0, 0, "items"}));
  EXPECT_EQ(checked.count(), 1);
  model.moveStep(0, 0, 1, 0);
  EXPECT_EQ(checked.count(), 2);
  EXPECT_EQ(model.check().problems.at(0).place, (DraftPlace{1, 0, "items"}));
  model.undoStack().undo();
  model.undoStack().undo();
  EXPECT_TRUE(model.check().scenario.has_value());
}

TEST_F(Sandbox, HowItIsRunHasAnUndoOfItsOwn) {
  model.setTitle("Before");
  Defaults defaults = model.draft().head.defaults;
  defaults.executor = "event-loop";
  model.setDefaults(defaults);
  EXPECT_EQ(model.undoStack().count(), 1);
  model.undoStack().undo();
  EXPECT_EQ(model.draft().head.title, "Three");
  EXPECT_EQ(model.draft().head.defaults.executor, "event-loop");
}

TEST_F(Sandbox, DeedsSayWhereToGoOn) {
  EXPECT_EQ(perform(model, Deed::Later, {0, 0, {}}), (DraftPlace{0, 1, {}}));
  EXPECT_EQ(model.step(0, 1), items(1));
  EXPECT_EQ(perform(model, Deed::Remove, {0, 1, {}}), (DraftPlace{0, 0, {}}));
  EXPECT_EQ(perform(model, Deed::NextCustomer, {0, 0, {}}), (DraftPlace{1, 0, {}}));
  EXPECT_EQ(perform(model, Deed::NextCustomer, {0, -1, {}}), (DraftPlace{1, -1, {}}));
  EXPECT_EQ(names(), "b a c ");
  EXPECT_EQ(perform(model, Deed::Remove, {2, -1, {}}), (DraftPlace{1, -1, {}}));
  EXPECT_FALSE(canDo(model, Deed::NextCustomer, {1, -1, {}}));
  EXPECT_FALSE(canDo(model, Deed::Remove, {7, -1, {}}));
}

TEST_F(Sandbox, TheClipboardHoldsJson) {
  perform(model, Deed::Copy, {0, -1, {}});
  EXPECT_EQ(perform(model, Deed::Paste, {2, -1, {}}), (DraftPlace{3, -1, {}}));
  EXPECT_EQ(model.customer(3).steps, model.customer(0).steps);
  EXPECT_EQ(names(), "a b c a 2 ");
  perform(model, Deed::Cut, {0, 0, {}});
  EXPECT_EQ(model.steps(0), 1);
  EXPECT_EQ(perform(model, Deed::Paste, {1, 0, {}}), (DraftPlace{1, 1, {}}));
  EXPECT_EQ(model.step(1, 1), items(1));
}

}  // namespace
}  // namespace threadmart
