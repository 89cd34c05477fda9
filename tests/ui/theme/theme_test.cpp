#include "ui/theme/theme.h"

#include <array>
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

// What is written in the shop, on what.
TEST_P(EveryTheme, TextCanBeReadInTheShop) {
  const Theme theme = makeTheme(GetParam());
  for (const QColor& background : {theme.ground, theme.shop_wall, theme.ticket_paper, theme.sheet}) {
    EXPECT_GE(contrast(theme.text, background), 7) << background.name().toStdString();
    EXPECT_GE(contrast(theme.text_muted, background), 4.5) << background.name().toStdString();
  }
  EXPECT_GE(contrast(theme.board_text, theme.board), 7);
  EXPECT_GE(contrast(theme.board_muted, theme.board), 7);
  EXPECT_GE(contrast(theme.chip_text, theme.chip), 7);
  EXPECT_GE(contrast(theme.sign_text, theme.sign_fill), 7);
  for (const QColor& background : {theme.bell_fill, theme.ground, theme.shop_wall})
    EXPECT_GE(contrast(theme.bell_text, background), 4.5);
  for (const QColor& background : {theme.ground, theme.shop_wall}) {
    EXPECT_GE(contrast(theme.process_edge, background), 3);
    EXPECT_GE(contrast(theme.art_outline, background), 3);
    EXPECT_GE(contrast(theme.rope, background), 3);
  }
  EXPECT_GE(contrast(theme.counter_top, theme.ground), 3);
}

TEST_P(EveryTheme, TextCanBeReadOnWhatIsSelectedOrSaid) {
  const Theme theme = makeTheme(GetParam());
  for (const QColor& text : {theme.text, theme.text_muted, theme.accent})
    EXPECT_GE(contrast(text, theme.accent_soft), 4.5) << text.name().toStdString();
  EXPECT_GE(contrast(theme.warning, theme.warning_soft), 4.5);
  EXPECT_GE(contrast(theme.text, theme.warning_soft), 7);
}

// The distance of two colours in CIE L*a*b*: 2.3 is just to be seen.
double distance(const QColor& a, const QColor& b) {
  const auto lab = [](const QColor& colour) {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const double r = linear(colour.redF()), g = linear(colour.greenF()), bl = linear(colour.blueF());
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * bl) / 0.9505), y = f(0.2126 * r + 0.7152 * g + 0.0722 * bl),
                 z = f((0.0193 * r + 0.1192 * g + 0.9505 * bl) / 1.089);
    return std::array<double, 3>{116 * y - 16, 500 * (x - y), 200 * (y - z)};
  };
  const auto first = lab(a), second = lab(b);
  return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

TEST_P(EveryTheme, TheFirstEightTasksAreFarApartAndStandOutFromThePanel) {
  const Theme theme = makeTheme(GetParam());
  for (TaskId a = 0; a < 8; ++a) {
    EXPECT_GE(contrast(theme.task(a), theme.panel), GetParam() == ThemeKind::Dark ? 3 : 2) << a;
    for (TaskId b = 0; b < a; ++b) EXPECT_GE(distance(theme.task(a), theme.task(b)), 18) << a << " and " << b;
  }
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

// The print theme is also the one of high contrast: WCAG AAA for text, 3 for edges.
TEST(Theme, PrintHasHighContrast) {
  const Theme theme = makeTheme(ThemeKind::Print);
  for (const QColor& background : {theme.page, theme.panel, theme.sunken, theme.ground, theme.shop_wall})
    for (const QColor& text : {theme.text, theme.text_muted, theme.accent, theme.warning})
      EXPECT_GE(contrast(text, background), 7)
          << text.name().toStdString() << " on " << background.name().toStdString();
  EXPECT_EQ(theme.panel, QColor(Qt::white));
  EXPECT_EQ(theme.text, QColor(Qt::black));
  for (const QColor& edge : {theme.panel_edge, theme.ready_edge, theme.ticket_edge, theme.process_edge})
    EXPECT_GE(contrast(edge, theme.panel), 4.5) << edge.name().toStdString();
}

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
