// Where people stand: where their state puts them, at every time, however they got there.
#include "ui/shop/scene.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

#include "tests/support/hand_made_run.h"
#include "ui/shop/crowd.h"

namespace threadmart {
namespace {

using namespace testing_support;

constexpr QSizeF kSize(900, 360);
constexpr Nanos kEase = 30 * kMs;

struct Shop {
  explicit Shop(const std::shared_ptr<const Recording>& recording, QSizeF size = kSize) {
    const Snapshot snapshot = recording->snapshot();
    index.update(std::make_shared<const std::vector<Slice>>(makeSlices(snapshot)), snapshot, recording->info());
    floor = layoutFloor(shopNeeds(index), size, makeTheme(ThemeKind::Light));
  }
  Scene at(Nanos time, const Motion& motion = {}) const { return sceneAt(index, time, floor, motion); }

  ShopIndex index;
  FloorPlan floor;
};

std::vector<std::pair<std::string, std::shared_ptr<const Recording>>> recordings() {
  return {{"threads with a GIL", gilRun()},
          {"every state", allStates()},
          {"sequential", pages("sequential")},
          {"threads", pages("threads")},
          {"a GIL", pages("threads-gil")},
          {"a process pool", pages("process-pool")},
          {"processes", pages("process-per-task")},
          {"an event loop", pages("event-loop")},
          {"many", manyTasks(300)}};
}

void forEachMoment(const std::function<void(const Shop&, Nanos)>& check) {
  for (const auto& [name, recording] : recordings()) {
    const Shop shop(recording);
    std::mt19937 random(7);
    std::uniform_int_distribution<Nanos> times(0, shop.index.end());
    for (int i = 0; i < 60; ++i) {
      const Nanos time = i == 0 ? 0 : i == 1 ? shop.index.end() : times(random);
      SCOPED_TRACE(name + " at " + std::to_string(time));
      check(shop, time);
      if (testing::Test::HasFailure()) return;
    }
  }
}

void expectSame(const Scene& a, const Scene& b) {
  const auto same = [](const std::vector<Person>& one, const std::vector<Person>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const Person& p, const Person& q) {
      return p.feet.x() == q.feet.x() && p.feet.y() == q.feet.y() && p.height == q.height && p.opacity == q.opacity &&
             p.spot == q.spot;
    });
  };
  EXPECT_EQ(a.state, b.state);
  EXPECT_TRUE(same(a.customers, b.customers));
  EXPECT_TRUE(same(a.assistants, b.assistants));
  ASSERT_EQ(a.crowds.size(), b.crowds.size());
  for (std::size_t i = 0; i < a.crowds.size(); ++i) {
    EXPECT_EQ(a.crowds[i].area, b.crowds[i].area);
    EXPECT_EQ(a.crowds[i].count, b.crowds[i].count);
    EXPECT_EQ(a.crowds[i].spot, b.crowds[i].spot);
  }
}

QRectF bodyOf(const Person& person) {
  const double width = person.height * kFigureWidth;
  return {person.feet.x() - width / 2, person.feet.y() - person.height, width, person.height};
}

QRectF wider(const QRectF& rect) {
  return rect.adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
}

TEST(Scene, EveryStateHasItsSpot) {
  ShopCustomer customer;
  EXPECT_EQ(spotOf(customer), Spot::Outside);
  customer.submitted = true;
  const std::pair<TaskState, Spot> expected[] = {{TaskState::Queued, Spot::Line},   {TaskState::Running, Spot::Till},
                                                 {TaskState::Io, Spot::Aisle},      {TaskState::Lock, Spot::Waiting},
                                                 {TaskState::Ready, Spot::Waiting}, {TaskState::Done, Spot::Exit}};
  for (const auto& [state, spot] : expected) {
    customer.state = state;
    EXPECT_EQ(spotOf(customer), spot);
  }
}

TEST(Scene, FeetAreInAZoneExactlyWhileRunning) {
  forEachMoment([](const Shop& shop, Nanos time) {
    for (const Motion motion : {Motion{}, Motion{kEase, false}, Motion{kEase, true}, Motion{1, false}}) {
      const Scene scene = shop.at(time, motion);
      for (std::size_t i = 0; i < scene.customers.size(); ++i) {
        const Person& person = scene.customers[i];
        const ShopCustomer& customer = scene.state.customers[i];
        EXPECT_EQ(person.spot, spotOf(customer)) << i;
        const FloorPlan::Till* expected =
            customer.state == TaskState::Running ? shop.floor.tillOf(customer.worker) : nullptr;
        EXPECT_EQ(shop.floor.zoneAt(person.feet), expected) << i;
        std::size_t zones = 0;  // as zoneAt() would find them if it looked everywhere
        for (const FloorPlan::Till& till : shop.floor.tills) zones += till.zone.contains(person.feet);
        EXPECT_EQ(zones, expected ? 1u : 0u) << i;
      }
    }
  });
}

