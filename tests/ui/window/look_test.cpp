// Themes, sizes, movement, and that all of it fits.
#include <QDBusVariant>

#include "tests/ui/window/window_fixture.h"
#include "ui/sandbox/page.h"

namespace threadmart {
namespace {

constexpr QSize kSmallest(960, 620);  // what the program lets the window shrink to

TEST(LookAfter, TheDesktopSaysDarkOrLight) {
  const DesktopLook light{false, true};
  const auto dark = lookAfter(light, "org.freedesktop.appearance", "color-scheme", 1u);
  ASSERT_TRUE(dark);
  EXPECT_EQ(*dark, (DesktopLook{true, true}));
  EXPECT_EQ(*lookAfter(*dark, "org.freedesktop.appearance", "color-scheme", 2u), light);
  EXPECT_EQ(*lookAfter(*dark, "org.freedesktop.appearance", "color-scheme", 0u), light) << "no wish: light";
}

TEST(LookAfter, TheDesktopSaysWhetherThingsMove) {
  EXPECT_EQ(*lookAfter({}, "org.gnome.desktop.interface", "enable-animations", false), (DesktopLook{false, true}));
  EXPECT_EQ(*lookAfter({true, true}, "org.gnome.desktop.interface", "enable-animations", true),
            (DesktopLook{true, false}));
}

TEST(LookAfter, WhatIsAboutSomethingElseSaysNothing) {
  EXPECT_FALSE(lookAfter({}, "org.freedesktop.appearance", "accent-color", 1u));
  EXPECT_FALSE(lookAfter({}, "org.gnome.desktop.interface", "color-scheme", "prefer-dark"));
  EXPECT_FALSE(lookAfter({}, "", "", {}));
}

TEST(ThemeSwitch, FollowsTheSystemOnlyIfItShall) {
  ThemeSwitch themes(*qApp, ThemeChoice::System, 100);
  themes.followSystem(true);
  EXPECT_EQ(themes.theme(), makeTheme(ThemeKind::Dark));
  themes.choose(ThemeChoice::Light);
  EXPECT_EQ(themes.theme(), makeTheme(ThemeKind::Light));
  themes.followSystem(false);
  themes.followSystem(true);
  EXPECT_EQ(themes.theme(), makeTheme(ThemeKind::Light));
  themes.choose(ThemeChoice::System);
  EXPECT_EQ(themes.theme(), makeTheme(ThemeKind::Dark)) << "it knew all the time";
  themes.choose(ThemeChoice::HighContrast);
  EXPECT_EQ(themes.theme(), makeTheme(ThemeKind::Print));
  qApp->setStyleSheet({});
}

TEST(ThemeSwitch, TellsOnlyWhatIsNew) {
  ThemeSwitch themes(*qApp, ThemeChoice::Light, 100);
  int told = 0;
  QObject::connect(&themes, &ThemeSwitch::changed, [&] { ++told; });
  themes.choose(ThemeChoice::Light);
  themes.followSystem(true);
  EXPECT_EQ(told, 0);
  themes.setScalePercent(1000);
  EXPECT_EQ(themes.scalePercent(), 200);
  EXPECT_EQ(told, 1);
  qApp->setStyleSheet({});
}

struct LookTest : WindowWithRun {};

TEST_F(LookTest, EveryThemeReachesEveryView) {
  std::vector<QImage> shops, timelines, windows;
  for (const char* text : {"Light", "Dark", "High contrast"}) {
    action(text)->trigger();
    shops.push_back(shop()->grab().toImage());
    timelines.push_back(timeline()->grab().toImage());
    windows.push_back(window.grab().toImage());
  }
  for (const auto& pictures : {shops, timelines, windows}) {
    EXPECT_NE(pictures[0], pictures[1]);
    EXPECT_NE(pictures[1], pictures[2]);
    EXPECT_NE(pictures[0], pictures[2]);
  }
  EXPECT_EQ(workbench.memory().theme, ThemeChoice::HighContrast);
}

TEST_F(LookTest, TheSizeReachesTheWindow) {
  const int before = runButton()->height();
  action("200 %")->trigger();
  EXPECT_EQ(workbench.memory().scale_percent, 200);
  EXPECT_EQ(runButton()->height(), 2 * before);
}

TEST_F(LookTest, MovementIsChosenAndRemembered) {
  action("Fade over")->trigger();
  EXPECT_EQ(workbench.memory().motion, MotionChoice::Reduced);
  action("Walk")->trigger();
  EXPECT_EQ(workbench.memory().motion, MotionChoice::Full);
}

// What asks for most of the room, for the message.
std::string greediestOf(const QWidget& window) {
  std::string names;
  for (const QWidget* child : window.findChildren<QWidget*>()) {
    const QSize least = child->minimumSizeHint();
    if (child->isVisible() && (least.width() > 420 || least.height() > 200))
      names += std::string(child->metaObject()->className()) + ' ' + std::to_string(least.width()) + " × " +
               std::to_string(least.height()) + ", ";
  }
  return names;
}

TEST_F(Window, FitsIntoTheSmallestSizeWithEveryScenario) {
  window.setMinimumSize(kSmallest);
  window.page()->shop()->setWords(Words::Both);
  for (const CatalogueEntry& entry : catalogue()) {
    workbench.chooseScenario(entry.name);
    QApplication::processEvents();
    window.resize(kSmallest);
    QApplication::processEvents();
    EXPECT_LE(window.minimumSizeHint().width(), kSmallest.width()) << entry.name << ": " << greediestOf(window);
    EXPECT_LE(window.minimumSizeHint().height(), kSmallest.height()) << entry.name << ": " << greediestOf(window);
    EXPECT_EQ(window.size(), kSmallest) << entry.name;
  }
}

TEST_F(LookTest, FitsIntoTheSmallestSizeWithEveryShop) {
  using namespace testing_support;
  window.setMinimumSize(kSmallest);
  window.page()->shop()->setWords(Words::Both);
  for (const ShopRun& each : {oneTillShop(), oneScannerShop(), freeTillsShop(), trolleysShop(true), wallsShop(),
                              popUpShop(), boardShop(), ticketsShop(true), raceShop(), unknownShop()}) {
    workbench.showRecording(each.recording);
    workbench.player().seek(each.moment);
    workbench.selection().select(customerThing(0));
    QApplication::processEvents();
    window.resize(kSmallest);
    QApplication::processEvents();
    EXPECT_LE(window.minimumSizeHint().width(), kSmallest.width()) << greediestOf(window);
    EXPECT_LE(window.minimumSizeHint().height(), kSmallest.height());
    EXPECT_EQ(window.size(), kSmallest);
    EXPECT_GE(shop()->height(), 120) << "enough for a person";
  }
}

TEST_F(Window, TheSandboxFitsIntoTheSmallestWidth) {
  window.setMinimumSize(kSmallest);
  window.page()->shop()->setWords(Words::Both);
  workbench.sandbox().enter();
  ASSERT_TRUE(window.page()->sandbox()->startFromExample("gil-mixed"));
  window.resize(kSmallest);
  QApplication::processEvents();
  EXPECT_LE(window.minimumSizeHint().width(), kSmallest.width()) << greediestOf(window);
}

}  // namespace
}  // namespace threadmart
