#include "ui/theme/theme.h"

#include <cmath>
#include <gtest/gtest.h>

#include <QFontInfo>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>

namespace threadmart {
namespace {

double luminance(const QColor& colour) {
  const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

class EveryTheme : public testing::TestWithParam<ThemeKind> {};

// WCAG AA: 4.5 for text, 3 for what tells parts of a picture apart.
TEST_P(EveryTheme, TextCanBeRead) {
  const Theme theme = makeTheme(GetParam());
  for (const QColor& background : {theme.page, theme.panel, theme.sunken}) {
    EXPECT_GE(contrast(theme.text, background), 7);
    EXPECT_GE(contrast(theme.text_muted, background), 4.5);
    EXPECT_GE(contrast(theme.accent, background), 4.5);
    EXPECT_GE(contrast(theme.warning, background), 4.5);
  }
  EXPECT_GE(contrast(theme.text_on_accent, theme.accent), 4.5);
  EXPECT_GE(contrast(theme.tip_text, theme.tip), 7);
  EXPECT_GE(contrast(theme.tip_muted, theme.tip), 4.5);
  EXPECT_GE(contrast(theme.playhead, theme.panel), 7);
  for (TaskId task = 0; task < 24; ++task) EXPECT_GE(contrast(theme.textOnTask(task), theme.task(task)), 4.5) << task;
}

TEST_P(EveryTheme, TheFirstTwentyFourTasksDiffer) {
  const Theme theme = makeTheme(GetParam());
  QSet<QRgb> colours;
  for (TaskId task = 0; task < 24; ++task) {
    colours.insert(theme.task(task).rgb());
    EXPECT_NE(theme.task(task), theme.taskTint(task));
    EXPECT_NE(theme.taskHatch(task), theme.taskTint(task));
  }
  EXPECT_EQ(colours.size(), 24);
}

TEST_P(EveryTheme, StyleSheetHasNoPlaceholderLeft) {
  const QString sheet = styleSheet(makeTheme(GetParam()));
  EXPECT_FALSE(sheet.contains(QLatin1Char('@'))) << sheet.mid(sheet.indexOf(QLatin1Char('@')), 40).toStdString();
  EXPECT_FALSE(sheet.contains(QRegularExpression(QStringLiteral("\\{\\d+\\}"))));
  EXPECT_TRUE(sheet.contains(QStringLiteral("QPushButton:focus")));
}

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme, testing::Values(ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print),
                         [](const auto& tested) {
                           return tested.param == ThemeKind::Light  ? "Light"
                                  : tested.param == ThemeKind::Dark ? "Dark"
                                                                    : "Print";
                         });

TEST(Theme, OkabeItoFirst) {
  const Theme theme = makeTheme(ThemeKind::Light);
  EXPECT_EQ(theme.task(0).name(), QStringLiteral("#0072b2"));
  EXPECT_EQ(theme.task(5).name(), QStringLiteral("#56b4e9"));
  EXPECT_EQ(theme.task(0), makeTheme(ThemeKind::Print).task(0));
}

TEST(Theme, FontIsTheBundledInterInEveryWeight) {
  const Theme theme = makeTheme(ThemeKind::Light, 2);
  for (const QFont::Weight weight : {QFont::Normal, QFont::Medium, QFont::DemiBold, QFont::Bold}) {
    const QFontInfo info(theme.font(12, weight));
    EXPECT_EQ(info.family(), QStringLiteral("Inter"));
    EXPECT_EQ(info.weight(), weight);
    EXPECT_EQ(info.pixelSize(), 24);
  }
}

TEST(Theme, ScaleReachesTheStyleSheet) {
  EXPECT_TRUE(styleSheet(makeTheme(ThemeKind::Light, 1)).contains(QStringLiteral("font-size: 13px")));
  EXPECT_TRUE(styleSheet(makeTheme(ThemeKind::Light, 2)).contains(QStringLiteral("font-size: 26px")));
}

// Qt says so when it cannot read a style sheet, and then uses none of it.
QStringList g_messages;
TEST(Theme, QtUnderstandsTheStyleSheet) {
  g_messages.clear();
  const auto before = qInstallMessageHandler(
      [](QtMsgType, const QMessageLogContext&, const QString& message) { g_messages << message; });
  QPushButton button(QStringLiteral("Run"));
  button.setStyleSheet(styleSheet(makeTheme(ThemeKind::Dark)));
  button.ensurePolished();
  button.grab();
  qInstallMessageHandler(before);
  EXPECT_TRUE(g_messages.isEmpty()) << g_messages.join(QLatin1Char('\n')).toStdString();
}

}  // namespace
}  // namespace threadmart