TEST(Scene, StillPeopleStandInTheRoomOfTheirState) {
  forEachMoment([](const Shop& shop, Nanos time) {
    const Scene scene = shop.at(time);
    for (std::size_t i = 0; i < scene.customers.size(); ++i) {
      const Person& person = scene.customers[i];
      if (person.spot == Spot::Outside) {
        EXPECT_EQ(person.opacity, 0) << i;
        continue;
      }
      EXPECT_EQ(person.opacity, 1) << i;
      const FloorPlan::Till* till = shop.floor.tillOf(scene.state.customers[i].worker);
      const QRectF rooms[] = {
          {}, shop.floor.line, {}, shop.floor.aisle, till ? till->waiting : QRectF(), shop.floor.exit};
      if (person.spot == Spot::Till) continue;
      EXPECT_TRUE(wider(rooms[static_cast<std::size_t>(person.spot)]).contains(bodyOf(person))) << i;
    }
  });
}

TEST(Scene, AssistantsStandBehindTheTillTheyServeOrHaveTea) {
  forEachMoment([](const Shop& shop, Nanos time) {
    const Scene scene = shop.at(time);
    ASSERT_EQ(scene.assistants.size(), scene.state.assistants.size());
    for (std::size_t i = 0; i < scene.assistants.size(); ++i) {
      const ShopAssistant& assistant = scene.state.assistants[i];
      const Person& person = scene.assistants[i];
      if (assistant.task == kNoTask) {
        EXPECT_EQ(person.spot, Spot::Outside);
        EXPECT_TRUE(wider(shop.floor.staffRoom()).contains(bodyOf(person)));
      } else {
        EXPECT_EQ(person.spot, Spot::Till);
        EXPECT_EQ(person.feet.y(), shop.floor.tillOf(assistant.worker)->assistant.y());
      }
    }
  });
}

TEST(Scene, WhatWasAskedBeforeDoesNotMatter) {
  SceneMaker maker;
  forEachMoment([&maker](const Shop& shop, Nanos time) {
    for (const Motion motion : {Motion{kEase, false}, Motion{}, Motion{kEase, true}})
      expectSame(maker.make(shop.index, time, shop.floor, motion), shop.at(time, motion));
  });
}

bool nearAZone(const FloorPlan& floor, QPointF feet) {
  const auto near = [&](const FloorPlan::Till& till) {
    const double clear = 0.1 * till.figure;
    return till.zone.adjusted(-clear, -clear, clear, clear).contains(feet);
  };
  return std::any_of(floor.tills.begin(), floor.tills.end(), near);
}

// Apart from the steps over the edge of a zone, which say when somebody is served.
TEST(Scene, NobodyJumps) {
  constexpr int kSteps = 300;  // to an ease: a third of it is the least time in which anybody crosses the picture
  constexpr double kFarthest = 3.0 / kSteps * 1.5;
  for (const auto& [name, recording] : recordings()) {
    const Shop shop(recording);
    const Nanos step = kEase / kSteps;
    Scene before = shop.at(0, {kEase, false});
    for (Nanos time = step; time <= std::min(shop.index.end(), step * 1500); time += step) {
      const Scene scene = shop.at(time, {kEase, false});
      for (std::size_t i = 0; i < scene.customers.size(); ++i) {
        const Person &was = before.customers[i], &is = scene.customers[i];
        ASSERT_LE(std::abs(is.height - was.height), kFarthest * kSize.height()) << name << " " << i << " " << time;
        ASSERT_LE(std::abs(is.opacity - was.opacity), kFarthest) << name << " " << i << " " << time;
        if (nearAZone(shop.floor, was.feet) || nearAZone(shop.floor, is.feet)) continue;
        const QPointF moved = is.feet - was.feet;
        ASSERT_LE(std::hypot(moved.x(), moved.y()), kFarthest * kSize.width()) << name << " " << i << " " << time;
      }
      before = scene;
    }
  }
}

TEST(Scene, WhoHasArrivedStandsStill) {
  HandMadeRun run("waits", "threads", 3, 3);
  run.state(10 * kMs, 0, 0, TaskState::Io).finish(500 * kMs, 0, 0);
  const Shop shop(run.recording());
  const Scene still = shop.at(304 * kMs), eased = shop.at(304 * kMs, {kEase, false});
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(eased.customers[i].feet.x(), still.customers[i].feet.x(), 1e-9);
    EXPECT_NEAR(eased.customers[i].feet.y(), still.customers[i].feet.y(), 1e-9);
    EXPECT_NEAR(eased.customers[i].opacity, 1, 1e-12);
  }
  const Scene walking = shop.at(10 * kMs + kEase / 2, {kEase, false});
  const QPointF gone = walking.customers[0].feet - shop.at(0).customers[0].feet;
  const QPointF left = still.customers[0].feet - walking.customers[0].feet;
  EXPECT_GT(std::hypot(gone.x(), gone.y()), 1);
  EXPECT_GT(std::hypot(left.x(), left.y()), 1);
}

