// The shop under keyboard, mouse and screen reader.
#include "ui/shop/widget.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/shop_runs.h"

namespace threadmart {
namespace {

using namespace testing_support;

class ShopAtWork : public testing::Test {
 protected:
  ShopAtWork() : run_(oneScannerShop()), widget_(makeTheme(ThemeKind::Light)) {
    const Snapshot snapshot = run_.recording->snapshot();
    index_.update(std::make_shared<const std::vector<Slice>>(makeSlices(snapshot)), snapshot, run_.recording->info());
    widget_.resize(900, 400);
    widget_.setIndex(&index_);
    widget_.setTime(run_.moment, 0);
    widget_.show();
  }

  QPoint chestOf(const Thing& thing) const { return widget_.outlineNow(thing).center().toPoint(); }
  void moveTo(QPoint at) {  // not by QTest: without a window manager the real pointer is elsewhere
    QMouseEvent move(QEvent::MouseMove, at, widget_.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&widget_, &move);
  }
  void press(Qt::Key key) { QTest::keyClick(&widget_, key); }

  ShopRun run_;
  ShopIndex index_;
  ShopWidget widget_;
};

TEST_F(ShopAtWork, AClickOnACustomerSelectsIt) {
  QSignalSpy selected(&widget_, &ShopWidget::thingSelected);
  QTest::mouseClick(&widget_, Qt::LeftButton, {}, chestOf(customerThing(2)));
  ASSERT_EQ(selected.size(), 1);
  EXPECT_EQ(selected.last().at(0).value<Thing>(), customerThing(2));
  EXPECT_EQ(widget_.selected(), customerThing(2));
  QTest::mouseClick(&widget_, Qt::LeftButton, {}, {450, 110});  // nobody is there
  EXPECT_FALSE(widget_.selected());
  EXPECT_EQ(selected.size(), 2);
}

TEST_F(ShopAtWork, TheFocusIsShownToWhoCameByKeyboard) {
  const auto pictureAfter = [&](Qt::FocusReason reason) {
    widget_.clearFocus();
    widget_.activateWindow();
    QApplication::setActiveWindow(&widget_);
    widget_.setFocus(reason);
    EXPECT_TRUE(widget_.hasFocus());
    return widget_.grab().toImage();
  };
  const QImage by_mouse = pictureAfter(Qt::MouseFocusReason), by_tab = pictureAfter(Qt::TabFocusReason);
  EXPECT_NE(by_mouse, by_tab);
  EXPECT_EQ(pictureAfter(Qt::OtherFocusReason), by_mouse);
  EXPECT_EQ(pictureAfter(Qt::BacktabFocusReason), by_tab);
  EXPECT_EQ(pictureAfter(Qt::ShortcutFocusReason), by_tab);
}

TEST_F(ShopAtWork, WhatIsSelectedElsewhereLightsUpHereAndIsNotToldAgain) {
  QSignalSpy selected(&widget_, &ShopWidget::thingSelected), hovered(&widget_, &ShopWidget::thingHovered);
  const QImage before = widget_.grab().toImage();
  widget_.setSelected(customerThing(0));
  EXPECT_NE(widget_.grab().toImage(), before);
  widget_.setHovered(assistantThing(1));
  EXPECT_EQ(selected.size() + hovered.size(), 0);
}

TEST_F(ShopAtWork, ThePointerExplainsWhoStandsThere) {
  QSignalSpy hovered(&widget_, &ShopWidget::thingHovered);
  const QImage before = widget_.grab().toImage();
  moveTo(chestOf(customerThing(3)));
  EXPECT_EQ(widget_.hovered(), customerThing(3));
  const QImage with_card = widget_.grab().toImage();
  EXPECT_NE(with_card, before);
  widget_.setHovered(customerThing(3));  // as other views answer
  EXPECT_EQ(widget_.grab().toImage(), with_card);
  EXPECT_TRUE(widget_.cardOf(customerThing(3)).first().contains(QStringLiteral("waiting for the GIL")));
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(&widget_, &leave);
  EXPECT_FALSE(widget_.hovered());
  EXPECT_EQ(hovered.size(), 2);
  EXPECT_EQ(widget_.grab().toImage(), before);
}

TEST_F(ShopAtWork, KeysWalkThroughEverythingThatIsToBeSeen) {
  const std::vector<Thing> all = widget_.things();
  ASSERT_GE(all.size(), 4u + 1u + 2u);
  std::vector<Thing> met;
  for (std::size_t i = 0; i < all.size(); ++i) {
    press(Qt::Key_Period);
    met.push_back(widget_.hovered());
  }
  EXPECT_EQ(met, all);
  press(Qt::Key_Period);
  EXPECT_EQ(widget_.hovered(), all.front());
  press(Qt::Key_Comma);
  EXPECT_EQ(widget_.hovered(), all.back());
  QSignalSpy selected(&widget_, &ShopWidget::thingSelected);
  press(Qt::Key_Return);
  EXPECT_EQ(widget_.selected(), all.back());
  press(Qt::Key_Escape);
  EXPECT_FALSE(widget_.selected());
  EXPECT_FALSE(widget_.hovered());
  EXPECT_EQ(selected.size(), 2);
}

TEST_F(ShopAtWork, ArrowsAndSpaceAreLeftToTheTransport) {
  for (const int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Space, Qt::Key_Home}) {
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(&widget_, &event);
    EXPECT_FALSE(event.isAccepted()) << key;
  }
}

TEST_F(ShopAtWork, ReadsItselfOut) {
  QAccessibleInterface* shop = QAccessible::queryAccessibleInterface(&widget_);
  ASSERT_NE(shop, nullptr);
  EXPECT_EQ(shop->role(), QAccessible::Graphic);
  EXPECT_EQ(shop->text(QAccessible::Name), QStringLiteral("Shop"));
  EXPECT_EQ(shop->text(QAccessible::Description), widget_.sentences());
  EXPECT_TRUE(shop->text(QAccessible::Value).contains(QStringLiteral("2")));
  const QString before = shop->text(QAccessible::Description);
  widget_.setTime(9 * kMs, 0);
  EXPECT_NE(shop->text(QAccessible::Description), before);
}

TEST_F(ShopAtWork, ItsChildrenAreTheThingsInItAndCanBePressed) {
  QAccessibleInterface* shop = QAccessible::queryAccessibleInterface(&widget_);
  const std::vector<Thing> all = widget_.things();
  ASSERT_EQ(shop->childCount(), static_cast<int>(all.size()));
  for (int i = 0; i < shop->childCount(); ++i) {
    QAccessibleInterface* child = shop->child(i);
    ASSERT_NE(child, nullptr);
    EXPECT_EQ(shop->indexOfChild(child), i);
    EXPECT_EQ(child->parent(), shop);
    EXPECT_EQ(child->text(QAccessible::Name), widget_.cardOf(all[static_cast<std::size_t>(i)]).first());
    EXPECT_FALSE(child->rect().isEmpty());
    EXPECT_EQ(child, shop->child(i)) << "the same each time";
  }
  QSignalSpy selected(&widget_, &ShopWidget::thingSelected);
  QAccessibleInterface* second = shop->child(1);
  ASSERT_NE(second->actionInterface(), nullptr);
  second->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
  EXPECT_EQ(widget_.selected(), all[1]);
  EXPECT_TRUE(second->state().selected);
  EXPECT_EQ(selected.size(), 1);
}

TEST_F(ShopAtWork, OfACrowdNotEverybodyIsAChild) {
  const ShopRun crowd = crowdShop("threads-gil", 300);
  ShopIndex index;
  const Snapshot snapshot = crowd.recording->snapshot();
  index.update(std::make_shared<const std::vector<Slice>>(makeSlices(snapshot)), snapshot, crowd.recording->info());
  widget_.setIndex(&index);
  widget_.setTime(crowd.moment, 0);
  EXPECT_LE(QAccessible::queryAccessibleInterface(&widget_)->childCount(), 100);
  EXPECT_GT(widget_.things().size(), 100u);
  widget_.setIndex(nullptr);
}

TEST_F(ShopAtWork, TheFloorFollowsSizeWordsAndTheme) {
  QImage before = widget_.grab().toImage();
  widget_.setWords(Words::Computing);
  QImage after = widget_.grab().toImage();
  EXPECT_NE(after, before);
  before = after;
  widget_.setTheme(makeTheme(ThemeKind::Dark));
  after = widget_.grab().toImage();
  EXPECT_NE(after, before);
  widget_.resize(700, 300);
  EXPECT_EQ(widget_.floor().size, QSizeF(700, 300));
  EXPECT_EQ(widget_.grab().toImage().size(), QSize(700, 300));
}

TEST_F(ShopAtWork, WithoutARunItSaysWhatToDo) {
  widget_.setIndex(nullptr, QStringLiteral("Press Run"));
  EXPECT_EQ(widget_.sentences(), QStringLiteral("Press Run"));
  EXPECT_TRUE(widget_.things().empty());
  widget_.grab();
  press(Qt::Key_Period);
  QTest::mouseClick(&widget_, Qt::LeftButton, {}, {400, 100});
  EXPECT_FALSE(widget_.selected());
}

}  // namespace
}  // namespace threadmart
