// The colours of tasks: Okabe and Ito's palette, which people with any colour vision can tell apart, then shades of it.
#include <array>
#include <cmath>

#include "ui/theme/theme.h"

namespace threadmart {
namespace {

constexpr std::array<QRgb, 8> kTaskColours = {0xFF0072B2, 0xFFE69F00, 0xFF009E73, 0xFFCC79A7,
                                              0xFFD55E00, 0xFF56B4E9, 0xFF8566B0, 0xFFB59B00};

QColor mix(const QColor& from, const QColor& to, double share) {
  const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
  return QColor(channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue()));
}

// Each time round the palette another shade, so that the neighbours of a long list still differ.
QColor shade(const QColor& colour, std::size_t round) {
  switch (round % 3) {
    case 1:
      return mix(colour, Qt::black, 0.30);
    case 2:
      return mix(colour, Qt::white, 0.38);
    default:
      return colour;
  }
}

// Relative luminance as WCAG defines it.
double luminance(const QColor& colour) {
  const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

void lightShop(Theme& theme) {
  theme.ground = QColor(0xF1, 0xEC, 0xE2);
  theme.shop_wall = Qt::white;
  theme.shelf_wood = QColor(0xBF, 0xA9, 0x7C);
  theme.shelf_back = QColor(0xE9, 0xDF, 0xCB);
  theme.counter_top = QColor(0x3C, 0x4A, 0x57);
  theme.counter_front = QColor(0xC9, 0xD6, 0xDA);
  theme.board = QColor(0x2B, 0x37, 0x42);
  theme.board_text = Qt::white;
  theme.board_muted = QColor(0xC9, 0xD2, 0xDA);
  theme.ticket_paper = QColor(0xFF, 0xFD, 0xF6);
  theme.ticket_edge = QColor(0xD8, 0xCD, 0xAF);
  theme.sheet = Qt::white;
  theme.bell_fill = QColor(0xFF, 0xF6, 0xD6);
  theme.bell_edge = QColor(0xC4, 0x9A, 0x00);
  theme.bell_text = QColor(0x6E, 0x58, 0x00);
  theme.sign_fill = QColor(0xFF, 0xD5, 0x4A);
  theme.sign_edge = QColor(0xC4, 0x9A, 0x00);
  theme.sign_text = QColor(0x1F, 0x2A, 0x37);
  theme.rope = QColor(0x8A, 0x5A, 0x2B);
  theme.chip = Qt::white;
  theme.chip_text = QColor(0x4B, 0x58, 0x66);
  theme.process_edge = QColor(0x8E, 0x85, 0x73);
  theme.art_outline = QColor(0x8E, 0x85, 0x73);
}

Theme lightTheme() {
  Theme theme;
  theme.page = QColor(0xFB, 0xF9, 0xF5);
  theme.panel = Qt::white;
  theme.panel_edge = QColor(0xE3, 0xDE, 0xD4);
  theme.sunken = QColor(0xF6, 0xF2, 0xEA);
  theme.text = QColor(0x1F, 0x2A, 0x37);
  theme.text_muted = QColor(0x5F, 0x6B, 0x79);
  theme.text_on_accent = Qt::white;
  theme.accent = QColor(0x0B, 0x6E, 0x6E);
  theme.accent_hover = QColor(0x09, 0x5C, 0x5C);
  theme.accent_soft = QColor(0xDD, 0xEF, 0xEC);
  theme.warning = QColor(0xB3, 0x26, 0x1E);
  theme.warning_soft = QColor(0xFB, 0xE9, 0xE7);
  theme.grid = QColor(0xEE, 0xE9, 0xDF);
  theme.playhead = QColor(0x1F, 0x2A, 0x37);
  theme.ready_fill = QColor(0xEC, 0xEA, 0xE5);
  theme.ready_edge = QColor(0xB4, 0xAE, 0xA2);
  theme.ghost = QColor(0xE6, 0xDF, 0xD0);
  theme.tip = QColor(0x1F, 0x2A, 0x37);
  theme.tip_text = Qt::white;
  theme.tip_muted = QColor(0xC9, 0xD2, 0xDA);
  lightShop(theme);
  return theme;
}

void darkShop(Theme& theme) {
  theme.ground = QColor(0x28, 0x31, 0x3A);
  theme.shop_wall = QColor(0x1D, 0x24, 0x2C);
  theme.shelf_wood = QColor(0x8B, 0x76, 0x50);
  theme.shelf_back = QColor(0x3A, 0x37, 0x2F);
  theme.counter_top = QColor(0x8F, 0xA0, 0xAC);
  theme.counter_front = QColor(0x4A, 0x59, 0x66);
  theme.board = QColor(0x0B, 0x0F, 0x13);
  theme.board_text = QColor(0xEC, 0xF0, 0xF3);
  theme.board_muted = QColor(0xA3, 0xAF, 0xBB);
  theme.ticket_paper = QColor(0x32, 0x2F, 0x27);
  theme.ticket_edge = QColor(0x7A, 0x70, 0x59);
  theme.sheet = QColor(0x2B, 0x33, 0x3C);
  theme.bell_fill = QColor(0x3A, 0x32, 0x18);
  theme.bell_edge = QColor(0xE0, 0xB9, 0x3C);
  theme.bell_text = QColor(0xF3, 0xD7, 0x7A);
  theme.sign_fill = QColor(0xFF, 0xD5, 0x4A);
  theme.sign_edge = QColor(0xE0, 0xB9, 0x3C);
  theme.sign_text = QColor(0x1F, 0x2A, 0x37);
  theme.rope = QColor(0xC0, 0x8A, 0x52);
  theme.chip = QColor(0x3A, 0x46, 0x52);
  theme.chip_text = QColor(0xEC, 0xF0, 0xF3);
  theme.process_edge = QColor(0x8B, 0x97, 0xA3);
  theme.art_outline = QColor(0xB7, 0xAE, 0x9C);
}

Theme darkTheme() {
  Theme theme;
  theme.page = QColor(0x14, 0x19, 0x1F);
  theme.panel = QColor(0x1D, 0x24, 0x2C);
  theme.panel_edge = QColor(0x36, 0x40, 0x4B);
  theme.sunken = QColor(0x18, 0x1E, 0x25);
  theme.text = QColor(0xEC, 0xF0, 0xF3);
  theme.text_muted = QColor(0xA3, 0xAF, 0xBB);
  theme.text_on_accent = QColor(0x06, 0x20, 0x20);
  theme.accent = QColor(0x4F, 0xC4, 0xBC);
  theme.accent_hover = QColor(0x6F, 0xD3, 0xCC);
  theme.accent_soft = QColor(0x1C, 0x40, 0x42);
  theme.warning = QColor(0xFF, 0x8A, 0x80);
  theme.warning_soft = QColor(0x45, 0x26, 0x28);
  theme.grid = QColor(0x2C, 0x35, 0x3F);
  theme.playhead = QColor(0xF4, 0xF7, 0xF9);
  theme.ready_fill = QColor(0x33, 0x3B, 0x44);
  theme.ready_edge = QColor(0x74, 0x7F, 0x8A);
  theme.ghost = QColor(0x3B, 0x42, 0x48);
  theme.tip = QColor(0xF1, 0xF4, 0xF6);
  theme.tip_text = QColor(0x14, 0x19, 0x1F);
  theme.tip_muted = QColor(0x4B, 0x58, 0x66);
  darkShop(theme);
  return theme;
}

void printShop(Theme& theme) {
  theme.ground = QColor(0xF0, 0xF0, 0xF0);
  theme.shop_wall = Qt::white;
  theme.shelf_wood = QColor(0x4A, 0x4A, 0x4A);
  theme.shelf_back = QColor(0xF6, 0xF6, 0xF6);
  theme.counter_top = Qt::black;
  theme.counter_front = QColor(0xDD, 0xDD, 0xDD);
  theme.board = Qt::black;
  theme.board_text = Qt::white;
  theme.board_muted = QColor(0xE4, 0xE4, 0xE4);
  theme.ticket_paper = Qt::white;
  theme.ticket_edge = Qt::black;
  theme.sheet = Qt::white;
  theme.bell_fill = Qt::white;
  theme.bell_edge = Qt::black;
  theme.bell_text = Qt::black;
  theme.sign_fill = QColor(0xFF, 0xE2, 0x7A);
  theme.sign_edge = Qt::black;
  theme.sign_text = Qt::black;
  theme.rope = Qt::black;
  theme.chip = Qt::white;
  theme.chip_text = Qt::black;
  theme.process_edge = Qt::black;
  theme.art_outline = Qt::black;
}

// For paper, and for whoever needs high contrast on screen: nothing tinted behind the content, black text, strong
// edges, no ink wasted.
Theme printTheme() {
  Theme theme = lightTheme();
  theme.page = Qt::white;
  theme.panel_edge = QColor(0x6B, 0x6B, 0x6B);
  theme.sunken = Qt::white;
  theme.text = Qt::black;
  theme.text_muted = QColor(0x3A, 0x3F, 0x45);
  theme.accent = QColor(0x00, 0x4F, 0x4F);
  theme.accent_hover = QColor(0x00, 0x3B, 0x3B);
  theme.accent_soft = QColor(0xE4, 0xF1, 0xEF);
  theme.warning = QColor(0x96, 0x18, 0x12);
  theme.grid = QColor(0xD4, 0xD4, 0xD4);
  theme.ghost = QColor(0xD6, 0xD6, 0xD6);
  theme.playhead = Qt::black;
  theme.ready_edge = QColor(0x5A, 0x5A, 0x5A);
  theme.tip = Qt::black;
  theme.tip_muted = QColor(0xDD, 0xDD, 0xDD);
  printShop(theme);
  return theme;
}

}  // namespace

Theme makeTheme(ThemeKind kind, double scale) {
  Theme theme = kind == ThemeKind::Dark ? darkTheme() : kind == ThemeKind::Print ? printTheme() : lightTheme();
  theme.kind = kind;
  theme.scale = scale;
  return theme;
}

QColor Theme::task(TaskId task) const {
  if (task == kNoTask) return text_muted;  // a worker that starts up, work that no task claims
  const QColor colour = shade(QColor::fromRgb(kTaskColours[task % kTaskColours.size()]), task / kTaskColours.size());
  return kind == ThemeKind::Dark ? mix(colour, Qt::white, 0.10) : colour;
}

QColor Theme::taskTint(TaskId id) const {
  return mix(panel, task(id), kind == ThemeKind::Dark ? 0.22 : 0.14);
}

QColor Theme::taskHatch(TaskId id) const {
  return mix(panel, task(id), kind == ThemeKind::Dark ? 0.62 : 0.55);
}

QColor Theme::textOnTask(TaskId id) const {
  const double light = luminance(task(id));
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? QColor(Qt::white) : QColor(Qt::black);
}

}  // namespace threadmart