TEST(Scene, WhoHasNotComeInYetIsNotSeenAndFadesInThen) {
  HandMadeRun run("late", "threads", 2, 2);
  run.info.tasks.push_back({"customer 3", 0});
  run.add({.time = 100 * kMs, .task = 2, .kind = EventKind::TaskSubmitted});
  run.state(0, 0, 0, TaskState::Io).finish(500 * kMs, 0, 0);
  const Shop shop(run.recording());
  for (const Motion motion : {Motion{}, Motion{kEase, false}, Motion{kEase, true}}) {
    const Scene before = shop.at(99 * kMs, motion);
    EXPECT_EQ(before.customers[2].opacity, 0);
    EXPECT_TRUE(outlineOf(customerThing(2), before, shop.floor).isEmpty());
    EXPECT_DOUBLE_EQ(shop.at(200 * kMs, motion).customers[2].opacity, 1);
  }
  const double coming = shop.at(115 * kMs, {kEase, false}).customers[2].opacity;
  EXPECT_GT(coming, 0);
  EXPECT_LT(coming, 1);
}

TEST(Scene, WithReducedMotionNobodyWalksButFadesInAtTheNewPlace) {
  HandMadeRun run("waits", "threads", 3, 3);
  run.state(100 * kMs, 0, 0, TaskState::Io).finish(500 * kMs, 0, 0);
  const Shop shop(run.recording());
  const Motion fade{kEase, true};
  const Scene soon = shop.at(101 * kMs, fade), later = shop.at(115 * kMs, fade), at_last = shop.at(200 * kMs, fade);
  for (const Scene* scene : {&soon, &later, &at_last})
    EXPECT_EQ(scene->customers[0].feet, shop.at(200 * kMs).customers[0].feet);
  EXPECT_GT(soon.customers[0].opacity, 0);
  EXPECT_LT(soon.customers[0].opacity, later.customers[0].opacity);
  EXPECT_LT(later.customers[0].opacity, 1);
  EXPECT_DOUBLE_EQ(at_last.customers[0].opacity, 1);
  EXPECT_DOUBLE_EQ(soon.customers[1].opacity, 1);  // only stepped forward in the line
}

TEST(Scene, TheLineIsInTheOrderOfSubmissionTheFirstNearestToTheTill) {
  HandMadeRun run("line", "sequential", 5, 1);
  run.state(0, 0, 0, TaskState::Running, 0, 0).finish(100 * kMs, 0, 0);
  const Shop shop(run.recording());
  const Scene scene = shop.at(50 * kMs);
  for (std::size_t i = 2; i < 5; ++i) {
    EXPECT_LT(scene.customers[i].feet.x(), scene.customers[i - 1].feet.x());
    EXPECT_EQ(scene.customers[i].feet.y(), scene.customers[1].feet.y());
  }
}

TEST(Scene, OfACustomerOnAnUnknownCoreNobodyIsShownToServe) {
  HandMadeRun run("unknown", "threads", 2, 2);
  run.state(0, 0, 0, TaskState::Running).finish(100 * kMs, 0, 0);
  const Shop shop(run.recording());
  const Scene scene = shop.at(50 * kMs);
  EXPECT_EQ(scene.customers[0].spot, Spot::Till);
  for (const Person& assistant : scene.assistants) EXPECT_EQ(assistant.spot, Spot::Outside);
}

TEST(Scene, TwoWhoScanAtOneTillForAMomentAreBothSeenInItsZone) {
  HandMadeRun run("hand-over", "threads-gil", 2, 2);
  run.info.has_gil = true;
  run.state(0, 0, 0, TaskState::Running, 0, 0).state(0, 1, 1, TaskState::Running, 0, 1);
  run.finish(100 * kMs, 0, 0).finish(100 * kMs, 1, 1);
  const Shop shop(run.recording());
  const Scene scene = shop.at(50 * kMs);
  const QPointF first = scene.customers[0].feet, second = scene.customers[1].feet;
  EXPECT_TRUE(shop.floor.tills[0].zone.contains(first) && shop.floor.tills[0].zone.contains(second));
  EXPECT_NE(first, second);
  EXPECT_NE(scene.assistants[0].feet, scene.assistants[1].feet);
}

