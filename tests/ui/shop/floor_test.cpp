#include "ui/shop/floor.h"

#include <cmath>
#include <gtest/gtest.h>

#include "ui/shop/crowd.h"

namespace threadmart {
namespace {

constexpr ShopKind kKinds[] = {ShopKind::OneTill,    ShopKind::OneScanner,  ShopKind::FreeTills,
                               ShopKind::Trolleys,   ShopKind::ScannerPool, ShopKind::Walls,
                               ShopKind::PopUpTills, ShopKind::TicketBoard};
constexpr std::size_t kCustomers[] = {1, 2, 4, 12, 60, 300, 5000};
const QSizeF kSizes[] = {{360, 160}, {900, 360}, {1280, 480}, {1920, 700}, {3840, 1200}};
constexpr double kEps = 1e-6;

Theme themeOf(double scale) {
  return makeTheme(ThemeKind::Light, scale);
}

std::vector<std::size_t> workersFor(ShopKind kind, std::size_t customers) {
  if (kind == ShopKind::OneTill || kind == ShopKind::TicketBoard) return {1};
  if (kind == ShopKind::PopUpTills) return {customers};
  return {1, 2, 8, 64, customers};
}

std::string describe(const ShopNeeds& needs, QSizeF size, double scale) {
  return "kind " + std::to_string(static_cast<int>(needs.kind)) + ", " + std::to_string(needs.customers) +
         " customers, " + std::to_string(needs.workers) + " workers, " + std::to_string(needs.assistants) +
         " assistants, tickets " + std::to_string(needs.tickets) + ", " + std::to_string(size.width()) + " x " +
         std::to_string(size.height()) + ", scale " + std::to_string(scale);
}

void forEachPlan(const std::function<void(const FloorPlan&)>& check) {
  for (const ShopKind kind : kKinds)
    for (const std::size_t customers : kCustomers)
      for (const std::size_t workers : workersFor(kind, customers))
        for (const QSizeF size : kSizes)
          for (const double scale : {1.0, 2.0}) {
            const bool extras = customers % 8 == 4;
            const ShopNeeds needs{kind, customers, workers, extras ? 64u : 2u, extras, extras};
            SCOPED_TRACE(describe(needs, size, scale));
            check(layoutFloor(needs, size, themeOf(scale)));
            if (testing::Test::HasFailure()) return;
          }
}

bool apart(const QRectF& a, const QRectF& b) {
  return a.isEmpty() || b.isEmpty() || a.right() <= b.left() + kEps || b.right() <= a.left() + kEps ||
         a.bottom() <= b.top() + kEps || b.bottom() <= a.top() + kEps;
}

bool inside(const QRectF& outer, const QRectF& inner) {
  return outer.adjusted(-kEps, -kEps, kEps, kEps).contains(inner);
}

QRectF picture(const FloorPlan& plan) {
  return {QPointF(), plan.size};
}

bool sharesWaiting(const FloorPlan& plan) {
  return plan.needs.kind == ShopKind::OneScanner || plan.needs.kind == ShopKind::ScannerPool ||
         plan.needs.kind == ShopKind::TicketBoard;
}

// The rooms that must not touch each other.
std::vector<QRectF> rooms(const FloorPlan& plan) {
  std::vector<QRectF> rooms = {plan.aisle.united(plan.shelf),
                               plan.line,
                               plan.staff,
                               plan.board,
                               plan.tickets,
                               plan.sheet,
                               plan.exit,
                               plan.grid.area};
  if (sharesWaiting(plan)) rooms.push_back(plan.tills.front().waiting);
  return rooms;
}

TEST(Floor, RoomsLieInsideThePictureAndApart) {
  forEachPlan([](const FloorPlan& plan) {
    const std::vector<QRectF> all = rooms(plan);
    for (std::size_t i = 0; i < all.size(); ++i) {
      EXPECT_TRUE(all[i].isEmpty() || inside(picture(plan), all[i])) << i;
      for (std::size_t j = 0; j < i; ++j) EXPECT_TRUE(apart(all[i], all[j])) << i << " and " << j;
    }
    for (const QRectF& wanted : {plan.shelf, plan.aisle, plan.line, plan.staff, plan.exit, plan.ground})
      EXPECT_FALSE(wanted.isEmpty());
    EXPECT_EQ(plan.needs.tickets, !plan.tickets.isEmpty());
    EXPECT_EQ(plan.needs.sheet, !plan.sheet.isEmpty());
    EXPECT_EQ(plan.needs.kind == ShopKind::TicketBoard, !plan.board.isEmpty());
    EXPECT_TRUE(plan.wall.isEmpty() || (inside(picture(plan), plan.wall) && inside(plan.wall, plan.grid.area)));
    EXPECT_TRUE(plan.bell.isEmpty() || inside(plan.grid.area, plan.bell));
  });
}

TEST(Floor, EveryWorkerHasATillInACellOfItsOwn) {
  forEachPlan([](const FloorPlan& plan) {
    const bool one = plan.needs.kind == ShopKind::OneTill || sharesWaiting(plan);
    ASSERT_EQ(plan.tills.size(), one ? 1 : plan.needs.workers);
    ASSERT_GE(plan.grid.columns * plan.grid.rows, plan.tills.size());
    const double width = plan.grid.area.width() / static_cast<double>(plan.grid.columns);
    const double height = plan.grid.area.height() / static_cast<double>(plan.grid.rows);
    for (std::size_t i = 0; i < plan.tills.size(); ++i) {
      const FloorPlan::Till& till = plan.tills[i];
      const QRectF cell(plan.grid.area.left() + width * static_cast<double>(i % plan.grid.columns),
                        plan.grid.area.top() + height * static_cast<double>(i / plan.grid.columns), width, height);
      const double half = till.figure * kFigureWidth / 2;
      const QRectF served(till.customer.x() - half, till.customer.y() - till.figure, 2 * half, till.figure);
      const QRectF serving(till.assistant.x() - till.figure * 0.25, till.assistant.y() - till.figure, till.figure * 0.5,
                           till.figure);
      ASSERT_TRUE(inside(cell, till.zone) && inside(cell, till.counter)) << i;
      ASSERT_TRUE(inside(cell, served) && inside(cell, serving)) << i;
      ASSERT_TRUE(till.wall.isEmpty() || inside(cell, till.wall)) << i;
      ASSERT_TRUE(till.wall.isEmpty() || inside(till.wall, served.united(serving).united(till.waiting))) << i;
      ASSERT_TRUE(sharesWaiting(plan) || inside(cell, till.waiting)) << i;
      ASSERT_TRUE(apart(till.zone, till.waiting)) << i;
      ASSERT_TRUE(till.zone.contains(till.customer)) << i;
      ASSERT_EQ(plan.zoneAt(till.customer), &till) << i;
      ASSERT_EQ(plan.zoneAt(till.zone.center()), &till) << i;
      ASSERT_EQ(plan.tillOf(static_cast<WorkerId>(i)), &till) << i;
    }
  });
}

// Everybody in `area` at once: inside from head to foot, and nobody on another's feet.
void expectRoomFor(const QRectF& area, std::size_t count, double figure, const char* what) {
  const Places places(area, figure, count, From::Right);
  const double half = figure * kFigureWidth / 2;
  std::vector<QPointF> feet;
  for (std::size_t i = 0; i < count; ++i) feet.push_back(places.feet(i));
  for (const QPointF& at : feet) ASSERT_TRUE(inside(area, {at.x() - half, at.y() - figure, 2 * half, figure})) << what;
  std::sort(feet.begin(), feet.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = i + 1; j < count && feet[j].x() - feet[i].x() < figure * kFigureWidth / 2; ++j)
      ASSERT_GE(std::hypot(feet[j].x() - feet[i].x(), feet[j].y() - feet[i].y()), figure * kFigureWidth / 2 - kEps)
          << what;
}

TEST(Floor, EveryRoomHoldsEverybody) {
  forEachPlan([](const FloorPlan& plan) {
    if (plan.needs.customers == 5000 && plan.size.width() > 1000) return;  // the same again, only slower
    const std::size_t all = plan.needs.customers;
    EXPECT_GT(plan.figure, 0);
    expectRoomFor(plan.line, all, plan.line_figure, "line");
    expectRoomFor(plan.aisle, all, plan.figure, "aisle");
    expectRoomFor(plan.exit, all, plan.exit_figure, "exit");
    expectRoomFor(plan.staffRoom(), plan.needs.assistants, plan.staff_figure, "staff");
    if (!sharesWaiting(plan)) return;
    const std::size_t waiting = plan.needs.kind == ShopKind::ScannerPool ? std::min(all, plan.needs.workers) : all;
    expectRoomFor(plan.tills.front().waiting, waiting, plan.tills.front().waiting_figure, "waiting");
  });
}

TEST(Floor, FiguresShrinkWithoutAJump) {
  const Theme theme = themeOf(1);
  for (const ShopKind kind : kKinds)
    for (const bool own_till : {false, true})
      for (const QSizeF size : {kSizes[0], kSizes[2]}) {
        double before = 0;
        const auto expectAtMost = [&](std::size_t n, double least_share) {
          const std::size_t workers = own_till || kind == ShopKind::PopUpTills ? n : 4;
          const ShopNeeds needs{kind, n, workers, 4, false, false};
          const double figure = layoutFloor(needs, size, theme).figure;
          EXPECT_TRUE(before == 0 || figure <= before + kEps) << describe(needs, size, 1);
          EXPECT_GE(figure, least_share * before) << describe(needs, size, 1);
          before = figure;
        };
        // Neighbours are compared: all of them while they are few, then pairs.
        for (std::size_t n = 1; n <= 5000; n += n < 60 ? 1 : n / 9) {
          expectAtMost(n, n > 8 && n <= 60 ? 0.9 : 0);
          if (n >= 60) expectAtMost(n + 1, 0.9);
        }
      }
}

TEST(Floor, FewCustomersArePortraitsAndThousandsCanStillBeSeen) {
  for (const ShopKind kind : kKinds) {
    const Theme theme = themeOf(1);
    const FloorPlan few =
        layoutFloor({kind, 4, kind == ShopKind::OneTill ? 1u : 4u, 2, false, false}, {1280, 480}, theme);
    EXPECT_GE(few.figure, 85) << static_cast<int>(kind);
    EXPECT_GE(few.tills.front().figure, 60) << static_cast<int>(kind);
    const FloorPlan many = layoutFloor({kind, 5000, 4, 2, false, false}, {1280, 480}, theme);
    EXPECT_GE(many.figure, 9) << static_cast<int>(kind);
  }
}

// As low as the shop is in the smallest window.
TEST(Floor, WhereThereIsLittleRoomPeopleGetIt) {
  for (const ShopKind kind : {ShopKind::OneTill, ShopKind::OneScanner, ShopKind::ScannerPool, ShopKind::TicketBoard})
    for (const std::size_t customers : {1, 4, 20}) {
      const FloorPlan plan = layoutFloor({kind, customers, 4, 2, false, false}, {680, 200}, themeOf(1));
      EXPECT_GE(plan.tills.front().figure, 200 / 3.0) << describe(plan.needs, plan.size, 1);
      EXPECT_GE(plan.figure, 24) << describe(plan.needs, plan.size, 1);
    }
  EXPECT_GE(layoutFloor({ShopKind::PopUpTills, 40, 40, 2, false, false}, {680, 200}, themeOf(1)).figure, 22);
}

TEST(Floor, SignsStandBesideFaces) {
  forEachPlan([](const FloorPlan& plan) {
    for (const FloorPlan::Till& till : plan.tills) {
      ASSERT_EQ(till.sign.isEmpty(), plan.needs.kind == ShopKind::PopUpTills);
      const double half = 0.2 * till.figure;
      for (const QPointF& feet : {till.customer, till.assistant})
        ASSERT_TRUE(till.sign.isEmpty() || till.sign.right() <= feet.x() - half + kEps ||
                    till.sign.left() >= feet.x() + half - kEps);
    }
  });
}

TEST(Floor, OfAnotherToolsShopNothingIsKnown) {
  const FloorPlan plan = layoutFloor({ShopKind::Unknown, 4, 4, 2, false, false}, {900, 360}, themeOf(1));
  EXPECT_TRUE(plan.tills.empty());
  EXPECT_TRUE(plan.shelf.isEmpty() && plan.line.isEmpty() && plan.staff.isEmpty());
  EXPECT_EQ(plan.size, QSizeF(900, 360));
}

TEST(Places, TheFirstStandsNearestAndEachNextToTheOneBefore) {
  const QRectF area(10, 20, 300, 200);
  const Places places(area, 40, 40, From::Right);
  EXPECT_EQ(places.feet(0), QPointF(310 - 40 * kFigureWidth / 2, 220));
  for (std::size_t i = 1; i < 40; ++i) {
    const QPointF step = places.feet(i) - places.feet(i - 1);
    EXPECT_LE(std::hypot(step.x(), step.y()), 40.0) << i;
  }
}

TEST(Places, NobodyIsLeftOutWhereTooManyCome) {
  const QRectF area(0, 0, 30, 40);
  const Places places(area, 60, 1000, From::Left);
  for (std::size_t i = 0; i < 1000; ++i) EXPECT_TRUE(area.contains(places.feet(i))) << i;
}

}  // namespace
}  // namespace threadmart
