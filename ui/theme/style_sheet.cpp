// How Qt's own widgets look: rounded panels on a warm page, one accent, the keyboard's focus always to be seen.
//
// A widget asks for a role with the property `role`: "primary" (the one button to press), "segment" (one of a row of
// choices), "panel" (a rounded surface), "heading", "muted", "note" (small, below what it is
// about), "section" (small capitals above a list), "chip" (a control
// with its name in one frame), "step" (− and + in a chip), "pill" (a small choice that opens a menu or can be taken
// away), "link" (a button that looks like a word), "round" (a small round button), "value", "message" (a bar inside the
// page), "compact" (a table with no room to waste); with the property `tone`: "good" or "bad".
#include <QRegularExpression>

#include "ui/theme/theme.h"

namespace threadmart {
namespace {

// @name is a colour, {n} a length in pixels of the design.
constexpr const char* kTemplate = R"(
* { font-family: Inter; font-size: {13}; color: @text; outline: none; }
QMainWindow, QDialog { background: @page; }
QWidget[role="page"] { background: @page; }
QWidget[role="sunken"] { background: @sunken; }
QFrame[role="panel"] { background: @panel; border: 1px solid @panel_edge; border-radius: {14}; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: {20}; font-weight: 700; }
QLabel[role="heading"] { font-size: {14}; font-weight: 700; }
QLabel[role="muted"] { color: @text_muted; }
QLabel[role="note"] { color: @text_muted; font-size: {12}; }
QLabel[role="section"] { color: @text_muted; font-size: {11}; font-weight: 700; }
QLabel[role="warning"] { color: @warning; }
QLabel[role="product"] { font-size: {18}; font-weight: 700; }
QLabel[role="question"] { font-size: {14}; }
QLabel[role="accent"] { color: @accent; font-size: {12}; font-weight: 600; }
QLabel[role="value"] { font-weight: 600; }
QLabel[tone="good"] { color: @accent; }
QLabel[tone="bad"] { color: @warning; }
QFrame[role="bar"] { background: @panel; border: none; border-bottom: 1px solid @panel_edge; }
QFrame[role="side"] { background: @sunken; border: none; border-right: 1px solid @panel_edge; }
QFrame[role="chip"] { background: @panel; border: 1px solid @panel_edge; border-radius: {8}; }
QFrame[role="chip"]:hover { border-color: @ready_edge; }
QFrame[role="message"] { background: @accent_soft; border: none; border-radius: {8}; }
QFrame[role="message"][tone="bad"] { background: @warning_soft; }

QPushButton, QToolButton {
  background: @panel; border: 1px solid @panel_edge; border-radius: {8}; padding: {6} {13}; font-weight: 600; }
QPushButton:hover, QToolButton:hover { border-color: @accent; }
QPushButton:pressed, QToolButton:pressed { background: @accent_soft; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: {5} {12}; }
QPushButton:disabled, QToolButton:disabled { color: @ready_edge; border-color: @panel_edge; }
QPushButton[role="primary"] {
  background: @accent; border-color: @accent; color: @text_on_accent; font-weight: 700; padding: {7} {20}; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: @accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid @text; padding: {6} {19}; }
QPushButton[role="primary"]:disabled { background: @ready_fill; border-color: @ready_fill; color: @text_muted; }
QPushButton[role="segment"], QToolButton[role="segment"] {
  color: @text_muted; border-radius: {10}; padding: {3} {11}; font-size: {12}; }
QPushButton[role="segment"]:checked, QToolButton[role="segment"]:checked {
  background: @accent_soft; border-color: @accent_soft; color: @accent; }
QPushButton[role="segment"]:focus, QToolButton[role="segment"]:focus { border: 2px solid @accent; padding: {2} {10}; }
QToolButton[role="step"] {
  background: transparent; border: none; border-radius: {5}; padding: 0; font-size: {15}; color: @text_muted; }
QToolButton[role="step"]:hover, QToolButton[role="step"]:pressed { background: @accent_soft; color: @accent; }
QToolButton[role="pill"] { border-radius: {13}; padding: {4} {12}; min-height: {16}; font-size: {12}; }
QToolButton[role="pill"]:focus { border: 2px solid @accent; padding: {3} {11}; }
QToolButton[role="pill"][tone="good"] { background: @accent_soft; border-color: @accent_soft; color: @accent; }
QToolButton[role="pill"][tone="good"]:hover, QToolButton[role="pill"][tone="good"]:focus { border-color: @accent; }
QToolButton[role="pill"]::menu-indicator { image: none; width: 0; }
QToolButton[role="link"], QPushButton[role="link"] {
  background: transparent; border: none; border-radius: {5}; padding: {3} {6}; font-size: {12}; color: @accent; }
QToolButton[role="link"]:hover, QPushButton[role="link"]:hover { background: @accent_soft; }
QToolButton[role="link"]:focus, QPushButton[role="link"]:focus { border: 2px solid @accent; padding: {1} {4}; }
QToolButton[role="link"]:disabled, QPushButton[role="link"]:disabled { background: transparent; color: @ready_edge; }
QToolButton[role="round"] {
  background: @accent_soft; border: 1px solid @accent_soft; border-radius: {14}; padding: 0; color: @accent; font-weight: 700;
  min-width: {26}; max-width: {26}; min-height: {26}; max-height: {26}; }
QToolButton[role="round"]:focus { border: 2px solid @accent; padding: 0;
  min-width: {24}; max-width: {24}; min-height: {24}; max-height: {24}; }

QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit {
  background: @panel; border: 1px solid @panel_edge; border-radius: {8}; padding: {5} {9}; font-weight: 600;
  min-height: {19}; selection-background-color: @accent; selection-color: @text_on_accent; }
QComboBox:hover, QSpinBox:hover, QDoubleSpinBox:hover, QLineEdit:hover { border-color: @ready_edge; }
QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QLineEdit:focus { border: 2px solid @accent; padding: {4} {8}; }
QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QLineEdit:disabled { color: @text_muted; background: @sunken; }
QFrame[role="chip"] QDoubleSpinBox, QFrame[role="chip"] QComboBox {
  background: transparent; border: none; border-radius: {4}; padding: 0 {2}; min-height: {24}; combobox-popup: 0; }
QFrame[role="chip"] QDoubleSpinBox:focus { background: @accent_soft; border: none; padding: 0 {2}; }
QComboBox::drop-down { border: none; width: {22}; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @panel_edge; padding: {4}; }

QListView, QTreeView, QTableView {
  background: transparent; border: 1px solid transparent; alternate-background-color: @sunken; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 1px solid @accent; border-radius: {8}; }
QFrame[role="chip"] QComboBox QAbstractItemView, QFrame[role="chip"] QComboBox QAbstractItemView:focus {
  border: 1px solid @ready_edge; border-radius: 0; padding: 0; }
QListView#catalogue:focus { border: 1px solid transparent; }
QAbstractItemView::item { padding: {7} {10}; border-radius: {8}; border: 1px solid transparent; }
QAbstractItemView::item:hover { background: @accent_soft; }
QAbstractItemView::item:selected { background: @panel; border: 1px solid @panel_edge; color: @text; }
QAbstractItemView::item:selected:focus { border: 2px solid @accent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; border: none; color: @text_muted; padding: {4} {10}; font-weight: 600; }
QTableView[role="compact"] QHeaderView::section { padding: {2} {4}; font-size: {11}; }

QCheckBox, QRadioButton { background: transparent; spacing: {8}; padding: {2}; border: 2px solid transparent; border-radius: {6}; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }

QMenuBar { background: @panel; border-bottom: 1px solid @panel_edge; padding: {3} {8}; }
QMenuBar::item { background: transparent; padding: {5} {10}; border-radius: {6}; }
QMenuBar::item:selected { background: @accent_soft; color: @accent; }
QMenu { background: @panel; border: 1px solid @panel_edge; padding: {6}; }
QMenu::item { padding: {6} {26} {6} {14}; border-radius: {6}; }
QMenu::item:selected { background: @accent_soft; color: @accent; }
QMenu::item:disabled { color: @ready_edge; }
QMenu::separator { height: 1px; background: @panel_edge; margin: {5} {8}; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
  background: transparent; color: @text_muted; padding: {8} {4}; margin: 0 {12}; border-bottom: {3} solid transparent; font-weight: 500; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { background: @accent_soft; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: {10}; margin: {2}; }
QScrollBar:horizontal { background: transparent; height: {10}; margin: {2}; }
QScrollBar::handle { background: @panel_edge; border-radius: {3}; min-height: {28}; min-width: {28}; }
QScrollBar::handle:hover { background: @ready_edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QFrame[role="bar"] QMenuBar { background: transparent; border: none; padding: 0; }

QSplitter::handle { background: transparent; }
QProgressBar { background: @ghost; border: none; border-radius: {3}; max-height: {6}; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: {3}; }
QSlider::groove:horizontal { background: @ghost; height: {6}; border-radius: {3}; }
QSlider::sub-page:horizontal { background: @accent; border-radius: {3}; }
QSlider::handle:horizontal { background: @accent; width: {14}; margin: -{4} 0; border-radius: {7}; }
QSlider::handle:horizontal:focus { border: 2px solid @text; }
QStatusBar { background: @panel; border-top: 1px solid @panel_edge; color: @text_muted; }
QStatusBar::item { border: none; }
QToolTip { background: @tip; color: @tip_text; border: 1px solid @tip; padding: {5} {8}; font-size: {12}; }

QFrame[role="customer"] { background: @panel; border: 1px solid @panel_edge; border-radius: {12}; padding: 1px; }
QFrame[role="customer"][current="true"] { border: 2px solid @accent; padding: 0; }
QFrame[role="editor"] { background: @accent_soft; border: 2px solid @accent; border-radius: {8}; }
QFrame[role="editor"] QLineEdit { padding: {2} {6}; }
QFrame[role="editor"] QLineEdit:focus { padding: {1} {5}; }
QLineEdit[role="title"] { font-size: {20}; font-weight: 700; background: transparent; border-color: transparent; padding: {2} {4}; }
QLineEdit[role="plain"] { font-weight: 400; background: transparent; border-color: transparent; padding: {2} {4}; }
QLineEdit[role="title"]:hover, QLineEdit[role="plain"]:hover { border-color: @panel_edge; }
QLineEdit[role="title"]:focus, QLineEdit[role="plain"]:focus { background: @panel; border: 2px solid @accent; padding: {1} {3}; }
QLineEdit[tone="bad"], QLineEdit[tone="bad"]:hover, QLineEdit[tone="bad"]:focus { border: 2px solid @warning; padding: {4} {8}; }
QFrame[role="chip"][tone="bad"] { border: 2px solid @warning; }
QLabel[role="empty"] { color: @warning; background: @warning_soft; border: 2px dashed @warning; border-radius: {8}; padding: 0 {14}; }
QPushButton[role="ghost"] { background: transparent; border: 2px dashed @ready_edge; border-radius: {12}; color: @accent; }
QPushButton[role="ghost"]:hover, QPushButton[role="ghost"][tone="good"] { border-color: @accent; background: @accent_soft; }
QToolButton[role="add"] {
  background: transparent; border: 2px dashed @panel_edge; border-radius: {8}; padding: 0; font-size: {16}; color: @accent; }
QToolButton[role="add"]:hover { border-color: @accent; background: @accent_soft; }
QToolButton[role="add"]:focus { border: 2px solid @accent; padding: 0; background: @accent_soft; }
QPushButton[role="ghost"]:focus { border: 2px solid @accent; background: @accent_soft; }
QPushButton::menu-indicator { image: none; width: 0; }
)";

struct NamedColour {
  const char* name;
  QColor Theme::*colour;
};

// Longer names first: @accent_soft is not @accent with something behind it.
constexpr NamedColour kColours[] = {
    {"@text_on_accent", &Theme::text_on_accent},
    {"@accent_hover", &Theme::accent_hover},
    {"@accent_soft", &Theme::accent_soft},
    {"@panel_edge", &Theme::panel_edge},
    {"@text_muted", &Theme::text_muted},
    {"@ready_edge", &Theme::ready_edge},
    {"@ready_fill", &Theme::ready_fill},
    {"@tip_text", &Theme::tip_text},
    {"@warning_soft", &Theme::warning_soft},
    {"@warning", &Theme::warning},
    {"@accent", &Theme::accent},
    {"@sunken", &Theme::sunken},
    {"@panel", &Theme::panel},
    {"@ghost", &Theme::ghost},
    {"@page", &Theme::page},
    {"@text", &Theme::text},
    {"@tip", &Theme::tip},
};

}  // namespace

QString styleSheet(const Theme& theme) {
  QString sheet = QString::fromUtf8(kTemplate);
  for (const NamedColour& named : kColours) sheet.replace(QLatin1String(named.name), (theme.*named.colour).name());
  static const QRegularExpression length(QStringLiteral("\\{(\\d+)\\}"));
  for (auto match = length.match(sheet); match.hasMatch(); match = length.match(sheet)) {
    const int pixels = qRound(theme.px(match.captured(1).toInt()));
    sheet.replace(match.capturedStart(), match.capturedLength(), QString::number(pixels) + QLatin1String("px"));
  }
  return sheet;
}

}  // namespace threadmart