TEST(Scene, GroupsTooLargeToCountAreCounted) {
  const Shop few(gilRun());
  EXPECT_TRUE(few.at(100 * kMs).crowds.empty());
  const Shop shop(manyTasks(300));
  const Scene scene = shop.at(40 * kMs);
  ASSERT_FALSE(scene.crowds.empty());
  for (const Scene::Crowd& crowd : scene.crowds) {
    std::size_t count = 0;
    for (const Person& person : scene.customers) {
      if (person.spot != crowd.spot) continue;
      ++count;
      EXPECT_TRUE(wider(crowd.area).contains(bodyOf(person)));
    }
    EXPECT_EQ(crowd.count, count);
  }
}

TEST(Things, WhoIsInFrontIsPointedAt) {
  forEachMoment([](const Shop& shop, Nanos time) {
    const Scene scene = shop.at(time, {kEase, false});
    for (std::size_t i = 0; i < scene.customers.size(); ++i) {
      const QRectF outline = outlineOf(customerThing(static_cast<TaskId>(i)), scene, shop.floor);
      EXPECT_TRUE(scene.customers[i].opacity >= 0.05 || outline.isEmpty());
      if (outline.isEmpty()) continue;
      const Thing found = thingAt(scene, shop.floor, outline.center());
      ASSERT_TRUE(found) << i;
      const QRectF front = outlineOf(found, scene, shop.floor);
      EXPECT_GE(front.bottom(), outline.bottom() - 1e-6) << i;
      EXPECT_TRUE(wider(front).contains(outline.center()) || front.height() < 6) << i;
    }
  });
}

TEST(Things, TillsAndAssistantsAreFoundAndNothingElseIs) {
  const Shop shop(pages("threads"));
  const Scene scene = shop.at(100 * kMs);
  EXPECT_EQ(thingAt(scene, shop.floor, shop.floor.tills[2].counter.center()), tillThing(2));
  EXPECT_EQ(outlineOf(tillThing(2), scene, shop.floor), shop.floor.tills[2].counter);
  const QRectF idle = outlineOf(assistantThing(1), scene, shop.floor);
  EXPECT_EQ(thingAt(scene, shop.floor, idle.center()), assistantThing(1));
  EXPECT_FALSE(thingAt(scene, shop.floor, {1, 1}));
  EXPECT_FALSE(thingAt(scene, shop.floor, {-50, 5000}));
  for (const Thing& nobody : {customerThing(99), tillThing(99), assistantThing(99), ticketThing(0), Thing{}})
    EXPECT_TRUE(outlineOf(nobody, scene, shop.floor).isEmpty());
}

std::shared_ptr<const Recording> withTickets(unsigned tasks) {
  HandMadeRun run("tickets", "futures-threads", tasks, 2);
  for (TaskId task = 0; task < tasks; ++task) run.add({.time = 0, .task = task, .kind = EventKind::FutureState});
  run.state(10 * kMs, 0, 0, TaskState::Running, 0, 0).finish(100 * kMs, 0, 0);
  return run.recording();
}

TEST(Things, TicketsLieBesideEachOtherOrHaveNoPlaceAtAll) {
  const Shop shop(withTickets(6), {1280, 480});
  const Scene scene = shop.at(50 * kMs);
  std::vector<QRectF> places;
  for (TaskId task = 0; task < 6; ++task) {
    const QRectF place = outlineOf(ticketThing(task), scene, shop.floor);
    EXPECT_TRUE(wider(shop.floor.tickets).contains(place));
    EXPECT_EQ(thingAt(scene, shop.floor, place.center()), ticketThing(task));
    for (const QRectF& other : places) EXPECT_FALSE(other.intersects(place));
    places.push_back(place);
  }
  const Shop many(withTickets(600), {1280, 480});
  const Scene crowded = many.at(50 * kMs);
  for (TaskId task = 0; task < 600; ++task) EXPECT_TRUE(outlineOf(ticketThing(task), crowded, many.floor).isEmpty());
}

TEST(Scene, AnUnknownShopShowsNobody) {
  HandMadeRun run("foreign", "another tool", 3, 2);
  run.state(0, 0, 0, TaskState::Running, 0, 0).finish(100 * kMs, 0, 0);
  const Shop shop(run.recording());
  ASSERT_EQ(shop.floor.needs.kind, ShopKind::Unknown);
  const Scene scene = shop.at(50 * kMs, {kEase, false});
  for (const Person& person : scene.customers) EXPECT_EQ(person.opacity, 0);
  for (const Person& person : scene.assistants) EXPECT_EQ(person.opacity, 0);
  EXPECT_FALSE(thingAt(scene, shop.floor, {0, 0}));
}

}  // namespace
}  // namespace threadmart
