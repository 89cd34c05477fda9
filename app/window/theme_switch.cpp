#include "app/window/theme_switch.h"

#include <algorithm>

#include <QApplication>
#include <QPalette>

namespace threadmart {
namespace {

// For what the style sheet does not reach: selections, place holders, Qt's own dialogues.
QPalette paletteOf(const Theme& theme) {
  QPalette palette(theme.panel, theme.page);
  palette.setColor(QPalette::Base, theme.panel);
  palette.setColor(QPalette::AlternateBase, theme.sunken);
  palette.setColor(QPalette::Text, theme.text);
  palette.setColor(QPalette::WindowText, theme.text);
  palette.setColor(QPalette::ButtonText, theme.text);
  palette.setColor(QPalette::PlaceholderText, theme.text_muted);
  palette.setColor(QPalette::Highlight, theme.accent);
  palette.setColor(QPalette::HighlightedText, theme.text_on_accent);
  palette.setColor(QPalette::Link, theme.accent);
  for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, theme.ready_edge);
  return palette;
}

}  // namespace

ThemeSwitch::ThemeSwitch(QApplication& app, ThemeChoice choice, int scale_percent, QObject* parent)
    : QObject(parent),
      app_(app),
      choice_(choice),
      scale_percent_(scale_percent),
      system_is_dark_(QApplication::palette().color(QPalette::Window).lightness() < 128) {
  apply();
}

Theme ThemeSwitch::wanted() const {
  const bool dark = choice_ == ThemeChoice::Dark || (choice_ == ThemeChoice::System && system_is_dark_);
  if (choice_ == ThemeChoice::HighContrast) return makeTheme(ThemeKind::Print, scale_percent_ / 100.0);
  return makeTheme(dark ? ThemeKind::Dark : ThemeKind::Light, scale_percent_ / 100.0);
}

void ThemeSwitch::choose(ThemeChoice choice) {
  choice_ = choice;
  apply();
}

void ThemeSwitch::setScalePercent(int percent) {
  scale_percent_ = std::clamp(percent, 100, 200);
  apply();
}

void ThemeSwitch::followSystem(bool dark) {
  system_is_dark_ = dark;
  apply();
}

void ThemeSwitch::apply() {
  const Theme theme = wanted();
  if (theme == theme_) return;
  theme_ = theme;
  QApplication::setPalette(paletteOf(theme));
  app_.setStyleSheet(styleSheet(theme));
  emit changed(theme);
}

}  // namespace threadmart
